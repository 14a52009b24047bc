/** What the modifications at the end of a row of a .doc say of its cells: their shades, and the blanks around their texts. */
import { expect, test } from "vitest";
import { paragraphOf } from "../../../../scripts/read/document/doc/doc-paragraph.ts";
import { NOTHING_SAID, oddIn } from "../../../../scripts/read/document/word/word-said.ts";
import { LEAST, NAMES } from "../../../../scripts/read/plain/rule.ts";

const word = (value: number): readonly number[] => [value & 0xff, value >> 8];
/** PFInTable, PFTtp, and TDefTable of one cell, 1 000 twips wide. */
const ROW = [...word(0x2416), 1, ...word(0x2417), 1, ...word(0xd608), ...word(6), 1, ...word(0), ...word(1000)];

/** What is not plain of a row of one cell, with one modification more. */
function toldOf(code: number, ...operand: readonly number[]): readonly string[] {
  const list = Uint8Array.from([...ROW, ...word(code), operand.length, ...operand]);
  const { row } = paragraphOf(list, 0, undefined);
  const said = row ? [row.row, ...row.cells] : [];
  return said.flatMap(oddIn).map(([, construct]) => construct);
}

const USUAL = [0, 0, 0, 0xff];
/** Numbers of patterns: dots of one tenth, dark lines, light lines aslant that cross, dots of a fortieth. */
const [DOTS, DARK_LINES, LIGHT_CROSSES, FINEST_DOTS] = [3, 14, 25, 35];

test.each([
  ["dark lines", DARK_LINES, ["trame hachurée"]],
  ["light lines that cross", LIGHT_CROSSES, ["trame hachurée"]],
  ["dots", DOTS, []],
  ["the finest dots", FINEST_DOTS, []],
] as const)("the shade of a cell, of %s", (_, pattern, told) => {
  expect(toldOf(0xd612, ...USUAL, ...USUAL, ...word(pattern))).toEqual(told);
  expect(toldOf(0xd609, ...word(pattern << 10))).toEqual(told);
});

const [ABOVE, LEFT, IN_TWIPS] = [1, 2, 3];

test.each([
  ["at the left of a text, wide", LEFT, LEAST.pushed + 1, [NAMES.pushed]],
  ["at the left of a text", LEFT, LEAST.pushed, []],
  ["above a text, high", ABOVE, LEAST.above + 1, [NAMES.lowered]],
  ["above a text", ABOVE, LEAST.above, []],
] as const)("the blank %s", (_, side, twips, told) => {
  for (const code of [0xd632, 0xd634]) expect(toldOf(code, 0, 1, side, IN_TWIPS, ...word(twips))).toEqual(told);
});

test.each([
  ["inserted", 0x7621, [0, 1, ...word(1000)]],
  ["widened", 0x7623, [0, 1, ...word(1000)]],
  ["merged down", 0xd62b, [2, 0, 3]],
] as const)("cells %s are said anew by a definition after them, and not by one before", (_, code, operand) => {
  const told = (list: readonly number[]): readonly string[] =>
    oddIn(paragraphOf(Uint8Array.from(list), 0, undefined).row?.row ?? NOTHING_SAID).map(([, construct]) => construct);
  expect(told([...word(code), ...operand, ...ROW])).toEqual([]);
  expect(told([...ROW, ...word(code), ...operand])).toHaveLength(1);
});
