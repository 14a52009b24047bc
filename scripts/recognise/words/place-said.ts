/** What a text says of the place that its figures are of: the settings' commune, another, a part of ours, a wider area. */
import { quote } from "../../model/format.ts";
import type { PlaceKey } from "../../nomenclature/index.ts";

/** A place that is not the commune. */
export interface Elsewhere {
  readonly kind: "elsewhere";
  readonly text: string;
  /** site: "Voie publique", "Rue du Bois". area: wider than a commune, and beside ours a mere address ("Département : …"). */
  readonly by: "commune" | "several" | "part" | "area" | "whole" | "site";
  /** "une autre commune (Ville-Haute, 99002)": what the place is, in French. */
  readonly what: string;
}

export type PlaceSaid =
  /** `generic`: « Commune », over counts: that of the document, whichever its title names. */
  | { readonly kind: "ours"; readonly text: string; readonly generic?: true }
  | Elsewhere
  /** A service stands where a commune would, or a name that is not known: "Commune : Le Bourg". */
  | { readonly kind: "doubt"; readonly text: string; readonly by: "service" | "name" };

/** Where the text stands: a title or caption, a heading, a cell under a heading of places, the name of one of several sheets. */
export type PlaceOf = "line" | "heading" | "cell" | "sheet";

/** `key`: what the heading over the text says of it. */
export type PlaceReader = (text: string, of: PlaceOf, key?: PlaceKey) => PlaceSaid | null;

export const elsewhere = (text: string, by: Elsewhere["by"], what: string): Elsewhere => ({
  kind: "elsewhere",
  text,
  by,
  what,
});

/** What the pieces of one text say together. */
export function combine(said: readonly PlaceSaid[]): PlaceSaid | null {
  const ours = said.find((s) => s.kind === "ours");
  const strange = said.filter((s) => s.kind === "elsewhere");
  const by = (...kinds: readonly string[]) => strange.find((s) => kinds.includes(s.by));
  const besides = by("several", "part", "whole", "site");
  if (besides) return besides;
  const commune = by("commune");
  if (ours && commune) return { ...commune, by: "several", what: `plusieurs communes, dont ${commune.what}` };
  return (
    said.find((s) => s.kind === "doubt" && s.by === "name") ??
    ours ??
    commune ??
    by("area") ??
    said.find((s) => s.kind === "doubt") ??
    null
  );
}

/** « VILLE-HAUTE » est une autre commune (Ville-Haute, 99002). */
export const sayPlace = ({ text, what }: Elsewhere): string =>
  `${quote(text.length > 60 ? `${text.slice(0, 59)}…` : text)} est ${what}`;
