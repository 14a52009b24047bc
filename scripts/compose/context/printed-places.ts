/**
 * How paper names received files, sheets and cells. The name of a file or of a sheet may be a person's, even one that is a word (Petit, Blanc): what
 * is not made of the words of statements and periods alone is named by its number, "2026-T1/fichier 2, feuille 1, ligne 8, colonne C". The control sheet gives both names.
 */
import { deliveryOfPath } from "../../model/delivery.ts";
import { formatCell, quote } from "../../model/format.ts";
import type { Place } from "../../model/issue.ts";
import type { Nomenclature } from "../../model/nomenclature.ts";
import type { Provenance, Recognition } from "../../model/observation.ts";
import type { Settings } from "../../model/settings.ts";
import { createOrdinaryWords, fold } from "../../nomenclature/index.ts";

export interface PrintedPlaces {
  /** "2026-T1/IS101 T1 2026.xlsx"; "2026-T1/fichier 2". */
  readonly file: (path: string) => string;
  readonly place: (place: Place) => string;
  /** What a cell holds, where it is made of known words, numbers and marks; else nothing. */
  readonly raw: (text: string) => string;
  readonly provenance: (provenance: Provenance) => Provenance;
}

/** Parts that are no sheet: the program's own names. */
const OWN_PARTS: ReadonlySet<string> = new Set(["document", "CSV"]);

/** The words that name a statement, its period, its forces, a sheet: "IS101_T1_2026", "I.S.T 3e trimestre 2026", "Feuil1". No family bears them. */
const STATEMENT_WORDS: ReadonlySet<string> = new Set(
  "is ist i s t tr trim trimestre sem semestre annee mois er e eme rectificatif rectifie etat etats stat statistiques faits pn gn zpn zgn police gendarmerie nationale ensemble feuil feuille sheet tableau"
    .split(" ")
    .map(fold),
);
const isOfStatement = (text: string): boolean =>
  fold(text.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " "))
    .split(/\s+/)
    .every((word) => word === "" || /^\d+$/.test(word) || STATEMENT_WORDS.has(word));

/** @param recognitions in the order of their paths within each delivery. */
export function createPrintedPlaces(
  recognitions: readonly Recognition[],
  { nomenclature, settings }: { readonly nomenclature: Nomenclature; readonly settings: Settings },
): PrintedPlaces {
  const isOrdinary = createOrdinaryWords(nomenclature, [settings.commune.name, settings.service]);
  const numbers = new Map(
    Map.groupBy(recognitions, ({ file }) => file.source.delivery)
      .values()
      .flatMap((own) => own.map(({ file }, i) => [file.source.path, i + 1] as const)),
  );
  const sheets = new Map(recognitions.map(({ file }) => [file.source.path, file.grids.map(({ part }) => part)]));

  const file = (path: string): string => {
    const delivery = deliveryOfPath(path);
    if (delivery === undefined) return path; // a file of the program
    if (isOfStatement(path.slice(delivery.length).replace(/\.\w{1,5}$/, ""))) return path;
    return `${delivery}/fichier${numbers.has(path) ? ` ${numbers.get(path)}` : ""}`;
  };
  const sheet = (path: string, part: string): string => {
    const at = sheets.get(path)?.indexOf(part) ?? -1;
    return at === -1 ? "feuille" : `feuille ${at + 1}`;
  };
  const place = (at: Place): string => {
    const { part = "document" } = at;
    const of = OWN_PARTS.has(part) ? "" : `, ${isOfStatement(part) ? quote(part) : sheet(at.file, part)}`;
    return "row" in at ? `${file(at.file)}${of}, ${formatCell(at)}` : file(at.file);
  };
  const raw = (text: string): string => (isOrdinary(text.replaceAll(".", "")) ? text : ""); // "s.o."
  return {
    file,
    place,
    raw,
    provenance: (at) => ({
      ...at,
      file: file(at.file),
      part: OWN_PARTS.has(at.part) || isOfStatement(at.part) ? at.part : sheet(at.file, at.part),
      raw: raw(at.raw),
    }),
  };
}
