/**
 * One page of glyphs and lines -> its tables and texts, and what is told beside them. Letters are 5 points wide and 10 high; a text or a
 * line is moved point by point, and what is read is told run after run.
 */
import { describe, expect, test } from "vitest";
import { findAsides, tellAsides } from "../../../scripts/read/pdf/asides.ts";
import type { Aside, PageBlock } from "../../../scripts/read/pdf/blocks.ts";
import type { Glyph, PdfPage, Rule } from "../../../scripts/read/pdf/drawing/marks.ts";
import { readLayout } from "../../../scripts/read/pdf/layout.ts";

type Texts = readonly (readonly [x: number, y: number, text: string])[];

let run = 0;
const glyphsOf = (texts: Texts): Glyph[] =>
  texts.flatMap(([x, baseline, text]) => {
    run += 1;
    return [...text].map((letter, i) => {
      const x0 = x + 5 * i;
      return { text: letter, x0, x1: x0 + 5, next: x0 + 5, baseline, size: 10, run, rise: 0 };
    });
  });

const PLAIN: Omit<PdfPage, "glyphs"> = {
  width: 600,
  height: 800,
  unseen: [],
  pictures: [],
  horizontal: [],
  vertical: [],
  unreadable: 0,
  lies: [],
  slanted: 0,
  fields: 0,
};
/** All the lines of a table, at these places. */
function grid(
  xs: readonly number[],
  ys: readonly number[],
): { readonly horizontal: Rule[]; readonly vertical: Rule[] } {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return {
    horizontal: ys.map((at) => ({ at, from: left, to: right })),
    vertical: xs.map((at) => ({ at, from: top, to: bottom })),
  };
}

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
function layout(texts: Texts, lines: Partial<PdfPage> = {}, number = 1): readonly string[] {
  const { blocks, doubts } = readLayout({ ...PLAIN, ...lines, glyphs: glyphsOf(texts) }, number);
  return [...showBlocks(blocks), ...doubts.map((doubt) => `? ${doubt}`)];
}
function sweep(from: number, to: number, draw: (place: number) => readonly string[]): readonly string[] {
  const found: { first: number; last: number; said: string }[] = [];
  for (let place = from; place <= to; place++) {
    const said = draw(place).join(" / ");
    const last = found.at(-1);
    if (last?.said === said) last.last = place;
    else found.push({ first: place, last: place, said });
  }
  return found.map(({ first, last, said }) => `${first}–${last} ${said}`);
}

const XS = [100, 200, 300];
const YS = [100, 120, 140];
const HEAD: Texts = [
  [105, 115, "Nature"],
  [205, 115, "2026"],
];

test("a title and the text below it, in smaller letters, are two paragraphs", () => {
  const title = glyphsOf([[0, 100, "A".repeat(110)]]).map((glyph) => ({ ...glyph, size: 12 }));
  const read = (below: number) => {
    const next = glyphsOf([[0, 114, "ensuite"]]).map((glyph) => ({ ...glyph, size: below }));
    return showBlocks(readLayout({ ...PLAIN, glyphs: [...title, ...next] }, 1).blocks).length;
  };
  expect([read(12), read(11), read(10)]).toEqual([1, 1, 2]);
});

