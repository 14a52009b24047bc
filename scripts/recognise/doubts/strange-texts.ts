/**
 * Texts at the figures that are not understood: in the title and the captions over them, in the notes. Each is one question, and its
 * figures are not read until it is answered. Any other text of the file is shown to the person who confirms it, and asks nothing.
 */
import { quote } from "../../model/format.ts";
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { Tools } from "../meaning/context.ts";
import type { BlockReading } from "../table/block.ts";
import { type OpenTable, withOutcomes } from "../table/table.ts";

export function refuseStrange(tables: readonly OpenTable[], { vocabulary }: Tools): readonly OpenTable[] {
  const doubtOf = ({ above, notes, statement }: BlockReading): Doubt | null => {
    if (statement === OTHER_STATEMENT) return null;
    const title = above.findIndex(({ facets }) => facets.statements.length > 0);
    // what stands above the title is a letterhead
    const near = above.filter((line, i) => (title === -1 ? line.near : i <= title));
    const [piece] = near.flatMap(({ text }) => vocabulary.strangePiece(text) ?? []);
    if (piece !== undefined) return doubtOver(piece, ["ignorer", "autre"]);
    const note = notes.find(({ text }) => vocabulary.isStrangeNote(text));
    return note ? doubtOver(note.text, ["ignorer"]) : null;
  };
  const doubts = new Map(tables.flatMap((t) => t.blocks.map(({ reading }) => [reading, doubtOf(reading)] as const)));
  return withOutcomes(tables, (outcome, own) => (outcome.kind === "count" ? (doubts.get(own) ?? outcome) : outcome));
}

const doubtOver = (text: string, readings: readonly string[]): Doubt => ({
  kind: "doubt",
  text,
  readings: [
    `les chiffres sont ceux de tous les faits, et ${quote(text)} n'y change rien`,
    `${quote(text)} ne compte qu'une partie des faits, ou autre chose, ou un autre lieu`,
  ],
  settle: readings.map((reading) => ({ text, reading })),
  hint: "Si ces chiffres ne sont pas ceux de tous les faits, retirez ce fichier de la livraison et demandez au service celui de tous les faits.",
});
