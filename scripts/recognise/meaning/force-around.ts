/** The force that the texts around a table say: captions and titles, then the sheet, then the file. */
import { quote } from "../../model/format.ts";
import type { Force } from "../../model/observation.ts";
import { fold } from "../../nomenclature/index.ts";
import type { Line, Surroundings } from "../layout/surroundings.ts";
import type { Doubt } from "../outcome.ts";
import { isExplained } from "../words/facets.ts";

export type ForceFinding =
  | { readonly kind: "force"; readonly force: Force; readonly text: string }
  | { readonly kind: "none" }
  | Doubt;

const WORDS: Readonly<Record<Force, string>> = { PN: "police", GN: "gendarmerie", ensemble: "ensemble" };

/** Words of a document's title, which no letterhead holds. */
const DOCUMENT = /\b(?:statistique|etat|tableau|bilan|releve|synthese)\b/;

/** Who sends, and not whose facts are counted. */
const SENDER =
  /\b(?:direction|ministere|prefecture|circonscription|hotel de police|commissariat|services?|bureau|groupement|compagnie|etat major|convention|transmis|source)\b/;

/** "Police secteur nord" just above a table: a few words, and no letterhead. A sentence is a comment. */
const isCaption = (text: string): boolean => {
  const words = fold(text);
  return words.split(" ").length <= 5 && !SENDER.test(words);
};

/** "Police" over a table may tell whose facts are counted, or nothing of them. `otherwise`: the settings' word for the latter. */
const forceOrNothing = (line: Line, force: Force, nothing: string, otherwise: "ignorer" | "ensemble"): Doubt => ({
  kind: "doubt",
  text: line.text,
  readings: [`${quote(line.text)} dit quelle force a enregistré les faits`, nothing],
  settle: [
    { text: line.text, reading: WORDS[force] },
    { text: line.text, reading: otherwise },
  ],
});

/** "Police" in the title, "Gendarmerie" in the sheet's or the file's name: which one counts? */
function disagreement(line: Line, said: Force, name: Line, what: string): Doubt | null {
  const other = name.facets.force;
  if (line.facets.declared || other === null || other === said || said === "ensemble" || other === "ensemble")
    return null;
  return {
    kind: "doubt",
    text: line.text,
    readings: [`la force du titre, ${quote(line.text)}`, `celle du nom ${what}, ${quote(name.text)}`],
    settle: [
      { text: line.text, reading: WORDS[said] },
      { text: line.text, reading: WORDS[other] },
    ],
  };
}

/**
 * The force that captions, sheet or file say. A force said in a letterhead, with the statement's title between it and the
 * table, or by the file's name alone, may be the sender and not the counts: both readings are given.
 */
export function findForce(around: Surroundings, inBlock: readonly Line[]): ForceFinding {
  let titled = false;
  for (const line of [...inBlock, ...around.lines]) {
    const { force, total, weakForce, statements, periods, measure, declared } = line.facets;
    const within = inBlock.includes(line);
    const said = force ?? (total && isExplained(line.facets) ? "ensemble" : null);
    if (said) {
      // "Statistiques – Police" and "Faits constatés – Police" are about the figures; "Police nationale" may be the sender
      const ofFigures =
        statements.length > 0 || periods.length > 0 || measure !== null || DOCUMENT.test(fold(line.text));
      const mayBeSender = !ofFigures && said !== "ensemble";
      if (titled && !declared && mayBeSender)
        return forceOrNothing(
          line,
          said,
          `${quote(line.text)} est l'en-tête du service, et les faits sont ceux des deux forces`,
          "ignorer",
        );
      if (within) return { kind: "force", force: said, text: line.text };
      const { force: sheet } = around.sheet.facets;
      // "Police et gendarmerie" in the title of a workbook of one sheet a force
      if (said === "ensemble" && sheet && !declared)
        return { kind: "force", force: sheet, text: "le nom de la feuille" };
      return (
        disagreement(line, said, around.sheet, "de la feuille") ??
        disagreement(line, said, around.file, "du fichier") ?? { kind: "force", force: said, text: line.text }
      );
    }
    if (weakForce && weakForce !== "ensemble" && (within || (line.near && !titled && isCaption(line.text))))
      return forceOrNothing(line, weakForce, `${quote(line.text)} ne dit rien des chiffres`, "ignorer");
    if (!within && (statements.length > 0 || periods.length > 0)) titled = true;
  }
  const { sheet, file } = around;
  const sheetForce = sheet.facets.force ?? (sheet.facets.total && isExplained(sheet.facets) ? "ensemble" : null);
  if (sheetForce) return { kind: "force", force: sheetForce, text: "le nom de la feuille" };
  // "Police Valmont": a force among words that are not understood
  const weak = sheet.facets.weakForce;
  if (weak && weak !== "ensemble")
    return forceOrNothing(
      sheet,
      weak,
      `le nom de la feuille ${quote(sheet.text)} ne dit rien des chiffres, qui sont ceux des deux forces`,
      "ensemble",
    );
  if (!file.facets.force) return weakFileForce(file);
  if (!file.facets.declared && file.facets.force !== "ensemble")
    return forceOrNothing(
      file,
      file.facets.force,
      `le nom de fichier ${quote(file.text)} dit le service qui envoie, et les faits sont ceux des deux forces`,
      "ensemble",
    );
  return { kind: "force", force: file.facets.force, text: "le nom du fichier" };
}

/** "IS101_police_v2": whose facts, or who sends them? */
function weakFileForce(file: Line): ForceFinding {
  const { weakForce } = file.facets;
  if (!weakForce || weakForce === "ensemble") return { kind: "none" };
  return forceOrNothing(
    file,
    weakForce,
    `le nom de fichier ${quote(file.text)} dit le service qui envoie, et les faits sont ceux des deux forces`,
    "ensemble",
  );
}
