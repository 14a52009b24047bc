/**
 * The distances by which a table without rules is cut out of its page (scripts/read/pdf/measures.ts): for each, a page just on
 * one side of it and the same page just on the other. Texts are 10 points high, so that a tenth of an em is a point.
 */
import { expect, test } from "vitest";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import { rules, show, source } from "../source.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { handMadePdf, pagesOf, text } from "./hand-made-pdf.ts";

async function readDrawn(page: string) {
  const orders = drawnTexts(page, [50, 300, 360, 420]).map((drawn) => text(drawn.x, 800 - drawn.y, drawn.text));
  const result = await readPdf(source("IS101.pdf", Buffer.from(handMadePdf(pagesOf([orders.join("\n")])), "latin1")));
  return result.issues.length > 0 ? rules(result) : show(result.value[0]);
}

interface Measure {
  readonly what: string;
  readonly draw: (points: number) => string;
  readonly sides: readonly [readonly [points: number, read: string], readonly [points: number, read: string]];
}
const REFUSED = "error ambiguous-header";

const MEASURES: readonly Measure[] = [
  {
    what: "a line as near as those of another label goes on with its label, one further off by more than 7 % does not",
    draw: (gap) => `
      80 Nature | 2025 | 2026
      100 Homicides | 7 | 8
      120 Cambriolages de locaux industriels et | 7 | 8
      132 commerciaux
      152 Violences physiques non crapuleuses | 7 | 8
      ${152 + gap} envers les personnes
      192 Escroqueries | 7 | 8`,
    sides: [
      [12.7, "Violences physiques non crapuleuses envers les personnes|7|8"],
      [13, REFUSED],
    ],
  },
  {
    what: "figures that overlap their label's line in height are of its row, those below it are not",
    draw: (gap) => `
      80 Nature | 2025 | 2026
      100 Homicides | 7 | 8
      120 Vols violents
      ${120 + gap} | 3 | 4
      150 Escroqueries | 7 | 8`,
    sides: [
      [8.5, "Vols violents|3|4"],
      [9.5, REFUSED],
    ],
  },
  {
    what: "where no other label is wrapped, a line goes on with the label above it at the usual distance only",
    draw: (gap) => `
      80 Nature | 2025 | 2026
      100 Homicides | 7 | 8
      120 Violences physiques non crapuleuses | 7 | 8
      ${120 + gap} envers les personnes`,
    sides: [
      [12.3, "Violences physiques non crapuleuses envers les personnes|7|8"],
      [13, REFUSED],
    ],
  },
  {
    what: "lines of one label are not further apart than text is set",
    draw: (gap) => `
      80 Nature | 2025 | 2026
      100 Homicides | 7 | 8
      140 Violences physiques non crapuleuses | 7 | 8
      ${140 + gap} envers les personnes
      180 Escroqueries | 7 | 8`,
    sides: [
      [16.5, "Violences physiques non crapuleuses envers les personnes|7|8"],
      [17.5, REFUSED],
    ],
  },
  {
    what: "a family that fills its line is a row of its own where rows are far apart",
    draw: (gap) => `
      80 Nature | 2025 | 2026
      100 Homicides et tentatives d'homicides | 7 | 8
      ${100 + gap} Autres atteintes volontaires aux biens
      ${100 + 2 * gap} dont vols | 7 | 8
      ${100 + 3 * gap} dont recels | 7 | 8`,
    sides: [
      [14.5, "Autres atteintes volontaires aux biens||"],
      [13.5, REFUSED],
    ],
  },
  {
    what: "a heading stands near its table",
    draw: (gap) => `
      80 Nature | 2025 | 2026
      ${80 + gap} Homicides | 7 | 8
      ${92 + gap} Vols violents | 7 | 8
      ${104 + gap} Escroqueries | 7 | 8
      ${116 + gap} Destructions | 7 | 8`,
    sides: [
      [25, "Nature|2025|2026"],
      [27, REFUSED],
    ],
  },
  {
    what: "a blank of nearly twice the usual distance parts two tables",
    draw: (gap) => `
      80 Nature | 2025 | 2026
      100 Homicides | 7 | 8
      120 Vols violents | 7 | 8
      140 Escroqueries | 7 | 8
      ${140 + gap} Destructions | 7 | 8`,
    sides: [
      [37, "Escroqueries|7|8\nDestructions|7|8"],
      [39, "Escroqueries|7|8\n||\nDestructions|7|8"],
    ],
  },
  {
    what: "a heading covers the columns in whose middle it stands, if it stands in the middle of no others",
    draw: (right) => `
      60 @${249 + right} 2025 | @509 2026
      80 Nature | @200 Constats | @320 Auteurs | @440 Gardes | @560 Ecarts
      100 Homicides | @200 1234567 | @320 1234567 | @440 1234567 | @560 1234567
      120 Vols violents | @200 17 | @320 18 | @440 19 | @560 10`,
    sides: [
      [3.5, "|2025{1x2}|^|2026{1x2}|^"],
      [2, REFUSED],
    ],
  },
];

for (const { what, draw, sides } of MEASURES)
  test(`${what}: ${sides.map(([points]) => points).join(" points, then ")} points`, async () => {
    for (const [points, read] of sides) expect((await readDrawn(draw(points))).join("\n")).toContain(read);
  });

test("a column is one of figures when half of its cells are", async () => {
  const table = (second: string): string => `
    80 Nature | 2025 | 2026 | Notes
    100 Homicides | 7 | 8 | 12
    120 Vols violents | 7 | 8 | ${second}
    140 Escroqueries | 7 | 8 | voir note`;
  expect(await readDrawn(table("3"))).toEqual([REFUSED]);
  expect(await readDrawn(table("voir"))).toContain("Escroqueries|7|8|voir note");
});
