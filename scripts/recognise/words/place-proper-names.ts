/** Which words of a text may be a place's name that no list has, by their capitals and by what stands around them. */
import { foldPlace } from "../../nomenclature/index.ts";
import type { IsProper } from "./original-words.ts";
import type { PlaceNames } from "./place-names.ts";
import { elsewhere, type PlaceSaid } from "./place-said.ts";
import { SIDES } from "./place-segment.ts";
import type { Segment } from "./said.ts";

/** Words within a name. */
export const SMALL = /^(?:de|du|des|d|la|le|les|l|en|lez|pres|sur|sous|aux?|et|saint|sainte)$/;

/** "Faits constatés à Ville-Haute au", before a period. */
export const withoutEnd = (folded: string): string =>
  folded.replace(/(?: (?:a|au|aux|en|du|de|des|d|le|la|les|pour|sur))+$/, "");

/** `isOrdinary`: a folded word is no name's ("faits", "police"). */
export function createProperNames({ communeOf, other, areaOf }: PlaceNames, isOrdinary: (word: string) => boolean) {
  /** "Faits constatés à Ville-Haute": a name after words that are no name's. */
  const atTheEnd = (seg: string, shown: (piece: string) => string, isProper: IsProper): PlaceSaid | null => {
    const all = withoutEnd(foldPlace(seg)).split(" ");
    const start = all.findIndex((w) => isProper(w) && !isOrdinary(w));
    const name = all.slice(start).join(" ");
    if (start <= 0 || !all.slice(0, start).every(isOrdinary)) return null;
    const found = communeOf(name);
    if (found) return other(shown(name), found);
    const area = SIDES.test(name) ? undefined : areaOf(name); // "Police du Nord"
    if (area) return elsewhere(shown(name), "area", area);
    // "Faits constatés à Le Bourg": a name that no list has
    const isUnknown =
      /^(?:a|sur)$/.test(all[start - 1] ?? "") && all.slice(start).every((w) => isProper(w) || SMALL.test(w));
    return isUnknown ? { kind: "doubt", text: shown(name), by: "name" } : null;
  };

  /** "Ville-Haute et couronne", "Ville-Haute centre": a commune's name among words that are not understood. */
  const holdsName = (text: string, isProper: IsProper): boolean => {
    const all = foldPlace(text).split(" ");
    return all.some((word, i) => {
      if (word.length < 4 || !isProper(word) || isOrdinary(word)) return false;
      return [1, 2, 3, 4].some((n) => i + n <= all.length && communeOf(all.slice(i, i + n).join(" ")) !== undefined);
    });
  };

  /** "IS 101 - BOURG-NEUF - T1 2026": words that are no title's, all written as a name is. */
  const isName = ({ text, beforeName }: Segment, isProper: IsProper): boolean => {
    const all = foldPlace(text).split(" ");
    const strange = all.filter((w) => !isOrdinary(w) && !SMALL.test(w));
    const allowed = all.every((w) => strange.includes(w) || SMALL.test(w));
    return !beforeName && allowed && strange.length > 0 && strange.length <= 5 && strange.every(isProper);
  };
  return { isName, holdsName, atTheEnd };
}
