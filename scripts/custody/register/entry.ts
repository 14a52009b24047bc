/** One line of the register: what was done, when, by whom, chained to the line before. */

import { day, instant, v, wholeNumber } from "../../disk/schema.ts";
import { sha256 } from "../../disk/sha256.ts";
import { compareText } from "../../model/order.ts";

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const file = v.strictObject({ path: v.string(), sha256: hash });
const files = v.array(file);
const base = {
  at: instant,
  /** Operating-system account. */
  who: v.string(),
};
const lineNumber = v.pipe(wholeNumber, v.minValue(1));
const copySchema = v.strictObject({
  /** Counted within the quarter, whatever the edition: a number names one copy. */
  number: wholeNumber,
  /** Numbers of the copies, of an edition that is no longer the last, that the recipient is to give back for it. */
  replaces: v.optional(v.array(wholeNumber)),
  recipient: v.string(),
  role: v.string(),
  path: v.string(),
  sha256: hash,
});

/** Paths of deliveries and settings are relative to data/, those of bulletins and copies to dist/. */
export const entrySchema = v.variant("action", [
  /**
   * A delivery arrived: when the message was received, who opened it; `files`: all those of its folder. `reason`: why they are no
   * longer those of the reception before, which this one then replaces. `corrects`: the line of the same files whose date or opener
   * was mistyped.
   */
  v.strictObject({
    ...base,
    action: v.literal("reception"),
    delivery: v.string(),
    messageDate: day,
    openedBy: v.string(),
    files,
    reason: v.optional(v.string()),
    corrects: v.optional(lineNumber),
  }),
  /**
   * A bulletin was built. `edition`: its number, its day, the day of the one that it replaces. `madeFrom`: hash of all that it was
   * made from, the settings and the days of reception too. `words`: hash of what it tells its readers. `accepted`: rules of the issues that were shown and did not stop it.
   */
  v.strictObject({
    ...base,
    action: v.literal("build"),
    quarter: v.string(),
    programVersion: v.string(),
    fingerprint: v.string(),
    edition: v.optional(v.strictObject({ number: wholeNumber, day, replaces: v.nullable(day) })),
    madeFrom: v.optional(hash),
    words: v.optional(hash),
    inputs: files,
    outputs: files,
    accepted: v.array(v.string()),
    /** Paths of what it replaced and was not what the register knew: see alteredIn. */
    replacedAltered: v.optional(v.array(v.string())),
    /** Of a program of before: line of the bulletin that it replaced, where that was not the last one built. */
    replacedOlder: v.optional(lineNumber),
  }),
  /**
   * How the files of a delivery are read was confirmed: `lecture` is its record, `files` those that it holds. `numbers`: how many a person
   * read on the documents themselves, of files that were the first of their template; `without`, why not all of them; `readBy`, who read
   * them out.
   */
  v.strictObject({
    ...base,
    action: v.literal("lecture"),
    delivery: v.string(),
    lecture: file,
    files,
    numbers: v.optional(
      v.strictObject({
        read: wholeNumber,
        without: v.optional(v.picklist(["unseen", "wrong", "command"])),
        readBy: v.optional(v.string()),
      }),
    ),
  }),
  /** Copies were stamped from the bulletin whose SHA-256 is given. `reason`: why somebody got another one of the same edition. */
  v.strictObject({
    ...base,
    action: v.literal("copies"),
    quarter: v.string(),
    bulletin: hash,
    copies: v.array(copySchema),
    reason: v.optional(v.string()),
  }),
  v.strictObject({ ...base, action: v.literal("return"), quarter: v.string(), number: wholeNumber }),
  /** `reason`: why a copy that never came back is destroyed. */
  v.strictObject({
    ...base,
    action: v.literal("destruction"),
    quarter: v.string(),
    number: wholeNumber,
    reason: v.optional(v.string()),
  }),
  /** The list of the bulletins was written anew, for what it says of the copies. */
  v.strictObject({ ...base, action: v.literal("index"), index: file }),
  /** Deliveries and bulletins deleted after the archives' visa. */
  v.strictObject({ ...base, action: v.literal("purge"), visa: v.string(), data: files, out: files }),
  /** Written until a folder was no longer bound to its machine. */
  v.strictObject({ ...base, action: v.literal("binding"), machine: hash }),
  /** data/ and dist/ were opened to a group of accounts. */
  v.strictObject({ ...base, action: v.literal("sharing"), group: v.string() }),
  v.strictObject({ ...base, action: v.literal("backup"), archive: v.string(), sha256: hash, files: wholeNumber }),
  /** The register was brought back from the backup made at `madeAt`; from here it goes on apart from the one that was saved. `identity`: of a program of before. */
  v.strictObject({
    ...base,
    action: v.literal("restore"),
    madeAt: instant,
    identity: v.optional(v.string()),
  }),
  /** The form of a received file, without anything that it says, was written for whoever keeps the program. */
  v.strictObject({ ...base, action: v.literal("form"), form: file, of: file }),
  /** An earlier line, a return or a destruction, was mistyped and no longer counts. The line itself stays as it was written. */
  v.strictObject({ ...base, action: v.literal("correction"), line: lineNumber, reason: v.string() }),
  /** The register was damaged and put right; what was found, and where it is kept as it was. */
  v.strictObject({ ...base, action: v.literal("repair"), found: v.array(v.string()), aside: v.string() }),
]);

export type CopyEntry = v.InferOutput<typeof copySchema>;
export type RegisterEntry = v.InferOutput<typeof entrySchema>;
type WithClock<Entry> = Entry extends RegisterEntry
  ? Omit<Entry, "at"> & { readonly at: string | (() => Date) }
  : never;
/** A line to be. Given the clock, its time is taken as it is added: two commands at once then follow each other in time too. */
export type NewEntry = WithClock<RegisterEntry>;
export type RegisterLine = RegisterEntry & {
  /** 1 for the first line. */
  readonly n: number;
  /** Hash of the line before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON of all the rest. */
  readonly hash: string;
};

/** What the register calls each action, to people. */
export const ACTION_NAMES: Readonly<Record<RegisterEntry["action"], string>> = {
  reception: "réception",
  lecture: "lecture",
  build: "bulletin",
  copies: "exemplaires",
  return: "retour",
  destruction: "destruction",
  index: "liste des bulletins",
  purge: "élimination",
  binding: "liaison au poste",
  sharing: "partage",
  backup: "sauvegarde",
  restore: "restauration",
  correction: "correction",
  repair: "réparation",
  form: "forme",
};

/** The day of an instant by the clock of the machine: "2026-04-09T22:30:00.000Z" => "2026-04-10" in Paris. */
export const dayOf = (at: string): string => new Date(at).toLocaleDateString("sv-SE"); // Sweden writes days as ISO does

export const FIRST_PREVIOUS = "0".repeat(64);

/** JSON Canonicalization Scheme (RFC 8785): keys in order of their UTF-16 code units, no space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`)
      .join(",")}}`;
  return JSON.stringify(value);
}

/** What the line's hash must be, from all its other members. */
export function hashOf(line: Readonly<Record<string, unknown>>): string {
  const { hash: _, ...rest } = line;
  return sha256(canonicalJson(rest));
}

export function chain(entry: RegisterEntry, n: number, previous: string): RegisterLine {
  const line = { ...entry, n, previous };
  return { ...line, hash: hashOf(line) };
}
