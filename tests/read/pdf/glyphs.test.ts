/**
 * Glyphs of a page -> texts. Letters are 5 points wide and 10 high, so that the distances of glyph-lines.ts and text.ts, told in heights of
 * letters, are tenths of whole points; a glyph is moved point by point, or tenth by tenth, and what is read of it is told run after run.
 */
import { describe, expect, test } from "vitest";
import { compareWithFigures } from "../../../scripts/read/pdf/drawing/digit-shapes.ts";
import type { Glyph, Rule } from "../../../scripts/read/pdf/drawing/marks.ts";
import { findGlyphLines } from "../../../scripts/read/pdf/glyph-lines.ts";
import { findLines, joinLines } from "../../../scripts/read/pdf/lines.ts";
import { findOverflow, findSuperposed, findUnits } from "../../../scripts/read/pdf/text.ts";
import { sweep } from "./sweep.ts";

interface Written {
  readonly x: number;
  readonly y?: number;
  readonly size?: number;
  readonly rise?: number;
  /** Number of the drawing order; by default each text has its own. */
  readonly run?: number;
  /** Between two letters, further than usual. */
  readonly spacing?: number;
}
let runs = 100;
/** Half as wide as high. */
function write(text: string, { x, y = 100, size = 10, rise = 0, run = runs++, spacing = 0 }: Written): Glyph[] {
  return [...text].map((letter, i) => {
    const x0 = x + i * (size / 2 + spacing);
    const x1 = x0 + size / 2;
    return { text: letter, x0, x1, next: x1, baseline: y, size, run, rise };
  });
}

/** The texts of a page, "|" between two that stand on one line, "/" between two lines. */
const texts = (glyphs: readonly Glyph[], walls: readonly Rule[] = []): string =>
  findGlyphLines(glyphs)
    .map((line) =>
      findUnits([line], walls)
        .map(({ text }) => text)
        .join("|"),
    )
    .join("/");

/** What is read for each place, in tenths of points: "30–34 12|7". */
const tenths = (from: number, to: number, draw: (place: number) => string): readonly string[] =>
  sweep(from, to, (tenth) => draw(tenth / 10));

describe("glyphs", () => {
  test("on baselines less than a fifth of their size apart are of one line, from left to right", () => {
    expect(
      tenths(0, 30, (down) => texts([...write("b", { x: 20, y: 100 }), ...write("a", { x: 0, y: 100 + down })])),
    ).toEqual(["0–19 a|b", "20–30 b/a"]);
    expect(
      tenths(0, 30, (down) =>
        texts([...write("b", { x: 20, y: 100, size: 5 }), ...write("a", { x: 0, y: 100 + down })]),
      ),
    ).toEqual(["0–9 a|b", "10–30 b/a"]);
  });

  test("raised one by one are one mark of the figure before", () => {
    const raised = (letters: string, { size = 6, y = 96, gap = 0 } = {}) =>
      [...letters].flatMap((letter, i) => write(letter, { x: 105 + i * (3 + gap), y, size }));
    expect(texts([...write("1", { x: 100 }), ...raised("er"), ...write(" T", { x: 111 })])).toBe("1er T");
    expect(texts([...write("1", { x: 100 }), ...raised("ers"), ...write(" T", { x: 114 })])).toBe("1ers T");
    // letters further apart, and figures
    expect(texts([...write("1", { x: 100 }), ...raised("er", { gap: 2 })])).not.toContain("1er");
    expect(texts([...write("1", { x: 100 }), ...raised("e2")])).not.toContain("e2");
  });

  test("drawn twice a hair apart are one bold glyph, when two orders draw them", () => {
    expect(tenths(0, 20, (right) => texts([...write("7", { x: 100 }), ...write("7", { x: 100 + right })]))).toEqual([
      "0–11 7",
      "12–19 7 7",
      "20–20 77",
    ]);
    expect(
      tenths(0, 20, (right) => texts([...write("7", { x: 100.5 + 1 }), ...write("7", { x: 101.5 - right })])),
    ).toEqual(["0–11 7", "12–19 7 7", "20–20 77"]);
    expect(
      tenths(0, 20, (down) => texts([...write("7", { x: 100 }), ...write("7", { x: 100, y: 100 + down })])),
    ).toEqual(["0–11 7", "12–19 7 7", "20–20 7/7"]);
    expect(
      tenths(0, 20, (up) => texts([...write("7", { x: 100, y: 101.9 }), ...write("7", { x: 100, y: 101.9 + up })])),
    ).toEqual(["0–11 7", "12–19 7 7", "20–20 7/7"]);
    expect(texts([...write("7", { x: 100, run: 1 }), ...write("7", { x: 100, run: 1 })])).toBe("77");
    expect(texts([...write("7", { x: 100 }), ...write("1", { x: 100 })])).toBe("7 1");
  });
});

