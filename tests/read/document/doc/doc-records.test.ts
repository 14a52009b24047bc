/**
 * The records of a .doc ([MS-DOC]), one by one: what is read of a figure when they say this or that of its characters, of its paragraph, of
 * its row; and what of the file is refused. "12 [struck 11]": a text, then what stands beside it.
 */
import { describe, expect, test } from "vitest";
import { readDoc } from "../../../../scripts/read/document/doc/doc.ts";
import { show, source } from "../../source.ts";
import {
  type DocRun,
  makeCompound,
  makeDocStreams,
  makeFonts,
  makeSheet,
  type Stream,
  sprm,
  words,
} from "./hand-made-doc.ts";

const IN_TABLE = sprm(0x2416, 1);
/** Cells that end at these edges, each with its flags. */
const define = (edges: readonly number[], flags: readonly number[] = []): number[] => {
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
const rowEnd = (...more: readonly number[][]): DocRun => ({
  text: "\x07",
  paragraph: [...IN_TABLE, ...sprm(0x2417, 1), ...more.flat()],
});
const cellOf = (text: string, paragraph: readonly number[] = [], ...characters: readonly number[][]): DocRun => ({
  text: `${text}\x07`,
  paragraph: [...IN_TABLE, ...paragraph],
  characters: characters.flat(),
});
const EDGES = [0, 1000, 2000];
type Options = Parameters<typeof makeDocStreams>[1];

async function read(runs: readonly DocRun[], options: Options = {}, others: readonly Stream[] = []): Promise<string> {
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
const table = (
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
async function all<T>(
  cases: readonly T[],
  name: (one: T) => string,
  draw: (one: T) => Promise<string>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const one of cases) found.push(`${name(one)} => ${await draw(one)}`);
  return found;
}
const hex = (list: readonly number[]): string => list.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
const byBytes = (lists: readonly number[][], draw: (list: number[]) => Promise<string>) => all(lists, hex, draw);
const short = (code: number, value: number): number[] => sprm(code, ...words(value & 0xffff));

describe("characters", () => {
  test("at each bound of what their records say", async () => {
    expect(
      await byBytes(
        [
          short(0x4a43, 6),
          short(0x4a43, 7),
          short(0x4852, 24),
          short(0x4852, 25),
          short(0x8840, -60),
          short(0x8840, -59),
          short(0x8840, 60),
          short(0x4845, 2),
          short(0x4845, 3),
          short(0x4845, -2),
          short(0x4845, -3),
          sprm(0x2a48, 0),
          sprm(0x2a48, 1),
          sprm(0x2a48, 2),
          sprm(0x2a48, 3),
          sprm(0x0800, 0),
          sprm(0x0800, 1),
          sprm(0x0837, 0),
          sprm(0x0837, 1),
          sprm(0x2a53, 1),
          sprm(0x2a53, 0),
          sprm(0x083c, 1),
          sprm(0x083c, 0),
          sprm(0x083c, 0x80),
          sprm(0x083c, 0x81),
          sprm(0x0818, 1),
          sprm(0x0818, 0x81),
          sprm(0x2a53, 0x81),
          sprm(0x085a, 1),
          sprm(0x085a, 0),
        ],
        (list) => read(table([list])),
      ),
    ).toEqual([
      "43 4a 06 00 => Vols| / Rixes|8 [faint 12]",
      "43 4a 07 00 => Vols|12 / Rixes|8",
      "52 48 18 00 => Vols| / Rixes|8 [faint 12]",
      "52 48 19 00 => Vols|12 / Rixes|8",
      "40 88 c4 ff => Vols| / Rixes|8 [unsure 12]",
      "40 88 c5 ff => Vols|12 / Rixes|8",
      "40 88 3c 00 => Vols|12 / Rixes|8",
      "45 48 02 00 => Vols|12 / Rixes|8",
      "45 48 03 00 => Vols|¹² / Rixes|8",
      "45 48 fe ff => Vols|12 / Rixes|8",
      "45 48 fd ff => Vols|₁₂ / Rixes|8",
      "48 2a 00 => Vols|12 / Rixes|8",
      "48 2a 01 => Vols|¹² / Rixes|8",
      "48 2a 02 => Vols|₁₂ / Rixes|8",
      "48 2a 03 => Vols|12 / Rixes|8",
      "00 08 00 => Vols|12 / Rixes|8",
      "00 08 01 => Vols| / Rixes|8 [struck 12]",
      "37 08 00 => Vols|12 / Rixes|8",
      "37 08 01 => Vols| / Rixes|8 [struck 12]",
      "53 2a 01 => Vols| / Rixes|8 [struck 12]",
      "53 2a 00 => Vols|12 / Rixes|8",
      "3c 08 01 => Vols| / Rixes|8 [hidden 12]",
      "3c 08 00 => Vols|12 / Rixes|8",
      "3c 08 80 => Vols|12 / Rixes|8",
      "3c 08 81 => Vols| / Rixes|8 [hidden 12]",
      "18 08 01 => Vols| / Rixes|8 [unsure 12]",
      "18 08 81 => Vols| / Rixes|8 [unsure 12]",
      "53 2a 81 => Vols| / Rixes|8 [struck 12]",
      "5a 08 01 => Vols| / Rixes|8 [unsure 12]",
      "5a 08 00 => Vols|12 / Rixes|8",
    ]);
  });

  test("by their colours and what lies behind them", async () => {
    const colours = Array.from({ length: 18 }, (_, i) => sprm(0x2a42, i));
    expect((await byBytes(colours, (list) => read(table([list])))).filter((line) => line.includes("["))).toEqual([
      "42 2a 07 => Vols| / Rixes|8 [faint 12]",
      "42 2a 08 => Vols| / Rixes|8 [faint 12]",
    ]);
    const pens = Array.from({ length: 18 }, (_, i) => sprm(0x2a0c, i));
    const navy = sprm(0x6870, 0, 0, 128, 0);
    expect((await byBytes(pens, (list) => read(table([navy, list])))).filter((line) => line.includes("["))).toEqual([
      "0c 2a 09 => Vols| / Rixes|8 [faint 12]",
    ]);
    expect((await byBytes(pens, (list) => read(table([list])))).filter((line) => line.includes("["))).toEqual([
      "0c 2a 01 => Vols| / Rixes|8 [faint 12]",
    ]);
    // [MS-DOC] 2.9.119 (Ico): a text of each colour on a shade of the same one, and under a marker pen of it, is not seen.
    const numbered =
      "000000 0000ff 00ffff 00ff00 ff00ff ff0000 ffff00 ffffff 000080 008080 008000 800080 800000 808000 808080 c0c0c0";
    for (const [i, hex] of numbered.split(" ").entries()) {
      const rgb = [...Buffer.from(hex, "hex"), 0];
      const onItself = [
        [sprm(0x2a42, i + 1), sprm(0xca71, 10, 0, 0, 0, 0xff, ...rgb, 0, 0)],
        [sprm(0x6870, ...rgb), sprm(0x2a0c, i + 1)],
      ];
      for (const list of onItself) expect([hex, await read(table(list))]).toEqual([hex, "Vols| / Rixes|8 [faint 12]"]);
    }
    const shade = (fore: readonly number[], back: readonly number[], pattern: number) =>
      sprm(0xca71, 10, ...fore, ...back, ...words(pattern));
    const [usual, blue, white] = [
      [0, 0, 0, 0xff],
      [0, 0, 128, 0],
      [255, 255, 255, 0],
    ];
    expect(
      await byBytes(
        [
          shade(usual, blue, 0),
          shade(blue, usual, 1),
          shade(usual, usual, 1),
          shade(usual, usual, 0),
          shade(usual, blue, 2),
          shade(usual, blue, 0xffff),
          shade(usual, white, 0),
          short(0x4866, 0),
          short(0x4866, 0xffff),
          short(0x4866, 2 << 5),
          short(0x4866, 8 << 5),
          short(0x4866, 1 << 10),
        ],
        (list) => read(table([navy, list])),
      ),
    ).toEqual([
      "71 ca 0a 00 00 00 ff 00 00 80 00 00 00 => Vols| / Rixes|8 [faint 12]",
      "71 ca 0a 00 00 80 00 00 00 00 ff 01 00 => Vols| / Rixes|8 [faint 12]",
      "71 ca 0a 00 00 00 ff 00 00 00 ff 01 00 => Vols|12 / Rixes|8",
      "71 ca 0a 00 00 00 ff 00 00 00 ff 00 00 => Vols|12 / Rixes|8",
      "71 ca 0a 00 00 00 ff 00 00 80 00 02 00 => Vols|12 / Rixes|8",
      "71 ca 0a 00 00 00 ff 00 00 80 00 ff ff => Vols|12 / Rixes|8",
      "71 ca 0a 00 00 00 ff ff ff ff 00 00 00 => Vols|12 / Rixes|8",
      "66 48 00 00 => Vols|12 / Rixes|8",
      "66 48 ff ff => Vols|12 / Rixes|8",
      "66 48 40 00 => Vols|12 / Rixes|8",
      "66 48 00 01 => Vols|12 / Rixes|8",
      "66 48 00 04 => Vols|12 / Rixes|8",
    ]);
    expect(
      await byBytes([shade(usual, white, 0), shade(usual, blue, 0)], (list) =>
        read(table([sprm(0x6870, 255, 255, 255, 0), list])),
      ),
    ).toEqual([
      "71 ca 0a 00 00 00 ff ff ff ff 00 00 00 => Vols| / Rixes|8 [faint 12]",
      "71 ca 0a 00 00 00 ff 00 00 80 00 00 00 => Vols|12 / Rixes|8",
    ]);
  });

  test("that are white, on a shade of an older kind", async () => {
    const white = sprm(0x6870, 255, 255, 255, 0);
    const shades = [0, 0xffff, 2 << 5, 8 << 5, 1 << 10].map((value) => short(0x4866, value));
    expect(await byBytes(shades, (list) => read(table([white, list])))).toEqual([
      "66 48 00 00 => Vols| / Rixes|8 [faint 12]",
      "66 48 ff ff => Vols| / Rixes|8 [faint 12]",
      "66 48 40 00 => Vols|12 / Rixes|8",
      "66 48 00 01 => Vols| / Rixes|8 [faint 12]",
      "66 48 00 04 => Vols|12 / Rixes|8",
    ]);
  });

  test("that stand for something else", async () => {
    const special = (text: string, ...more: readonly number[][]) =>
      read(table([sprm(0x0855, 1), ...more], [], undefined, `9${text}`));
    const symbol = (code: number, font = 0) => sprm(0x6a09, ...words(font, code));
    expect(
      await all(
        [
          ["\x00"],
          ["\x01"],
          ["\x02"],
          ["\x08"],
          ["(", symbol(0xf031)],
          ["(", symbol(0x31)],
          ["(", symbol(0xf080)],
          ["(", symbol(0xf095)],
          ["(", symbol(0xf096)],
          ["(", symbol(0xf07f)],
          ["(", symbol(0x41)],
          ["(", symbol(0xf131)],
          ["a"],
          ["\x01", sprm(0x083c, 1)],
          ["\x02", sprm(0x2a48, 1)],
          ["\x02", sprm(0x2a48, 2)],
        ] as const,
        ([text, list = []]) => JSON.stringify(text) + hex(list as number[]),
        ([text, list]) => special(text, ...(list ? [list as number[]] : [])),
      ),
    ).toEqual([
      '"\\u0000" => Vols|9 / Rixes|8 [other n°]',
      '"\\u0001" => Vols|9 / Rixes|8 may-look-otherwise ',
      '"\\u0002" => Vols|9 / Rixes|8 [other n°]',
      '"\\b" => Vols|9 / Rixes|8 [covered ]',
      '"("09 6a 00 00 31 f0 => Vols|9 / Rixes|8 [unsure 1]',
      '"("09 6a 00 00 31 00 => Vols|9 / Rixes|8 [unsure 1]',
      '"("09 6a 00 00 80 f0 => Vols|9 / Rixes|8 [unsure ]',
      '"("09 6a 00 00 95 f0 => Vols|9 / Rixes|8 [unsure ]',
      '"("09 6a 00 00 96 f0 => Vols|9 / Rixes|8',
      '"("09 6a 00 00 7f f0 => Vols|9 / Rixes|8',
      '"("09 6a 00 00 41 00 => Vols|9 / Rixes|8',
      '"("09 6a 00 00 31 f1 => Vols|9 / Rixes|8',
      '"a" => Vols|9a / Rixes|8',
      '"\\u0001"3c 08 01 => Vols| / Rixes|8',
      '"\\u0002"48 2a 01 => Vols|⁹ / Rixes|8',
      '"\\u0002"48 2a 02 => Vols|₉ / Rixes|8',
    ]);
    expect(
      await all(["1\x0b2", "1\t2", "1\x1e2", "1\x1f2", "1\xa02", "\xe9\x80", "12\x05"], JSON.stringify, (text) =>
        read(table([], [], undefined, text)),
      ),
    ).toEqual([
      '"1\\u000b2" => Vols|1\n2 / Rixes|8',
      '"1\\t2" => Vols|1\t2 / Rixes|8',
      '"1\\u001e2" => Vols|1-2 / Rixes|8',
      '"1\\u001f2" => Vols|12 / Rixes|8',
      '"1\u00a02" => Vols|1\u00a02 / Rixes|8',
      '"é" => Vols|é€ / Rixes|8',
      '"12\\u0005" => Vols|12 / Rixes|8',
    ]);
    const fonts = makeFonts("Arial", "Wingdings", "Symbol");
    expect(
      await byBytes(
        [0, 1, 2, 3].map((n) => short(0x4a4f, n)),
        (list) => read(table([list]), { fonts }),
      ),
    ).toEqual([
      "4f 4a 00 00 => Vols|12 / Rixes|8",
      "4f 4a 01 00 => Vols| / Rixes|8 [unsure 12]",
      "4f 4a 02 00 => Vols|12 / Rixes|8",
      "4f 4a 03 00 => Vols|12 / Rixes|8",
    ]);
  });

  test("of fields are left out up to their result, one within another", async () => {
    expect(
      await all(
        [
          "\x13 PAGE \x1412\x15",
          "\x13 SEQ x \x15",
          "\x13 TC x \x15",
          "\x13 SEQ x \x14\x15",
          "\x13 IF \x13 X \x147\x15 \x1412\x15",
          "12\x14",
          "12\x15",
          "\x13a\x13b\x15c\x1412\x15",
        ],
        JSON.stringify,
        (text) => read(table([], [], undefined, text)),
      ),
    ).toEqual([
      '"\\u0013 PAGE \\u001412\\u0015" => Vols|12 / Rixes|8 [stale PAGE]',
      '"\\u0013 SEQ x \\u0015" => Vols| / Rixes|8',
      '"\\u0013 TC x \\u0015" => Vols| / Rixes|8',
      '"\\u0013 SEQ x \\u0014\\u0015" => Vols| / Rixes|8',
      '"\\u0013 IF \\u0013 X \\u00147\\u0015 \\u001412\\u0015" => Vols|12 / Rixes|8',
      '"12\\u0014" => Vols|12 / Rixes|8',
      '"12\\u0015" => Vols|12 / Rixes|8',
      '"\\u0013a\\u0013b\\u0015c\\u001412\\u0015" => Vols|12 / Rixes|8',
    ]);
  });
});

describe("paragraphs", () => {
  test("at each bound of what their records say", async () => {
    expect(
      await byBytes(
        [
          short(0x840f, -200),
          short(0x840f, -201),
          short(0x845e, -201),
          short(0x8411, -201),
          short(0x8460, -201),
          [...short(0x840f, 100), ...short(0x8411, -300)],
          [...short(0x840f, 100), ...short(0x8411, -301)],
          sprm(0x6412, ...words(0x10000 - 109, 0)),
          sprm(0x6412, ...words(0x10000 - 110, 0)),
          sprm(0x6412, ...words(109, 0)),
          sprm(0x6412, ...words(0, 0)),
          sprm(0x2441, 0),
          sprm(0x2441, 1),
          short(0x8418, 0),
          short(0x8418, 1),
          short(0x8419, 256),
          short(0x841a, 1),
          short(0x442b, 1),
          short(0x460b, 0),
          short(0x460b, 1),
          short(0x460b, 256),
        ],
        (list) => read(table([], list)),
      ),
    ).toEqual([
      "0f 84 38 ff => Vols|12 / Rixes|8",
      "0f 84 37 ff => Vols| / Rixes|8 [unsure 12]",
      "5e 84 37 ff => Vols| / Rixes|8 [unsure 12]",
      "11 84 37 ff => Vols| / Rixes|8 [unsure 12]",
      "60 84 37 ff => Vols| / Rixes|8 [unsure 12]",
      "0f 84 64 00 11 84 d4 fe => Vols|12 / Rixes|8",
      "0f 84 64 00 11 84 d3 fe => Vols| / Rixes|8 [unsure 12]",
      "12 64 93 ff 00 00 => Vols| / Rixes|8 [unsure 12]",
      "12 64 92 ff 00 00 => Vols|12 / Rixes|8",
      "12 64 6d 00 00 00 => Vols|12 / Rixes|8",
      "12 64 00 00 00 00 => Vols|12 / Rixes|8",
      "41 24 00 => Vols|12 / Rixes|8",
      "41 24 01 => Vols| / Rixes|8 [unsure 12]",
      "18 84 00 00 => Vols|12 / Rixes|8",
      "18 84 01 00 => Vols| / Rixes|8 [unsure 12]",
      "19 84 00 01 => Vols| / Rixes|8 [unsure 12]",
      "1a 84 01 00 => Vols| / Rixes|8 [unsure 12]",
      "2b 44 01 00 => Vols| / Rixes|8 [unsure 12]",
      "0b 46 00 00 => Vols|12 / Rixes|8",
      "0b 46 01 00 => Vols|12 / Rixes|8 [unsure n°.]",
      "0b 46 00 01 => Vols|12 / Rixes|8 [unsure n°.]",
    ]);
  });

  test("outside of tables are texts, whatever number is drawn before them", async () => {
    expect(await read([{ text: "12\r", paragraph: short(0x460b, 1) }])).toBe("12");
  });

  test("have their records in another stream when they are long", async () => {
    const long = sprm(0x8441, 0, 0);
    const list = short(0x460b, 1);
    const data = {
      name: "Data",
      bytes: Uint8Array.from([
        0,
        0,
        ...words(list.length),
        ...list,
        ...words(long.length + 4),
        ...sprm(0x6646, 0, 0, 0, 0),
      ]),
    };
    expect(
      await byBytes(
        [
          sprm(0x6646, 2, 0, 0, 0),
          sprm(0x6645, 2, 0, 0, 0),
          sprm(0x646b, 2, 0, 0, 0),
          sprm(0x6646, 0, 0, 0, 0),
          sprm(0x6646, 255, 255, 0, 0),
        ],
        (reference) => read(table([], reference), {}, [data]),
      ),
    ).toEqual([
      "46 66 02 00 00 00 => Vols|12 / Rixes|8 [unsure n°.]",
      "45 66 02 00 00 00 => Vols|12 / Rixes|8 [unsure n°.]",
      "6b 64 02 00 00 00 => Vols|12 / Rixes|8 [unsure n°.]",
      "46 66 00 00 00 00 => Vols|12 / Rixes|8",
      "46 66 ff ff 00 00 => Vols|12 / Rixes|8",
    ]);
  });

  test("have a style, those that it is based on, and what contradicts them", async () => {
    const sheet = makeSheet([
      { kind: 1, list: [] },
      { kind: 1, list: sprm(0x0837, 1), paragraph: short(0x460b, 1) },
      { kind: 1, basedOn: 1, list: sprm(0x083c, 1) },
      { kind: 1, basedOn: 2, list: sprm(0x083c, 0), paragraph: short(0x460b, 0) },
      { kind: 2, basedOn: 1, list: sprm(0x083c, 1) },
      { kind: 1, basedOn: 99, list: sprm(0x0837, 1) },
    ]);
    expect(
      await byBytes(
        [0, 1, 2, 3, 4, 5, 6].map((n) => short(0x4600, n)),
        (list) => read(table([], list), { sheet }),
      ),
    ).toEqual([
      "00 46 00 00 => Vols|12 / Rixes|8",
      "00 46 01 00 => Vols| / Rixes|8 [struck 12]",
      "00 46 02 00 => Vols| / Rixes|8 [hidden 12]",
      "00 46 03 00 => Vols| / Rixes|8 [struck 12]",
      "00 46 04 00 => Vols| / Rixes|8 [hidden 12]",
      "00 46 05 00 => Vols| / Rixes|8 [struck 12]",
      "00 46 06 00 => Vols|12 / Rixes|8",
    ]);
    expect(
      await byBytes(
        [1, 4, 6].map((n) => short(0x4a30, n)),
        (list) => read(table([list]), { sheet }),
      ),
    ).toEqual([
      "30 4a 01 00 => Vols|12 / Rixes|8",
      "30 4a 04 00 => Vols| / Rixes|8 [hidden 12]",
      "30 4a 06 00 => Vols|12 / Rixes|8",
    ]);
    // A list of odd length is followed by a byte of nothing; numbers go beyond a byte.
    const odd = { kind: 1, list: sprm(0x0837, 1), paragraph: sprm(0x2405, 1) } as const;
    const long = makeSheet([...Array.from({ length: 257 }, () => ({ kind: 1, list: [] }) as const), odd]);
    const styled = (style: number) => read([{ text: "12\r", style }], { sheet: long });
    expect([await styled(1), await styled(256), await styled(257)]).toEqual(["12", "12", " [struck 12]"]);
    // One run of characters goes over paragraphs of several styles.
    const [plain, struck] = [{ text: "1\r" }, { text: "2\r", style: 1 }];
    expect(await read([plain, struck, plain], { sheet, isOneRun: true })).toBe("1 /  / 1 [struck 2]");
    for (const length of [0, 5, 20, sheet.length - 3])
      expect((await read(table([]), { sheet: sheet.slice(0, length) })).startsWith("Vols|12")).toBe(true);
  });
});

describe("rows", () => {
  const two = (first: readonly number[][], second: readonly number[][], texts = ["a", "1", "b", "2"]) =>
    read([
      ...texts.slice(0, 2).map((text) => cellOf(text)),
      rowEnd(...first),
      ...texts.slice(2).map((text) => cellOf(text)),
      rowEnd(...second),
      { text: "fin\r" },
    ]);
  test("have cells by their edges, merged across and down", async () => {
    expect(await two([define(EDGES)], [define([0, 1060, 2000])])).toBe("a|1 / b|2 / | / fin|");
    expect(await two([define(EDGES)], [define([500, 1000, 2000])])).toBe("a{1x2}|^|1 / |b|2 / || / fin||");
    expect(await two([define(EDGES, [0, 1])], [define(EDGES)])).toBe("a\n1{1x2}|^ / b|2 / | / fin|");
    expect(await two([define(EDGES, [0, 2])], [define(EDGES)])).toBe("a|1 / b|2 / | / fin|");
    expect(await two([define(EDGES, [3 << 5, 0])], [define(EDGES, [1 << 5, 0])], ["a", "1", "", "2"])).toBe(
      "a{2x1}|1 / ^|2 / | / fin|",
    );
    expect(await two([define(EDGES)], [define(EDGES, [1 << 5, 0])], ["a", "1", "", "2"])).toBe("a|1 / |2 / | / fin|");
    expect(
      await two([define(EDGES), sprm(0xd62b, 2, 0, 3)], [define(EDGES), sprm(0xd62b, 2, 0, 1)], ["a", "1", "", "2"]),
    ).toBe("a{2x1}|1 / ^|2 / | / fin|");
    expect(await two([define(EDGES), sprm(0x5624, 0, 2)], [define(EDGES)])).toBe("a\n1{1x2}|^ / b|2 / | / fin|");
    expect(await two([define(EDGES), sprm(0x5624, 1, 2)], [define(EDGES)])).toBe("a|1 / b|2 / | / fin|");
    expect(await two([define(EDGES), sprm(0x7623, 0, 1, ...words(500))], [define([0, 500, 1500])])).toBe(
      "a|1 / b|2 / | / fin|",
    );
    expect(await two([define(EDGES), sprm(0x7623, 1, 2, ...words(500))], [define([0, 1000, 1500])])).toBe(
      "a|1 / b|2 / | / fin|",
    );
    expect(await two([define([0, 1000])], [define(EDGES)])).toBe(
      " file-unreadable une ligne de tableau a 2 cellules et en définit 1",
    );
    expect(await two([define([0, 1000, 1000])], [define(EDGES)])).toBe(
      " file-unreadable bords de cellules en désordre (1000, 1000)",
    );
  });

  test("hide their text when they are too low, and shade it cell by cell", async () => {
    expect(
      await byBytes(
        [-1, -109, -110, 0, 109].map((height) => short(0x9407, height)),
        (list) => read(table([], [], [define(EDGES), list])),
      ),
    ).toEqual([
      "07 94 ff ff => | / Rixes|8 [hidden Vols] [hidden 12]",
      "07 94 93 ff => | / Rixes|8 [hidden Vols] [hidden 12]",
      "07 94 92 ff => Vols|12 / Rixes|8",
      "07 94 00 00 => Vols|12 / Rixes|8",
      "07 94 6d 00 => Vols|12 / Rixes|8",
    ]);
    const navy = sprm(0x6870, 0, 0, 128, 0);
    const [usual, blue] = [
      [0, 0, 0, 0xff, 0, 0, 0, 0xff, 0, 0],
      [0, 0, 0, 0xff, 0, 0, 128, 0, 0, 0],
    ];
    expect(
      await byBytes(
        [
          sprm(0xd612, 20, ...usual, ...blue),
          sprm(0xd612, 20, ...blue, ...usual),
          sprm(0xd670, 20, ...usual, ...blue),
          sprm(0xd612, 10, ...usual),
          sprm(0xd616, 10, ...blue),
          sprm(0xd609, 4, ...words(0, 2 << 5)),
          sprm(0xd609, 4, ...words(0, 0)),
        ],
        (list) => read(table([navy], [], [define(EDGES), list])),
      ),
    ).toEqual([
      "12 d6 14 00 00 00 ff 00 00 00 ff 00 00 00 00 00 ff 00 00 80 00 00 00 => Vols| / Rixes|8 [faint 12]",
      "12 d6 14 00 00 00 ff 00 00 80 00 00 00 00 00 00 ff 00 00 00 ff 00 00 => Vols|12 / Rixes|8",
      "70 d6 14 00 00 00 ff 00 00 00 ff 00 00 00 00 00 ff 00 00 80 00 00 00 => Vols| / Rixes|8 [faint 12]",
      "12 d6 0a 00 00 00 ff 00 00 00 ff 00 00 => Vols|12 / Rixes|8",
      "16 d6 0a 00 00 00 ff 00 00 80 00 00 00 => Vols|12 / Rixes|8",
      "09 d6 04 00 00 40 00 => Vols|12 / Rixes|8",
      "09 d6 04 00 00 00 00 => Vols|12 / Rixes|8",
    ]);
    expect(
      await byBytes(
        [sprm(0xc64d, 10, ...blue), sprm(0xc64d, 10, ...usual), short(0x442d, 2 << 5), short(0x442d, 0)],
        (list) => read(table([navy], list)),
      ),
    ).toEqual([
      "4d c6 0a 00 00 00 ff 00 00 80 00 00 00 => Vols| / Rixes|8 [faint 12]",
      "4d c6 0a 00 00 00 ff 00 00 00 ff 00 00 => Vols|12 / Rixes|8",
      "2d 44 40 00 => Vols|12 / Rixes|8",
      "2d 44 00 00 => Vols|12 / Rixes|8",
    ]);
  });

  const hue = (...rgb: readonly number[]) => [0, 0, 0, 0xff, ...rgb, 0, 0, 0];
  const [NONE, BLUE] = [[0, 0, 0, 0xff, 0, 0, 0, 0xff, 0, 0], hue(0, 0, 128)];
  const white = sprm(0x6870, 255, 255, 255, 0);
  const navy = sprm(0x6870, 0, 0, 128, 0);

  test("have the ground of each of their cells, and of no text before them", async () => {
    for (const shaded of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const isShaded = (column: number): boolean => ((shaded >> column) & 1) === 1;
      const shades = [0, 1, 2].flatMap((column) => (isShaded(column) ? BLUE : NONE));
      const told = await read([
        { text: "Avant\r", characters: white },
        ...["1", "2", "3"].map((text) => cellOf(text, [], white)),
        rowEnd(define([0, 1000, 2000, 3000]), sprm(0xd612, shades.length, ...shades)),
      ]);
      const cells = ["1", "2", "3"].map((text, column) => (isShaded(column) ? text : ""));
      const faint = ["Avant", ...["1", "2", "3"].filter((_, column) => !isShaded(column))];
      expect(told).toBe(`|| / ${cells.join("|")} ${faint.map((text) => `[faint ${text}]`).join(" ")}`);
    }
  });

  test("within another table have the ground of their own cell, else of the cell around, whatever stands before them", async () => {
    const inner = [...IN_TABLE, ...sprm(0x6649, 2, 0, 0, 0), ...sprm(0x244b, 1)];
    const nested = (colour: readonly number[], shades: readonly number[][], around: number[] = []) =>
      read([
        { text: "Titre\r", paragraph: IN_TABLE, characters: navy },
        { text: "12\r", paragraph: inner, characters: colour },
        { text: "\r", paragraph: [...inner, ...sprm(0x244c, 1), ...define([0, 1000]), ...shades.flat()] },
        cellOf("z"),
        rowEnd(define([0, 4000]), around),
      ]);
    const [blue, none] = [sprm(0xd612, 10, ...BLUE), sprm(0xd616, 10, ...NONE)];
    expect([
      await nested(navy, [blue]),
      await nested(white, [blue]),
      await nested(white, [none]),
      await nested(white, [none], blue),
    ]).toEqual([
      "Titre /  /  / z [faint 12]",
      "Titre / 12 /  / z",
      "Titre /  /  / z [faint 12]",
      " / 12 /  / z [faint Titre]",
    ]);
  });

  test("are shaded, cut and merged by records of all sizes, as many cells as they say", async () => {
    const wide = (list: readonly number[]) =>
      read([
        ...["1", "2", "3", "4"].map((text) => cellOf(text)),
        rowEnd(define([0, 1000, 2000, 3000, 4000]), [...list]),
      ]);
    expect(
      await byBytes(
        [sprm(0x5624, 0, 2), sprm(0x5624, 1, 3), sprm(0x5624, 2, 4), [...sprm(0xf614, 3, 1, 0), ...short(0x9407, -1)]],
        wide,
      ),
    ).toEqual([
      "24 56 00 02 => 1\n2|3|4",
      "24 56 01 03 => 1|2\n3|4",
      "24 56 02 04 => 1|2|3\n4",
      "14 f6 03 01 00 07 94 ff ff => ||| [hidden 1] [hidden 2] [hidden 3] [hidden 4]",
    ]);
    const shaded = (shade: number[]) => read(table([white], shade));
    expect(await byBytes([short(0x442d, 2 << 5), short(0x442d, 0), short(0x442d, 0xffff)], shaded)).toEqual([
      "2d 44 40 00 => Vols|12 / Rixes|8",
      "2d 44 00 00 => Vols| / Rixes|8 [faint 12]",
      "2d 44 ff ff => Vols| / Rixes|8 [faint 12]",
    ]);
  });

  test("may stand within a cell of another table, by their depth", async () => {
    const inner = [...IN_TABLE, ...sprm(0x6649, 2, 0, 0, 0)];
    const runs: readonly DocRun[] = [
      { text: "x\r", paragraph: [...inner, ...sprm(0x244b, 1)] },
      { text: "y\r", paragraph: [...inner, ...sprm(0x244b, 1)] },
      { text: "\r", paragraph: [...inner, ...sprm(0x244b, 1), ...sprm(0x244c, 1), ...define(EDGES)] },
      cellOf("z"),
      rowEnd(define([0, 4000])),
      cellOf("v"),
      cellOf("w"),
      rowEnd(define(EDGES)),
    ];
    expect(await read(runs)).toBe("x|y / | / z| / v|w");
    expect(await read([cellOf("a"), { text: "b\r" }])).toBe(" file-unreadable une ligne de tableau n'est pas finie");
    expect(await read([{ text: "a\r", paragraph: sprm(0x6649, 1, 0, 0, 0) }, { text: "b\x0cc\r" }])).toBe("a / b / c");
  });
});

describe("a file", () => {
  const RUNS: readonly DocRun[] = [...table([]), { text: "fin\r" }];
  test("has headers first and footers last, of its pages of all kinds", async () => {
    const stories = [
      "s",
      "s",
      "",
      "",
      "",
      "",
      "pair\r",
      "impair\r",
      "bas pair\r",
      "bas\r",
      "premier\r",
      "bas premier\r",
    ];
    const runs = [
      ...RUNS,
      ...stories
        .filter((text) => text !== "")
        .map((text): DocRun => ({ text: text.endsWith("\r") ? text : `${text}` })),
    ];
    expect(await read(runs, { headers: stories.map((text) => text.length) })).toBe(
      "pair| / impair| / premier| / Vols|12 / Rixes|8 / | / fin| / bas pair| / bas| / bas premier|",
    );
    // The look of a header's characters stands far after those of the body.
    const hidden = [...RUNS, { text: "haut\r", characters: sprm(0x083c, 1) }];
    expect(await read(hidden, { headers: [0, 0, 0, 0, 0, 0, 0, "haut\r".length, 0, 0, 0, 0] })).toBe(
      "| / Vols|12 / Rixes|8 / | / fin| [hidden haut]",
    );
  });

  test("may have drawings laid over its text, each told by its place and by how the text runs around it", async () => {
    const runs: readonly DocRun[] = [{ text: "Titre\r" }, ...RUNS];
    const over = { at: 1, flags: 3 << 5 };
    const beside = { at: 2, flags: 2 << 5 };
    const inCell = { at: 7, flags: 3 << 5 };
    const drawn = (...drawings: readonly { readonly at: number; readonly flags: number }[]) => read(runs, { drawings });
    expect([
      await drawn(over),
      await drawn(beside),
      await drawn(beside, over),
      await drawn(beside, inCell, over),
      await drawn(inCell),
      await drawn({ at: 1, flags: (3 << 5) | 0x4000 }),
      await drawn({ at: 99, flags: 3 << 5 }),
    ]).toEqual([
      "Titre| / Vols|12 / Rixes|8 / | / fin| may-look-otherwise ",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
      "Titre| / Vols|12 / Rixes|8 / | / fin| may-look-otherwise ",
      "Titre| / Vols|12 / Rixes|8 / | / fin| may-look-otherwise ",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
    ]);
  });

  test("follows what a quick save changed", async () => {
    const list = sprm(0x083c, 1);
    expect(
      await all(
        [
          0,
          (0x41 << 1) | (1 << 8),
          (0x57 << 1) | (1 << 8),
          (0x5c << 1) | (1 << 8),
          (0x68 << 1) | (1 << 8),
          (0x73 << 1) | (1 << 8),
          (0x42 << 1) | (1 << 8),
          1,
          3,
        ],
        String,
        (piece) => read(RUNS, { piece, lists: list }),
      ),
    ).toEqual([
      "0 => Vols|12 / Rixes|8 / | / fin|",
      "386 => | / | / | / | [struck Vols] [struck 12] [struck Rixes] [struck 8] [struck fin]",
      "430 => | / | / | / | [struck Vols] [struck 12] [struck Rixes] [struck 8] [struck fin]",
      "440 => | / | / | / | [hidden Vols] [hidden 12] [hidden Rixes] [hidden 8] [hidden fin]",
      "464 => Vols|¹² / Rixes|⁸ / | / fin|",
      "486 => | / | / | / | [struck Vols] [struck 12] [struck Rixes] [struck 8] [struck fin]",
      "388 => Vols|12 / Rixes|8 / | / fin|",
      "1 => | / | / | / | [hidden Vols] [hidden 12] [hidden Rixes] [hidden 8] [hidden fin]",
      "3 => Vols|12 / Rixes|8 / | / fin|",
    ]);
  });

  test("in several pieces, each with its own change over that of the characters", async () => {
    const struck = (0x57 << 1) | (1 << 8);
    const shown = 0x57 << 1;
    const runs: readonly DocRun[] = [{ text: "12\r" }, { text: "34\r", characters: sprm(0x0837, 1) }];
    const cut = (before: readonly (readonly [number, number])[], piece: number, isOneRun = false) =>
      read(runs, { before, piece, isOneRun });
    expect([
      await cut([[1, struck]], 0),
      await cut([[1, 0]], struck),
      await cut(
        [
          [1, struck],
          [2, 0],
        ],
        struck,
        true,
      ),
      await cut([[4, 0]], shown),
    ]).toEqual([
      "2 /  [struck 1] [struck 34]",
      "1 /  [struck 2] [struck 34]",
      "2 /  [struck 1] [struck 34]",
      "12 / 4 [struck 3]",
    ]);
  });

  test("has its notes left out, its headers after them, and text boxes of both where they stand", async () => {
    const stories = ["", "", "", "", "", "", "", "haut\r"];
    const texts = ["corps\r", "note\r", ...stories.filter(Boolean), "boite\r", "boite du haut\r"];
    const runs = texts.map((text) => ({ text }));
    expect(
      await read(runs, {
        headers: [...stories.map((text) => text.length), 0, 0, 0, 0],
        notes: "note\r".length,
        boxes: "boite\r".length,
        boxesInHeaders: "boite du haut\r".length,
      }),
    ).toBe("haut / boite du haut / boite / corps");
  });

  test("is refused where it is damaged, in words that say what", async () => {
    const damaged = async (change: (main: Uint8Array, table: Uint8Array) => void, without = "") => {
      const streams = makeDocStreams(RUNS).filter(({ name }) => name !== without);
      const bytesOf = (name: string) => streams.find((stream) => stream.name === name)?.bytes ?? new Uint8Array();
      change(bytesOf("WordDocument"), bytesOf("1Table"));
      const result = await readDoc(source("a.doc", makeCompound(streams)));
      return [
        show(result.value[0]).join(" / "),
        ...result.issues.map(({ rule, actual = "" }) => `${rule} ${actual}`),
      ].join(" ");
    };
    const set =
      (at: number, ...bytes: readonly number[]) =>
      (main: Uint8Array) =>
        main.set(bytes, at);
    const clxAt = (main: Uint8Array): number => new DataView(main.buffer).getUint32(0x9a + 8 * 33, true);
    const inClx =
      (at: number, ...bytes: readonly number[]) =>
      (main: Uint8Array, own: Uint8Array) =>
        own.set(bytes, clxAt(main) + at);
    expect([
      await damaged(() => {}),
      await damaged(set(0, 1, 2)),
      await damaged(set(2, 0xc0, 0)),
      await damaged(set(2, 0xc1, 0)),
      await damaged(set(0x0a, 0, 3)),
      await damaged(set(0x0a, 0, 0)),
      await damaged(() => {}, "1Table"),
      await damaged(() => {}, "WordDocument"),
      await damaged(set(0x4c, 0xff, 0xff, 0, 0)),
      await damaged(set(0x4c, 0xff, 0xff, 0xff, 0xff)),
      await damaged(set(0x54, 1, 0, 0, 0)),
      await damaged(set(0x9a + 8 * 33, 0xff, 0xff)),
      await damaged(set(0x9e + 8 * 13, 0xff, 0xff)),
      await damaged(set(0x9e + 8 * 12, 0xff, 0xff)),
      await damaged(inClx(0, 3)),
      await damaged(inClx(1, 0xff, 0xff)),
      await damaged(inClx(1, 4, 0)),
      await damaged(inClx(5, 1)),
      await damaged(inClx(9, 0xff, 0xff)),
    ]).toEqual([
      "Vols|12 / Rixes|8 / | / fin|",
      " file-unreadable ce n'est pas un document Word 97 ou plus récent",
      " file-format-old ",
      "Vols|12 / Rixes|8 / | / fin|",
      " file-password-protected ",
      " file-unreadable flux de la table absent ou coupé",
      " file-unreadable flux de la table absent ou coupé",
      " file-unreadable flux « WordDocument » absent ou coupé",
      " file-unreadable longueurs de texte incohérentes",
      " file-unreadable longueurs de texte incohérentes",
      " file-unreadable longueurs de texte incohérentes",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable propriétés des paragraphes abîmées",
      " file-unreadable propriétés des paragraphes abîmées",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
    ]);
  });
});
