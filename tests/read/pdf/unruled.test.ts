/**
 * Tables without rules: for each page, its texts with their places, and what is read of them. Letters are 5 points wide and 10 high, so
 * that all places are whole numbers: the distances of scripts/read/pdf/measures.ts are met exactly, or missed by one point.
 */
import { describe, expect, test } from "vitest";
import { isValue } from "../../../scripts/read/pdf/bands.ts";
import type { Unit } from "../../../scripts/read/pdf/text.ts";
import { type RuleHints, readFreeZone } from "../../../scripts/read/pdf/unruled.ts";

/** Baseline in points below the top of the page, then the texts of that line by their left end. */
type PageLine = readonly [y: number, texts: Readonly<Record<number, string>>];

const unitsOf = (lines: readonly PageLine[]): readonly Unit[] =>
  lines.flatMap(([baseline, texts]) =>
    Object.entries(texts).map(([left, text]): Unit => {
      const x0 = Number(left);
      return { text, x0, x1: x0 + 5 * text.length, baseline, size: 10 };
    }),
  );

/** Paragraphs after "¶", doubts after "?"; a table row by row: "1:Police{2}" stands in column 1 and the next one. */
function read(lines: readonly PageLine[], hints?: RuleHints): readonly string[] {
  const { blocks, doubts } = readFreeZone(unitsOf(lines), { textWidth: 400, height: 1000 }, hints);
  const shown = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`¶${block.parts > 1 ? ` (${block.parts} side by side)` : ""} ${block.text}`]
      : block.rows.map(({ cells }) => {
          let next = 0;
          const texts = cells.map(({ text, column, colSpan }) => {
            const place = column === next ? "" : `${column}:`;
            next = column + colSpan;
            return `${place}${text}${colSpan > 1 ? `{${colSpan}}` : ""}`;
          });
          return `${texts.join("|")}${block.isHeadless ? " (headless)" : ""}`;
        }),
  );
  return [...shown, ...doubts.map((doubt) => `? ${doubt}`)];
}

const HEAD = { 0: "Nature", 200: "2025", 260: "2026" };
const vols = (label = "Vols") => ({ 0: label, 200: "7", 260: "8" });

type Case = readonly [what: string, lines: readonly PageLine[], read: readonly string[], hints?: RuleHints];
const check = (cases: readonly Case[]): void => {
  for (const [what, lines, expected, hints] of cases)
    test(what, () => {
      expect(read(lines, hints)).toEqual(expected);
    });
};

describe("columns", () => {
  check([
    [
      "figures that overlap by a point are one column",
      [
        [200, { 0: "Nature", 200: "T1" }],
        [220, { 0: "Vols", 200: "12" }],
        [240, { 0: "Rixes", 209: "7" }],
      ],
      ["Nature|T1", "Vols|12", "Rixes|7"],
    ],
    [
      "figures that only touch are two, of which one has no title",
      [
        [200, { 0: "Nature", 200: "T1" }],
        [220, { 0: "Vols", 200: "12" }],
        [240, { 0: "Rixes", 210: "7" }],
      ],
      ["Nature|T1", "Vols|12|", "Rixes||7", "? aucun titre ne se trouve au-dessus de la colonne 3."],
    ],
    [
      "figures that only touch are one column under a heading that stands over both",
      [
        [200, { 0: "Nature", 200: "2026" }],
        [220, { 0: "Vols", 200: "12" }],
        [240, { 0: "Rixes", 210: "7" }],
      ],
      ["Nature|2026", "Vols|12", "Rixes|7"],
    ],
    [
      "two columns under one heading stay two when a row has a figure in both",
      [
        [200, { 0: "Nature", 200: "Police nationale" }],
        [220, { 0: "Vols", 200: "12", 240: "7" }],
        [240, { 0: "Rixes", 200: "12" }],
      ],
      ["Nature|Police nationale{2}", "Vols|12|7", "Rixes|12|"],
    ],
    [
      "a title alone on its line joins no columns",
      [
        [180, { 0: "Faits constatés sur le territoire de la commune au cours du trimestre" }],
        [200, { 0: "Nature", 200: "T1", 240: "T2" }],
        [220, { 0: "Vols", 200: "12" }],
        [240, { 0: "Rixes", 240: "7" }],
      ],
      [
        "¶ Faits constatés sur le territoire de la commune au cours du trimestre",
        "Nature|T1|T2",
        "Vols|12|",
        "Rixes||7",
      ],
    ],
    [
      "a column without any figure is told by its heading",
      [
        [200, { 0: "Nature", 200: "2024", 260: "2025", 320: "2026" }],
        [220, { 0: "Vols", 200: "5", 320: "7" }],
      ],
      ["Nature|2024|2025|2026", "Vols|5||7"],
    ],
    [
      "by the line of headings that has most of them, whichever it is",
      [
        [180, { 200: "Police", 320: "Police" }],
        [200, { 0: "Nature", 200: "2024", 260: "2025", 320: "2026" }],
        [220, { 0: "Vols", 200: "5", 320: "7" }],
      ],
      [
        "Nature|2024|2025|2026",
        "Vols|5||7",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« Police », « Police », au-dessus de 3 colonnes de chiffres). Lectures possibles : 1) « Police » couvre la colonne 2, « Police » couvre la colonne 4 ; 2) « Police » couvre les colonnes 2 à 3, « Police » couvre la colonne 4.",
      ],
    ],
    [
      "three headings over two columns, none of them beside: no column is added",
      [
        [200, { 0: "Nature", 200: "T1", 216: "T2", 260: "T3" }],
        [220, { 0: "Vols", 200: "123456", 260: "7" }],
      ],
      [
        "Nature",
        "Vols|123456|7",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 », « T2 », « T3 », au-dessus de 2 colonnes de chiffres). Aucune répartition des titres ne s'accorde avec leur place.",
        "? aucun titre ne se trouve au-dessus de la colonne 2.",
      ],
    ],
    [
      "nor where one stands beside, if the others do not stand over one column each",
      [
        [200, { 0: "Nature", 200: "T1", 216: "T2", 260: "T3", 330: "T4" }],
        [220, { 0: "Vols", 200: "123456", 245: "1234567" }],
      ],
      [
        "Nature",
        "Vols|123456|1234567",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 », « T2 », « T3 », « T4 », au-dessus de 2 colonnes de chiffres). Aucune répartition des titres ne s'accorde avec leur place.",
        "? aucun titre ne se trouve au-dessus de la colonne 2.",
      ],
    ],
    [
      "a heading that reaches over the labels joins no column to them",
      [
        [200, { 0: "Nature des faits constatés, en tout lieu", 260: "2026" }],
        [220, { 0: "Vols", 260: "8" }],
        [240, { 190: "7", 260: "9" }],
      ],
      [
        "Nature des faits constatés, en tout lieu|2:2026",
        "Vols||8",
        "|7|9",
        "? on ne peut pas dire à quelle ligne appartient « 7 9 ».",
        "? aucun titre ne se trouve au-dessus de la colonne 2.",
      ],
    ],
    [
      "the heading of the labels, wide or not, is no column",
      [
        [200, { 0: "Nature", 60: "des faits", 200: "T1" }],
        [220, { 0: "Vols simples sans violence", 200: "12" }],
      ],
      ["Nature des faits|T1", "Vols simples sans violence|12"],
    ],
    [
      "drawn column lines are taken as they are; a text goes to the column that holds most of it, or to the nearest",
      [
        [200, { 0: "Nature", 160: "2025", 260: "2026" }],
        [220, { 0: "Vols", 160: "7", 245: "1234" }],
        [240, { 0: "Rixes", 235: "1234", 370: "9" }],
      ],
      ["Nature|2025|2026", "Vols|7|1234", "Rixes|1234|9"],
      { xs: [0, 150, 250, 350], ys: [] },
    ],
    [
      "two column lines, the ends of the table, say nothing of its columns",
      [
        [200, HEAD],
        [220, vols()],
      ],
      ["Nature|2025|2026", "Vols|7|8"],
      { xs: [0, 400], ys: [] },
    ],
    [
      "a row is read with one figure beside its label, and years alone are headings",
      [
        [200, { 0: "Nature", 200: "2026" }],
        [220, { 0: "Vols", 200: "2" }],
      ],
      ["Nature|2026", "Vols|2"],
    ],
  ]);
});