describe("a small text beside another", () => {
  test("is its mark, raised or lowered, as far as it stands beside it", () => {
    expect(
      tenths(-50, 50, (gap) => texts([...write("12", { x: 100 }), ...write("1", { x: 110 + gap, y: 96, size: 6 })])),
    ).toEqual(["-50–-31 12|¹", "-30–11 12¹", "12–29 12|¹", "30–50 1/12"]);
    expect(
      tenths(-90, 90, (up) => texts([...write("12", { x: 100 }), ...write("1", { x: 110, y: 100 - up, size: 6 })])),
    ).toEqual(["-90–-75 12/1", "-74–-16 12₁", "-15–74 12¹", "75–90 1/12"]);
    expect(
      tenths(-90, 90, (up) => texts([...write("12", { x: 100 }), ...write("1", { x: 110, y: 100 - up })])),
    ).toEqual(["-90–-75 12/1", "-74–-16 12₁", "-15–15 121", "16–74 12¹", "75–90 1/12"]);
    expect(
      tenths(-90, 90, (up) => texts([...write("Vols", { x: 100 }), ...write("a", { x: 120, y: 100 - up, size: 6 })])),
    ).toEqual(["-90–-12 Vols/a", "-11–11 Volsa", "12–15 a/Vols", "16–74 Volsa", "75–90 a/Vols"]);
    expect(tenths(50, 110, (size) => texts([...write("12", { x: 100 }), ...write("1", { x: 110, size })]))).toEqual([
      "50–84 12¹",
      "85–110 121",
    ]);
    expect(
      tenths(50, 110, (size) => texts([...write("Vols", { x: 100 }), ...write("1", { x: 120, y: 97, size })])),
    ).toEqual(["50–84 Vols¹", "85–110 1/Vols"]);
    expect(tenths(-20, 20, (rise) => texts([...write("12", { x: 100 }), ...write("1", { x: 110, rise })]))).toEqual([
      "-20–-1 12₁",
      "0–0 121",
      "1–20 12¹",
    ]);
  });

  test("told between brackets is written as it is", () => {
    expect(texts([...write("12", { x: 100 }), ...write("(1)", { x: 110, y: 96, size: 6 })])).toBe("12(1)");
    expect(
      texts([
        ...write("1", { x: 100 }),
        ...write("er", { x: 105, y: 96, size: 6 }),
        ...write(" trimestre", { x: 111 }),
      ]),
    ).toBe("1er trimestre");
    expect(texts([...write("12", { x: 100, run: 1 }), ...write("1", { x: 110, y: 96, size: 6, run: 1 })])).toBe("1/12");
    expect(texts([...write(" 1", { x: 105, y: 96, size: 6 }), ...write("12", { x: 98 })])).toBe("12 ¹");
  });
});

