/** The force whose facts a number counts: its row and column, then captions and titles, the sheet, the file. */

import type { Force } from "../../model/observation.ts";
import { CHOICES } from "../../model/question.ts";
import { fold } from "../../nomenclature/index.ts";
import { asking, type Count, type Doubt, doubtful } from "../layout/outcome.ts";
import { isNear, type Line, type Surroundings, titleIndex } from "../layout/surroundings.ts";
import { type Facets, isExplained, isNamedAfterFigures } from "../words/said.ts";
import type { Axis } from "./axis.ts";
import { type Context, isTotalRow } from "./context.ts";
import { reminderForce } from "./reminder.ts";

export type ForceFinding =
  | { readonly kind: "force"; readonly force: Force; readonly text: string }
  | { readonly kind: "none" }
  | Doubt;

/** "Total", understood whole, says the two forces together. */
export const saidForce = (facets: Facets): Force | null =>
  facets.force ?? (facets.total && isExplained(facets) ? "ensemble" : null);

/** "Police secteur nord" just above a table: a few words, and no letterhead, which is asked about as one. A sentence is a comment. */
const isCaption = ({ text, facets: { mentions } }: Line): boolean =>
  fold(text).split(" ").length <= 5 && !mentions.some((m) => m === "sender" || m === "district");

/** "Police" over a table may tell whose facts are counted, or nothing of them. `saysNone`: another text may then say it. */
const forceOrNothing = ({ text }: Line, force: Force, saysNone: boolean): Doubt =>
  asking(text, { kind: "force", may: [force, "ensemble", ...(saysNone ? [CHOICES.noEffect] : [])] });

/** "Police" in the title, "Gendarmerie" in the sheet's name: which one counts? */
function disagreement(line: Line, said: Force, name: Line): Doubt | null {
  const other = name.facets.force;
  if (line.facets.declared || other === null || other === said || said === "ensemble" || other === "ensemble")
    return null;
  return asking(line.text, { kind: "force", may: [said, other] });
}

/**
 * The force that captions, sheet or file say. A force said in a letterhead, with the statement's title between it and the
 * table, or by the file's name alone, may be the sender and not the counts: both readings are given.
 */
export function findForce(around: Surroundings): ForceFinding {
  const told = noteForce(around.notes);
  if (told) return told;
  const title = titleIndex(around.lines);
  let total: Line | null = null;
  for (const [i, line] of around.lines.entries()) {
    const { weakForce, statements, periods, measure, declared } = line.facets;
    const within = line.where === "within";
    const titled = title !== -1 && i > title;
    const said = saidForce(line.facets);
    // « Total », « Ensemble de la commune » under « Police nationale » is of its facts
    const ofOne = ({ where, facets: { force } }: Line): boolean => where === "within" && force !== null;
    if (said && line.facets.force === null && !(within && around.lines.slice(i + 1).some(ofOne))) {
      total ??= isOfTerritory(line.facets) ? null : line;
      continue;
    }
    if (said) {
      // "Statistiques – Police" and "Faits constatés – Police" are about the figures; "Police nationale" may be the sender
      const ofFigures =
        statements.length > 0 || periods.length > 0 || measure !== null || isNamedAfterFigures(line.facets);
      // "Réf. : convention mairie / police / gendarmerie": both are named, among words that are not about the figures
      if (said === "ensemble" && !ofFigures && !within && !declared && !isExplained(line.facets)) continue;
      const mayBeSender = !ofFigures && said !== "ensemble";
      if (titled && !declared && mayBeSender)
        return said === pairForce(around) ? OF_NAME(said) : forceOrNothing(line, said, true);
      if (within) return { kind: "force", force: said, text: line.text };
      const { force: sheet } = around.sheet.facets;
      // "Police et gendarmerie" in the title of a workbook of one sheet a force
      if (said === "ensemble" && sheet && !declared)
        return { kind: "force", force: sheet, text: "le nom de la feuille" };
      return disagreement(line, said, around.sheet) ?? { kind: "force", force: said, text: line.text };
    }
    if (weakForce && weakForce !== "ensemble" && (within || (isNear(line) && !titled && isCaption(line))))
      return forceOrNothing(line, weakForce, true);
  }
  const found = sheetForce(around.sheet) ?? fieldForce(around.notes);
  if (found) return found;
  return total ? { kind: "force", force: "ensemble", text: total.text } : fileForce(around);
}