describe("a table with lines around its cells", () => {
  test("is read by them, between the texts above and below", () => {
    expect(
      layout([[100, 80, "Police"], ...HEAD, [105, 135, "Vols"], [205, 135, "7"], [100, 170, "Source"]], grid(XS, YS)),
    ).toEqual(["¶ Police", "0:Nature|1:2026", "0:Vols|1:7", "¶ Source"]);
  });

  test("holds the texts whose middle stands within it, two points more", () => {
    expect(sweep(92, 104, (x) => layout([...HEAD, [x, 135, "V"], [205, 135, "7"]], grid(XS, YS)))).toEqual([
      "92–95 0:Nature|1:2026 / 0:|1:7 / ¶ V",
      "96–96 0:Nature|1:2026 / 0:V|1:7",
      "97–98 0:Nature|1:2026 / 0:V|1:7 / ? un texte déborde de sa cellule, autour de « V7 » ; on ne peut pas dire où il finit.",
      "99–104 0:Nature|1:2026 / 0:V|1:7",
    ]);
    expect(sweep(292, 304, (x) => layout([...HEAD, [105, 135, "Vols"], [x, 135, "7"]], grid(XS, YS)))).toEqual([
      "292–296 0:Nature|1:2026 / 0:Vols|1:7",
      "297–298 0:Nature|1:2026 / 0:Vols|1:7 / ? un texte déborde de sa cellule, autour de « Vols7 » ; on ne peut pas dire où il finit.",
      "299–299 0:Nature|1:2026 / 0:Vols|1:7",
      "300–304 0:Nature|1:2026 / 0:Vols|1: / ¶ 7 / ? on ne peut pas dire à quoi se rapporte « 7 », seul sur sa ligne.",
    ]);
    expect(
      sweep(95, 125, (y) =>
        layout(
          [
            [105, y, "Nature"],
            [105, 135, "Vols"],
            [205, 135, "7"],
          ],
          grid(XS, YS),
        ),
      ),
    ).toEqual(["95–100 ¶ Nature / 0:Vols|1:7", "101–122 0:Nature|1: / 0:Vols|1:7", "123–125 0:Nature Vols|1:7"]);
    expect(sweep(125, 150, (y) => layout([...HEAD, [105, 135, "Vols"], [205, y, "7"]], grid(XS, YS)))).toEqual([
      "125–145 0:Nature|1:2026 / 0:Vols|1:7",
      "146–150 0:Nature|1:2026 / 0:Vols|1: / ¶ 7 / ? on ne peut pas dire à quoi se rapporte « 7 », seul sur sa ligne.",
    ]);
  });

  test("gives a text to the cell in which its middle stands", () => {
    expect(sweep(192, 204, (x) => layout([...HEAD, [x, 135, "V"]], grid(XS, YS)))).toEqual([
      "192–196 0:Nature|1:2026 / 0:V|1:",
      "197–197 0:Nature|1:2026 / 0:V|1: / ? un texte déborde de sa cellule, autour de « V » ; on ne peut pas dire où il finit.",
      "198–198 0:Nature|1:2026 / 0:|1:V / ? un texte déborde de sa cellule, autour de « V » ; on ne peut pas dire où il finit.",
      "199–204 0:Nature|1:2026 / 0:|1:V",
    ]);
  });

  test("between its columns and around it, but not between its rows, has the columns that are drawn", () => {
    const texts: Texts = [
      [105, 115, "Nature"],
      [205, 115, "2025"],
      [305, 115, "2026"],
      [105, 135, "Vols"],
      [205, 135, "7"],
      [385, 135, "12"],
      [105, 155, "Rixes"],
      [290, 155, "8"],
      [305, 155, "9"],
    ];
    expect(layout(texts, grid([100, 200, 300, 400], [100, 160]))).toEqual([
      "0:Nature|1:2025|2:2026",
      "0:Vols|1:7|2:12",
      "0:Rixes|1:8|2:9",
    ]);
  });

  test("may be of two cells, side by side or one below the other", () => {
    const wrapped: Texts = [
      [105, 112, "Ensemble des"],
      [105, 124, "faits"],
      [205, 118, "7"],
    ];
    expect(layout(wrapped, grid(XS, [100, 130]))).toEqual(["0:Ensemble des faits|1:7"]);
    const below: Texts = [
      [105, 115, "2026"],
      [105, 135, "7"],
    ];
    expect(layout(below, grid([100, 200], YS))).toEqual(["0:2026", "0:7"]);
  });

  test("keeps merged cells", () => {
    const { horizontal, vertical } = grid([100, 200, 300, 400], [100, 120, 140, 160]);
    const merged = {
      horizontal: horizontal.map((rule, i) => (i === 1 ? { ...rule, from: 200 } : rule)),
      vertical: vertical.map((rule, i) => (i === 2 ? { ...rule, from: 120 } : rule)),
    };
    const texts: Texts = [
      [105, 125, "Nature"],
      [205, 115, "Police"],
      [205, 135, "2025"],
      [305, 135, "2026"],
      [105, 155, "Vols"],
      [205, 155, "7"],
      [305, 155, "8"],
    ];
    expect(layout(texts, merged)).toEqual(["0:Nature{2x1}|1:Police{1x2}", "1:2025|2:2026", "0:Vols|1:7|2:8"]);
    const lines = grid(XS, YS);
    const alongside = {
      ...lines,
      horizontal: lines.horizontal.map((rule, i) => (i === 1 ? { ...rule, to: 200 } : rule)),
    };
    expect(
      layout(
        [
          [105, 115, "Vols"],
          [105, 135, "Rixes"],
          [205, 135, "7"],
        ],
        alongside,
      ),
    ).toEqual(["0:Vols|1:7{2x1}", "0:Rixes"]);
  });

  test("of one cell is a frame around text; with no text in it, nothing", () => {
    expect(
      layout(
        [
          [105, 115, "Nature"],
          [105, 129, "et lieu"],
        ],
        grid([100, 300], [100, 140]),
      ),
    ).toEqual(["¶ Nature", "¶ et lieu"]);
    expect(
      layout(
        [
          [100, 80, "Police"],
          [100, 200, "Source"],
        ],
        grid(XS, YS),
      ),
    ).toEqual(["¶ Police", "¶ Source"]);
  });

  test("whose lines enclose no rectangles is read by the places of its texts", () => {
    const { horizontal, vertical } = grid([100, 200, 300, 400], [100, 120, 140, 160]);
    const broken = {
      horizontal,
      vertical: vertical.map((rule, i) => (i === 1 ? { ...rule, from: 120 } : i === 2 ? { ...rule, to: 120 } : rule)),
    };
    const odd = { ...broken, horizontal: horizontal.map((rule, i) => (i === 1 ? { ...rule, from: 300 } : rule)) };
    const texts: Texts = [
      [105, 115, "Nature"],
      [205, 115, "2025"],
      [305, 115, "2026"],
      [105, 135, "Vols"],
      [205, 135, "7"],
      [305, 135, "8"],
      [105, 155, "Rixes"],
      [205, 155, "9"],
      [305, 155, "4"],
    ];
    expect(layout(texts, odd)).toEqual(["0:Nature|1:2025|2:2026", "0:Vols|1:7|2:8", "0:Rixes|1:9|2:4"]);
  });

  test("leaves out a row without text that is lower than a text, or at an end of the table", () => {
    const rows = (low: number) =>
      layout([...HEAD, [105, 135 + low, "Vols"], [205, 135 + low, "7"]], grid(XS, [100, 120, 120 + low, 140 + low]));
    expect(sweep(4, 8, rows)).toEqual(["4–5 0:Nature|1:2026 / 0:Vols|1:7", "6–8 0:Nature|1:2026 / 0:|1: / 0:Vols|1:7"]);
    expect(
      layout(
        [
          [105, 135, "Nature"],
          [205, 135, "2026"],
          [105, 155, "Vols"],
          [205, 155, "7"],
        ],
        grid(XS, [100, 120, 140, 160, 180]),
      ),
    ).toEqual(["0:Nature|1:2026", "0:Vols|1:7"]);
  });

  test("of which a cell holds two figures, side by side or one below the other, has not all its lines", () => {
    const beside = (x: number) => layout([...HEAD, [105, 135, "Vols"], [205, 135, "7"], [x, 135, "8"]], grid(XS, YS));
    expect(sweep(216, 224, beside)).toEqual([
      "216–220 0:Nature|1:2026 / 0:Vols|1:7 8",
      "221–224 0:Nature|1:2026 / 0:Vols|1:7 8 / ? on ne peut pas dire à quelle colonne appartient chaque nombre de « 7 8 » : ils sont trop près l'un de l'autre ou du libellé.",
    ]);
    const tall = grid([100, 200, 300, 400], [100, 120, 160]);
    const below = (upper: string, lower: string, other = "8") =>
      layout(
        [
          [105, 115, "Nature"],
          [205, 115, "2025"],
          [305, 115, "2026"],
          [105, 140, "Vols"],
          [205, 135, upper],
          [205, 150, lower],
          [305, 140, other],
        ],
        tall,
      );
    expect(below("17", "228")).toEqual(["0:Nature|1:2025|2:2026", "0:Vols|1:17 228|2:8"]);
    expect(below("17", "228", "nd ou")).toEqual([
      "¶ Nature 2025 2026",
      "¶ 17",
      "¶ Vols nd ou 228",
      "? on ne peut pas dire à quoi se rapporte « 17 », seul sur sa ligne.",
      "? on ne peut pas dire à quoi se rapporte « 228 », seul sur sa ligne.",
    ]);
    expect(below("17", "22")).toEqual([
      "0:Nature|1:2025|2:2026",
      "0:Vols|1:17|2:8",
      "¶ 22",
      "? on ne peut pas dire à quelle ligne du tableau appartient « 22 ».",
    ]);
    expect(below("dont", "22")).toEqual(["0:Nature|1:2025|2:2026", "0:Vols|1:dont 22|2:8"]);
    // The figure that stands alone may be merged with the row above.
    const { horizontal, vertical } = grid([100, 200, 300, 400], [100, 120, 140, 170]);
    const [top, head, row, bottom] = horizontal;
    if (!top || !head || !row || !bottom) throw new Error("no line");
    expect(
      layout(
        [
          [105, 115, "Nature"],
          [205, 115, "2025"],
          [305, 115, "2026"],
          [105, 135, "Vols"],
          [205, 148, "8"],
          [305, 135, "5"],
          [105, 158, "Rixes"],
          [305, 152, "17"],
          [305, 164, "228"],
        ],
        { vertical, horizontal: [top, head, { ...row, to: 200 }, { ...row, from: 300 }, bottom] },
      ),
    ).toEqual(["0:Nature|1:2025|2:2026", "0:Vols|1:8{2x1}|2:5", "0:Rixes|2:17 228"]);
  });

  test("holds words side by side in a cell, and figures with words between", () => {
    expect(
      layout(
        [
          [105, 115, "Nature"],
          [205, 115, "Faits"],
          [245, 115, "de police"],
          [105, 135, "Vols"],
          [205, 135, "7"],
        ],
        grid(XS, YS),
      ),
    ).toEqual(["0:Nature|1:Faits de police", "0:Vols|1:7"]);
    expect(
      layout(
        [...HEAD, [105, 150, "Vols"], [205, 135, "17"], [205, 146, "dont"], [205, 157, "22"]],
        grid(XS, [100, 120, 165]),
      ),
    ).toEqual(["0:Nature|1:2026", "0:Vols|1:17 dont 22"]);
  });

  test("keeps its cells from left to right where a line drawn twice leaves a row that is too low", () => {
    const { horizontal, vertical } = grid(XS, [100, 105, 125, 145]);
    const doubled = { horizontal: horizontal.map((rule, i) => (i === 1 ? { ...rule, to: 200 } : rule)), vertical };
    expect(
      layout(
        [
          [105, 120, "Nature"],
          [205, 118, "2026"],
          [105, 140, "Vols"],
          [205, 140, "7"],
        ],
        doubled,
      ),
    ).toEqual(["0:Nature|1:2026", "0:Vols|1:7"]);
  });

  test("may stand above another, with a text between", () => {
    const [first, second] = [grid(XS, YS), grid(XS, [200, 220, 240])];
    const both = {
      horizontal: [...first.horizontal, ...second.horizontal],
      vertical: [...first.vertical, ...second.vertical],
    };
    const texts: Texts = [
      ...HEAD,
      [105, 135, "Vols"],
      [205, 135, "7"],
      [100, 170, "Gendarmerie"],
      [105, 215, "Nature"],
      [205, 215, "2026"],
      [105, 235, "Rixes"],
      [205, 235, "8"],
    ];
    expect(layout(texts, both)).toEqual([
      "0:Nature|1:2026",
      "0:Vols|1:7",
      "¶ Gendarmerie",
      "0:Nature|1:2026",
      "0:Rixes|1:8",
    ]);
  });
});

