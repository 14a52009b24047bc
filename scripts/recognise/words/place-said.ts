/** What a text says of the place that its figures are of: the settings' commune, another, a part of ours, a wider area. */
import { quote } from "../../model/format.ts";
import type { PlaceKey } from "../../nomenclature/index.ts";

/** A place that is not the commune. */
export interface Elsewhere {
  readonly kind: "elsewhere";
  readonly text: string;
  /** area: wider than a commune, and beside ours a mere address ("Département : …"). all: "Total" under « Commune ». other: a part of one. */
  readonly by: "commune" | "area" | "all" | "other";
  /** "une autre commune (Ville-Haute, 99002)": what the place is, in French. */
  readonly what: string;
}

/** What a wider area is, which is known by its word and by no name. */
export const MORE = "plus que la commune";

export type PlaceSaid =
  /** `generic`: « Commune », over counts: that of the document, whichever its title names. */
  | { readonly kind: "ours"; readonly text: string; readonly generic?: true }
  | Elsewhere
  /** A service stands where a commune would; or a name that is not known, a part, several: "Commune : Le Bourg". */
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
  const by = (...kinds: readonly string[]) => said.find((s) => s.kind === "elsewhere" && kinds.includes(s.by));
  const commune = by("commune");
  if (ours && commune) return { kind: "doubt", text: commune.text, by: "name" };
  return (
    by("all", "other") ??
    said.find((s) => s.kind === "doubt" && s.by === "name") ??
    ours ??
    commune ??
    by("area") ??
    said[0] ??
    null
  );
}

/** « VILLE-HAUTE » est une autre commune (Ville-Haute, 99002). */
export const sayPlace = ({ text, what }: Elsewhere): string =>
  `${quote(text.length > 60 ? `${text.slice(0, 59)}…` : text)} est ${what}`;
