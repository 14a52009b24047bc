/** The words that say where (places.yaml), folded. */
import { readFileSync } from "node:fs";
import { group, v } from "../disk/schema.ts";
import { parseYaml } from "../disk/yaml.ts";
import { once } from "../model/remember.ts";
import { foldPlace } from "./communes.ts";
import { fold } from "./fold.ts";

/** What the values under a heading, or after a colon, say: a commune, something wider, a part of one, a service, or a postal code. */
export type PlaceKey = "commune" | "wider" | "part" | "service" | "postal";

export interface PlaceWords {
  /** Folded heading => what its values say. */
  readonly keys: ReadonlyMap<string, PlaceKey>;
  /** Any service, its département's number after it or not: "DIPN62". */
  readonly services: RegExp;
  readonly wider: RegExp;
  readonly whole: RegExp;
  readonly parts: RegExp;
  readonly others: RegExp;
  /** Kinds of places of the facts. */
  readonly sites: ReadonlySet<string>;
  /** Before the name of the town that they are called after: "Grand", "Bassin de". */
  readonly seats: ReadonlySet<string>;
  /** Communes whose name is an ordinary word. */
  readonly words: ReadonlySet<string>;
  /** Words of titles that are no name of a place. */
  readonly titles: ReadonlySet<string>;
  /** Words of letterheads, of sheets and of files that are no name. */
  readonly documents: ReadonlySet<string>;
}

const list = v.array(v.string());
const schema = group({
  keys: group({ commune: list, wider: list, part: list, service: list, postal: list }),
  services: group({ PN: list, GN: list, other: list }),
  wider: list,
  whole: list,
  parts: list,
  seats: list,
  sites: list,
  others: list,
  words: list,
  titles: list,
  documents: list,
});

/** "DIPN62" */
const NUMBERED = "(?:\\d{2,3})?";

/** One of the phrases, longest first, in a folded text. */
const oneOf = (phrases: readonly string[], after = ""): RegExp => {
  const folded = phrases.map(foldPlace).toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<![a-z0-9])(?:${folded.join("|")})${after}(?![a-z0-9])`);
};

/** Reads places.yaml, once; a fault in it is a UserError that names the line. */
export const loadPlaceWords = once((): PlaceWords => {
  const text = readFileSync(new URL("places.yaml", import.meta.url), "utf8");
  const spec = parseYaml(text, "scripts/nomenclature/places.yaml", schema);
  const ofForces = [...spec.services.PN, ...spec.services.GN];
  const keys = new Map<string, PlaceKey>();
  for (const key of ["commune", "wider", "part", "service", "postal"] as const)
    for (const phrase of spec.keys[key]) keys.set(foldPlace(phrase), key);
  return {
    keys,
    services: oneOf([...ofForces, ...spec.services.other], NUMBERED),
    wider: oneOf(spec.wider),
    whole: oneOf(spec.whole),
    parts: oneOf(spec.parts),
    others: oneOf(spec.others),
    sites: new Set(spec.sites.map(foldPlace)),
    seats: new Set(spec.seats.map(foldPlace)),
    words: new Set(spec.words.map(foldPlace)),
    titles: new Set(spec.titles.map(foldPlace).flatMap((text) => [text, ...text.split(" ")])),
    documents: new Set(spec.documents.flatMap((text) => fold(text).split(" "))),
  };
});
