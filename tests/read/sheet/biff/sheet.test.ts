import { describe, expect, it } from "vitest";
import { show } from "../../source.ts";
import {
  type Content,
  formula,
  inPlain,
  latin,
  number,
  OLD,
  PLAIN,
  read,
  row,
  text8,
  u16,
  type Written,
} from "../hand-made-xls.ts";

describe("the rows, columns and areas of a sheet", () => {
  const rows = [0, 1, 2].flatMap((r) => [0, 1, 2].map((c) => number(r, c, 1)));
  const height = (index: number, twentieths: number): Written => [0x0208, u16(index, 0, 3, twentieths, 0, 0, 0, 0)];
  it.each<readonly [string, readonly Written[], unknown, unknown]>([
    ["a row of five points", [height(1, 100)], undefined, undefined],
    ["a row lower than that", [height(1, 99)], [1], undefined],
    ["a row whose height is the usual one", [height(1, 0x8000 | 255)], undefined, undefined],
    ["rows of no height unless said", [[0x0225, u16(0, 0)], height(1, 255)], [0, 2], undefined],
    ["rows of the usual height", [[0x0225, u16(0, 255)]], undefined, undefined],
    [
      "columns of which each says its own",
      [
        [0x007d, u16(0, 0, 2000, 0, 1)],
        [0x007d, u16(1, 1, 2000, 0, 0)],
        [0x007d, u16(2, 2, 170, 0, 0)],
      ],
      undefined,
      [0, 2],
    ],
    [
      "columns of no width unless said",
      [
        [0x0055, u16(0)],
        [0x007d, u16(1, 1, 2000, 0, 0)],
      ],
      undefined,
      [0, 2],
    ],
  ])("%s", async (_, more, hiddenRows, hiddenColumns) => {
    const { value } = await inPlain(...more, ...rows);
    expect([value[0]?.hiddenRows, value[0]?.hiddenColumns]).toEqual([hiddenRows, hiddenColumns]);
  });

  it("several merges in a record, no more than it holds, and in several records", async () => {
    const merges: readonly Written[] = [
      [0x00e5, u16(9, 0, 0, 0, 1, 1, 2, 0, 0)],
      [0x00e5, u16(1, 1, 2, 1, 2)],
    ];
    const { value } = await inPlain(
      number(0, 0, 1),
      number(0, 2, 2),
      number(1, 0, 3),
      number(1, 1, 4),
      number(2, 3, 5),
      ...merges,
    );
    expect(show(value[0])).toEqual(["1{1x2}|^|2|", "3{2x1}|4{2x2}|^|", "^|^|^|5"]);
  });

  it("a view that shows zeros, and results", async () => {
    const window = (flags: number): Written => [0x023e, u16(flags, 0, 0, 0, 0)];
    expect(await row({ globals: PLAIN, sheet: [number(0, 0, 0), window(0x10)] })).toEqual(["0"]);
    expect(await row({ globals: PLAIN, sheet: [formula(0, 0, 4, [0x17]), window(0x10)] })).toEqual(["4"]);
    expect(await row({ globals: PLAIN, sheet: [number(0, 0, 0), window(0x01)] })).toEqual(["[hidden 0]"]);
  });
});

it("the header and footer of the pages stand beside the cells", async () => {
  const pages = (text: (words: string) => Content): readonly Written[] => [
    [0x0014, text("&CVille de Bourg")],
    [0x0015, []],
    [0x0015, text("&P")],
    number(0, 0, 12),
  ];
  expect((await inPlain(...pages(text8))).value[0]?.besides).toEqual(["Ville de Bourg"]);
  const old = (words: string): Content => [words.length, ...latin(words)];
  const { value } = await read({ globals: PLAIN, sheet: pages(old), version: OLD });
  expect(value[0]?.besides).toEqual(["Ville de Bourg"]);
});
