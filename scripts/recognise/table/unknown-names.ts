/** What no list has around a table, told because its figures are read all the same: names, words of its title, notes that limit it. */
import type { Line } from "../layout/nearest-lines.ts";
import type { Surroundings } from "../layout/surroundings.ts";
import type { ViewCell } from "../layout/view.ts";
import { limitsFigures, namesOfFigures } from "../meaning/notes.ts";
import { type PlacedTexts, wholeRow } from "../meaning/place-around.ts";
import type { UnknownWords } from "../words/unknown-names.ts";

export interface UnknownName {
  readonly name: string;
  /** words, note: of a title or caption, or a note whole, which may say that not all the facts are counted. */
  readonly of: "line" | "sheet" | "file" | "cover" | "page" | "words" | "note";
  /** Where it stands, for a line. */
  readonly cell: ViewCell | null;
  /** No text says the commune. */
  readonly isAlone: boolean;
}

/** "Imercourt", "Commune : Imercourt" on a cover, or in the header of pages. */
export const strangersIn = (
  texts: readonly string[],
  of: "cover" | "page",
  { placeIn, unknownWords }: Pick<Texts, "placeIn" | "unknownWords">,
): readonly UnknownName[] =>
  texts.flatMap((text) => {
    const said = placeIn(text, "line");
    const isDoubt = said?.kind === "doubt" && said.by !== "service";
    const name = isDoubt ? said.text : unknownWords.nameIn(text, "line");
    return name === null ? [] : [{ name, of, cell: null, isAlone: true }];
  });

interface Texts extends PlacedTexts {
  readonly unknownWords: UnknownWords;
  /** Another text says the commune. */
  readonly isOurs: boolean;
}

/**
 * The names, words and notes around a table. Where a text says the commune, a name above its title is a letterhead, and that of the
 * file says no more: what stands between the title and the table is a part of it.
 */
export function findUnknownNames(around: Surroundings, inBlock: readonly Line[], texts: Texts): readonly UnknownName[] {
  const { placeIn, unknownWords, isOurs, view } = texts;
  const isTitle = (line: Line): boolean =>
    line.facets.statements.length > 0 || placeIn(wholeRow(texts, line), "line")?.kind === "ours";
  const lines = [...inBlock, ...around.lines];
  const near = isOurs ? lines.slice(0, Math.max(lines.findIndex(isTitle), 0)) : lines;
  const titles = near
    .filter(({ cell }) => !cell?.matches.length)
    .map((l) => ({ text: wholeRow(texts, l), cell: l.cell }));
  const sentences = [...lines, ...around.notes].flatMap(({ text, cell }) =>
    namesOfFigures(text).map((name) => ({ text: name, cell })),
  );
  const candidates = [
    ...[...titles, ...sentences].map((found) => ({ ...found, of: "line" as const })),
    { text: around.sheet.text, cell: null, of: "sheet" as const },
    ...(isOurs ? [] : [{ text: around.file.text, cell: null, of: "file" as const }]),
  ];
  const names = candidates.flatMap(({ text, ...where }): UnknownName[] => {
    const name = unknownWords.nameIn(text, where.of);
    return name === null ? [] : [{ ...where, name, isAlone: !isOurs }];
  });
  const told = new Set(names.map(({ cell }) => cell));
  const title = lines.findIndex(({ facets }) => facets.statements.length > 0);
  const words = lines.slice(0, title + 1).flatMap(({ text, cell }): UnknownName[] => {
    const isAloneInRow = cell === null || view.own(cell.row).length === 1;
    const piece = told.has(cell) || cell?.matches.length || !isAloneInRow ? null : unknownWords.pieceIn(text);
    return piece === null ? [] : [{ name: piece, of: "words", cell, isAlone: false }];
  });
  const limits = around.notes
    .filter((note) => limitsFigures(note, placeIn))
    .map(({ text, cell }): UnknownName => ({ name: text, of: "note", cell, isAlone: false }));
  return [...names, ...words, ...limits];
}
