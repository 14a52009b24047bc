/**
 * npm run calibrate [-- --phi 1.6 --annees 3 --json]: what a bulletin announces when nothing has changed, and what it sees when something
 * has. Simulated observations go through the same analyse() as real ones. Exit code 1 when a bound is not kept.
 */

import { analyse } from "./analyse/index.ts";
import { negativeBinomialCdf, poissonTail } from "./analyse/methods/distributions.ts";
import { readServices, shuffledBulletin } from "./calibration/etat-4001.ts";
import { CHANGED, changedBulletin, LINES, nullBulletin } from "./calibration/simulate.ts";
import { seeded } from "./demo/random.ts";
import { defaultSettings } from "./holdings/settings.ts";
import type { Comparison, QuarterAnalysis } from "./model/analysis.ts";
import { formatNumber, NNBSP, plural } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import type { Observation } from "./model/observation.ts";
import { type Period, quarter } from "./model/period.ts";
import { loadNomenclature } from "./nomenclature/index.ts";
import { type Arguments, type CommandSpec, runCommand } from "./shell/command-line.ts";

/** Of a hundred bulletins in which nothing changes, at most five announce anything. */
const MOST_ANNOUNCED = 0.05;
/** … up to six where the error of a simulation explains it. */
const WITH_ERROR = 0.06;
/** What must be seen where facts are independent: a doubling from 20 facts, by earlier years. */
const DOUBLING_AT_20: Readonly<Record<number, number>> = { 3: 0.54, 5: 0.63 };
const DOUBLED_LEVELS = [5, 10, 20, 40] as const;
const HALVED_LEVELS = [20, 40] as const;

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

const nomenclature = loadNomenclature();
const settings = defaultSettings();
const run = (observations: readonly Observation[], own: Period): QuarterAnalysis =>
  analyse({ observations, quarter: own, nomenclature, settings, references: [] });

const directionOf = ({ reading }: Comparison): "rise" | "fall" | undefined =>
  /rise/.test(reading) ? "rise" : /fall/.test(reading) ? "fall" : undefined;
const isReading = ({ kind }: Comparison): boolean => kind === "quarter-pooled";

/** What a page announces: a word of the reading; and any claim at all, words beside it and trends included. */
function claimsOf({ analyses }: QuarterAnalysis): { readonly reading: boolean; readonly page: boolean } {
  const told = analyses.flatMap((a) => a.comparisons).filter((c) => directionOf(c) !== undefined);
  return { reading: told.some(isReading), page: told.length > 0 || analyses.some((a) => a.trend?.told) };
}

/** The four quarters of 2026 in turn. */
const turn = (i: number): Period => quarter(2026, (i % 4) + 1);

interface Trial {
  readonly count: number;
  readonly seed: number;
  readonly phi: number;
  readonly years: number;
}

/** Shares of bulletins in which nothing has changed that announce something, and of quarters in their range. */
function nothingHappens({ count, seed, ...situation }: Trial) {
  const random = seeded(seed);
  const seen = { reading: 0, page: 0, quarters: 0, inside: 0 };
  for (let i = 0; i < count; i++) {
    const own = turn(i);
    const analysis = run(nullBulletin(random, { ...situation, quarter: own }), own);
    const { reading, page } = claimsOf(analysis);
    if (reading) seen.reading++;
    if (page) seen.page++;
    for (const { force, position } of analysis.analyses) {
      if (force !== "ensemble" || position === "unknown") continue;
      seen.quarters++;
      if (position === "inside") seen.inside++;
    }
  }
  return {
    nullAnnounced: seen.reading / count,
    nullPageAnnounced: seen.page / count,
    rangeCovers: seen.inside / seen.quarters,
  };
}

/** Shares of bulletins in which the line that changes is announced: by the program, and by an oracle that knows level and φ. */
function oneLineChanges({ count, seed, ...situation }: Trial, level: number, factor: 2 | 0.5) {
  const random = seeded(seed + level);
  const direction = factor > 1 ? "rise" : "fall";
  const seen = { announced: 0, oracle: 0 };
  for (let i = 0; i < count; i++) {
    const own = turn(i);
    const line = run(changedBulletin(random, { ...situation, quarter: own }, { level, factor }), own).analyses.find(
      (a) => a.label === CHANGED,
    );
    if (line?.comparisons.some((c) => isReading(c) && directionOf(c) === direction)) seen.announced++;
    if (2 * LINES * tailOf(line?.quarter.value ?? 0, { level, direction, phi: situation.phi }) < MOST_ANNOUNCED)
      seen.oracle++;
  }
  return { announced: seen.announced / count, oracle: seen.oracle / count };
}

/** Chance of a count as large, or as small, at an unchanged level. */
function tailOf(
  count: number,
  { level, direction, phi }: { readonly level: number; readonly direction: "rise" | "fall"; readonly phi: number },
): number {
  if (phi === 1) return direction === "rise" ? poissonTail(count, level) : 1 - poissonTail(count + 1, level);
  const size = level / (phi - 1);
  return direction === "rise"
    ? 1 - negativeBinomialCdf(count - 1, level, size)
    : negativeBinomialCdf(count, level, size);
}

