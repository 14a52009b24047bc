/** What the records of a .doc say of the characters of a figure ([MS-DOC]). */
import { describe, expect, test } from "vitest";
import { withReadings } from "../../source.ts";
import { byBytes, hex, read, short, table } from "./doc-table.ts";
import { makeFonts, sprm, words } from "./hand-made-doc.ts";

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
      await withReadings(
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
        ([text, list]) => special(text, ...(list ? [list as number[]] : [])),
        ([text, list = []]) => JSON.stringify(text) + hex(list as number[]),
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
      await withReadings(
        ["1\x0b2", "1\t2", "1\x1e2", "1\x1f2", "1\xa02", "\xe9\x80", "12\x05"],
        (text) => read(table([], [], undefined, text)),
        JSON.stringify,
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
      await withReadings(
        [
          "\x13 PAGE \x1412\x15",
          "\x13 SEQ x \x15",
          "\x13 TC x \x15",
          "9\x13 FORMDROPDOWN \x01\x15",
          "\x13 SEQ x \x14\x15",
          "\x13 IF \x13 X \x147\x15 \x1412\x15",
          "12\x14",
          "12\x15",
          "\x13a\x13b\x15c\x1412\x15",
        ],
        (text) => read(table([], [], undefined, text)),
        JSON.stringify,
      ),
    ).toEqual([
      '"\\u0013 PAGE \\u001412\\u0015" => Vols|12 / Rixes|8 [stale PAGE]',
      '"\\u0013 SEQ x \\u0015" => Vols| / Rixes|8',
      '"\\u0013 TC x \\u0015" => Vols| / Rixes|8',
      '"9\\u0013 FORMDROPDOWN \\u0001\\u0015" => Vols|9 / Rixes|8 [other n°]',
      '"\\u0013 SEQ x \\u0014\\u0015" => Vols| / Rixes|8',
      '"\\u0013 IF \\u0013 X \\u00147\\u0015 \\u001412\\u0015" => Vols|12 / Rixes|8',
      '"12\\u0014" => Vols|12 / Rixes|8',
      '"12\\u0015" => Vols|12 / Rixes|8',
      '"\\u0013a\\u0013b\\u0015c\\u001412\\u0015" => Vols|12 / Rixes|8',
    ]);
  });
});