describe("a page", () => {
  test("with a text over another, or over a line, is in doubt", () => {
    expect(
      layout([
        [100, 100, "Destructions"],
        [130, 100, "Cambriolages"],
      ]),
    ).toEqual([
      "¶ Destruc Ct ai mo bn rs iolages",
      "? des textes sont imprimés l'un sur l'autre, autour de « DestrucCtaimobnrs » ; ils ne peuvent pas être lus.",
    ]);
    expect(
      layout(
        [
          [150, 135, "Destructions"],
          [160, 135, "Vols"],
        ],
        grid(XS, YS),
      ),
    ).toEqual([
      "0:Des Vt or lu sctio|1:ns",
      "? des textes sont imprimés l'un sur l'autre, autour de « DesVtorluscti » ; ils ne peuvent pas être lus.",
      "? un texte déborde de sa cellule, autour de « Vtorlusctions » ; on ne peut pas dire où il finit.",
    ]);
    expect(layout([[150, 135, "Destructions"]], grid(XS, YS))).toEqual([
      "0:Destructio|1:ns",
      "? un texte déborde de sa cellule, autour de « Destructions » ; on ne peut pas dire où il finit.",
    ]);
  });

  test("shows its own number on its last line, which is no text", () => {
    const rows: Texts = [1, 2, 3, 4].flatMap(
      (n): Texts => [
        [100, 640 + 20 * n, `Vols ${n}`],
        [300, 640 + 20 * n, "7"],
      ],
    );
    const page = (text: string, y: number, number = 3) => layout([...rows, [300, y, text]], {}, number).slice(4);
    expect(sweep(736, 745, (y) => page("3", y))).toEqual([
      "736–741 ¶ 3 / ? on ne peut pas dire à quelle ligne du tableau appartient « 3 ».",
      "742–745 ",
    ]);
    expect(
      ["3", "- 3 -", "page 3", "Page 3/7", "3 sur 7", "4", "33", "p. 3", "3 faits"].map(
        (text) => `${text} => ${page(text, 770)}`,
      ),
    ).toEqual([
      "3 => ",
      "- 3 - => ",
      "page 3 => ",
      "Page 3/7 => ",
      "3 sur 7 => ",
      "4 => ¶ 4",
      "33 => ¶ 33",
      "p. 3 => ¶ p. 3",
      "3 faits => ¶ 3 faits",
    ]);
    expect(
      layout(
        [
          [100, 600, "Vols"],
          [100, 620, "Rixes"],
          [300, 700, "3"],
        ],
        {},
        3,
      ),
    ).toEqual(["¶ Vols", "¶ Rixes", "¶ 3", "? on ne peut pas dire à quoi se rapporte « 3 », seul sur sa ligne."]);
    expect(
      sweep(702, 706, (y) =>
        layout(
          [
            [100, 600, "Vols"],
            [100, 620, "Rixes"],
            [300, y, "3"],
          ],
          {},
          3,
        ),
      ),
    ).toEqual([
      "702–703 ¶ Vols / ¶ Rixes / ¶ 3 / ? on ne peut pas dire à quoi se rapporte « 3 », seul sur sa ligne.",
      "704–706 ¶ Vols / ¶ Rixes / ¶ 3",
    ]);
    expect(
      layout(
        [
          [100, 600, "Vols"],
          [100, 620, "Rixes"],
          [300, 770, "3"],
          [400, 770, "7"],
        ],
        {},
        3,
      ),
    ).toEqual([
      "¶ Vols",
      "¶ Rixes",
      "0:3|1:7",
      "? plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.",
    ]);
  });
});

