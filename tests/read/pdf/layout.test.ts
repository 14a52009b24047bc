/**
 * One page of glyphs and lines -> its tables and texts. Letters are 5 points wide and 10 high; a text or a
 * line is moved point by point, and what is read is told run after run.
 */
import { describe, expect, test } from "vitest";
import type { PageBlock } from "../../../scripts/read/pdf/blocks.ts";
import type { PdfPage } from "../../../scripts/read/pdf/drawn/marks.ts";
import { readLayout } from "../../../scripts/read/pdf/layout.ts";
import { glyphsOf, grid, HEAD, PLAIN, RULED, redrawn, XS, YS } from "./drawn-page.ts";
import { sweep } from "./sweep.ts";

/** Paragraphs after "¶", doubts after "?"; a table row by row, spans in braces. */
const showBlocks = (blocks: readonly PageBlock[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`¶ ${block.text}`]
      : block.rows.map(({ cells }) =>
          cells
            .map(
              ({ text, column, colSpan, rowSpan }) =>
                `${column}:${text}${colSpan * rowSpan > 1 ? `{${rowSpan}x${colSpan}}` : ""}`,
            )
            .join("|"),
        ),
  );
/** All of them, on one line. */
function layout(texts: string, lines: Partial<PdfPage> = {}, number = 1): string {
  const { blocks, doubts } = readLayout({ ...PLAIN, ...lines, glyphs: glyphsOf(texts) }, number);
  return [...showBlocks(blocks), ...doubts.map((doubt) => `? ${doubt}`)].join(" / ");
}

const ROWS = `${HEAD} / 135 Vols | 7`;

test("two numbers of four digits close to each other stay two: only one to three digits begin a number in thousands", () => {
  const apart = (gap: number) =>
    layout(`115 Nature | @205 2025 | @${225 + gap} 2026 / 135 Vols | @205 1042 | @${225 + gap} 1057`);
  expect(sweep(0, 5, apart)).toEqual([
    "0–1 0:Nature|1:20252026 / 0:Vols|1:10421057",
    "2–5 0:Nature|1:2025|2:2026 / 0:Vols|1:1042|2:1057",
  ]);
});

test("in one drawing order a gap of a fifth of an em parts a letter from a digit, and not two digits", () => {
  const apart = (word: string) =>
    sweep(0, 4, (gap) => {
      const glyphs = glyphsOf(`100 @0 ${word}`).map((glyph, i) =>
        i === 0 ? glyph : { ...glyph, x0: glyph.x0 + gap, x1: glyph.x1 + gap, next: glyph.next + gap },
      );
      return showBlocks(readLayout({ ...PLAIN, glyphs }, 1).blocks);
    });
  expect([...apart("T1"), ...apart("11")]).toEqual(["0–1 ¶ T1", "2–4 ¶ T 1", "0–2 ¶ 11", "3–4 ¶ 1 1"]);
});

test("a line of dashes is one that is drawn: of ten signs or more, over the columns, it parts rows", () => {
  const typed = (signs: string) =>
    layout(
      `100 ${signs} / 115 Nature | 2026 / 125 ${signs} / 135 Vols | 7 / 145 avec armes / 160 Autres | 8 / 170 ${signs}`,
    );
  const read = "0:Nature|1:2026 / 0:Vols avec armes|1:7 / 0:Autres|1:8";
  expect([typed("-".repeat(30)), typed("=".repeat(30)), typed("- ".repeat(15))]).toEqual([read, read, read]);
  expect(typed("-".repeat(9))).not.toBe(read);
});

test("a text that the next cell writes over ends at its wall; one that nothing is written over, or a figure, is a doubt", () => {
  const over = (long: string, next = "Ensemble") => layout(`115 ${long} | ${next} / 135 7 | 8`, RULED);
  expect(over("Gendarmerie nationale")).toBe("0:Gendarmerie nationa|1:Ensemble / 0:7|1:8");
  expect(over("Gendarmerie nationa20")).toContain("? ");
  expect(over("Gendarmerie nationale", "@290 E")).toContain("? ");
  // without a wall, two texts one over the other
  expect(layout("115 Gendarmerie nationale | Ensemble / 135 7 | 8", { ...RULED, vertical: [] })).toContain("? ");
});

