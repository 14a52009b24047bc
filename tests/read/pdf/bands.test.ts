/** The columns of a table without rules: figures that stand one under the other. */
import { describe, expect, test } from "vitest";
import { isValue } from "../../../scripts/read/pdf/bands.ts";
import { checkPages } from "./free-zone.ts";

describe("columns", () => {
  checkPages(`
    figures that overlap by a point are one column
      200 Nature | T1
      220 Vols   | 12
      240 Rixes  | @209 7
      = Nature|T1 / Vols|12 / Rixes|7

    figures that only touch are two, of which one has no title
      200 Nature | T1
      220 Vols   | 12
      240 Rixes  | @210 7
      = Nature|T1 / Vols|12| / Rixes||7
      ? aucun titre ne se trouve au-dessus de la colonne 3.

    figures that only touch are one column under a heading that stands over both
      200 Nature | 2026
      220 Vols   | 12
      240 Rixes  | @210 7
      = Nature|2026 / Vols|12 / Rixes|7

    two columns under one heading stay two when a row has a figure in both
      200 Nature | Police nationale
      220 Vols   | 12 | @240 7
      240 Rixes  | 12
      = Nature|Police nationale{2} / Vols|12|7 / Rixes|12|

    a title alone on its line joins no columns
      180 Faits constatés sur le territoire de la commune au cours du trimestre
      200 Nature | T1 | @240 T2
      220 Vols   | 12
      240 Rixes  | @240 7
      = ¶ Faits constatés sur le territoire de la commune au cours du trimestre / Nature|T1|T2 / Vols|12| / Rixes||7

    a column without any figure is told by its heading
      200 Nature | 2024 | 2025 | 2026
      220 Vols   | 5    |      | 7
      = Nature|2024|2025|2026 / Vols|5||7

    by the line of headings that has most of them, whichever it is
      180        | Police |      | Police
      200 Nature | 2024   | 2025 | 2026
      220 Vols   | 5      |      | 7
      = Nature|2024|2025|2026 / Vols|5||7
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« Police », « Police »).

    three headings over two columns, none of them beside: no column is added
      200 Nature | T1     | @216 T2 | T3
      220 Vols   | 123456 | 7
      = Nature / Vols|123456|7
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 », « T2 », « T3 »).
      ? aucun titre ne se trouve au-dessus de la colonne 2.

    nor where one stands beside, if the others do not stand over one column each
      200 Nature | T1     | @216 T2 | T3 | @330 T4
      220 Vols   | 123456 | @245 1234567
      = Nature / Vols|123456|1234567
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 », « T2 », « T3 », « T4 »).
      ? aucun titre ne se trouve au-dessus de la colonne 2.

    a heading that reaches over the labels joins no column to them
      200 Nature des faits constatés, en tout lieu |  | 2026
      220 Vols                                     |  | 8
      240 @190 7                                   |  |  | 9
      = Nature des faits constatés, en tout lieu|2:2026 / Vols||8 / |7|9
      ? on ne peut pas dire à quelle ligne du tableau appartient « 7 9 ».
      ? aucun titre ne se trouve au-dessus de la colonne 2.

    the heading of the labels, wide or not, is no column
      200 Nature                     | @60 des faits | T1
      220 Vols simples sans violence | 12
      = Nature des faits|T1 / Vols simples sans violence|12

    drawn column lines are taken as they are; a text goes to the column that holds most of it, or to the nearest
      200 Nature | @160 2025 |  | 2026
      220 Vols   | @160 7    | @245 1234
      240 Rixes  | @235 1234 | @370 9
      down at 0, 150, 250, 350
      = Nature|2025|2026 / Vols|7|1234 / Rixes|1234|9

    two column lines, the ends of the table, say nothing of its columns
      200 Nature | 2025 | 2026
      220 Vols   | 7    | 8
      down at 0, 400
      = Nature|2025|2026 / Vols|7|8

    a row is read with one figure beside its label, and years alone are headings
      200 Nature | 2026
      220 Vols   | 2
      = Nature|2026 / Vols|2
  `);
});

test("figures, and what stands for one, are told from words", () => {
  const figures =
    "7|1 012|1\u00a0012|1\u202f012|12,5|12.5|+5|- 5|−5|–5|+50,00 %|12‰|12*|12 **|12¹|12 (a)|12 (1)|12 p|12 e|12 r|nd|N.D.|na|n/a|nc|ndiff|s|ns|/|-|–|—|...";
  const words = "Vols|12 x|12 (aa)|12 pr|p|e|r|n|1er|T1|12/5|(12)|5.|5,|s.|ndd|--|..";
  expect(figures.split("|").filter((text) => !isValue(text))).toEqual([]);
  expect(words.split("|").filter(isValue)).toEqual([]);
});
