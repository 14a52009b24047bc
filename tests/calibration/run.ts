/**
 * npm run calibrate [-- --phi 1.6 --annees 3 --json]: what a bulletin announces when nothing has changed, and what it sees when something
 * has. Exit code 1 when a bound is not kept.
 */
import { formatNumber, NNBSP, plural } from "../../scripts/model/format.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { defineCommand, runAsProgram } from "../../scripts/shell/command.ts";
import type { Arguments, CommandSpec } from "../../scripts/shell/command-line.ts";
import { LINES } from "./simulate.ts";
import { type Calibration, calibrate, type Degrees, onRealCounts, type Trial } from "./trials.ts";

/** Of a hundred bulletins in which nothing changes: at most five hold anything « établi », fifteen anything « établi » or « à suivre ». */
const MOST = { etabli: 0.05, aSuivre: 0.15 } as const;
/** What the error of a simulation explains of it. */
const ERROR = 0.01;
/** What must be seen where facts are independent: a doubling from 20 facts, by earlier years. */
const DOUBLING_AT_20: Readonly<Record<number, number>> = { 3: 0.54, 5: 0.63 };

const COMMAND: CommandSpec = {
  name: "npm run calibrate",
  summary: "Mesure, sur des bulletins simulés, les fausses alertes et ce que les tests savent voir.",
  examples: ["", "--phi 1.6 --annees 5", "--json", "--etat-4001 CLASSEUR"],
  options: [
    { name: "count", value: "NOMBRE", help: "bulletins simulés par situation (2000 par défaut)" },
    { name: "seed", value: "NOMBRE", help: "graine du hasard : la même donne les mêmes résultats (1 par défaut)" },
    {
      name: "phi",
      value: "NOMBRE",
      help: "variance des nombres par leur moyenne ; 1 : faits indépendants (1 par défaut)",
    },
    { name: "annees", value: "NOMBRE", help: "années antérieures connues (3 par défaut)" },
    { name: "json", value: null, help: "un document JSON au lieu du texte" },
    {
      name: "etat-4001",
      value: "CLASSEUR",
      help: "sur les nombres réels de ce classeur, années mises dans le désordre",
    },
  ],
  words: 0,
};

/**
 * `{count, phi, years, nullAnnounced, nullPageAnnounced, degrees, marksWithoutWord, rangeCovers, yearDoubles, yearHalves, stepTold, stepCalledTrend,
 * slowTold, slowCalledStep, datesRight, datesWidth, youngDated, besideTheSame, detection, halving, oracle}`: shares from 0 to 1, the last three by level. `nullAnnounced`: an established quarter where nothing has changed;
 * `nullPageAnnounced`: anything established.
 */
function toJson({ count, phi, years }: Trial, { nothing, year, doubled, halved, beside, dates }: Calibration) {
  const byLevel = (rows: readonly { readonly level: number; readonly share: number }[]) =>
    Object.fromEntries(rows.map(({ level, share }) => [String(level), share]));
  return {
    count,
    phi,
    years,
    ...nothing,
    ...year,
    besideTheSame: beside,
    ...dates,
    detection: byLevel(doubled.map(({ level, announced }) => ({ level, share: announced }))),
    halving: byLevel(halved.map(({ level, announced }) => ({ level, share: announced }))),
    oracle: byLevel(doubled.filter(({ level }) => level >= 20).map(({ level, oracle }) => ({ level, share: oracle }))),
  };
}

const percent = (share: number): string => `${formatNumber(share * 100, 1)}${NNBSP}%`.padStart(8);
const kept = (isKept: boolean): string => (isKept ? "oui" : "NON");

const isKept = ({ etabli, aSuivre }: Degrees): boolean =>
  etabli <= MOST.etabli + ERROR && aSuivre <= MOST.aSuivre + ERROR;

function printDegrees(degrees: Degrees): void {
  console.log(
    `  bulletins qui disent quoi que ce soit d'« établi »             ${percent(degrees.etabli)}   au plus 5 %`,
  );
  console.log(
    `  … d'« établi » ou d'« à suivre »                               ${percent(degrees.aSuivre)}   au plus 15 %`,
  );
  console.log(`  bornes tenues, à l'erreur de simulation près                   ${kept(isKept(degrees)).padStart(6)}`);
}