test("two texts of their own that meet at a wall are no text that it cuts", () => {
  const row = `115 @100 ${"G".repeat(20)} | @200 Ensemble / 135 7 | 8`;
  expect(layout(row, RULED)).toBe(`0:${"G".repeat(20)}|1:Ensemble / 0:7|1:8`);
});

test("a title and the text below it, in smaller letters, are two paragraphs", () => {
  const title = glyphsOf(`100 @0 ${"A".repeat(110)}`).map((glyph) => ({ ...glyph, size: 12 }));
  const read = (below: number) => {
    const next = glyphsOf("114 @0 ensuite").map((glyph) => ({ ...glyph, size: below }));
    return showBlocks(readLayout({ ...PLAIN, glyphs: [...title, ...next] }, 1).blocks).length;
  };
  expect([read(12), read(11), read(10)]).toEqual([1, 1, 2]);
});

test("tables are read from top to bottom, in whatever order their lines are drawn", () => {
  const below = grid(XS, [200, 220, 240]);
  const read = (first: Pick<PdfPage, "horizontal" | "vertical">, second: typeof first) =>
    layout(`80 @100 Police / ${ROWS} / 180 @100 Gendarmerie / 215 Nom | 2026 / 235 Rixes | 8`, {
      horizontal: [...first.horizontal, ...second.horizontal],
      vertical: [...first.vertical, ...second.vertical],
    });
  const both = "¶ Police / 0:Nature|1:2026 / 0:Vols|1:7 / ¶ Gendarmerie / 0:Nom|1:2026 / 0:Rixes|1:8";
  expect([read(RULED, below), read(below, RULED)]).toEqual([both, both]);
});

test("tables side by side are each under their part of the line above; with no text in one, the line is a text", () => {
  const beside = grid([400, 450, 500], YS);
  const both = {
    horizontal: [...RULED.horizontal, ...beside.horizontal],
    vertical: [...RULED.vertical, ...beside.vertical],
  };
  const captions = "60 @100 Titre / 90 @100 Police | @400 Gendarmerie";
  const other = "115 @405 Nom | @455 2026 / 135 @405 Vols | @455 8";
  expect(layout(`${captions} / ${ROWS} / ${other}`, both)).toBe(
    "¶ Titre / ¶ Police / 0:Nature|1:2026 / 0:Vols|1:7 / ¶ Gendarmerie / 0:Nom|1:2026 / 0:Vols|1:8",
  );
  expect(layout(`${captions} / ${ROWS}`, both)).toMatch(/ \/ ¶ Gendarmerie$/);
});

