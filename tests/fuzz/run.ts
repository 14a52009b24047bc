/**
 * npm run fuzz -- --count N --seed S [--from M] [--only FORMAT] [--report FILE]: the damaged files M to N - 1 over all formats.
 * No crash, none that the limits of reading end (10 s, 500 MB), and no count that differs from the intact file's without a warning or an
 * error on that file. Exit 1 when one fails; every failure is named by its number, which draws it again (--number).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Format, SourceFile } from "../../scripts/model/grid.ts";
import { read } from "../../scripts/read/index.ts";
import { demoFiles } from "../demo/index.ts";
import { type Random, seeded } from "../demo/random.ts";
import { fileOf, sourceFile } from "../generated/file.ts";
import { drawTwist, drawTwisted } from "../generated/twisted.ts";
import { damageZip } from "./markup.ts";
import { IN_PLACE, MOVING } from "./mutate.ts";
import { type Outcome, outcomesOf } from "./outcome.ts";
import { protectedRanges } from "./protect.ts";

interface Seed {
  readonly file: SourceFile;
  readonly format: Format;
  readonly intact: Outcome;
}

interface Damaged {
  readonly file: SourceFile;
  readonly damage: string;
  /** The counts must be the intact file's, or an issue must say otherwise. */
  readonly counted: boolean;
}

/** Plain text: removing or repeating a piece gives another valid text, which nothing can tell from the first. */
const PLAIN_TEXT: readonly Format[] = ["csv", "html", "rtf"];
const ZIPPED: readonly Format[] = ["xlsx", "ods", "docx", "odt"];

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    report: { type: "string" },
    number: { type: "string" },
    from: { type: "string", default: "0" },
  },
});
const seedNumber = Number(values.seed);

/**
 * Twists of the random statements (tests/generated/twists.ts) whose files are damaged too, some of each. Struck and hidden text is
 * left out: where one tag is lost, what it struck out is plain text, and nothing can tell.
 */
const TWISTED = [
  "a sheet for each commune",
  "a table for each commune",
  "columns for each commune",
  "rows for each commune",
  "a hidden sheet",
];
const EACH = 6;

async function* twistedFiles(): AsyncGenerator<SourceFile> {
  const random = seeded(seedNumber);
  for (const name of TWISTED)
    for (let i = 0; i < EACH; i++) {
      const twisted = drawTwist(random, [name]);
      const drawn = drawTwisted(twisted);
      if (!drawn) continue;
      const file = await fileOf(twisted.plan, drawn);
      yield sourceFile(file.delivery, `${i + 1} ${file.name}`, file.bytes);
    }
}

async function drawSeeds(): Promise<readonly Seed[]> {
  const files: SourceFile[] = await Array.fromAsync(twistedFiles());
  for (const [path, bytes] of await demoFiles()) {
    const [delivery = "", name = ""] = path.split("/");
    if (/^\d{4}-T\d$/.test(delivery)) files.push(sourceFile(delivery, name, bytes));
  }
  const doc = join(import.meta.dirname, "../fixtures/fuzz/IS101.doc");
  files.push(sourceFile("2026-T1", "IS101.doc", new Uint8Array(readFileSync(doc))));
  const outcomes = await Promise.all(outcomesOf(files));
  const seeds = await Promise.all(
    files.map(async (file, i) => {
      const { format } = (await read(file)).value;
      const intact = outcomes[i];
      if (format === null || intact === undefined) throw new Error(`${file.path} is not read as it is`);
      if (Object.keys(intact.counts).length === 0) console.log(`${file.path}: no count is read of the intact file`);
      return { file, format, intact };
    }),
  );
  return seeds.filter(({ format }) => values.only === undefined || values.only === format);
}

/** A cut through a number leaves another number: in plain text nothing can tell. */
const cutsNumber = (whole: Uint8Array, cut: Uint8Array): boolean => {
  const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  return isDigit(whole[cut.length - 1]) && isDigit(whole[cut.length]);
};

