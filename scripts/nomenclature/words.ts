/** The words of headings and captions (words.yaml), folded, each with what it says. */
import { readFileSync } from "node:fs";
import { group, v } from "../disk/schema.ts";
import { parseYaml } from "../disk/yaml.ts";
import type { Force, PrintedMeasure } from "../model/observation.ts";
import { once } from "../model/remember.ts";
import { fold } from "./fold.ts";

export type Measure = "count" | PrintedMeasure;
export type Dimension =
  | "place"
  | "statement"
  | "indicator"
  | "family"
  | "force"
  | "period"
  | "unit"
  | "number"
  | "measure"
  | "notes";

/** What one phrase says. */
export type Word =
  | { readonly kind: "force"; readonly force: Force }
  | { readonly kind: "total" }
  | { readonly kind: "measure"; readonly measure: Measure }
  | { readonly kind: "dimension"; readonly dimension: Dimension }
  | { readonly kind: "filler" };

/** What a text tells as soon as one of some words stands in it. */
export type Mention = keyof v.InferOutput<typeof mentions>;

export interface Words {
  /** Folded phrase => all that it may say: "trimestre" is a dimension, "nombre" a measure. */
  readonly phrases: ReadonlyMap<string, readonly Word[]>;
  /** Words in the longest phrase. */
  readonly longest: number;
  /** Folded beginnings of notes. */
  readonly notes: readonly string[];
  /** Found in a folded text. */
  readonly mentions: readonly (readonly [Mention, RegExp])[];
  /** Folded, one word each. */
  readonly units: ReadonlySet<string>;
  /** What is known and tells a part of the facts, or no facts. Found in a folded text. */
  readonly limits: RegExp;
  /** Leaves something out of what is counted: in any text; in a note; of a force. Found in a folded text. */
  readonly exceptions: Readonly<Record<"always" | "note" | "force", RegExp>>;
  /** Says that figures are provisional: every place of it in a folded text. */
  readonly provisional: RegExp;
  /** Every word of the other lists, folded: none of them is a name. */
  readonly vocabulary: ReadonlySet<string>;
}

const list = v.array(v.string());
const mentions = group({
  facts: list,
  figures: list,
  document: list,
  sender: list,
  district: list,
  station: list,
  department: list,
  "other-document": list,
});
const schema = group({
  forces: group({ PN: list, GN: list, ensemble: list }),
  totals: list,
  measures: group({ count: list, change: list, "change-percent": list, rate: list, other: list }),
  dimensions: group({
    place: list,
    statement: list,
    indicator: list,
    family: list,
    force: list,
    period: list,
    unit: list,
    number: list,
    measure: list,
    notes: list,
  }),
  fillers: list,
  notes: list,
  limits: list,
  exceptions: group({ always: list, note: list, force: list }),
  provisional: list,
  mentions,
  units: list,
});

/** Reads words.yaml, once; a fault in it is a UserError that names the line. */
export const loadWords = once((): Words => {
  const text = readFileSync(new URL("words.yaml", import.meta.url), "utf8");
  const spec = parseYaml(text, "scripts/nomenclature/words.yaml", schema);
  const phrases = new Map<string, Word[]>();
  const add = (texts: readonly string[], word: Word) => {
    for (const key of texts.map(fold).filter((k) => k !== "")) phrases.set(key, [...(phrases.get(key) ?? []), word]);
  };
  for (const force of ["PN", "GN", "ensemble"] as const) add(spec.forces[force], { kind: "force", force });
  add(spec.totals, { kind: "total" });
  for (const measure of ["count", "change", "change-percent", "rate", "other"] as const)
    add(spec.measures[measure], { kind: "measure", measure });
  for (const [dimension, texts] of Object.entries(spec.dimensions))
    add(texts, { kind: "dimension", dimension: dimension as Dimension });
  add(spec.fillers, { kind: "filler" });
  const longest = Math.max(...[...phrases.keys()].map((key) => key.split(" ").length));
  const anyOf = (texts: readonly string[]): RegExp => new RegExp(`\\b(?:${texts.map(fold).join("|")})\\b`);
  const { always, note, force } = spec.exceptions;
  return {
    phrases,
    longest,
    notes: spec.notes.map(fold),
    mentions: (Object.keys(spec.mentions) as Mention[]).map((mention) => [mention, anyOf(spec.mentions[mention])]),
    units: new Set(spec.units.map(fold)),
    limits: anyOf(spec.limits),
    exceptions: { always: anyOf(always), note: anyOf([...always, ...note]), force: anyOf(force) },
    provisional: new RegExp(anyOf(spec.provisional), "g"),
    vocabulary: new Set(textsOf({ ...spec, limits: [], exceptions: [] }).flatMap((text) => fold(text).split(" "))),
  };
});

type Lists = readonly string[] | { readonly [key: string]: Lists };
const textsOf = (lists: Lists): readonly string[] =>
  Array.isArray(lists) ? lists : Object.values(lists).flatMap(textsOf);