function calibrate(trial: Trial) {
  const nothing = nothingHappens(trial);
  const doubled = DOUBLED_LEVELS.map((level) => ({ level, ...oneLineChanges(trial, level, 2) }));
  const halved = HALVED_LEVELS.map((level) => ({ level, ...oneLineChanges(trial, level, 0.5) }));
  return { nothing, doubled, halved };
}
type Calibration = ReturnType<typeof calibrate>;

/** `{count, phi, years, nullAnnounced, nullPageAnnounced, rangeCovers, detection, halving, oracle}`: shares from 0 to 1, by level. */
function toJson({ count, phi, years }: Trial, { nothing, doubled, halved }: Calibration): unknown {
  const byLevel = (rows: readonly { readonly level: number; readonly share: number }[]) =>
    Object.fromEntries(rows.map(({ level, share }) => [String(level), share]));
  return {
    count,
    phi,
    years,
    ...nothing,
    detection: byLevel(doubled.map(({ level, announced }) => ({ level, share: announced }))),
    halving: byLevel(halved.map(({ level, announced }) => ({ level, share: announced }))),
    oracle: byLevel(doubled.filter(({ level }) => level >= 20).map(({ level, oracle }) => ({ level, share: oracle }))),
  };
}

const percent = (share: number): string => `${formatNumber(share * 100, 1)}${NNBSP}%`.padStart(8);
const kept = (isKept: boolean): string => (isKept ? "oui" : "NON");

/** @returns whether the bounds are kept. */
function print({ count, phi, years, seed }: Trial, { nothing, doubled, halved }: Calibration): boolean {
  const silent = nothing.nullPageAnnounced <= WITH_ERROR;
  const least = phi === 1 ? DOUBLING_AT_20[years] : undefined;
  const at20 = doubled.find(({ level }) => level === 20)?.announced ?? 0;
  const sees = least === undefined || at20 >= least;
  console.log(
    `${plural(count, "bulletin simulé", "bulletins simulés")} par situation, graine ${seed}, ${plural(years, "année antérieure", "années antérieures")}, variance ${formatNumber(phi, 1)} fois la moyenne.\n`,
  );
  console.log("Rien ne change (lignes et niveaux de la démonstration)");
  console.log(`  bulletins dont la lecture annonce une hausse ou une baisse   ${percent(nothing.nullAnnounced)}`);
  console.log(
    `  bulletins dont une page annonce quoi que ce soit              ${percent(nothing.nullPageAnnounced)}   au plus 5 % (6 % avec l'erreur de simulation) : ${kept(silent)}`,
  );
  console.log(`  trimestres dans leur intervalle attendu                       ${percent(nothing.rangeCovers)}\n`);
  const table = (title: string, rows: Calibration["doubled"] | Calibration["halved"]) => {
    console.log(title);
    console.log("  niveau   annoncé   oracle (connaît le niveau)");
    for (const { level, announced, oracle } of rows)
      console.log(`  ${String(level).padStart(6)}  ${percent(announced)} ${percent(oracle)}`);
  };
  table(`Une ligne sur ${LINES} double`, doubled);
  if (least !== undefined) console.log(`  au niveau 20, au moins ${formatNumber(least * 100)} % : ${kept(sees)}`);
  table(`\nUne ligne sur ${LINES} diminue de moitié`, halved);
  return silent && sees;
}

/** Real counts, years in random order: how many bulletins announce. */
function onRealCounts(path: string, { count, seed, years }: Trial): void {
  const services = readServices(path);
  const random = seeded(seed);
  const own = quarter(2026, 1);
  let [reading, page] = [0, 0];
  for (let i = 0; i < count; i++) {
    const claims = claimsOf(run(shuffledBulletin(random, random.pick(services), { quarter: own, years }), own));
    if (claims.reading) reading++;
    if (claims.page) page++;
  }
  console.log(
    `${plural(count, "bulletin")} de nombres réels (${plural(services.length, "service")} de police, années dans le désordre, ${plural(years, "année antérieure", "années antérieures")}), graine ${seed}.`,
  );
  console.log(`  bulletins dont la lecture annonce une hausse ou une baisse   ${percent(reading / count)}`);
  console.log(`  bulletins dont une page annonce quoi que ce soit              ${percent(page / count)}`);
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

await runCommand(COMMAND, (args) => {
  const trial: Trial = {
    count: numberOf(args, "count", { usual: 2000, least: 1, most: 1_000_000, whole: true }),
    seed: numberOf(args, "seed", { usual: 1, least: 1, most: 1_000_000, whole: true }),
    phi: numberOf(args, "phi", { usual: 1, least: 1, most: 10, whole: false }),
    years: numberOf(args, "annees", { usual: 3, least: 1, most: 10, whole: true }),
  };
  const workbook = args.get("etat-4001");
  if (workbook !== undefined) {
    onRealCounts(workbook, trial);
    return 0;
  }
  const found = calibrate(trial);
  if (args.has("json")) {
    console.log(JSON.stringify(toJson(trial, found), null, 1));
    return 0;
  }
  return print(trial, found) ? 0 : 1;
});
