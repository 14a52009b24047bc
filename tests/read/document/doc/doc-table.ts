/** A table of two rows in a .doc, its records said one by one, and what is read of it: "12 [struck 11]", a text, then what stands beside it. */
import { readDoc } from "../../../../scripts/read/document/doc/doc.ts";
import { show, source, withReadings } from "../../source.ts";
import { type DocRun, IN_TABLE, makeCompound, makeDocStreams, type Stream, sprm, words } from "./hand-made-doc.ts";

/** Cells that end at these edges, each with its flags. */
export const define = (edges: readonly number[], flags: readonly number[] = []): number[] => {
  const count = edges.length - 1;
  const cells = Array.from({ length: count }, (_, i) => [
    ...words(flags[i] ?? 0),
    ...Array.from({ length: 18 }, () => 0),
  ]).flat();
  return sprm(
    0xd608,
    ...words(1 + 2 * edges.length + cells.length + 1),
    count,
    ...words(...edges.map((edge) => edge & 0xffff)),
    ...cells,
  );
};
export const rowEnd = (...more: readonly number[][]): DocRun => ({
  text: "\x07",
  paragraph: [...IN_TABLE, ...sprm(0x2417, 1), ...more.flat()],
});
export const cellOf = (
  text: string,
  paragraph: readonly number[] = [],
  ...characters: readonly number[][]
): DocRun => ({
  text: `${text}\x07`,
  paragraph: [...IN_TABLE, ...paragraph],
  characters: characters.flat(),
});
export const EDGES = [0, 1000, 2000];
export type Options = Parameters<typeof makeDocStreams>[1];

export async function read(
  runs: readonly DocRun[],
  options: Options = {},
  others: readonly Stream[] = [],
): Promise<string> {
  const result = await readDoc(source("IS101.doc", makeCompound([...makeDocStreams(runs, options), ...others])));
  const [grid] = result.value;
  const beside = (grid?.rows ?? []).flatMap((row) =>
    row.flatMap((cell) => (cell.beside ?? []).map((one) => `[${one.kind} ${one.text}]`)),
  );
  return [show(grid).join(" / "), ...beside, ...result.issues.map(({ rule, actual = "" }) => `${rule} ${actual}`)].join(
    " ",
  );
}
/** « Vols » and a figure, with what its characters, its paragraph and its row say. */
export const table = (
  characters: readonly number[][],
  paragraph: readonly number[] = [],
  row: readonly number[][] = [define(EDGES)],
  text = "12",
): readonly DocRun[] => [
  cellOf("Vols"),
  { text, characters: characters.flat() },
  { text: "\x07", paragraph: [...IN_TABLE, ...paragraph] },
  rowEnd(...row),
  cellOf("Rixes"),
  cellOf("8"),
  rowEnd(define(EDGES)),
];
export const hex = (list: readonly number[]): string =>
  list.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
export const byBytes = (lists: readonly number[][], draw: (list: number[]) => Promise<string>) =>
  withReadings(lists, draw, hex);
export const short = (code: number, value: number): number[] => sprm(code, ...words(value & 0xffff));
