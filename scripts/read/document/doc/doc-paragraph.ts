/**
 * What the modifications of a paragraph in a .doc say of it, and of the row that its mark ends. Format: [MS-DOC] 2.6.2 (sprms of
 * paragraphs), 2.6.3 (sprms of tables), 2.9.321 (TDefTableOperand).
 */
import { viewOf } from "../../container/views.ts";
import { isOfTables } from "../../plain/doc-sprms.ts";
import { OF_CELL } from "../word/word-colours.ts";
import type { RowSaid } from "../word/word-row.ts";
import { NOTHING_SAID, type Said, saidWith, type Word } from "../word/word-said.ts";
import { numberIn, type Sprm, shadeWords, sprmsIn, T_DEF_TABLE, wordsOf } from "./doc-words.ts";

export interface Paragraph {
  readonly said: Said;
  /** Depth of tables: 0 outside. */
  readonly depth: number;
  /** Of the row that the mark ends; undefined: it ends none. */
  readonly row: RowSaid | undefined;
}

/** PHugePapx, PTableProps: the list stands in the other stream, and sends nowhere else. */
const ELSEWHERE: readonly number[] = [0x6645, 0x6646, 0x646b];

/** `data`: the stream that holds the lists too long for a page. */
function allSprms(list: Uint8Array, data: Uint8Array | undefined): readonly Sprm[] {
  return [...sprmsIn(list)].flatMap((sprm): readonly Sprm[] => {
    const [code, operand] = sprm;
    if (!ELSEWHERE.includes(code) || operand.length !== 4 || !data) return [sprm];
    const at = viewOf(operand).getUint32(0, true);
    if (at + 2 > data.length) return [];
    const there = sprmsIn(data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true)));
    return [...there].filter(([inner]) => !ELSEWHERE.includes(inner));
  });
}

/** `list`: its own. `style`: the number of its style. */
export function paragraphOf(list: Uint8Array, style: number, data: Uint8Array | undefined): Paragraph {
  const sprms = allSprms(list, data);
  const ofText = sprms.filter(([code]) => !isOfTables(code));
  const numbers = new Map(ofText.map(([code, operand]) => [code, numberIn(operand)]));
  const words = [{ name: "s", value: style }, ...ofText.flatMap((sprm) => wordsOf(sprm))];
  const [isInTable, depth, endsRow, endsInnerRow] = [0x2416, 0x6649, 0x2417, 0x244c];
  const isRow = numbers.get(endsRow) === 1 || numbers.get(endsInnerRow) === 1;
  return {
    said: words.reduce(saidWith, NOTHING_SAID),
    depth: numbers.get(isInTable) === 1 ? Math.max(1, numbers.get(depth) ?? 0) : 0,
    row: isRow ? rowSaid(sprms) : undefined,
  };
}

/** TDefTableShd of the first cells, of those from the 23rd and from the 45th on, and their raw forms; before them the older form, of two bytes. */
const SHADES: ReadonlyMap<number, number> = new Map([
  [0xd609, 0],
  [0xd612, 0],
  [0xd670, 0],
  [0xd616, 22],
  [0xd671, 22],
  [0xd60c, 44],
  [0xd672, 44],
]);
const OLDER_SHADES = 0xd609;
/** TSetBrc; the two lines across a cell among the borders that it sets. */
const BORDERS = 0xd62f;
const ACROSS = 0x30;
/** TInsert, TDelete, TDxaCol, TVertMerge: cells, widths and merges that a definition after them says anew; Word writes both. */
const SAID_ANEW: readonly number[] = [0x7621, 0x5622, 0x7623, 0xd62b];
/** TCellPadding, TCellPaddingDefault: two numbers of cells, the sides (1 above, 2 at the left, 4 under), the unit, the blank. */
const PADDINGS: readonly number[] = [0xd632, 0xd634];

function rowSaid(sprms: readonly Sprm[]): RowSaid {
  const row: Word[] = [];
  let cells: Word[][] = [];
  const isNewer = sprms.some(([code]) => code !== OLDER_SHADES && SHADES.has(code));
  const definition = sprms.findLastIndex(([code]) => code === T_DEF_TABLE);
  const lasting = sprms.filter(
    ([code], i) =>
      isOfTables(code) && !(isNewer && code === OLDER_SHADES) && !(i < definition && SAID_ANEW.includes(code)),
  );
  for (const sprm of lasting) {
    const [code, operand] = sprm;
    const firstShaded = SHADES.get(code);
    if (firstShaded !== undefined) {
      for (const [i, shade] of partsOf(operand, code === OLDER_SHADES ? 2 : 10).entries()) {
        const cell = cells[firstShaded + i];
        cell?.push(...shadeWords(shade, OF_CELL));
        if (!cell && firstShaded > 0) row.push({ name: "trshade", value: 1 }); // of a cell that the row has not
      }
    } else if (code === T_DEF_TABLE && operand.length >= 1 + 2 * ((operand[0] ?? 0) + 1)) {
      const count = operand[0] ?? 0;
      const edge = (i: number): number => viewOf(operand).getInt16(1 + 2 * i, true);
      row.push({ name: "trleft", value: edge(0) });
      cells = Array.from({ length: count }, (_, i) => [
        ...mergeWords(operand.subarray(1 + 2 * (count + 1) + 20 * i)),
        { name: "cellx", value: edge(i + 1) },
      ]);
    } else if (code === BORDERS && (operand[2] ?? 0) & ACROSS) {
      // Their kind is the second byte after a colour of four.
      const [from = 0, limit = 0] = operand;
      for (const cell of cells.slice(from, limit)) cell.push({ name: "cldglu", value: operand[8] ?? 0 });
    } else if (PADDINGS.includes(code) && operand.length >= 6) {
      const isAbove = ((operand[2] ?? 0) & 1) > 0;
      row.push({ name: isAbove ? "trpaddt" : "trpaddl", value: viewOf(operand).getUint16(4, true) });
    } else row.push(...wordsOf(sprm));
  }
  const said = (words: readonly Word[]): Said => words.reduce(saidWith, NOTHING_SAID);
  return { row: said(row), cells: cells.map(said) };
}

/** TC80, twenty bytes a cell: in its flags, merged with the one at its left; over the rows, 1 goes on, 3 starts. */
function mergeWords(cell: Uint8Array): Word[] {
  const flags = cell.length >= 2 ? viewOf(cell).getUint16(0, true) : 0;
  const down = (flags >> 5) & 3;
  return [
    ...((flags & 3) === 1 ? [{ name: "clmrg", value: null }] : []),
    ...(down === 3 ? [{ name: "clvmgf", value: null }] : down === 1 ? [{ name: "clvmrg", value: null }] : []),
  ];
}

const partsOf = (operand: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(operand.length / size) }, (_, i) => operand.subarray(i * size, (i + 1) * size));