test("figures, and what stands for one, are told from words", () => {
  const figures =
    "7|1 012|1\u00a0012|1\u202f012|12,5|12.5|+5|- 5|−5|–5|+50,00 %|12‰|12*|12 **|12¹|12 (a)|12 (1)|12 p|12 e|12 r|nd|N.D.|na|n/a|nc|ndiff|s|ns|/|-|–|—|...";
  const words = "Vols|12 x|12 (aa)|12 pr|p|e|r|n|1er|T1|12/5|(12)|s.|ndd|--|..";
  expect(figures.split("|").filter((text) => !isValue(text))).toEqual([]);
  expect(words.split("|").filter(isValue)).toEqual([]);
});

describe("rows", () => {
  check([
    [
      "two rows 8 points apart are two, when they have figures in their only column",
      [
        [200, { 0: "Nature", 200: "2026" }],
        [220, { 0: "Vols", 200: "7" }],
        [228, { 0: "Rixes", 200: "8" }],
        [236, { 0: "Recels", 200: "9" }],
      ],
      ["Nature|2026", "Vols|7", "Rixes|8", "Recels|9"],
    ],
    [
      "a label wrapped before its figures",
      [
        [200, HEAD],
        [220, { 0: "Violences physiques non" }],
        [232, vols("crapuleuses")],
        [252, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Violences physiques non crapuleuses|7|8", "Rixes|7|8"],
    ],
    [
      "a label wrapped after its figures, at the end of the table",
      [
        [200, HEAD],
        [220, vols("Rixes")],
        [240, vols("Violences physiques non")],
        [252, { 0: "crapuleuses" }],
      ],
      ["Nature|2025|2026", "Rixes|7|8", "Violences physiques non crapuleuses|7|8"],
    ],
    [
      "a figure in thousands wrapped in its cell, within, before and after",
      [
        [200, HEAD],
        [220, { 0: "Vols", 200: "17", 260: "8" }],
        [232, { 200: "228" }],
        [260, vols("Rixes")],
        [280, { 0: "Escroqueries", 200: "1", 260: "12" }],
        [292, { 200: "012", 260: "345" }],
      ],
      ["Nature|2025|2026", "Vols|17 228|8", "Rixes|7|8", "Escroqueries|1 012|12 345"],
    ],
    [
      "a label wrapped in lines further apart than those of a wrapped figure",
      [
        [200, HEAD],
        [230, { 0: "Vols", 200: "17", 260: "8" }],
        [240, { 200: "228" }],
        [270, vols("Violences physiques non")],
        [282, { 0: "crapuleuses" }],
        [310, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Vols|17 228|8", "Violences physiques non crapuleuses|7|8", "Rixes|7|8"],
    ],
    [
      "a wrapped figure beside one that is not of thousands",
      [
        [200, HEAD],
        [220, { 0: "Vols", 200: "17", 260: "8" }],
        [232, { 200: "228", 260: "9" }],
        [260, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "Vols|17|8",
        "|228|9",
        "Rixes|7|8",
        "? on ne peut pas dire à quelle ligne appartient « 228 9 ».",
      ],
    ],
    [
      "figures 8 points below their label are of its row",
      [
        [200, HEAD],
        [220, { 0: "Vols" }],
        [228, { 200: "7", 260: "8" }],
        [250, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8"],
    ],
    [
      "figures 9 points below their label are not",
      [
        [200, HEAD],
        [220, { 0: "Vols" }],
        [229, { 200: "7", 260: "8" }],
        [250, vols("Rixes")],
      ],
      ["Nature Vols|2025|2026", "|7|8", "Rixes|7|8", "? on ne peut pas dire à quelle ligne appartient « 7 8 »."],
    ],
    [
      "two rows 8 points apart are two, when both have a figure in one column",
      [
        [200, HEAD],
        [220, vols()],
        [228, vols("Rixes")],
        [236, vols("Recels")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8"],
    ],
    [
      "a line drawn between two lines of text parts two rows",
      [
        [200, HEAD],
        [220, vols("Violences physiques non")],
        [232, { 0: "crapuleuses" }],
        [252, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "Violences physiques non|7|8",
        "crapuleuses||",
        "Rixes|7|8",
        "? on ne peut pas dire de quelle ligne « crapuleuses » est la suite.",
        "? on ne peut pas dire si « Rixes 7 8 » est une nouvelle ligne ou la suite de « crapuleuses ».",
      ],
      { xs: [], ys: [224] },
    ],
    [
      "a line drawn elsewhere does not",
      [
        [200, HEAD],
        [220, vols("Violences physiques non")],
        [232, { 0: "crapuleuses" }],
        [252, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Violences physiques non crapuleuses|7|8", "Rixes|7|8"],
      { xs: [], ys: [216, 230] },
    ],
    [
      "where rows are as near as the lines of a label, a line in small letters goes on with one that fills its column",
      [
        [200, HEAD],
        [212, vols("Violences physiques non crapul")],
        [224, { 0: "euses envers les personnes" }],
        [236, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "Violences physiques non crapul euses envers les personnes|7|8",
        "Rixes|7|8",
        "? on ne peut pas dire si « Rixes 7 8 » est une nouvelle ligne ou la suite de « euses envers les personnes ».",
      ],
    ],
    [
      "and not with one after which it would have fitted",
      [
        [200, HEAD],
        [212, vols("Violences")],
        [224, { 0: "crapuleuses" }],
        [236, vols("Escroqueries et infractions as")],
      ],
      [
        "Nature|2025|2026",
        "Violences crapuleuses|7|8",
        "Escroqueries et infractions as|7|8",
        "? on ne peut pas dire si « Escroqueries et infractions as 7 8 » est une nouvelle ligne ou la suite de « crapuleuses ».",
      ],
    ],
    [
      "nor does a line that begins a label",
      [
        [200, HEAD],
        [212, vols("Violences physiques non crapul")],
        [224, { 0: "Escroqueries envers les person" }],
        [236, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "Violences physiques non crapul Escroqueries envers les person|7|8",
        "Rixes|7|8",
        "? on ne peut pas dire si « Rixes 7 8 » est une nouvelle ligne ou la suite de « Escroqueries envers les person ».",
      ],
    ],
    [
      "a figure that stands in another column, a line below, is of no row",
      [
        [200, HEAD],
        [220, { 0: "Vols", 200: "7" }],
        [232, { 260: "8" }],
        [250, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Vols|7|", "||8", "Rixes|7|8", "? on ne peut pas dire à quelle ligne appartient « 8 »."],
    ],
    [
      "a word in a column of figures below the last row is not taken with it",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [252, { 200: "voir note" }],
      ],
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Rixes|7|8",
        "¶ voir note",
        "? on ne peut pas dire à quelle ligne du tableau appartient « voir note ».",
      ],
    ],
  ]);
});

describe("two tables, one below the other", () => {
  const between = (gap: number): readonly PageLine[] => [
    [200, HEAD],
    [220, vols()],
    [240, vols("Escroqueries")],
    [240 + gap, { 0: "commises hors de la commune" }],
    [280, HEAD],
    [300, vols("Rixes")],
  ];
  check([
    [
      "figures wrapped at the end of the first are its own",
      [
        [200, HEAD],
        [220, { 0: "Vols", 200: "17", 260: "8" }],
        [232, { 200: "228" }],
        [270, { 0: "Gendarmerie" }],
        [300, HEAD],
        [320, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Vols|17 228|8", "¶ Gendarmerie", "Nature|2025|2026", "Rixes|7|8"],
    ],
    [
      "a text 13 points below the last figures of the first may be the end of their label",
      between(13),
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Escroqueries|7|8",
        "¶ commises hors de la commune",
        "Nature|2025|2026",
        "Rixes|7|8",
        "? on ne peut pas dire à quelle ligne du tableau appartient « commises hors de la commune ».",
      ],
    ],
    [
      "14 points below them, it stands over the second",
      between(14),
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Escroqueries|7|8",
        "¶ commises hors de la commune",
        "Nature|2025|2026",
        "Rixes|7|8",
      ],
    ],
    [
      "a family without figures, right above figures that stand higher than their label",
      [
        [200, HEAD],
        [220, vols("Recels")],
        [240, { 0: "Atteintes aux biens" }],
        [252, { 200: "7", 260: "8" }],
        [256, { 0: "Vols" }],
        [268, { 200: "7", 260: "8" }],
        [272, { 0: "Rixes" }],
      ],
      [
        "Nature|2025|2026",
        "Recels|7|8",
        "Atteintes aux biens||",
        "Vols|7|8",
        "Rixes|7|8",
        "? on ne peut pas dire si « 7 8 » est une nouvelle ligne ou la suite de « Atteintes aux biens ».",
      ],
    ],
  ]);
});

describe("headings", () => {
  check([
    [
      "wrapped, with nothing over the labels",
      [
        [183, { 200: "Faits", 260: "Faits" }],
        [200, { 200: "2025", 260: "2026" }],
        [220, vols()],
      ],
      ["1:Faits 2025|Faits 2026", "Vols|7|8"],
    ],
    [
      "over some of the columns that another level names in part",
      [
        [180, { 200: "Total", 280: "Police" }],
        [200, { 0: "Nature", 260: "2025", 320: "2026" }],
        [220, { 0: "Vols", 200: "7", 260: "8", 320: "9" }],
      ],
      ["1:Total|Police{2}", "Nature|2:2025|2026", "Vols|7|8|9"],
    ],
    [
      "a heading over two columns, each with its own below",
      [
        [180, { 200: "Police nationale" }],
        [200, { 0: "Nature", 200: "2025", 260: "2026" }],
        [220, vols()],
      ],
      ["1:Police nationale{2}", "Nature|2025|2026", "Vols|7|8"],
    ],
    [
      "right above the first of its columns, where all lines are as near as those of a label",
      [
        [188, { 200: "Police nationale" }],
        [200, HEAD],
        [212, vols()],
        [224, vols("Rixes")],
        [236, vols("Recels")],
      ],
      ["1:Police nationale{2}", "Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8"],
    ],
    [
      "side by side in steps, each level with the next one only",
      [
        [180, { 200: "Police" }],
        [186, { 260: "Gend." }],
        [192, { 0: "Nature", 320: "Total" }],
        [215, { 0: "Vols", 200: "7", 260: "8", 320: "9" }],
        [235, { 0: "Rixes", 200: "7", 260: "8", 320: "9" }],
      ],
      ["Nature|Police|Gend.|Total", "Vols|7|8|9", "Rixes|7|8|9"],
    ],
    [
      "a heading wrapped over two lines",
      [
        [200, { 200: "Faits", 260: "Faits" }],
        [211, { 0: "Nature", 200: "2025", 260: "2026" }],
        [240, vols()],
        [260, vols("Rixes")],
      ],
      ["Nature|Faits 2025|Faits 2026", "Vols|7|8", "Rixes|7|8"],
    ],
    [
      "wrapped under its middle, and under its right end",
      [
        [200, { 190: "Police", 250: "Police" }],
        [211, { 0: "Nature", 195: "2025", 260: "2026" }],
        [240, vols()],
        [260, vols("Rixes")],
      ],
      ["Nature|Police 2025|Police 2026", "Vols|7|8", "Rixes|7|8"],
    ],
    [
      "the heading of the labels, in the middle of two levels of others",
      [
        [180, { 200: "Police nationale" }],
        [190, { 0: "Nature" }],
        [200, { 200: "2025", 260: "2026" }],
        [220, vols()],
      ],
      ["1:Police nationale{2}", "Nature|2025|2026", "Vols|7|8"],
    ],
    [
      "the heading of the labels above the others, further than theirs",
      [
        [170, { 0: "Nature des faits" }],
        [180, { 200: "2025", 260: "2026" }],
        [200, vols()],
      ],
      ["¶ Nature des faits", "1:2025|2026", "Vols|7|8"],
    ],
    [
      "the heading of the labels just below the others",
      [
        [180, { 200: "2025", 260: "2026" }],
        [190, { 0: "Nature des faits" }],
        [220, vols()],
      ],
      ["Nature des faits|2025|2026", "Vols|7|8"],
    ],
    [
      "headings 26 points above the next line of headings are of the table",
      [
        [174, { 200: "Police", 260: "Police" }],
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, vols("Recels")],
        [280, vols("Viols")],
      ],
      ["1:Police|Police", "Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8", "Viols|7|8"],
    ],
    [
      "27 points above, they are not",
      [
        [173, { 200: "Police", 260: "Police" }],
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, vols("Recels")],
        [280, vols("Viols")],
      ],
      [
        "¶ (2 side by side) Police Police",
        "Nature|2025|2026",
        "Vols|7|8",
        "Rixes|7|8",
        "Recels|7|8",
        "Viols|7|8",
        "? on ne peut pas dire à quelle ligne du tableau appartient « Police Police ».",
      ],
    ],
    [
      "a text alone there is a title",
      [
        [173, { 200: "Police nationale" }],
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, vols("Recels")],
        [280, vols("Viols")],
      ],
      ["¶ Police nationale", "Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8", "Viols|7|8"],
    ],
    [
      "a text alone over the labels is a title, one over the figures a heading",
      [
        [170, { 0: "Atteintes aux biens" }],
        [190, { 205: "Police nationale" }],
        [204, HEAD],
        [224, vols()],
      ],
      ["¶ Atteintes aux biens", "1:Police nationale{2}", "Nature|2025|2026", "Vols|7|8"],
    ],
    [
      "two headings of which the lines stand one among the other",
      [
        [200, { 0: "Nature", 200: "Faits constatés", 268: "2026" }],
        [206, { 270: "a" }],
        [226, vols()],
        [246, vols("Rixes")],
      ],
      [
        "Nature|Faits constatés 2026 a{2}",
        "Vols|7|8",
        "Rixes|7|8",
        "? on ne peut pas dire où finit le titre « Faits constatés a ».",
      ],
    ],
    [
      "a heading right above another over the same columns is one with it, 17 points at most",
      [
        [183, { 200: "Faits", 260: "Faits" }],
        [200, HEAD],
        [220, vols()],
      ],
      ["Nature|Faits 2025|Faits 2026", "Vols|7|8"],
    ],
    [
      "18 points above, it is another level",
      [
        [182, { 200: "Faits", 260: "Faits" }],
        [200, HEAD],
        [220, vols()],
      ],
      ["1:Faits|Faits", "Nature|2025|2026", "Vols|7|8"],
    ],
  ]);
});

const SIX = { 0: "Nature", 200: "Police", 260: "Gend.", 320: "Total", 380: "Police", 440: "Gend.", 500: "Total" };
const six = (y: number): PageLine => [y, { 0: "Vols", 200: "1", 260: "2", 320: "3", 380: "4", 440: "5", 500: "6" }];
const FOUR = { 0: "Nature", 200: "A", 260: "B", 320: "C", 380: "D" };
const four = (y: number): PageLine => [y, { 0: "Vols", 200: "1", 260: "2", 320: "3", 380: "4" }];

describe("the columns that a heading covers", () => {
  check([
    [
      "are told by no repetition when the names differ",
      [
        [180, { 200: "T1 2025", 330: "T1 2026" }],
        [200, { 0: "Nature", 200: "Police", 260: "Gend.", 320: "Police", 380: "Total" }],
        four(220),
      ],
      [
        "Nature|Police|Gend.|Police|Total",
        "Vols|1|2|3|4",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 », « T1 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « T1 2025 » couvre la colonne 2, « T1 2026 » couvre les colonnes 3 à 5 ; 2) « T1 2025 » couvre la colonne 2, « T1 2026 » couvre la colonne 4.",
      ],
    ],
    [
      "nor under one heading alone",
      [
        [180, { 330: "T1 2025" }],
        [200, { 0: "Nature", 200: "Police", 260: "Gend.", 320: "Total", 380: "Autres" }],
        four(220),
      ],
      [
        "Nature|Police|Gend.|Total|Autres",
        "Vols|1|2|3|4",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « T1 2025 » couvre les colonnes 2 à 5 ; 2) « T1 2025 » couvre les colonnes 3 à 5.",
      ],
    ],
    [
      "nor where columns have no names",
      [[180, { 200: "T1 2025", 335: "T1 2026" }], four(220)],
      [
        "Vols|1|2|3|4 (headless)",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 », « T1 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « T1 2025 » couvre la colonne 2, « T1 2026 » couvre les colonnes 3 à 5 ; 2) « T1 2025 » couvre les colonnes 2 à 3, « T1 2026 » couvre les colonnes 4 à 5.",
      ],
    ],
    [
      "may be all, of one heading in the middle",
      [
        [180, { 270: "T1 2025" }],
        [200, { 0: "Nature", 200: "Police", 260: "Gend.", 320: "Total", 380: "Autres" }],
        four(220),
      ],
      [
        "Nature|Police|Gend.|Total|Autres",
        "Vols|1|2|3|4",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « T1 2025 » couvre les colonnes 2 à 4 ; 2) « T1 2025 » couvre les colonnes 2 à 5.",
      ],
    ],
    [
      "are those that repeat the same names under each",
      [[180, { 200: "T1 2025", 390: "T1 2026" }], [200, SIX], six(220)],
      ["1:T1 2025{3}|T1 2026{3}", "Nature|Police|Gend.|Total|Police|Gend.|Total", "Vols|1|2|3|4|5|6"],
    ],
    [
      "cannot be two at once: two headings over one column",
      [[180, { 196: "a", 203: "b" }], [200, FOUR], four(220)],
      [
        "Nature|A|B|C|D",
        "Vols|1|2|3|4",
        "? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« a », « b », au-dessus de 4 colonnes de chiffres). Aucune répartition des titres ne s'accorde avec leur place.",
      ],
    ],
    [
      "are one when it stands over it alone, the others keep theirs",
      [[200, { 0: "Nature", 200: "2025", 320: "2026" }], four(220)],
      ["Nature|2025|3:2026", "Vols|1|2|3|4", "? aucun titre ne se trouve au-dessus de la colonne 3."],
    ],
    [
      "include those that have no heading of their own",
      [[180, { 200: "Police nationale", 320: "Gendarmerie" }], four(200)],
      ["1:Police nationale{2}|Gendarmerie{2}", "Vols|1|2|3|4"],
    ],
    [
      "are never those of the labels",
      [
        [200, { 0: "Nature des faits constatés par les services au cours du mois", 310: "2026" }],
        [220, { 0: "Vols", 320: "7" }],
      ],
      ["Nature des faits constatés par les services au cours du mois|2026", "Vols|7"],
    ],
    [
      "a heading left of the figures is that of the labels when its middle is left of the first",
      [
        [200, { 40: "Nature des faits", 200: "2026" }],
        [220, { 0: "Homicides et tentatives", 200: "7" }],
      ],
      ["Nature des faits|2026", "Homicides et tentatives|7"],
    ],
  ]);
});

describe("doubts", () => {
  check([
    [
      "half of the labels in small letters",
      [
        [200, HEAD],
        [220, vols("violences")],
        [240, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "violences|7|8",
        "Rixes|7|8",
        "? on ne peut pas dire de quelle ligne « violences » est la suite.",
      ],
    ],
    [
      "a year alone on a line of text is none",
      [
        [200, { 0: "Le commissariat" }],
        [214, { 200: "2026" }],
      ],
      ["¶ Le commissariat", "¶ 2026"],
    ],
    [
      "texts beyond a blank, at the right of the columns",
      [
        [150, { 300: "Page", 400: "12 x" }],
        [220, vols()],
        [234, vols("Rixes")],
        [248, vols("Recels")],
      ],
      ["¶ (2 side by side) Page 12 x", "Vols|7|8 (headless)", "Rixes|7|8 (headless)", "Recels|7|8 (headless)"],
    ],
    [
      "texts beyond a blank, that begin where the columns end",
      [
        [150, { 205: "Page", 265: "x" }],
        [220, vols()],
        [234, vols("Rixes")],
        [248, vols("Recels")],
      ],
      ["¶ (2 side by side) Page x", "Vols|7|8 (headless)", "Rixes|7|8 (headless)", "Recels|7|8 (headless)"],
    ],
    [
      "two figures in one cell",
      [
        [200, HEAD],
        [220, { 0: "Vols", 200: "17", 211: "22", 260: "8" }],
        [240, { 0: "Rixes", 196: "123456", 260: "8" }],
      ],
      [
        "Nature|2025|2026",
        "Vols|17 22|8",
        "Rixes|123456|8",
        "? on ne peut pas dire à quelle colonne appartient chaque nombre de « 17 22 » : ils sont trop près l'un de l'autre ou du libellé.",
      ],
    ],
    [
      "a figure beside its label, in one column",
      [
        [200, HEAD],
        [220, { 0: "Vols", 30: "3", 200: "7", 260: "8" }],
        [240, vols("Rixes et tapages")],
      ],
      [
        "Nature|2025|2026",
        "Vols 3|7|8",
        "Rixes et tapages|7|8",
        "? on ne peut pas dire à quelle colonne appartient chaque nombre de « Vols 3 » : ils sont trop près l'un de l'autre ou du libellé.",
      ],
    ],
    [
      "labels that are figures are none",
      [
        [200, HEAD],
        [220, vols("12")],
        [240, vols("13")],
      ],
      [
        "Nature|2025|2026",
        "12|7|8",
        "13|7|8",
        "? plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.",
      ],
    ],
    [
      "two columns of words before the figures",
      [
        [200, { 0: "Rang", 60: "Nature", 200: "2026" }],
        [220, { 0: "a", 60: "Vols", 200: "7" }],
        [240, { 0: "b", 60: "Rixes", 200: "8" }],
      ],
      ["Rang|Nature|2026", "a|Vols|7", "b|Rixes|8"],
    ],
    [
      "two columns of words before the figures, of which one has a blank",
      [
        [200, { 0: "Rang", 60: "Nature", 200: "2026" }],
        [220, { 0: "A", 60: "Vols", 200: "7" }],
        [240, { 0: "B", 200: "8" }],
      ],
      [
        "Rang|Nature|2026",
        "A|Vols|7",
        "B||8",
        "? plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.",
      ],
    ],
    [
      "two columns of words before the figures, of which one wraps",
      [
        [200, { 0: "Rang", 60: "Nature", 200: "2026" }],
        [220, { 0: "a", 60: "Vols", 200: "7" }],
        [226, { 0: "et b" }],
        [260, { 0: "c", 60: "Rixes", 200: "8" }],
      ],
      [
        "Rang|Nature|2026",
        "a et b|Vols|7",
        "c|Rixes|8",
        "? plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.",
      ],
    ],
    [
      "a word in a column of figures, one in three",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, { 0: "Recels", 200: "voir", 260: "8" }],
      ],
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Rixes|7|8",
        "Recels|voir|8",
        "? « voir » se trouve dans une colonne de chiffres (la colonne 2).",
      ],
    ],
    [
      "a column of which half are words is one of figures, of which more are not",
      [
        [200, HEAD],
        [220, vols()],
        [240, { 0: "Recels", 200: "voir", 260: "8" }],
      ],
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Recels|voir|8",
        "? « voir » se trouve dans une colonne de chiffres (la colonne 2).",
      ],
    ],
    [
      "more words than figures: a column of words",
      [
        [200, HEAD],
        [220, { 0: "Vols", 200: "7", 260: "8" }],
        [240, { 0: "Recels", 200: "7", 260: "voir" }],
        [260, { 0: "Rixes", 200: "7", 260: "voir" }],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Recels|7|voir", "Rixes|7|voir"],
    ],
    [
      "figures without a label",
      [
        [200, HEAD],
        [220, vols()],
        [240, { 200: "7", 260: "8" }],
        [260, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "|7|8", "Rixes|7|8", "? on ne peut pas dire à quelle ligne appartient « 7 8 »."],
    ],
    [
      "a label in small letters among others",
      [
        [200, HEAD],
        [220, vols("Violences")],
        [240, vols("envers les personnes")],
        [260, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "Violences|7|8",
        "envers les personnes|7|8",
        "Rixes|7|8",
        "? on ne peut pas dire de quelle ligne « envers les personnes » est la suite.",
      ],
    ],
    [
      "all labels in small letters, or one that begins with dont or a dash",
      [
        [200, HEAD],
        [220, vols("violences")],
        [240, vols("vols")],
        [260, vols("Rixes")],
      ],
      ["Nature|2025|2026", "violences|7|8", "vols|7|8", "Rixes|7|8"],
    ],
    [
      "sub-lines",
      [
        [200, HEAD],
        [220, vols("Violences")],
        [240, vols("dont sexuelles")],
        [260, vols("- autres")],
      ],
      ["Nature|2025|2026", "Violences|7|8", "dont sexuelles|7|8", "- autres|7|8"],
    ],
    [
      "a family without figures, as far from the others as rows are",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Recels")],
        [260, { 0: "Atteintes" }],
        [280, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Recels|7|8", "Atteintes||", "Rixes|7|8"],
    ],
    [
      "a family in capital letters that fills its column, as near as the lines of a label",
      [
        [200, HEAD],
        [213, vols()],
        [226, { 0: "ATTEINTES AUX PERSONNES" }],
        [239, vols("Rixes")],
        [252, vols("Recels")],
        [265, vols("Viols")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "ATTEINTES AUX PERSONNES||", "Rixes|7|8", "Recels|7|8", "Viols|7|8"],
    ],
    [
      "a family that begins as a label does, as near as the lines of one",
      [
        [200, HEAD],
        [213, vols()],
        [226, { 0: "Atteintes aux personnes" }],
        [239, vols("Rixes")],
        [252, vols("Recels")],
        [265, vols("Viols")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Atteintes aux personnes||", "Rixes|7|8", "Recels|7|8", "Viols|7|8"],
    ],
    [
      "a family after a label that fills the column",
      [
        [200, HEAD],
        [213, vols("Vols à la roulotte et simples")],
        [226, { 0: "AUTRES" }],
        [239, vols("Rixes")],
        [252, vols("Recels")],
        [265, vols("Viols")],
      ],
      [
        "Nature|2025|2026",
        "Vols à la roulotte et simples|7|8",
        "AUTRES||",
        "Rixes|7|8",
        "Recels|7|8",
        "Viols|7|8",
        "? on ne peut pas dire si « AUTRES » est une nouvelle ligne ou la suite de « Vols à la roulotte et simples 7 8 ».",
      ],
    ],
    [
      "one nearer to the row below than rows are",
      [
        [200, HEAD],
        [220, vols()],
        [246, { 0: "Atteintes" }],
        [260, vols("Rixes")],
        [280, vols("Recels")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Atteintes Rixes|7|8", "Recels|7|8"],
    ],
    [
      "a row as near as the lines of a wrapped label",
      [
        [200, HEAD],
        [220, vols("Violences physiques non")],
        [232, { 0: "crapuleuses" }],
        [244, vols("Rixes")],
        [270, vols("Recels")],
      ],
      [
        "Nature|2025|2026",
        "Violences physiques non crapuleuses|7|8",
        "Rixes|7|8",
        "Recels|7|8",
        "? on ne peut pas dire si « Rixes 7 8 » est une nouvelle ligne ou la suite de « crapuleuses ».",
      ],
    ],
    [
      "figures below the table, under its columns",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, { 200: "15" }],
      ],
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Rixes|7|8",
        "¶ 15",
        "? on ne peut pas dire à quelle ligne du tableau appartient « 15 ».",
      ],
    ],
    [
      "a line in small letters below the table",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, { 0: "envers les personnes" }],
      ],
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Rixes|7|8",
        "¶ envers les personnes",
        "? on ne peut pas dire à quelle ligne du tableau appartient « envers les personnes ».",
      ],
    ],
    [
      "a note below the table",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, { 0: "Source : police nationale" }],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "¶ Source : police nationale"],
    ],
    [
      "two texts 8 points below the last row, from its labels on",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [248, { 0: "Total", 200: "voir" }],
      ],
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "Rixes|7|8",
        "¶ (2 side by side) Total voir",
        "? on ne peut pas dire à quelle ligne du tableau appartient « Total voir ».",
      ],
    ],
    [
      "two texts 8 points below the last row, at the right of its labels",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [248, { 100: "Total", 200: "voir" }],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "¶ (2 side by side) Total voir"],
    ],
    [
      "a figure above the table, under its columns",
      [
        [170, { 200: "15" }],
        [190, HEAD],
        [210, vols()],
        [230, vols("Rixes")],
      ],
      [
        "¶ 15",
        "Nature|2025|2026",
        "Vols|7|8",
        "Rixes|7|8",
        "? on ne peut pas dire à quelle ligne du tableau appartient « 15 ».",
      ],
    ],
    [
      "a figure above the table, beside its columns",
      [
        [170, { 100: "15" }],
        [190, HEAD],
        [210, vols()],
        [230, vols("Rixes")],
      ],
      ["¶ 15", "Nature|2025|2026", "Vols|7|8", "Rixes|7|8"],
    ],
    [
      "a column that no heading names",
      [
        [200, { 0: "Nature", 200: "2025" }],
        [220, vols()],
        [240, vols("Rixes")],
      ],
      ["Nature|2025", "Vols|7|8", "Rixes|7|8", "? aucun titre ne se trouve au-dessus de la colonne 3."],
    ],
    [
      "no heading at all: of two columns, or of one",
      [
        [220, vols()],
        [240, vols("Rixes")],
      ],
      ["Vols|7|8 (headless)", "Rixes|7|8 (headless)"],
    ],
    [
      "of one",
      [
        [220, { 0: "Vols", 200: "7" }],
        [240, { 0: "Rixes", 200: "8" }],
      ],
      ["Vols|7 (headless)", "Rixes|8 (headless)"],
    ],
    [
      "a figure alone on a line of text",
      [
        [200, { 0: "Le commissariat" }],
        [214, { 200: "15" }],
      ],
      ["¶ Le commissariat", "¶ 15", "? on ne peut pas dire à quoi se rapporte « 15 », seul sur sa ligne."],
    ],
    [
      "but not in the margins of the sheet",
      [
        [900, { 0: "Le commissariat" }],
        [920, { 200: "15" }],
      ],
      ["¶ Le commissariat", "¶ 15"],
    ],
  ]);
});

describe("tables and texts of a page", () => {
  check([
    [
      "three tables one below the other, each with its heading",
      [
        [200, HEAD],
        [220, vols()],
        [240, { 0: "Nature", 200: "T1", 260: "T2" }],
        [260, vols("Rixes")],
        [280, { 0: "Nature", 200: "T3", 260: "T4" }],
        [300, vols("Viols")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Nature|T1|T2", "Rixes|7|8", "Nature|T3|T4", "Viols|7|8"],
    ],
    [
      "figures in a text whose lines overlap are no table",
      [
        [200, { 0: "En 2026, on compte", 100: "12" }],
        [212, { 0: "faits de plus sur la commune, et d'autres ailleurs" }],
        [224, { 0: "que ces services ont vus", 160: "7" }],
      ],
      [
        "¶ (2 side by side) En 2026, on compte 12",
        "¶ faits de plus sur la commune, et d'autres ailleurs",
        "¶ (2 side by side) que ces services ont vus 7",
      ],
    ],
    [
      "a blank of 38 points, of rows 20 apart, is in the table",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, vols("Recels")],
        [298, vols("Viols")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8", "Viols|7|8"],
    ],
    [
      "one of 39 points parts two tables",
      [
        [200, HEAD],
        [220, vols()],
        [240, vols("Rixes")],
        [260, vols("Recels")],
        [299, vols("Viols")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8", "Viols|7|8 (headless)"],
    ],
    [
      "a blank of 26 points does not, however near the rows",
      [
        [200, HEAD],
        [212, vols()],
        [224, vols("Rixes")],
        [236, vols("Recels")],
        [262, vols("Viols")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8", "Viols|7|8"],
    ],
    [
      "one of 27 does",
      [
        [200, HEAD],
        [212, vols()],
        [224, vols("Rixes")],
        [236, vols("Recels")],
        [263, vols("Viols")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "Rixes|7|8", "Recels|7|8", "Viols|7|8 (headless)"],
    ],
    [
      "a second heading begins another table, with the title above it",
      [
        [200, HEAD],
        [220, vols()],
        [240, { 0: "Gendarmerie nationale" }],
        [260, { 0: "Nature", 200: "T1", 260: "T2" }],
        [280, vols("Rixes")],
      ],
      ["Nature|2025|2026", "Vols|7|8", "¶ Gendarmerie nationale", "Nature|T1|T2", "Rixes|7|8"],
    ],
    [
      "the rest of the last label, above that title, stays with the first table",
      [
        [200, HEAD],
        [220, vols("Violences physiques non")],
        [232, { 0: "crapuleuses" }],
        [246, { 0: "Gendarmerie nationale" }],
        [266, { 0: "Nature", 200: "T1", 260: "T2" }],
        [286, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "Violences physiques non crapuleuses|7|8",
        "¶ Gendarmerie nationale",
        "Nature|T1|T2",
        "Rixes|7|8",
      ],
    ],
    [
      "texts beside a row of figures, within a line's height, are no second heading",
      [
        [200, HEAD],
        [220, vols()],
        [232, { 0: "(suite)", 200: "a", 260: "b" }],
        [240, vols("Rixes")],
      ],
      [
        "Nature|2025|2026",
        "Vols|7|8",
        "(suite)|a|b",
        "Rixes|7|8",
        "? « a » se trouve dans une colonne de chiffres (la colonne 2).",
        "? « b » se trouve dans une colonne de chiffres (la colonne 3).",
        "? on ne peut pas dire de quelle ligne « (suite) » est la suite.",
        "? on ne peut pas dire si « (suite) a b » est une nouvelle ligne ou la suite de « Vols 7 8 ».",
        "? on ne peut pas dire si « Rixes 7 8 » est une nouvelle ligne ou la suite de « (suite) a b ».",
      ],
    ],
    [
      "a heading beyond a blank",
      [
        [150, HEAD],
        [220, vols()],
        [234, vols("Rixes")],
        [248, vols("Recels")],
      ],
      [
        "¶ (3 side by side) Nature 2025 2026",
        "Vols|7|8 (headless)",
        "Rixes|7|8 (headless)",
        "Recels|7|8 (headless)",
        "? on ne peut pas dire si « Nature 2025 2026 » est l'en-tête du tableau qui suit, dont un blanc le sépare.",
      ],
    ],
    [
      "a text beyond a blank, over one column only",
      [
        [150, { 0: "Nature", 200: "2025" }],
        [220, vols()],
        [234, vols("Rixes")],
        [248, vols("Recels")],
      ],
      ["¶ (2 side by side) Nature 2025", "Vols|7|8 (headless)", "Rixes|7|8 (headless)", "Recels|7|8 (headless)"],
    ],
    [
      "lines of a paragraph that fill the page are one text",
      [
        [200, { 0: "Les faits constatés par les services de police et de gendarmerie nationales au" }],
        [212, { 0: "cours du trimestre écoulé sur la commune." }],
        [224, { 0: "Ils sont provisoires." }],
      ],
      [
        "¶ Les faits constatés par les services de police et de gendarmerie nationales au cours du trimestre écoulé sur la commune.",
        "¶ Ils sont provisoires.",
      ],
    ],
    [
      "lines 14 points apart are two texts",
      [
        [200, { 0: "Les faits constatés par les services de police et de gendarmerie nationales au" }],
        [214, { 0: "cours du trimestre écoulé sur la commune." }],
      ],
      [
        "¶ Les faits constatés par les services de police et de gendarmerie nationales au",
        "¶ cours du trimestre écoulé sur la commune.",
      ],
    ],
    [
      "a line in small letters goes on with one that is three quarters as wide as the page",
      [
        [200, { 0: "Les faits constatés par les services de police et de gendarmer" }],
        [212, { 0: "cours du trimestre" }],
      ],
      ["¶ Les faits constatés par les services de police et de gendarmer cours du trimestre"],
    ],
    [
      "not with one that is less wide",
      [
        [200, { 0: "Les faits constatés par les services de police et de gendarm" }],
        [212, { 0: "cours du trimestre" }],
      ],
      ["¶ Les faits constatés par les services de police et de gendarm", "¶ cours du trimestre"],
    ],
    [
      "a word cut by a hyphen, and a scrap of one, are made whole",
      [
        [200, { 0: "Les faits constatés par les services de police et de gendarmerie nationale-" }],
        [212, { 0: "Ment reconnus, sur le territoire de la commune, au cours du trimestre écoulé Xxxx" }],
        [224, { 0: "s (1) et ceux des années qui précèdent." }],
      ],
      [
        "¶ Les faits constatés par les services de police et de gendarmerie nationale-Ment reconnus, sur le territoire de la commune, au cours du trimestre écoulé Xxxxs (1) et ceux des années qui précèdent.",
      ],
    ],
    [
      "two texts side by side go on with nothing",
      [
        [200, { 0: "Les faits constatés par les services de police et de gendarmerie nationales au" }],
        [212, { 0: "cours du", 100: "trimestre écoulé" }],
      ],
      [
        "¶ Les faits constatés par les services de police et de gendarmerie nationales au",
        "¶ (2 side by side) cours du trimestre écoulé",
      ],
    ],
  ]);
});

/** The same page drawn with each number of points: "200–204 read so", run after run. */
function sweep(from: number, to: number, draw: (points: number) => readonly PageLine[]): readonly string[] {
  const runs: { first: number; last: number; said: string }[] = [];
  for (let points = from; points <= to; points++) {
    const lines = read(draw(points));
    const said = (lines.some((line) => line.startsWith("?")) ? ["refused"] : lines).join(" / ");
    const run = runs.at(-1);
    if (run?.said === said) run.last = points;
    else runs.push({ first: points, last: points, said });
  }
  return runs.map(({ first, last, said }) => `${first}–${last} ${said}`);
}

describe("a heading moved from left to right, point by point", () => {
  const wide: PageLine = [220, { 0: "Vols", 200: "1234567", 320: "1234567", 440: "1234567", 560: "1234567" }];
  const names: PageLine = [200, { 0: "Nature", 200: "Constats", 320: "Auteurs", 440: "Gardes", 560: "Ecarts" }];
  const figures = "Vols|1234567|1234567|1234567|1234567";

  test("covers two columns of four while it stands in their middle, as does another over the two others", () => {
    expect(sweep(195, 345, (x) => [[180, { [x]: "2025", [x + 240]: "2026" }], names, wide])).toEqual([
      "195–253 refused",
      `254–281 1:2025{2}|2026{2} / Nature|Constats|Auteurs|Gardes|Ecarts / ${figures}`,
      "282–345 refused",
    ]);
  });

  test("covers the four columns that have no other, unless it stands over one of them", () => {
    expect(sweep(200, 480, (x) => [[200, { 0: "Nature", [x]: "2025" }], wide])).toEqual([
      "200–294 refused",
      `295–300 Nature|2025{4} / ${figures}`,
      "301–354 refused",
      `355–420 Nature|2025{4} / ${figures}`,
      "421–474 refused",
      `475–480 Nature|2025{4} / ${figures}`,
    ]);
  });

  test("covers both columns where it reaches over both or stands in their middle, and is refused over one", () => {
    const page = (x: number): readonly PageLine[] => [
      [200, { 0: "Nature", [x]: "Faits de police" }],
      [220, { 0: "Homicides", 200: "7", 270: "8" }],
    ];
    expect(sweep(100, 280, page)).toEqual([
      "100–119 refused",
      "120–125 Nature|Faits de police{2} / Homicides|7|8",
      "126–195 refused",
      "196–204 Nature|Faits de police{2} / Homicides|7|8",
      "205–274 refused",
      "275–280 Nature|Faits de police{2} / Homicides|7|8",
    ]);
  });

  test("and its readings are told, two at the most", () => {
    const placed = (first: number, second: number) =>
      `${first}, ${second}: ${read([[180, { [first]: "2025", [second]: "2026" }], [200, FOUR], four(220)]).filter((line) => line.startsWith("?"))}`;
    expect([
      placed(225, 345),
      placed(202, 322),
      placed(245, 365),
      placed(200, 440),
      placed(100, 500),
      placed(250, 280),
    ]).toEqual([
      "225, 345: ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« 2025 », « 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « 2025 » couvre les colonnes 2 à 3, « 2026 » couvre les colonnes 4 à 5 ; 2) « 2025 » couvre les colonnes 2 à 3, « 2026 » couvre la colonne 5.",
      "202, 322: ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« 2025 », « 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « 2025 » couvre la colonne 2, « 2026 » couvre les colonnes 3 à 5 ; 2) « 2025 » couvre la colonne 2, « 2026 » couvre la colonne 4.",
      "245, 365: ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« 2025 », « 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « 2025 » couvre les colonnes 2 à 3, « 2026 » couvre les colonnes 4 à 5 ; 2) « 2025 » couvre les colonnes 2 à 3, « 2026 » couvre la colonne 5.",
      "200, 440: ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« 2025 », « 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « 2025 » couvre la colonne 2, « 2026 » couvre les colonnes 3 à 5 ; 2) « 2025 » couvre les colonnes 2 à 3, « 2026 » couvre les colonnes 4 à 5.",
      "100, 500: ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« 2025 », « 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « 2025 » couvre la colonne 2, « 2026 » couvre les colonnes 3 à 5 ; 2) « 2025 » couvre les colonnes 2 à 3, « 2026 » couvre les colonnes 4 à 5.",
      "250, 280: ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« 2025 », « 2026 », au-dessus de 4 colonnes de chiffres). Lectures possibles : 1) « 2025 » couvre les colonnes 2 à 3, « 2026 » couvre les colonnes 4 à 5 ; 2) « 2025 » couvre les colonnes 2 à 4, « 2026 » couvre la colonne 5.",
    ]);
    const bare = (first: number) =>
      `${first}: ${read([[200, { 0: "Nature", [first]: "2025" }], four(220)]).filter((line) => line.startsWith("?"))}`;
    expect([205, 240, 300].map(bare)).toEqual(["205: ", "240: ", "300: "]);
  });

  test("beside a label that fills its column, covers two columns when it begins or ends with them, within three points", () => {
    const page = (x: number): readonly PageLine[] => [
      [180, { [x]: "Faits constatés par police", 440: "Gardes à vue et autres mes" }],
      names,
      [220, { ...wide[1], 0: "Vols à la roulotte, simples ou violents" }],
    ];
    expect(sweep(191, 340, page)).toEqual([
      "191–197 refused",
      "198–202 1:Faits constatés par police{2}|Gardes à vue et autres mes{2} / Nature|Constats|Auteurs|Gardes|Ecarts / Vols à la roulotte, simples ou violents|1234567|1234567|1234567|1234567",
      "203–206 refused",
      "207–239 1:Faits constatés par police{2}|Gardes à vue et autres mes{2} / Nature|Constats|Auteurs|Gardes|Ecarts / Vols à la roulotte, simples ou violents|1234567|1234567|1234567|1234567",
      "240–258 refused",
      "259–310 2:Faits constatés par police|Gardes à vue et autres mes{2} / Nature|Constats|Auteurs|Gardes|Ecarts / Vols à la roulotte, simples ou violents|1234567|1234567|1234567|1234567",
      "311–340 refused",
    ]);
  });
});