function damage(seed: Seed, random: Random): Damaged {
  const { file, format } = seed;
  const made = (bytes: Uint8Array, name: string, counted: boolean): Damaged => ({
    file: sourceFile(file.delivery, file.name, bytes),
    damage: name,
    counted,
  });
  if (ZIPPED.includes(format) && random.chance(0.6)) {
    const { bytes, name } = damageZip(file.bytes, random);
    return made(bytes, name, true);
  }
  const ranges = protectedRanges(format, file.bytes);
  if (random.chance(0.6)) {
    const name = random.pick(Object.keys(IN_PLACE) as (keyof typeof IN_PLACE)[]);
    return made(IN_PLACE[name](file.bytes, ranges, random), name, true);
  }
  const name = random.pick(Object.keys(MOVING) as (keyof typeof MOVING)[]);
  const bytes = MOVING[name](file.bytes, ranges, random);
  const isText = PLAIN_TEXT.includes(format);
  return made(bytes, name, !isText || (name === "truncate" && !cutsNumber(file.bytes, bytes)));
}

/** Counts of the damaged file that the intact one does not hold, when no new issue is raised. */
function silentlyWrong(intact: Outcome, got: Outcome): string[] {
  const known = new Set(intact.issues);
  if (got.issues.some((issue) => !known.has(issue))) return [];
  return Object.entries(got.counts)
    .filter(([key, count]) => intact.counts[key] !== count)
    .map(([key, count]) => `${key}: ${count}, intact ${intact.counts[key] ?? "nothing"}`);
}

const failures: string[] = [];
const kinds = new Map<string, number>();
const fail = (number: number, seed: Seed, damaged: Damaged, kind: string, detail: string): void => {
  const where = `${seed.format} ${kind}, ${damaged.damage.replace(/ in .*/, "")}`;
  kinds.set(where, (kinds.get(where) ?? 0) + 1);
  if ((kinds.get(where) ?? 0) <= 3)
    failures.push(
      `--seed ${seedNumber} --number ${number}: ${seed.file.path}, ${damaged.damage}: ${kind}\n    ${detail}`,
    );
};

/** What apart.ts says of a file that the limits of reading have ended. */
const ENDED = /^error (?:file-too-slow|file-not-read|file-too-large: .*de mémoire)/;

async function judge(number: number, seed: Seed, damaged: Damaged, outcome: Promise<Outcome>): Promise<void> {
  try {
    const got = await outcome;
    const ended = got.issues.find((issue) => ENDED.test(issue));
    if (ended !== undefined) return fail(number, seed, damaged, "ENDED", ended);
    const wrong = damaged.counted ? silentlyWrong(seed.intact, got) : [];
    if (wrong.length > 0)
      fail(number, seed, damaged, "SILENT", `${wrong.length} counts: ${wrong.slice(0, 3).join("; ")}`);
  } catch (error) {
    fail(number, seed, damaged, "CRASH", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const seeds = await drawSeeds();
const formats = [...new Set(seeds.map((seed) => seed.format))];
const only = values.number === undefined ? undefined : Number(values.number);
const from = only ?? Number(values.from);
const last = only === undefined ? Number(values.count) : only + 1;

function draw(number: number): { readonly seed: Seed; readonly damaged: Damaged } {
  const random = seeded(seedNumber * 1_000_003 + number);
  // Format first, so that each format is damaged as often whatever the number of its files
  const format = random.pick(formats);
  const seed = random.pick(seeds.filter((one) => one.format === format));
  const damaged = damage(seed, random);
  if (only !== undefined) {
    const path = join(tmpdir(), `fuzz-${seedNumber}-${number}.${format}`);
    writeFileSync(path, damaged.file.bytes);
    console.log(path);
  }
  return { seed, damaged };
}

/** So many are in memory at once, and are read by one process. */
const BATCH = 50;
let next = from;
const readers = Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, async () => {
  while (next < last) {
    const first = next;
    next = Math.min(last, first + BATCH);
    const drawn = Array.from({ length: next - first }, (_, i) => draw(first + i));
    const outcomes = outcomesOf(drawn.map(({ damaged }) => damaged.file));
    const judged = drawn.map(({ seed, damaged }, i) =>
      judge(first + i, seed, damaged, outcomes[i] ?? Promise.reject()),
    );
    await Promise.all(judged);
  }
});
await Promise.all(readers);
const total = [...kinds.values()].reduce((a, b) => a + b, 0);
const summary = [
  `${last - from} damaged files, ${total} failures`,
  ...[...kinds].sort(([, a], [, b]) => b - a).map(([kind, n]) => `  ${n} × ${kind}`),
  ...failures,
].join("\n");
console.log(summary);
if (values.report !== undefined) writeFileSync(values.report, `${summary}\n`);
process.exitCode = total > 0 ? 1 : 0;
