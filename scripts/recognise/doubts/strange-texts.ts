/**
 * Texts at the figures that are not understood: in the title and the captions over them, in the notes. Each is one question, and its
 * figures are not read until it is answered. Any other text of the file is shown to the person who confirms it, and asks nothing.
 */
import { OTHER_STATEMENT } from "../../model/observation.ts";
import { CHOICES, type ChoiceId } from "../../model/question.ts";
import { closesLetter } from "../../nomenclature/index.ts";
import { asking, countsIn, type Doubt } from "../layout/outcome.ts";
import { isNear, type Line } from "../layout/surroundings.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import type { Tools } from "../words/tools.ts";
import { type Doubted, readingsOf } from "./rule.ts";

/** All those of a table at once: the first over its counts, each of the others over one of them. */
export function* strangeTexts(tables: readonly OpenTable[], { vocabulary }: Tools): Iterable<Doubted> {
  const doubtsOf = ({ above, around, heads, outcomes, statement }: BlockReading): readonly Doubt[] => {
    if (statement === OTHER_STATEMENT) return [];
    const title = above.findIndex(({ facets }) => facets.statements.length > 0);
    // what stands above the title is a letterhead
    const near = above.filter((line, i) => (title === -1 ? isNear(line) : i <= title));
    const isHeaded = heads.values.some(({ headings }) => headings.some((h) => h.facets.measure !== null));
    const comparing = isHeaded ? [] : near.filter(comparesFigures).slice(0, 1);
    const pieces = new Set(comparing.length > 0 ? [] : near.flatMap(({ text }) => vocabulary.strangePiece(text) ?? []));
    const isForceUnsaid = countsIn(outcomes).some(({ forceBy }) => forceBy === "nothing");
    const closing = around.notes.findIndex(({ text }) => closesLetter(text));
    // who signs stands beside « Cordialement, », or under it; who is named at the head of a page is no note of its figures
    const isAtFigures = ({ cell }: Line, i: number): boolean => cell !== null && (closing === -1 || i < closing);
    const isStrange = (line: Line, i: number): boolean =>
      vocabulary.isStrangeNote(line.text) && (isAtFigures(line, i) || vocabulary.isOfFigures(line.text));
    const notes = around.notes.filter(
      (line, i) => isStrange(line, i) || (isForceUnsaid && saysWhoseFacts(line)) || (!isHeaded && saysRate(line)),
    );
    return [
      ...comparing.map(({ text }) => doubtOver(text, [CHOICES.noEffect, CHOICES.change])),
      ...[...pieces].map((piece) => doubtOver(piece, [CHOICES.noEffect, CHOICES.other])),
      ...notes.map((note) => doubtOver(note.text, isOfForce(note) ? BY_FORCE : [CHOICES.noEffect])),
    ];
  };
  for (const reading of readingsOf(tables)) {
    const counts = countsIn(reading.outcomes);
    const [first, ...others] = doubtsOf(reading);
    for (const [i, instead] of others.entries()) yield { reading, instead, of: (count) => count === counts[i + 1] };
    if (first) yield { reading, instead: first };
  }
}

/** "Écart entre les deux années" */
const COMPARED = /^\s*(?:évolution|variation|écart|différence)s?(?: absolue?)? (?:par rapport|entre|comparée?|depuis)/i;

/**
 * "Évolution" over "T1 2025 | T1 2026" and plain numbers: changes, or the counts that they compare? « Évolution des faits » and the title
 * of a statement are called so for their counts of several periods.
 */
const comparesFigures = ({ cell, facets, text }: Line): boolean =>
  cell !== null &&
  !facets.declared &&
  facets.statements.length === 0 &&
  (facets.measure === "change" || facets.measure === "change-percent" || COMPARED.test(text)) &&
  (!facets.mentions.includes("facts") || /\ben (?:nombre|valeur)\b/i.test(text));

const isOfForce = ({ facets: { force, weakForce } }: Line): boolean => ["PN", "GN"].includes(force ?? weakForce ?? "");

/** « Faits constatés par la police nationale », under tables that say no force; « Source : police nationale » says who sends. */
const saysWhoseFacts = (line: Line): boolean =>
  isOfForce(line) &&
  (line.facets.measure === "count" || line.facets.mentions.includes("facts")) &&
  !/^\s*source/i.test(line.text);

/** « Pour 1 000 habitants », under headings that say no measure. */
const saysRate = ({ text, facets }: Line): boolean => facets.measure === "rate" && /\bpour (?:mille|1)/i.test(text);

/** « * hors gendarmerie »: whose facts, or nothing. */
const BY_FORCE: readonly ChoiceId[] = [CHOICES.noEffect, "PN", "GN"];

const HINT =
  "Si ces chiffres ne sont pas ceux de tous les faits, retirez ce fichier de la livraison et demandez au service celui de tous les faits.";
const doubtOver = (text: string, may: readonly ChoiceId[]): Doubt => asking(text, { kind: "text", may }, HINT);
