/**
 * npm run calibrate [-- --count 2000 --seed 1]: what a bulletin announces when nothing has changed, and what it sees when something
 * has. Simulated observations go through the same analyse() as real ones. Exit code 1 when a bound is not kept.
 */

import { analyse } from "./analyse/index.ts";
import { poissonTail } from "./analyse/methods/distributions.ts";
import { type Arrival, DOUBLED, doublingBulletin, LINES, nullBulletin } from "./calibration/simulate.ts";
import { seeded } from "./demo/random.ts";
import { defaultSettings } from "./holdings/settings.ts";
import type { Comparison, QuarterAnalysis } from "./model/analysis.ts";
import { formatNumber, NNBSP, plural } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import type { Observation } from "./model/observation.ts";
import { quarter } from "./model/period.ts";
import { loadNomenclature } from "./nomenclature/index.ts";
import { type CommandSpec, runCommand } from "./shell/command-line.ts";

/** Earlier years held. */
const YEARS = 3;
/** Facts a quarter of the line that doubles, and the share of cases that must be announced. */
const DOUBLING = [
  { level: 5, least: 0 },
  { level: 10, least: 0 },
  { level: 20, least: 0.55 },
  { level: 40, least: 0.9 },
] as const;
const MOST_ANNOUNCED = 0.05;
const COVERED = { least: 0.93, most: 0.99 } as const;

const COMMAND: CommandSpec = {
  name: "npm run calibrate",
  summary: "Mesure, sur des bulletins simulés, les fausses alertes et ce que les tests savent voir.",
  examples: ["", "--count 500 --seed 7"],
  options: [
    { name: "count", value: "NOMBRE", help: "bulletins simulés par situation (2000 par défaut)" },
    { name: "seed", value: "NOMBRE", help: "graine du hasard : la même donne les mêmes résultats (1 par défaut)" },
  ],
  words: 0,
};

const nomenclature = loadNomenclature();
const settings = defaultSettings();
const run = (observations: readonly Observation[], q: number): QuarterAnalysis =>
  analyse(observations, quarter(2026, q), nomenclature, settings, []);

const announces = (c: Comparison | undefined): boolean => c !== undefined && /rise|fall/.test(c.reading);
const pooled = (comparisons: readonly Comparison[]) => comparisons.find((c) => c.kind === "quarter-pooled");

/** Shares of bulletins and quarters, over bulletins in which nothing has changed, of the four quarters in turn. */
function nothingHappens(count: number, seed: number, arrival: Arrival) {
  const random = seeded(seed);
  const seen = { reading: 0, any: 0, quarters: 0, above: 0, below: 0, lines: 0 };
  for (let i = 0; i < count; i++) {
    const q = (i % 4) + 1;
    const { analyses } = run(nullBulletin(random, quarter(2026, q), YEARS, arrival), q);
    const lines = analyses.filter((a) => a.force === "ensemble");
    seen.lines = lines.length;
    if (lines.some((a) => announces(pooled(a.comparisons)))) seen.reading++;
    if (analyses.some((a) => a.comparisons.some(announces))) seen.any++;
    for (const { position } of lines) {
      if (position !== "unknown") seen.quarters++;
      if (position === "above") seen.above++;
      if (position === "below") seen.below++;
    }
  }
  return {
    lines: seen.lines,
    reading: seen.reading / count,
    any: seen.any / count,
    above: seen.above / seen.quarters,
    below: seen.below / seen.quarters,
    covered: 1 - (seen.above + seen.below) / seen.quarters,
  };
}

/** Shares of bulletins in which the line that doubles is announced as a rise: by the program, and by an oracle that knows the level. */
function oneLineDoubles(count: number, seed: number, level: number) {
  const random = seeded(seed);
  const seen = { announced: 0, marked: 0, oracle: 0 };
  for (let i = 0; i < count; i++) {
    const q = (i % 4) + 1;
    const { analyses } = run(doublingBulletin(random, quarter(2026, q), YEARS, level), q);
    const line = analyses.find((a) => a.label === DOUBLED);
    const reading = line && pooled(line.comparisons)?.reading;
    if (reading === "rise" || reading === "marked-rise") seen.announced++;
    if (reading === "marked-rise") seen.marked++;
    if (2 * LINES * poissonTail(line?.quarter.value ?? 0, level) < MOST_ANNOUNCED) seen.oracle++;
  }
  return { announced: seen.announced / count, marked: seen.marked / count, oracle: seen.oracle / count };
}

const percent = (share: number): string => `${formatNumber(share * 100, 1)}${NNBSP}%`.padStart(8);
const kept = (isKept: boolean): string => (isKept ? "oui" : "NON");

function wholeNumber(text: string | undefined, otherwise: number, option: string): number {
  if (text === undefined) return otherwise;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UserError(
    `--${option} attend un nombre entier, de 1 à 9999999 : « ${text} » reçu.`,
    "Par exemple --count 2000.",
  );
}

await runCommand(COMMAND, (args) => {
  const count = wholeNumber(args.get("count"), 2000, "count");
  const seed = wholeNumber(args.get("seed"), 1, "seed");
  console.log(
    `${plural(count, "bulletin simulé", "bulletins simulés")} par situation, graine ${seed}, ${YEARS} années antérieures.\n`,
  );

  const nothing = nothingHappens(count, seed, "alone");
  const announcedKept = nothing.any <= MOST_ANNOUNCED;
  const coveredKept = nothing.covered >= COVERED.least && nothing.covered <= COVERED.most;
  console.log(`Rien ne change (${nothing.lines} lignes, aux niveaux de la démonstration)`);
  console.log(`  bulletins dont la lecture annonce une hausse ou une baisse   ${percent(nothing.reading)}`);
  console.log(
    `  les mêmes, toutes comparaisons et forces confondues           ${percent(nothing.any)}   au plus 5 % : ${kept(announcedKept)}`,
  );
  console.log(
    `  trimestres dans leur plage attendue                           ${percent(nothing.covered)}   de 93 à 99 % : ${kept(coveredKept)}`,
  );
  console.log(`    fausses alertes : au-dessus                                 ${percent(nothing.above)}`);
  console.log(`    fausses alertes : au-dessous                                ${percent(nothing.below)}\n`);

  const clustered = nothingHappens(Math.ceil(count / 4), seed, "in-pairs");
  console.log(
    "Rien ne change, mais des faits vont par deux (variance 1,57 fois la moyenne) : hors des hypothèses du test",
  );
  console.log(`  bulletins dont la lecture annonce une hausse ou une baisse   ${percent(clustered.reading)}`);
  console.log(`  trimestres dans leur plage attendue                           ${percent(clustered.covered)}\n`);

  console.log(`Une ligne sur ${LINES} double`);
  console.log("  niveau   annoncé   marqué   oracle (connaît le niveau)");
  let allSeen = true;
  for (const { level, least } of DOUBLING) {
    const seen = oneLineDoubles(count, seed + level, level);
    allSeen &&= seen.announced >= least;
    const bound = least === 0 ? "" : `   au moins ${formatNumber(least * 100)} % : ${kept(seen.announced >= least)}`;
    console.log(
      `  ${String(level).padStart(6)}  ${percent(seen.announced)} ${percent(seen.marked)} ${percent(seen.oracle)}${bound}`,
    );
  }
  return announcedKept && coveredKept && allSeen ? 0 : 1;
});