/** « Total de la commune », « Ensemble de la ville »: of its territory, and of no two forces. */
const isOfTerritory = ({ segments }: Facets): boolean =>
  segments.some(({ text }) => /\b(?:commune|ville|territoire)\b/.test(text));

/** What a person has said of a note: "Champ : zone police" is a question of its own. */
function noteForce(notes: readonly Line[]): ForceFinding | null {
  for (const { text, facets } of notes)
    if (facets.declared && facets.force !== null) return { kind: "force", force: facets.force, text };
  return null;
}

/** "Force : Gendarmerie", in a form under the table. */
function fieldForce(notes: readonly Line[]): ForceFinding | null {
  for (const { text, facets, cell } of notes)
    if (facets.force !== null && /^\s*force\b/i.test(cell?.field ?? text))
      return { kind: "force", force: facets.force, text };
  return null;
}

/** "Police 2026"; "Police Valmont": a force among words that are not understood. null: no word of a force. */
function sheetForce(sheet: Line): ForceFinding | null {
  const force = saidForce(sheet.facets);
  if (force) return { kind: "force", force, text: "le nom de la feuille" };
  const { weakForce } = sheet.facets;
  if (!weakForce || weakForce === "ensemble") return null;
  return forceOrNothing(sheet, weakForce, false);
}

const OF_NAME = (force: Force): ForceFinding => ({ kind: "force", force, text: "le nom du fichier" });

/** A file of each force, by their names: each is of its own. */
const pairForce = ({ file: { facets }, isOneOfPair }: Surroundings): Force | null =>
  isOneOfPair ? (facets.force ?? facets.weakForce) : null;

/** "IS101_police_v2": whose facts, or who sends them? A file of each force says whose. */
function fileForce(around: Surroundings): ForceFinding {
  const { file } = around;
  const { force, weakForce, declared } = file.facets;
  if (force && (declared || force === "ensemble")) return OF_NAME(force);
  const sender = force ?? weakForce;
  if (!sender || sender === "ensemble") return { kind: "none" };
  const pair = pairForce(around);
  if (pair) return OF_NAME(pair);
  // "IS101 CPN Valmont": the sender's own name, as in a letterhead
  const isLetterhead = file.facets.mentions.some((m) => m === "sender" || m === "district");
  return force === null && isLetterhead ? { kind: "none" } : forceOrNothing(file, sender, false);
}

/** The force of a number, and what says it: a row or column of the table, a text around it, or nothing. */
export interface ForceOf {
  readonly force: Force;
  readonly by: Count["forceBy"];
}

export function forceOfNumber(context: Context, around: () => ForceFinding, column: Axis, row: Axis): ForceOf | Doubt {
  const ofColumn = column.force ?? reminderForce(context, column);
  const columnForce = ofColumn ?? (column.total && context.columnsHaveForces ? "ensemble" : null);
  const totalOfForces = row.total && (row.label !== null || (context.transposed && context.rowsHaveForces));
  const rowForce =
    row.force === "ensemble" && isTotalRow(context, row) ? null : (row.force ?? (totalOfForces ? "ensemble" : null));
  if (columnForce && rowForce && columnForce !== rowForce)
    return doubtful(
      `${row.texts.join(" / ")} × ${column.texts.join(" / ")}`,
      "la ligne et la colonne disent deux forces",
    );
  const own = columnForce ?? rowForce;
  const doubt = own === "ensemble" ? wholeOfOne(context, around(), columnForce ? column.texts : row.texts) : null;
  if (doubt) return doubt;
  if (own) return { force: own, by: "table" };
  const finding = around();
  if (finding.kind === "force") return { force: finding.force, by: "around" };
  return finding.kind === "doubt" ? finding : { force: "ensemble", by: "nothing" };
}

/** « Ensemble » alone, under « IS 101 – Police nationale »: of its facts, or of the two forces. */
function wholeOfOne({ axesSayOneForce, tools }: Context, around: ForceFinding, texts: readonly string[]): Doubt | null {
  if (around.kind !== "force" || around.force === "ensemble" || axesSayOneForce) return null;
  const whole = texts.find((text) => fold(text) === "ensemble" && !tools.parse(text).declared);
  if (whole === undefined) return null;
  return asking(whole, { kind: "force", may: [around.force, "ensemble"] });
}