test("a line drawn from the first column to the last, in pieces too, parts two rows of a table without column lines", () => {
  const pieces = [100, 160].map((from) => ({ at: 139, from, to: from + 50 }));
  const read = (horizontal: PdfPage["horizontal"]) =>
    layout(`${HEAD} / 135 Violences non | 7 / 147 crapuleuses / 167 Rixes | 8`, { horizontal });
  expect(read([])).toBe("0:Nature|1:2026 / 0:Violences non crapuleuses|1:7 / 0:Rixes|1:8");
  expect(read(pieces)).toMatch(/^0:Nature\|1:2026 \/ 0:Violences non\|1:7 \/ 0:crapuleuses\|1: \//);
  expect(read(pieces.slice(0, 1))).toBe(read([])); // a label alone is underlined
});

describe("a table with lines around its cells", () => {
  test("is read by them, between the texts above and below", () => {
    expect(layout(`80 @100 Police / ${ROWS} / 170 @100 Source`, RULED)).toBe(
      "¶ Police / 0:Nature|1:2026 / 0:Vols|1:7 / ¶ Source",
    );
  });

  test("holds the texts whose middle stands within it, two points more", () => {
    expect(sweep(92, 104, (x) => layout(`${HEAD} / 135 @${x} V | | 7`, RULED))).toEqual([
      "92–95 0:Nature|1:2026 / 0:|1:7 / ¶ V",
      "96–96 0:Nature|1:2026 / 0:V|1:7",
      "97–98 0:Nature|1:2026 / 0:V|1:7 / ? un texte déborde de sa cellule, autour de « V7 » ; on ne peut pas dire où il finit.",
      "99–104 0:Nature|1:2026 / 0:V|1:7",
    ]);
    expect(sweep(292, 304, (x) => layout(`${HEAD} / 135 Vols | @${x} 7`, RULED))).toEqual([
      "292–296 0:Nature|1:2026 / 0:Vols|1:7",
      "297–298 0:Nature|1:2026 / 0:Vols|1:7 / ? un texte déborde de sa cellule, autour de « Vols7 » ; on ne peut pas dire où il finit.",
      "299–299 0:Nature|1:2026 / 0:Vols|1:7",
      "300–304 0:Nature|1:2026 / 0:Vols|1: / ¶ 7 / ? on ne peut pas dire à quoi se rapporte « 7 », seul sur sa ligne.",
    ]);
    expect(sweep(95, 125, (y) => layout(`${y} Nature / 135 Vols | 7`, RULED))).toEqual([
      "95–100 ¶ Nature / 0:Vols|1:7",
      "101–122 0:Nature|1: / 0:Vols|1:7",
      "123–125 0:Nature Vols|1:7",
    ]);
    expect(sweep(125, 150, (y) => layout(`${HEAD} / 135 Vols / ${y} | 7`, RULED))).toEqual([
      "125–145 0:Nature|1:2026 / 0:Vols|1:7",
      "146–150 0:Nature|1:2026 / 0:Vols|1: / ¶ 7 / ? on ne peut pas dire à quoi se rapporte « 7 », seul sur sa ligne.",
    ]);
  });

  test("gives a text to the cell in which its middle stands", () => {
    expect(sweep(192, 204, (x) => layout(`${HEAD} / 135 @${x} V`, RULED))).toEqual([
      "192–196 0:Nature|1:2026 / 0:V|1:",
      "197–197 0:Nature|1:2026 / 0:V|1: / ? un texte déborde de sa cellule, autour de « V » ; on ne peut pas dire où il finit.",
      "198–198 0:Nature|1:2026 / 0:|1:V / ? un texte déborde de sa cellule, autour de « V » ; on ne peut pas dire où il finit.",
      "199–204 0:Nature|1:2026 / 0:|1:V",
    ]);
  });

  test("between its columns and around it, but not between its rows, has the columns that are drawn", () => {
    const texts = "115 Nature | 2025 | 2026 / 135 Vols | 7 | @385 12 / 155 Rixes | @290 8 | | 9";
    expect(layout(texts, grid([100, 200, 300, 400], [100, 160]))).toBe(
      "0:Nature|1:2025|2:2026 / 0:Vols|1:7|2:12 / 0:Rixes|1:8|2:9",
    );
  });

  test("has a figure beside it in doubt, where it lacks one, or below it; figures beside the words of a chart are none of it", () => {
    const beside = (texts: string) => layout(`${texts} / 132 | | 12`, RULED).split(" / ").slice(2).join(" / ");
    const doubt = "? on ne peut pas dire à quoi se rapporte « 12 », seul sur sa ligne.";
    expect(beside(`${HEAD} / 137 Vols`)).toBe(`¶ 12 / ${doubt}`);
    expect(beside(`${HEAD} / 137 Vols | 7`)).toBe("¶ 12");
    expect(beside("115 Nature | Faits / 137 Vols")).toBe("¶ 12");
    expect(layout(`${ROWS} / 160 | 12`, RULED)).toContain(doubt);
  });

  test("may be of two cells, side by side or one below the other", () => {
    const wrapped = "112 Ensemble des / 124 faits / 118 | 7";
    expect(layout(wrapped, grid(XS, [100, 130]))).toBe("0:Ensemble des faits|1:7");
    const below = "115 2026 / 135 7";
    expect(layout(below, grid([100, 200], YS))).toBe("0:2026 / 0:7");
  });

  test("keeps merged cells", () => {
    const { horizontal, vertical } = grid([100, 200, 300, 400], [100, 120, 140, 160]);
    const merged = {
      horizontal: redrawn(horizontal, 1, { from: 200 }),
      vertical: redrawn(vertical, 2, { from: 120 }),
    };
    const texts = "125 Nature / 115 | Police / 135 | 2025 | 2026 / 155 Vols | 7 | 8";
    expect(layout(texts, merged)).toBe("0:Nature{2x1}|1:Police{1x2} / 1:2025|2:2026 / 0:Vols|1:7|2:8");
    const alongside = { ...RULED, horizontal: redrawn(RULED.horizontal, 1, { to: 200 }) };
    expect(layout("115 Vols / 135 Rixes | 7", alongside)).toBe("0:Vols|1:7{2x1} / 0:Rixes");
  });

  test("whose headings stand side by side, with no line between them, has each over its own columns, or it is told", () => {
    const { horizontal, vertical } = grid([100, 200, 300, 400, 500, 600], [100, 120, 140]);
    const open = { horizontal, vertical: vertical.map((rule, i) => (i > 1 && i < 5 ? { ...rule, from: 120 } : rule)) };
    const heads = (head: string, drawn?: "all lines") =>
      readLayout({ ...PLAIN, ...open, glyphs: glyphsOf(`115 Nature | ${head} / 135 Vols`) }, 1, drawn).blocks.flatMap(
        (block) => (block.kind === "table" ? (block.rows[0]?.cells ?? []) : []),
      );
    const told = [{ kind: "unplain", text: "titres côte à côte dans une cellule" }];
    expect(heads("@285 Police | @470 Gendarmerie").slice(1)).toMatchObject([
      { text: "Police", column: 1, colSpan: 2 },
      { text: "Gendarmerie", column: 3, colSpan: 2 },
    ]);
    for (const head of ["@205 Police | @405 Gendarmerie", "@285 Police | @470 Gendarmerie / 105 @330 Faits"])
      expect(heads(head)[1]).toMatchObject({ colSpan: 4, beside: told });
    const title = { ...open, vertical: open.vertical.map((rule, i) => (i === 1 ? { ...rule, from: 120 } : rule)) };
    const glyphs = glyphsOf("115 État | @285 Police | @470 T1 2026 / 135 Vols");
    expect(JSON.stringify(readLayout({ ...PLAIN, ...title, glyphs }, 1))).not.toContain("unplain");
    expect(heads("@285 Police et | @325 Gendarmerie")[1]).toMatchObject({ text: "Police et Gendarmerie", colSpan: 4 });
    // where all lines are drawn, two figures are of no column of their own: "12   345" may be one
    expect(heads("@295 12 | @495 345", "all lines")[1]).toMatchObject({
      text: "12 345",
      colSpan: 4,
      beside: [{ kind: "unplain" }],
    });
  });

  test("of one cell is a frame around text; with no text in it, nothing", () => {
    expect(layout("115 Nature / 129 et lieu", grid([100, 300], [100, 140]))).toBe("¶ Nature / ¶ et lieu");
    expect(layout("80 @100 Police / 200 @100 Source", RULED)).toBe("¶ Police / ¶ Source");
  });

  test("whose lines enclose no rectangles is read by the places of its texts", () => {
    const { horizontal, vertical } = grid([100, 200, 300, 400], [100, 120, 140, 160]);
    const odd = {
      horizontal: redrawn(horizontal, 1, { from: 300 }),
      vertical: redrawn(redrawn(vertical, 1, { from: 120 }), 2, { to: 120 }),
    };
    const texts = "115 Nature | 2025 | 2026 / 135 Vols | 7 | 8 / 155 Rixes | 9 | 4";
    const read = "0:Nature|1:2025|2:2026 / 0:Vols|1:7|2:8 / 0:Rixes|1:9|2:4";
    expect(layout(texts, odd)).toBe(read);
    expect(layout(`${texts} / 145 @430 12`, odd)).toBe(
      `${read} / ¶ 12 / ? on ne peut pas dire à quoi se rapporte « 12 », seul sur sa ligne.`,
    );
  });

  test("leaves out a row without text that is lower than a text, or at an end of the table", () => {
    const rows = (low: number) => layout(`${HEAD} / ${135 + low} Vols | 7`, grid(XS, [100, 120, 120 + low, 140 + low]));
    expect(sweep(4, 8, rows)).toEqual(["4–5 0:Nature|1:2026 / 0:Vols|1:7", "6–8 0:Nature|1:2026 / 0:|1: / 0:Vols|1:7"]);
    expect(layout("135 Nature | 2026 / 155 Vols | 7", grid(XS, [100, 120, 140, 160, 180]))).toBe(
      "0:Nature|1:2026 / 0:Vols|1:7",
    );
  });

  test("of which a cell holds two figures, side by side or one below the other, has not all its lines", () => {
    const beside = (x: number) => layout(`${HEAD} / 135 Vols | 7 | @${x} 8`, RULED);
    expect(sweep(216, 224, beside)).toEqual([
      "216–220 0:Nature|1:2026 / 0:Vols|1:7 8",
      "221–224 0:Nature|1:2026 / 0:Vols|1:7 8 / ? on ne peut pas dire à quelle colonne appartient chaque nombre de « 7 8 » : ils sont trop près l'un de l'autre ou du libellé.",
    ]);
    const tall = grid([100, 200, 300, 400], [100, 120, 160]);
    const below = (upper: string, lower: string, other = "8") =>
      layout(`115 Nature | 2025 | 2026 / 140 Vols / 135 | ${upper} / 150 | ${lower} / 140 | | ${other}`, tall);
    expect(below("17", "228")).toBe("0:Nature|1:2025|2:2026 / 0:Vols|1:17 228|2:8");
    expect(below("17", "228", "nd ou")).toBe(
      "¶ Nature 2025 2026 / ¶ 17 / ¶ Vols nd ou 228 / ? on ne peut pas dire à quoi se rapporte « 17 », seul sur sa ligne. / ? on ne peut pas dire à quoi se rapporte « 228 », seul sur sa ligne.",
    );
    const toldOf = (figure: string) => `? on ne peut pas dire à quelle ligne du tableau appartient « ${figure} ».`;
    expect(below("17", "22")).toContain(`${toldOf("17")} / ${toldOf("22")}`);
    expect(below("dont", "22")).toBe("0:Nature|1:2025|2:2026 / 0:Vols|1:dont 22|2:8");
    for (const list of ["15,", "15, 16", "15, 16,"])
      expect(below(list, "22")).toBe(`0:Nature|1:2025|2:2026 / 0:Vols|1:${list} 22|2:8`);
    expect(below("15,5", "22")).not.toContain("0:Vols|1:15,5 22|2:8");
    // The figure that stands alone may be merged with the row above.
    const { horizontal, vertical } = grid([100, 200, 300, 400], [100, 120, 140, 170]);
    const [top, head, row, bottom] = horizontal;
    if (!top || !head || !row || !bottom) throw new Error("no line");
    expect(
      layout("115 Nature | 2025 | 2026 / 135 Vols / 148 | 8 / 135 | | 5 / 158 Rixes / 152 | | 17 / 164 | | 228", {
        vertical,
        horizontal: [top, head, { ...row, to: 200 }, { ...row, from: 300 }, bottom],
      }),
    ).toBe("0:Nature|1:2025|2:2026 / 0:Vols|1:8{2x1}|2:5 / 0:Rixes|2:17 228");
  });

  test("holds words side by side in a cell, and figures with words between", () => {
    expect(layout("115 Nature | Faits | @245 de police / 135 Vols | 7", RULED)).toBe(
      "0:Nature|1:Faits de police / 0:Vols|1:7",
    );
    expect(layout(`${HEAD} / 150 Vols / 135 | 17 / 146 | dont / 157 | 22`, grid(XS, [100, 120, 165]))).toBe(
      "0:Nature|1:2026 / 0:Vols|1:17 dont 22",
    );
  });

  test("keeps its cells from left to right where a line drawn twice leaves a row that is too low", () => {
    const { horizontal, vertical } = grid(XS, [100, 105, 125, 145]);
    const doubled = { horizontal: redrawn(horizontal, 1, { to: 200 }), vertical };
    expect(layout("120 Nature / 118 | 2026 / 140 Vols | 7", doubled)).toBe("0:Nature|1:2026 / 0:Vols|1:7");
  });

  test("may stand above another, with a text between", () => {
    const [first, second] = [RULED, grid(XS, [200, 220, 240])];
    const both = {
      horizontal: [...first.horizontal, ...second.horizontal],
      vertical: [...first.vertical, ...second.vertical],
    };
    const texts = `${HEAD} / 135 Vols | 7 / 170 @100 Gendarmerie / 215 Nature | 2026 / 235 Rixes | 8`;
    expect(layout(texts, both)).toBe("0:Nature|1:2026 / 0:Vols|1:7 / ¶ Gendarmerie / 0:Nature|1:2026 / 0:Rixes|1:8");
  });
});

describe("a page", () => {
  test("with a text over another, or over a line, is in doubt", () => {
    const twice = "@100 Destructions | @130 Cambriolages";
    expect(sweep(78, 83, (y) => layout(`${y} ${twice} / ${ROWS}`, RULED))).toEqual([
      "78–80 ¶ Destruc Ct ai mo bn rs iolages / 0:Nature|1:2026 / 0:Vols|1:7",
      "81–83 ¶ Destruc Ct ai mo bn rs iolages / 0:Nature|1:2026 / 0:Vols|1:7 / ? des textes sont imprimés l'un sur l'autre, autour de « DestrucCtaimobnrs » ; ils ne peuvent pas être lus.",
    ]);
    expect(layout("135 @150 Destructions | @160 Vols", RULED)).toBe(
      "0:Des Vt or lu sctio|1:ns / ? des textes sont imprimés l'un sur l'autre, autour de « DesVtorluscti » ; ils ne peuvent pas être lus. / ? un texte déborde de sa cellule, autour de « Vtorlusctions » ; on ne peut pas dire où il finit.",
    );
    expect(layout("135 @150 Destructions", RULED)).toBe(
      "0:Destructio|1:ns / ? un texte déborde de sa cellule, autour de « Destructions » ; on ne peut pas dire où il finit.",
    );
  });

  test("with a figure over another of one text is in doubt; the letters of a ligature have one place", () => {
    const over = (text: string): readonly string[] => {
      const glyphs = glyphsOf(text).map((glyph, i, all) => ({ ...glyph, x0: all[i - (i % 2)]?.x0 ?? 0 }));
      return readLayout({ ...PLAIN, glyphs: glyphs.map((one) => ({ ...one, x1: one.x0 + 5 })) }, 1).elsewhere;
    };
    expect(over("100 @100 12")).toEqual([
      "des textes sont imprimés l'un sur l'autre, autour de « 12 » ; ils ne peuvent pas être lus.",
    ]);
    expect(over("100 @100 fi")).toEqual([]);
  });

  test("shows its own number on its last line, which is no text", () => {
    const rows = [1, 2, 3, 4].map((n) => `${640 + 20 * n} @100 Vols ${n} | @300 7`).join("\n");
    const page = (text: string, y: number) => {
      const read = layout(`${rows}\n${y} @300 ${text}`, {}, 3).split(" / ");
      return read.slice(4);
    };
    expect(sweep(736, 745, (y) => page("3", y))).toEqual([
      "736–741 ¶ 3 / ? on ne peut pas dire à quelle ligne du tableau appartient « 3 ».",
      "742–745 ",
    ]);
    const own = ["3", "- 3 -", "page 3", "Page 3/7", "3 sur 7"];
    expect(own.flatMap((text) => page(text, 770))).toEqual([]);
    const others = ["4", "33", "p. 3", "3 faits"];
    expect(others.flatMap((text) => page(text, 770))).toEqual(others.map((text) => `¶ ${text}`));
    expect(layout("600 @100 Vols / 620 @100 Rixes / 700 @300 3", {}, 3)).toBe("¶ Vols / ¶ Rixes / ¶ 3");
    expect(layout("600 @100 Vols / 620 @100 Rixes / 770 @300 3 | @400 7", {}, 3)).toBe("¶ Vols / ¶ Rixes / ¶ 3 7");
  });
});
