/**
 * npm run fuzz -- --count N --seed S [--from M] [--only FORMAT] [--report FILE]: the damaged files M to N - 1 over all formats.
 * No crash, no hang over 10 s, no memory over 1 GiB, and no count that differs from the intact file's without a warning or an
 * error on that file. Exit 1 when one fails; every failure is named by its number, which draws it again (--number).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
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
import type { Outcome } from "./outcome.ts";
import { MEMORY_LIMIT_MIB, type Reader, startReader } from "./pool.ts";
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

async function seedsOf(reader: Reader): Promise<Seed[]> {
  const files: SourceFile[] = await Array.fromAsync(twistedFiles());
  for (const [path, bytes] of await demoFiles()) {
    const [delivery = "", name = ""] = path.split("/");
    if (/^\d{4}-T\d$/.test(delivery)) files.push(sourceFile(delivery, name, bytes));
  }
  const doc = join(import.meta.dirname, "../fixtures/fuzz/IS101.doc");
  files.push(sourceFile("2026-T1", "IS101.doc", new Uint8Array(readFileSync(doc))));
  const seeds: Seed[] = [];
  for (const file of files) {
    const { format } = (await read(file)).value;
    const reply = await reader.read(file);
    if (format === null || !("outcome" in reply)) throw new Error(`${file.path} intact: ${JSON.stringify(reply)}`);
    if (Object.keys(reply.outcome.counts).length === 0)
      console.log(`${file.path}: no count is read of the intact file`);
    if (values.only === undefined || values.only === format) seeds.push({ file, format, intact: reply.outcome });
  }
  return seeds;
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

async function judge(number: number, seed: Seed, damaged: Damaged, reader: Reader): Promise<void> {
  const reply = await reader.read(damaged.file);
  if ("hang" in reply) return fail(number, seed, damaged, "HANG", "over 10 s");
  if ("death" in reply) return fail(number, seed, damaged, "DEATH", reply.death);
  if (reply.peakMiB > MEMORY_LIMIT_MIB) fail(number, seed, damaged, "MEMORY", `${reply.peakMiB} MiB`);
  if ("crash" in reply) return fail(number, seed, damaged, "CRASH", reply.crash.split("\n").slice(0, 4).join("\n    "));
  slowest = Math.max(slowest, reply.milliseconds);
  largest = Math.max(largest, reply.peakMiB);
  if (!damaged.counted) return;
  const wrong = silentlyWrong(seed.intact, reply.outcome);
  if (wrong.length > 0)
    fail(number, seed, damaged, "SILENT", `${wrong.length} counts: ${wrong.slice(0, 3).join("; ")}`);
}

let slowest = 0;
let largest = 0;
const readers = Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, startReader);
const [first] = readers;
if (!first) throw new Error("no reader");
const seeds = await seedsOf(first);
const count = Number(values.count);
const only = values.number === undefined ? undefined : Number(values.number);
const from = only ?? Number(values.from);
let next = from;
const last = only === undefined ? count : only + 1;
await Promise.all(
  readers.map(async (reader) => {
    while (next < last) {
      const number = next++;
      const random = seeded(seedNumber * 1_000_003 + number);
      // Format first, so that each format is damaged as often whatever the number of its files
      const format = random.pick([...new Set(seeds.map((s) => s.format))]);
      const seed = random.pick(seeds.filter((s) => s.format === format));
      const damaged = damage(seed, random);
      if (only !== undefined) writeFileSync(`fuzz-${seedNumber}-${number}`, damaged.file.bytes);
      await judge(number, seed, damaged, reader);
    }
    reader.end();
  }),
);
const total = [...kinds.values()].reduce((a, b) => a + b, 0);
const summary = [
  `${last - from} damaged files, ${total} failures; slowest ${slowest} ms, largest process ${largest} MiB`,
  ...[...kinds].sort(([, a], [, b]) => b - a).map(([kind, n]) => `  ${n} × ${kind}`),
  ...failures,
].join("\n");
console.log(summary);
if (values.report !== undefined) writeFileSync(values.report, `${summary}\n`);
process.exitCode = total > 0 ? 1 : 0;
