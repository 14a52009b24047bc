/** The place among the words of a file's name that does not name ours: "IS101_export_VILLE-HAUTE_v2", "IS101_circonscription_T1". */
import type { PlaceWords } from "../../nomenclature/index.ts";
import { originalWords } from "./original-words.ts";
import { CODE, type PlaceNames } from "./place-names.ts";
import { SMALL } from "./place-proper-names.ts";
import { elsewhere, type PlaceSaid } from "./place-said.ts";
import { type PlaceSegments, SIDES } from "./place-segment.ts";

/** `tokens`: the folded words of the name, without its period, statement and extension. */
export type FileNamePlaces = (text: string, tokens: readonly string[]) => PlaceSaid | null;

export function createFileNamePlaces(
  places: PlaceWords,
  { communeOf, other, ofCode, areaOf }: PlaceNames,
  { isOrdinary, isStreet }: Pick<PlaceSegments, "isOrdinary" | "isStreet">,
): FileNamePlaces {
  /** The longest name of a commune, a département or a région among the words. */
  const named = (text: string, tokens: readonly string[]): PlaceSaid | null => {
    for (let n = Math.min(6, tokens.length); n > 0; n--)
      for (let i = 0; i + n <= tokens.length; i++) {
        const name = tokens.slice(i, i + n).join(" ");
        if (name.replace(/ /g, "").length < 4 || (n === 1 && (isOrdinary(name) || /\d/.test(name)))) continue;
        const area = /^(?:nord|centre)$/.test(name) ? undefined : areaOf(name);
        const found = area ? undefined : communeOf(name);
        if (!area && !found) continue;
        const shown = originalWords(text).shown(name);
        const before = tokens.slice(0, i).join(" ");
        const service = places.services.exec(before);
        if (service)
          return {
            kind: "doubt",
            text: originalWords(text).shown(`${before.slice(service.index)} ${name}`),
            by: "service",
          };
        return found ? other(shown, found) : elsewhere(shown, "area", area ?? "");
      }
    return null;
  };

  /** "IS101_secteur_Est", "IS101 quartier Bellevue", "IS101_QPV", "IS101 rue du Bois"; but "secteur gendarmerie" is a force's. */
  const part = (text: string, joined: string): PlaceSaid | null => {
    const { shown } = originalWords(text);
    if (isStreet(joined, () => true)) return elsewhere(shown(joined), "site", "une rue ou un lieu-dit");
    const found = places.parts.exec(joined);
    if (!found) return null;
    const after = joined.slice(found.index + found[0].length).split(" ");
    const name = after.find((word) => word !== "" && !SMALL.test(word)) ?? "";
    if (name !== "" && isOrdinary(name) && !SIDES.test(name) && !/^\d+$/.test(name)) return null;
    return elsewhere(shown(`${found[0]} ${name}`.trim()), "part", "une partie d'une commune");
  };

  /** "IS101_circonscription", "IS101_dept62" */
  const wider = (text: string, joined: string): PlaceSaid | null => {
    const [area] = /\b(?:dept?|departement) ?\d{2,3}\b/.exec(joined) ?? places.wider.exec(joined) ?? [];
    if (area === undefined || places.services.test(joined)) return null;
    return elsewhere(originalWords(text).shown(area), "area", "plus que la commune");
  };
  return (text, tokens) => {
    const joined = tokens.join(" ");
    const [code] = tokens.flatMap((t) => (CODE.test(t) ? (ofCode(t, t) ?? []) : []));
    return code ?? part(text, joined) ?? named(text, tokens) ?? wider(text, joined);
  };
}