describe("two texts of one line", () => {
  const beside = (left: string, right: string, run?: number) => (gap: number) =>
    texts([
      ...write(left, { x: 100, ...(run && { run }) }),
      ...write(right, { x: 100 + 5 * left.length + gap, ...(run && { run }) }),
    ]);

  test("drawn by one order are one, with a blank or without, up to an em", () => {
    expect(tenths(-60, 120, beside("1", "2", 1))).toEqual(["-60–-51 21", "-50–11 12", "12–100 1 2", "101–120 1|2"]);
    expect(tenths(-60, 120, beside("Vols", "simples", 1))).toEqual([
      "-60–11 Volssimples",
      "12–100 Vols simples",
      "101–120 Vols|simples",
    ]);
    expect(tenths(-60, 120, beside("Vols ", "simples", 1))).toEqual([
      "-60–-51 Volss imples",
      "-50–50 Vols simples",
      "51–120 Vols|simples",
    ]);
    expect(tenths(-60, 120, beside("1\u00a0", "2", 1))).toEqual([
      "-60–-51 12",
      "-50–11 1\u00a02",
      "12–50 1 2",
      "51–120 1|2",
    ]);
  });

  test("drawn by two orders are one when they touch, or are the thousands of a figure", () => {
    expect(tenths(-60, 120, beside("1", "2"))).toEqual([
      "-60–-51 2 1",
      "-50–-31 1 2",
      "-30–11 12",
      "12–35 1 2",
      "36–120 1|2",
    ]);
    expect(tenths(-60, 120, beside("Vo", "ls"))).toEqual([
      "-60–-51 Vl|os",
      "-50–-31 Vo|ls",
      "-30–11 Vols",
      "12–120 Vo|ls",
    ]);
    expect(tenths(-60, 120, beside("1", "012"))).toEqual([
      "-60–-51 0 112",
      "-50–-31 1 012",
      "-30–11 1012",
      "12–35 1 012",
      "36–120 1|012",
    ]);
    expect(tenths(-60, 120, beside("1 012", "345"))).toEqual([
      "-60–-51 1 013 245",
      "-50–-31 1 012 345",
      "-30–11 1 012345",
      "12–35 1 012 345",
      "36–120 1 012|345",
    ]);
    expect(tenths(-60, 120, beside("1012", "345"))).toEqual([
      "-60–-51 1013|245",
      "-50–-31 1012|345",
      "-30–11 1012345",
      "12–120 1012|345",
    ]);
    expect(tenths(-60, 120, beside("a1", "012"))).toEqual([
      "-60–-51 a0 112",
      "-50–-31 a1 012",
      "-30–11 a1012",
      "12–35 a1 012",
      "36–120 a1|012",
    ]);
    expect(tenths(-60, 120, beside("Vols ", "7"))).toEqual([
      "-60–-51 Vols7",
      "-50–-6 Vols|7",
      "-5–5 Vols 7",
      "6–120 Vols|7",
    ]);
    expect(tenths(-60, 120, beside("Vols ", "simples"))).toEqual([
      "-60–-51 Volss imples",
      "-50–-31 Vols|simples",
      "-30–11 Vols simples",
      "12–120 Vols|simples",
    ]);
    expect(tenths(-60, 120, beside("12 ", "345"))).toEqual([
      "-60–-51 123 45",
      "-50–-15 12 345",
      "-14–-6 12|345",
      "-5–5 12 345",
      "6–120 12|345",
    ]);
    expect(tenths(-60, 120, beside("12 ", "-"))).toEqual(["-60–-51 12-", "-50–-6 12|-", "-5–5 12 -", "6–120 12|-"]);
  });

  test("are measured by the smaller of their sizes", () => {
    expect(
      tenths(0, 60, (gap) => texts([...write("Vo", { x: 100, size: 20, y: 100 }), ...write("ls", { x: 120 + gap })])),
    ).toEqual(["0–11 Vols", "12–60 Vo|ls"]);
  });

  test("are two when a line stands between them, or touches them by a point; not when it stands elsewhere", () => {
    const between = (wall: number, from = 90, to = 110) => texts(write("Vols12", { x: 100 }), [{ at: wall, from, to }]);
    expect(tenths(950, 1350, (x) => between(x))).toEqual([
      "950–1039 Vols12",
      "1040–1060 V|ols12",
      "1061–1089 Vols12",
      "1090–1110 Vo|ls12",
      "1111–1139 Vols12",
      "1140–1160 Vol|s12",
      "1161–1189 Vols12",
      "1190–1210 Vols|12",
      "1211–1239 Vols12",
      "1240–1260 Vols1|2",
      "1261–1350 Vols12",
    ]);
    expect(tenths(900, 1200, (y) => between(120, y, 130))).toEqual(["900–1000 Vols|12", "1001–1200 Vols12"]);
    expect(tenths(900, 1200, (y) => between(120, 0, y))).toEqual(["900–929 Vols12", "930–1200 Vols|12"]);
  });
});

