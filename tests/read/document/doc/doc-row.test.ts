/** What the records of a .doc say of the row of a figure ([MS-DOC]). */
import { describe, expect, test } from "vitest";
import { byBytes, cellOf, define, EDGES, read, rowEnd, short, table } from "./doc-table.ts";
import { type DocRun, IN_TABLE, sprm, words } from "./hand-made-doc.ts";

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
        [-1, -109, -110, -160, 0, 109].map((height) => short(0x9407, height)),
        (list) => read(table([], [], [define(EDGES), list])),
      ),
    ).toEqual([
      "07 94 ff ff => | / Rixes|8 [hidden Vols] [hidden 12]",
      "07 94 93 ff => | / Rixes|8 [hidden Vols] [hidden 12]",
      "07 94 92 ff => Vols|12 / Rixes|8 [covered Vols] [covered 12]",
      "07 94 60 ff => Vols|12 / Rixes|8",
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