const ROWS: Texts = [...HEAD, [105, 135, "Vols"], [205, 135, "7"]];
/** What is told beside the cells, "text [kind words]", and after "left:" what none of them tells. */
function told(page: Partial<PdfPage>, texts: Texts = ROWS, lines = grid(XS, YS)): readonly string[] {
  const whole: PdfPage = { ...PLAIN, ...lines, ...page, glyphs: glyphsOf(texts) };
  const { blocks, left } = tellAsides(readLayout(whole, 1).blocks, findAsides(whole));
  const cells = blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((row) => row.cells) : []));
  const show = ({ kind, text }: Pick<Aside, "kind" | "text">): string => `[${kind} ${text}]`;
  return [
    ...cells.flatMap(({ text, beside }) => (beside ? [`${text} ${beside.map(show).join("")}`] : [])),
    ...left.map((one) => `left: ${show(one)}`),
  ];
}
const box = (x0: number, y0: number, width: number, height: number) => ({ x0, y0, x1: x0 + width, y1: y0 + height });
const unseen = (kind: Aside["kind"], x: number, y: number, text: string) => ({
  unseen: glyphsOf([[x, y, text]]).map((glyph) => ({ ...glyph, kind })),
});

describe("what is not simply seen", () => {
  test("is told in the cell of a figure where it stands; beside a label, of the page too, unless it is a figure", () => {
    expect(told(unseen("hidden", 215, 135, "9"))).toEqual(["7 [hidden 9]"]);
    expect(told(unseen("hidden", 215, 135, "Rixes"))).toEqual(["7 [hidden Rixes]"]);
    expect(told(unseen("struck", 130, 135, "simples"))).toEqual(["Vols [struck simples]", "left: [struck simples]"]);
    expect(told(unseen("struck", 130, 135, "12"))).toEqual(["Vols [struck 12]"]);
    expect(told(unseen("hidden", 130, 300, "12"))).toEqual(["left: [hidden 12]"]);
    // Where the cell itself shows nothing, what may be seen or is drawn there is told in its place.
    const empty: Texts = [...HEAD, [105, 135, "Vols"]];
    expect(told(unseen("unsure", 215, 135, "Rixes"), empty)).toEqual([" [unsure Rixes]"]);
    expect(told(unseen("other", 215, 135, "Rixes"), empty)).toEqual([" [other Rixes]"]);
    expect(told(unseen("hidden", 215, 135, "Rixes"), empty)).toEqual([" [hidden Rixes]", "left: [hidden Rixes]"]);
    const two = { unseen: [...unseen("hidden", 215, 135, "9").unseen, ...unseen("struck", 225, 135, "8").unseen] };
    expect(told(two)).toEqual(["7 [hidden 9][struck 8]"]);
  });

  test("is told of the row that shares most of its height, of the nearest column, up to 30 points", () => {
    expect(sweep(95, 160, (y) => told(unseen("hidden", 215, y, "9")))).toEqual([
      "95–102 left: [hidden 9]",
      "103–123 2026 [hidden 9]",
      "124–144 7 [hidden 9]",
      "145–160 left: [hidden 9]",
    ]);
    expect(sweep(55, 110, (x) => told(unseen("hidden", x, 135, "9")))).toEqual([
      "55–64 left: [hidden 9]",
      "65–110 Vols [hidden 9]",
    ]);
    expect(sweep(190, 205, (x) => told(unseen("hidden", x, 135, "9")))).toEqual([
      "190–197 Vols [hidden 9]",
      "198–205 7 [hidden 9]",
    ]);
    expect(sweep(295, 345, (x) => told(unseen("hidden", x, 135, "9")))).toEqual([
      "295–330 7 [hidden 9]",
      "331–345 left: [hidden 9]",
    ]);
  });

  test("is told of the row of a table without lines, a heading of two lines being one", () => {
    const texts: Texts = [
      [200, 100, "Faits"],
      [260, 100, "Faits"],
      [100, 111, "Nature"],
      [200, 111, "2025"],
      [260, 111, "2026"],
      [100, 140, "Vols"],
      [200, 140, "7"],
      [260, 140, "8"],
      [100, 160, "Rixes"],
      [200, 160, "5"],
      [260, 160, "6"],
    ];
    expect(sweep(90, 175, (y) => told(unseen("hidden", 212, y, "9"), texts, { horizontal: [], vertical: [] }))).toEqual(
      [
        "90–95 left: [hidden 9]",
        "96–115 Faits 2025 [hidden 9]",
        "116–132 left: [hidden 9]",
        "133–144 7 [hidden 9]",
        "145–152 left: [hidden 9]",
        "153–164 5 [hidden 9]",
        "165–175 left: [hidden 9]",
      ],
    );
  });

  test("is told of the cell that covers its place", () => {
    const { horizontal, vertical } = grid([100, 200, 300], [100, 120, 140]);
    const tall = { horizontal: horizontal.map((rule, i) => (i === 1 ? { ...rule, from: 200 } : rule)), vertical };
    const texts: Texts = [
      [105, 125, "Vols"],
      [205, 115, "7"],
      [205, 135, "8"],
    ];
    expect(told(unseen("hidden", 130, 135, "9"), texts, tall)).toEqual(["Vols [hidden 9]"]);
  });
});