describe("texts that cannot be read", () => {
  test("two drawn one over the other, by more than half a letter, are told with what stands around", () => {
    const over = (x: number, run?: number) =>
      String(
        findSuperposed(
          findGlyphLines([
            ...write("Destructions", { x: 100, run: 1 }),
            ...write("Cambriolages", { x, run: run ?? 2 }),
          ]),
        ),
      );
    expect(tenths(1540, 1620, (x) => over(x))).toEqual([
      "1540–1549 structionCsambriolag",
      "1550–1574 structionsCambriolag",
      "1575–1620 null",
    ]);
    expect(over(130, 1)).toBe("null");
    const accent = [...write("e", { x: 100 }), ...write("\u00b4", { x: 100 })];
    expect(findSuperposed(findGlyphLines(accent))).toBeNull();
    expect(findSuperposed(findGlyphLines([...write("e ", { x: 100 }), ...write(" ", { x: 101 })]))).toBeNull();
  });

  test("one that a line cuts within a letter, or between two letters of a word, is told", () => {
    const cut = (text: string, wall: number, from = 90, to = 110) =>
      String(findOverflow(write(text, { x: 100 }), [{ at: wall, from, to }]));
    expect(tenths(990, 1220, (x) => cut("Vols", x))).toEqual(["990–1010 null", "1011–1189 Vols", "1190–1220 null"]);
    expect(tenths(1080, 1180, (x) => cut("Vo ls", x))).toEqual([
      "1080–1089 Vo ls",
      "1090–1160 null",
      "1161–1180 Vo ls",
    ]);
    expect(tenths(880, 1010, (y) => cut("Vols", 112.5, y, 130))).toEqual(["880–1000 Vols", "1001–1010 null"]);
    expect(tenths(880, 1010, (y) => cut("Vols", 112.5, 0, y))).toEqual(["880–929 null", "930–1010 Vols"]);
    const spaced = (spacing: number) =>
      String(findOverflow(write("12", { x: 100, spacing }), [{ at: 105 + spacing / 2, from: 90, to: 110 }]));
    expect(tenths(0, 20, spaced)).toEqual(["0–11 12", "12–20 null"]);
    const two = [...write("12", { x: 100 }), ...write("34", { x: 110 })];
    expect(findOverflow(two, [{ at: 110, from: 90, to: 110 }])).toBeNull();
  });
});

test("a line drawn through the blank between two texts parts them", () => {
  const wall = (at: number) => [{ at, from: 80, to: 110 }];
  expect(tenths(0, 150, (at) => texts(write("1 2", { x: 0 }), wall(at)))).toEqual([
    "0–39 1 2",
    "40–110 1|2",
    "111–150 1 2",
  ]);
});

test("lines of one text are joined by a blank, but for a word that is cut", () => {
  const joined = [
    ["Gendarmeri", "e"],
    ["Police nationa", "le"],
    ["Vols de", "la"],
    ["véhi-", "cules"],
    ["véhi\u2010", "cules"],
    ["Violences -", "sexuelles"],
    ["de 10-", "12 ans"],
    ["Vols 2", "es"],
    ["Faits", "n° 7"],
    ["Faits", "t."],
    ["", "Faits"],
    ["Faits", "constatés", "en 2026"],
  ].map((lines) => joinLines(lines));
  expect(joined).toEqual([
    "Gendarmerie",
    "Police nationa le",
    "Vols de la",
    "véhi-cules",
    "véhi\u2010cules",
    "Violences - sexuelles",
    "de 10- 12 ans",
    "Vols 2 es",
    "Faits n° 7",
    "Faits t.",
    "Faits",
    "Faits constatés en 2026",
  ]);
});

test("texts are on one line by the smaller of their sizes, from left to right, whose place is that of the lowest", () => {
  const line = (text: string, x0: number, baseline: number, size: number) => ({ text, x0, x1: x0 + 5, baseline, size });
  const lines = (down: number, size: number) =>
    findLines([line("b", 20, 100, 10), line("a", 0, 100 + down, size)]).map(
      ({ units, ...place }) => `${units.map(({ text }) => text).join("|")} ${Object.values(place).join(" ")}`,
    );
  expect(lines(2.4, 20)).toEqual(["a|b 102.4 20 0 25"]);
  expect(lines(2.6, 20)).toEqual(["b 100 10 20 25", "a 102.6 20 0 5"]);
  expect([lines(1.2, 5), lines(1.3, 5)].map(({ length }) => length)).toEqual([1, 2]);
});

test("outlines are compared with the figures of usual fonts by nine points of each of their places", () => {
  const compared = (outline: readonly (readonly [number, number])[]) =>
    [..."0123456789"].map((figure) => {
      const { other, nearer, isNone } = compareWithFigures([outline], figure);
      return `${figure} ${nearer.toFixed(3)} ${other}${isNone ? " none" : ""}`;
    });
  const triangle = [
    [0, 0],
    [6, 0],
    [0, 9],
    [0, 0],
  ] as const;
  expect(compared(triangle)).toEqual([
    "0 1.106 7 none",
    "1 1.093 7 none",
    "2 1.228 7 none",
    "3 1.205 7 none",
    "4 1.211 7 none",
    "5 1.046 7 none",
    "6 1.007 7 none",
    "7 0.993 6 none",
    "8 1.059 7 none",
    "9 1.141 7 none",
  ]);
});
