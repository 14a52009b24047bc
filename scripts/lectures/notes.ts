/**
 * Notes of a statement: lines of text of their own, that change no figure. None is printed, and none is asked about; a person may tick one for
 * print, by its id, and it then stands under our table, in each quarter that has the same.
 */
import { shapeOf } from "../map/index.ts";
import { oneLine } from "../model/format.ts";
import { shownIn } from "../model/grid.ts";
import type { Answer } from "../model/lecture.ts";
import {
  cellsOf,
  hasNoEffect,
  type PrintedNote,
  type Provenance,
  type ReadTable,
  type Recognition,
} from "../model/observation.ts";
import { CHOICES, type Question } from "../model/question.ts";
import { questionAt } from "./questions.ts";

interface Note extends Pick<PrintedNote, "text" | "statement"> {
  readonly place: Provenance;
}

/** « er » alone, which a PDF sets apart from « 1 », is none. */
const WORD = /\p{L}{3}/u;

/** Shown, alone on their row, and used for nothing. */
const notesIn = ({ tables }: Recognition): readonly Note[] => tables.flatMap(inTable);

function inTable(table: ReadTable): readonly Note[] {
  const { grid, statement } = table;
  const isShown = shownIn(grid);
  const texts = cellsOf(table).filter(({ cell }) => cell.text.trim() !== "");
  return [...Map.groupBy(texts, ({ row }) => row).values()].flatMap(([only, second]): readonly Note[] => {
    if (!only || second || !isShown(only.row, only.column) || !hasNoEffect(only.reading)) return [];
    const text = oneLine(only.cell.text);
    return WORD.test(text) ? [{ text, statement, place: only.place }] : [];
  });
}

const isTicked = (answers: readonly Answer[], text: string): boolean =>
  answers.find((a) => a.kind === "note" && shapeOf(a.text) === shapeOf(text))?.choice === CHOICES.print;

/** As a question that nobody is asked, with the answers that its id may have. */
export type OfferedNote = Question & { readonly isTicked: boolean };

export const offeredNotes = (recognition: Recognition, answers: readonly Answer[]): readonly OfferedNote[] =>
  notesIn(recognition).map(({ text, statement, place }) => ({
    ...questionAt({ kind: "note", text, may: [CHOICES.print, CHOICES.leaveOut] }, place, { statement }),
    isTicked: isTicked(answers, text),
  }));

/** Those that a person ticked, and no others. */
export const printedNotes = (recognition: Recognition, answers: readonly Answer[]): readonly PrintedNote[] => {
  const { delivery } = recognition.file.source;
  return notesIn(recognition).flatMap(({ text, statement }) =>
    isTicked(answers, text) ? [{ text, statement, delivery }] : [],
  );
};
