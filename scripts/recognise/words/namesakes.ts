/** Another commune of our name, and a text of another département than ours: what stands beside the name tells. */
import { departementOf, type Settings } from "../../model/settings.ts";
import {
  type Commune,
  communeOfCode,
  departementName,
  foldPlace,
  isPostCode,
  widerArea,
} from "../../nomenclature/index.ts";
import type { PlaceSaid } from "./place-said.ts";

export interface Namesakes {
  /** « Ville-Haute (99) », « Ville-Haute 99002 », « Ville-Haute (Ain) »: beside our name, what another of that name has; `isName`: « VILLE-HAUTE 99 ». */
  readonly namesake: (text: string, isName: boolean) => PlaceSaid | null;
  /** « GGD 99 », « Département de l'Ain », where ours is another. */
  readonly far: (text: string) => PlaceSaid | null;
}

/** What may stand beside a name: « (99) », « (nom du département) », « 99002 ». */
const BESIDE_A_NAME = /\(([^()]+)\)|(?<![\dA-Z])\d[\dAB]\d{3}(?!\d)/gi;
const CODE = /^\d[\dAB]\d{3}$/;
/** Of a département, in the name of a file, where a lower number may be a month, a quarter or a year. */
const BESIDE_IN_A_NAME = new RegExp(`${BESIDE_A_NAME.source}|(?<![\\dA-Z])(?:[4-9]\\d|97\\d|2[AB])(?![\\dA-Z])`, "gi");
/** What is of a whole département, in a folded text. */
const OF_DEPARTEMENT =
  /(?:^| )(?:(?:departement|dep|dept|ggd|ddsp|ddpn|dipn)|groupement(?: de gendarmerie)?(?: departementale)?)(?: (?:de|du|des|d|la|le|les|l))* (?=\S)/g;
/** Words of a département's name. */
const LONGEST_DEPARTEMENT = 6;

/** @param own the commune's name, folded. @param other what is said of a text that names another commune. */
export function createNamesakes(
  commune: Settings["commune"],
  own: string,
  other: (text: string, found: Commune) => PlaceSaid,
): Namesakes {
  const ours = departementOf(commune);
  if (ours === null) return { namesake: () => null, far: () => null };
  const ofDepartement = foldPlace(departementName(ours));
  /** "61", "Orne": a département, and not ours. */
  const isFar = (said: string): boolean => {
    const code = said.toUpperCase();
    const isCode = departementName(code) !== code;
    return isCode ? code !== ours : widerArea(said) === "un département" && foldPlace(said) !== ofDepartement;
  };
  const doubt = (text: string): PlaceSaid => ({ kind: "doubt", text, by: "name" });
  const isAreaToo = widerArea(commune.name) === "un département";
  const asArea = new RegExp(`(?:^| )(?:la|le|les|l|du|des) ${own}(?: |$)|(?:^| )${own} departement(?: |$)`);

  const namesake = (text: string, isName: boolean): PlaceSaid | null => {
    if (isAreaToo && asArea.test(foldPlace(text))) return doubt(text);
    for (const { 0: all, 1: bracketed = all, index } of text.matchAll(isName ? BESIDE_IN_A_NAME : BESIDE_A_NAME)) {
      if (!` ${foldPlace(text.slice(0, index))}`.endsWith(` ${own}`)) continue;
      const beside = foldPlace(bracketed).toUpperCase();
      if (isPostCode(commune, beside)) continue;
      const isCode = CODE.test(beside);
      const found = isCode ? communeOfCode(beside) : undefined;
      if (found && found.code !== commune.insee && foldPlace(found.name) === own) return other(text, found);
      const of = isCode ? departementOf({ ...commune, departement: null, insee: beside }) : beside;
      if (of !== null && isFar(of)) return doubt(text);
    }
    return null;
  };

  const far = (text: string): PlaceSaid | null => {
    const folded = foldPlace(text);
    const isOther = (rest: string): boolean => {
      const words = rest.split(" ").slice(0, LONGEST_DEPARTEMENT);
      const names = words.map((_, i) => words.slice(0, i + 1).join(" "));
      return (
        names.some(isFar) && ![...words, ...names].some((name) => [ours.toLowerCase(), ofDepartement].includes(name))
      );
    };
    const found = [...folded.matchAll(OF_DEPARTEMENT)].map(({ 0: ahead, index }) => folded.slice(index + ahead.length));
    return found.some(isOther) ? doubt(text) : null;
  };
  return { namesake, far };
}
