/** What the records of a .doc say of the paragraph of a figure ([MS-DOC]). */
import { describe, expect, test } from "vitest";
import { byBytes, read, short, table } from "./doc-table.ts";
import { makeSheet, sprm, words } from "./hand-made-doc.ts";

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
      "12 64 92 ff 00 00 => Vols|12 / Rixes|8 [unsure 12]",
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