/** @returns whether the bounds are kept. */
function print({ count, phi, years, seed }: Trial, found: Calibration): boolean {
  const { nothing, year, doubled, halved, beside, dates } = found;
  const least = phi === 1 ? DOUBLING_AT_20[years] : undefined;
  const at20 = doubled.find(({ level }) => level === 20)?.announced ?? 0;
  const sees = least === undefined || at20 >= least;
  console.log(
    `${plural(count, "bulletin simulé", "bulletins simulés")} par situation, graine ${seed}, ${plural(years, "année antérieure", "années antérieures")}, variance ${formatNumber(phi, 1)} fois la moyenne.\n`,
  );
  console.log("Rien ne change (lignes et niveaux de la démonstration)");
  printDegrees(nothing.degrees);
  console.log(`  bulletins avec une marque que rien ne dit en mots              ${percent(nothing.marksWithoutWord)}`);
  console.log(`  trimestres parmi les nombres ordinaires                        ${percent(nothing.rangeCovers)}\n`);
  console.log("Une année change");
  console.log(
    `  une ligne de 14 faits par trimestre double, et c'est dit       ${percent(year.yearDoubles.oneLine14)}`,
  );
  console.log(`  toutes les lignes doublent, et quelque chose est dit           ${percent(year.yearDoubles.all)}`);
  console.log(`  toutes diminuent de moitié, et quelque chose est dit           ${percent(year.yearHalves.all)}`);
  console.log(`  un changement de niveau vieux de deux ans est dit              ${percent(year.stepTold)}`);
  console.log(`  … et, quand il l'est, appelé à tort une évolution régulière    ${percent(year.stepCalledTrend)}`);
  console.log(`  une ligne de 14 qui baisse de 15 % par an cinq ans est dite    ${percent(year.slowTold)}`);
  console.log(
    `  … et, quand elle l'est, appelée à tort un changement de niveau ${percent(year.slowCalledStep)}   au plus 10 %`,
  );
  console.log(
    `  un niveau de trois ans : ses dates contiennent la vraie        ${percent(dates.datesRight)}   au moins 90 %`,
  );
  console.log(
    `  … étendue médiane de ces dates, en trimestres                  ${String(dates.datesWidth).padStart(6)}   au plus 4`,
  );
  console.log(
    `  un niveau de moins de cinq trimestres reçoit une date          ${percent(dates.youngDated)}   au plus 1 %\n`,
  );
  console.log("Le département a les taux mêmes de la commune");
  console.log(`  bulletins qui disent « au-dessus » ou « en dessous »           ${percent(beside)}   au plus 5 %\n`);
  const table = (title: string, rows: Calibration["doubled"] | Calibration["halved"]) => {
    console.log(title);
    console.log("  niveau       dit    établi   oracle (connaît le niveau)");
    for (const { level, announced, established, oracle } of rows)
      console.log(`  ${String(level).padStart(6)}  ${percent(announced)} ${percent(established)} ${percent(oracle)}`);
  };
  table(`Le trimestre d'une ligne sur ${LINES} double`, doubled);
  if (least !== undefined) console.log(`  au niveau 20, au moins ${formatNumber(least * 100)} % : ${kept(sees)}`);
  table(`\nLe trimestre d'une ligne sur ${LINES} diminue de moitié`, halved);
  const isDated =
    dates.datesRight >= 0.9 - ERROR &&
    dates.datesWidth <= 4 &&
    dates.youngDated <= ERROR &&
    year.slowCalledStep <= 0.1 + ERROR;
  return isKept(nothing.degrees) && nothing.marksWithoutWord === 0 && sees && isDated && beside <= MOST.etabli + ERROR;
}

function printReal({ count, seed, years }: Trial, found: ReturnType<typeof onRealCounts>): boolean {
  console.log(
    `${plural(count, "bulletin")} de nombres réels (${plural(found.services, "service")} de police, années dans le désordre, ${plural(years, "année antérieure", "années antérieures")}), graine ${seed}.`,
  );
  printDegrees(found);
  return isKept(found);
}

/** A number of the command line. */
function numberOf(
  args: Arguments,
  name: string,
  {
    usual,
    least,
    most,
    whole,
  }: {
    readonly usual: number;
    readonly least: number;
    readonly most: number;
    readonly whole: boolean;
  },
): number {
  const text = args.get(name);
  if (text === undefined) return usual;
  const value = Number(text.replace(",", "."));
  if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new UserError(
    `--${name} attend un nombre${whole ? " entier" : ""}, de ${least} à ${most} : « ${text} » reçu.`,
    `Par exemple --${name} ${usual}.`,
  );
}

const main = defineCommand(COMMAND, (args) => {
  const trial: Trial = {
    count: numberOf(args, "count", { usual: 2000, least: 1, most: 1_000_000, whole: true }),
    seed: numberOf(args, "seed", { usual: 1, least: 1, most: 1_000_000, whole: true }),
    phi: numberOf(args, "phi", { usual: 1, least: 1, most: 10, whole: false }),
    years: numberOf(args, "annees", { usual: 3, least: 1, most: 10, whole: true }),
  };
  const workbook = args.get("etat-4001");
  if (workbook !== undefined) {
    const found = onRealCounts(workbook, trial);
    if (!args.has("json")) return printReal(trial, found) ? 0 : 1;
    const { etabli, aSuivre } = found;
    console.log(JSON.stringify({ count: trial.count, years: trial.years, real: { etabli, aSuivre } }, null, 1));
    return 0;
  }
  const found = calibrate(trial);
  if (args.has("json")) {
    console.log(JSON.stringify(toJson(trial, found), null, 1));
    return 0;
  }
  return print(trial, found) ? 0 : 1;
});

await runAsProgram(main);
