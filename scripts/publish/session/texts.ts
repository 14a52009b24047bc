/** What a session needs as plain text, for whoever types, prints or sends it elsewhere. */
import type { Bulletin } from "../../model/document/bulletin.ts";
import type { Question } from "../../model/document/front-page.ts";
import { showHidden } from "../../model/hidden-characters.ts";

/** Lines as Windows ends them too: the editors of a town hall show them all. */
export const textFile = (lines: readonly string[]): string => showHidden(lines.join("\n")).replaceAll("\n", "\r\n");

/** The marking first, as on every page. */
export const questionsText = (bulletin: Bulletin, questions: readonly Question[]): string =>
  textFile([
    ...(bulletin.banner === null ? [] : [bulletin.banner]),
    bulletin.marking,
    "",
    `Questions au commissaire – ${bulletin.commune}, ${bulletin.quarterLabel}`,
    "",
    ...(questions.length === 0 ? ["Aucune question ne ressort des chiffres de ce trimestre.", ""] : []),
    ...questions.flatMap((q, i) => [`${i + 1}. ${[q.lead, q.figures].join(" ").trim()}`, `   ${q.asked}`, ""]),
  ]);
