/** One line of the register: what was done, when, by whom, chained to the line before. */
import { z } from "../yaml.ts";
import { sha256 } from "./disk.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.strictObject({ path: z.string(), sha256: hash });
const files = z.array(file);
const base = {
  /** Instant, ISO 8601 in UTC: "2026-04-09T08:12:00.000Z". */
  at: z.iso.datetime(),
  /** Operating-system account. */
  who: z.string(),
};
const copy = z.strictObject({
  number: z.int(),
  /** Copies of this bulletin so far, this distribution included: the N of n/N. */
  of: z.int(),
  recipient: z.string(),
  role: z.string(),
  path: z.string(),
  sha256: hash,
});

/** Paths of deliveries and settings are relative to data/, those of bulletins and copies to dist/. */
export const entrySchema = z.discriminatedUnion("action", [
  /** A delivery arrived: when the message was received, who opened it. */
  z.strictObject({
    ...base,
    action: z.literal("reception"),
    delivery: z.string(),
    messageDate: z.iso.date(),
    openedBy: z.string(),
    files,
  }),
  /** A bulletin was built. `accepted`: rules of the issues that were shown and did not stop it. */
  z.strictObject({
    ...base,
    action: z.literal("build"),
    quarter: z.string(),
    programVersion: z.string(),
    fingerprint: z.string(),
    inputs: files,
    outputs: files,
    accepted: z.array(z.string()),
  }),
  /** Copies were stamped from the bulletin whose SHA-256 is given. */
  z.strictObject({ ...base, action: z.literal("copies"), quarter: z.string(), bulletin: hash, copies: z.array(copy) }),
  z.strictObject({ ...base, action: z.literal("return"), quarter: z.string(), number: z.int() }),
  z.strictObject({ ...base, action: z.literal("destruction"), quarter: z.string(), number: z.int() }),
  /** Deliveries and bulletins deleted after the archives' visa. */
  z.strictObject({ ...base, action: z.literal("purge"), visa: z.string(), data: files, out: files }),
  z.strictObject({ ...base, action: z.literal("binding"), machine: hash }),
  z.strictObject({ ...base, action: z.literal("backup"), archive: z.string(), sha256: hash, files: z.int() }),
  /** The end of the register was damaged and put right; what was found, and where the damaged end was put aside. */
  z.strictObject({ ...base, action: z.literal("repair"), found: z.array(z.string()), aside: z.string().nullable() }),
]);

export type RegisterEntry = z.infer<typeof entrySchema>;
export type RegisterLine = RegisterEntry & {
  /** 1 for the first line. */
  readonly n: number;
  /** Hash of the line before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON of all the rest. */
  readonly hash: string;
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
      .sort(([a], [b]) => (a < b ? -1 : 1))
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