describe("a picture", () => {
  const drawn = (x: number, y: number, width: number, height: number, text = "") =>
    told({ pictures: [{ text, box: box(x, y, width, height) }] });

  test("in an empty cell is told; beside a figure, when it may be one of its digits", () => {
    const empty: Texts = [...HEAD, [105, 135, "Vols"]];
    expect(told({ pictures: [{ text: "", box: box(205, 126, 8, 8) }] }, empty)).toEqual([" [other ]"]);
    expect(sweep(206, 226, (x) => drawn(x, 127, 5, 8))).toEqual(["206–207 ", "208–215 7 [unsure ]", "216–226 "]);
    expect(sweep(185, 206, (x) => drawn(x, 127, 5, 8))).toEqual([
      "185–194 Vols [other ] / left: [other ]",
      "195–197 Vols [unsure ] / left: [unsure ]",
      "198–202 7 [unsure ]",
      "203–206 ",
    ]);
    expect(sweep(112, 140, (y) => drawn(212, y, 5, 8))).toEqual([
      "112–120 ",
      "121–134 7 [unsure ]",
      "135–136 ",
      "137–140 left: [other ]",
    ]);
    expect(drawn(212, 127, 5, 8, "12")).toEqual(["7 [other 12]"]);
    expect(drawn(127, 127, 5, 8)).toEqual(["Vols [unsure ]", "left: [unsure ]"]);
  });

  test("lower than a dot or higher than text is none; one on which a text stands is its ground", () => {
    expect(sweep(0, 34, (height) => drawn(400, 300, 5, height))).toEqual(["0–1 ", "2–30 left: [other ]", "31–34 "]);
    expect(drawn(203, 125, 20, 14)).toEqual([]);
  });
});
