/** Where tables without rules begin and end on their page, and the texts around them. */
import { describe } from "vitest";
import { checkPages } from "./free-zone.ts";

describe("tables and texts of a page", () => {
  checkPages(`
    two texts a quarter of their size apart in height, nearly: one line
      200 • / 202.4 @10 Point
      = ¶ (2 side by side) • Point

    two texts a quarter of their size apart in height: two lines
      200 • / 202.5 @10 Point
      = ¶ • / ¶ Point

    three tables one below the other, each with its heading
      200 Nature | 2025 | 2026
      220 Vols   | 7    | 8
      240 Nature | T1   | T2
      260 Rixes  | 7    | 8
      280 Nature | T3   | T4
      300 Viols  | 7    | 8
      = Nature|2025|2026 / Vols|7|8 / Nature|T1|T2 / Rixes|7|8 / Nature|T3|T4 / Viols|7|8

    figures in a text whose lines overlap are no table
      200 En 2026, on compte       | @100 12
      212 faits de plus sur la commune, et d'autres ailleurs
      224 que ces services ont vus | @160 7
      = ¶ (2 side by side) En 2026, on compte 12 / ¶ faits de plus sur la commune, et d'autres ailleurs / ¶ (2 side by side) que ces services ont vus 7

    a blank of 38 points, of rows 20 apart, is in the table
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260 Recels | 7    | 8
      298 Viols  | 7    | 8
      = … / Vols|7|8 / Rixes|7|8 / Recels|7|8 / Viols|7|8

    one of 39 points parts two tables
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260 Recels | 7    | 8
      299 Viols  | 7    | 8
      = … / Vols|7|8 / Rixes|7|8 / Recels|7|8 / Viols|7|8 (headless)

    a blank of 26 points does not, however near the rows
      212 Vols   | 7    | 8
      224 Rixes  | 7    | 8
      236 Recels | 7    | 8
      262 Viols  | 7    | 8
      = … / Vols|7|8 / Rixes|7|8 / Recels|7|8 / Viols|7|8

    one of 27 does
      212 Vols   | 7    | 8
      224 Rixes  | 7    | 8
      236 Recels | 7    | 8
      263 Viols  | 7    | 8
      = … / Vols|7|8 / Rixes|7|8 / Recels|7|8 / Viols|7|8 (headless)

    a second heading begins another table, with the title above it
      200 Nature | 2025 | 2026
      220 Vols   | 7    | 8
      240 Gendarmerie nationale
      260 Nature | T1   | T2
      280 Rixes  | 7    | 8
      = Nature|2025|2026 / Vols|7|8 / ¶ Gendarmerie nationale / Nature|T1|T2 / Rixes|7|8

    the rest of the last label, above that title, stays with the first table
      200 Nature                  | 2025 | 2026
      220 Violences physiques non | 7    | 8
      232 crapuleuses
      246 Gendarmerie nationale
      266 Nature                  | T1   | T2
      286 Rixes                   | 7    | 8
      = Nature|2025|2026 / Violences physiques non crapuleuses|7|8 / ¶ Gendarmerie nationale / Nature|T1|T2 / Rixes|7|8

    texts beside a row of figures, within a line's height, are no second heading
      220 Vols    | 7    | 8
      232 (suite) | a    | b
      240 Rixes   | 7    | 8
      = … / Vols|7|8 / (suite)|a|b / Rixes|7|8
      ? « a » se trouve dans une colonne de chiffres (la colonne 2).
      ? on ne peut pas dire à quelle ligne du tableau appartient « (suite) a b ».
      ? on ne peut pas dire à quelle ligne du tableau appartient « Rixes 7 8 ».

    a heading beyond a blank
      150 Nature | 2025 | 2026
      220 Vols   | 7    | 8
      234 Rixes  | 7    | 8
      248 Recels | 7    | 8
      = ¶ (3 side by side) Nature 2025 2026 / Vols|7|8 (headless) / Rixes|7|8 (headless) / Recels|7|8 (headless)
      ? on ne peut pas dire si « Nature 2025 2026 » est l'en-tête du tableau qui suit, dont un blanc le sépare.

    a text beyond a blank, over one column only
      150 Nature | 2025
      220 Vols   | 7 | 8
      234 Rixes  | 7 | 8
      248 Recels | 7 | 8
      = ¶ (2 side by side) Nature 2025 / Vols|7|8 (headless) / Rixes|7|8 (headless) / Recels|7|8 (headless)

    lines of a paragraph that fill the page are one text
      200 Les faits constatés par les services de police et de gendarmerie nationales au
      212 cours du trimestre écoulé sur la commune.
      224 Ils sont provisoires.
      = ¶ Les faits constatés par les services de police et de gendarmerie nationales au cours du trimestre écoulé sur la commune. / ¶ Ils sont provisoires.

    lines 14 points apart are two texts
      200 Les faits constatés par les services de police et de gendarmerie nationales au
      214 cours du trimestre écoulé sur la commune.
      = ¶ Les faits constatés par les services de police et de gendarmerie nationales au / ¶ cours du trimestre écoulé sur la commune.

    a line in small letters goes on with one that is three quarters as wide as the page
      200 Les faits constatés par les services de police et de gendarmer
      212 cours du trimestre
      = ¶ Les faits constatés par les services de police et de gendarmer cours du trimestre

    not with one that is less wide
      200 Les faits constatés par les services de police et de gendarm
      212 cours du trimestre
      = ¶ Les faits constatés par les services de police et de gendarm / ¶ cours du trimestre

    a word cut by a hyphen, and a scrap of one, are made whole
      200 Les faits constatés par les services de police et de gendarmerie nationale-
      212 Ment reconnus, sur le territoire de la commune, au cours du trimestre écoulé Xxxx
      224 s (1) et ceux des années qui précèdent.
      = ¶ Les faits constatés par les services de police et de gendarmerie nationale-Ment reconnus, sur le territoire de la commune, au cours du trimestre écoulé Xxxxs (1) et ceux des années qui précèdent.

    two texts side by side go on with nothing
      200 Les faits constatés par les services de police et de gendarmerie nationales au
      212 cours du | @100 trimestre écoulé
      = ¶ Les faits constatés par les services de police et de gendarmerie nationales au / ¶ (2 side by side) cours du trimestre écoulé
  `);
});

describe("two tables, one below the other", () => {
  checkPages(`
    figures under the last row of the first are told
      200 Nature | 2025 | 2026
      220 Vols   | 17   | 8
      232        | 228
      270 Gendarmerie
      300 Nature | 2025 | 2026
      320 Rixes  | 7    | 8
      = Nature|2025|2026 / Vols|17|8 / ¶ 228 / ¶ Gendarmerie / Nature|2025|2026 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 228 ».

    a text 13 points below the last figures of the first may be the end of their label
      200 Nature       | 2025 | 2026
      220 Vols         | 7    | 8
      240 Escroqueries | 7    | 8
      253 commises hors de la commune
      280 Nature       | 2025 | 2026
      300 Rixes        | 7    | 8
      = Nature|2025|2026 / Vols|7|8 / Escroqueries|7|8 / ¶ commises hors de la commune / Nature|2025|2026 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « commises hors de la commune ».

    14 points below them, it stands over the second
      200 Nature       | 2025 | 2026
      220 Vols         | 7    | 8
      240 Escroqueries | 7    | 8
      254 commises hors de la commune
      280 Nature       | 2025 | 2026
      300 Rixes        | 7    | 8
      = Nature|2025|2026 / Vols|7|8 / Escroqueries|7|8 / ¶ commises hors de la commune / Nature|2025|2026 / Rixes|7|8

    texts and one number at the foot of the sheet are no table
      220 Vols     | 7    | 8
      240 Rixes    | 7    | 8
      980 Bulletin | n/12 | 115
      = … / Vols|7|8 / Rixes|7|8 / ¶ (3 side by side) Bulletin n/12 115

    but one at its head
      20 Bulletin | 12
      = Bulletin|12 (headless)

    which is not the number of the page
      20 Bulletin | 1
      = ¶ (2 side by side) Bulletin 1

    a text and two numbers there are one
      220 Vols     | 7    | 8
      240 Rixes    | 7    | 8
      980 Bulletin | 12   | 115
      = … / Vols|7|8 / Rixes|7|8 / Bulletin|12|115 (headless)

    a family without figures, right above figures that stand higher than their label
      220 Recels | 7    | 8
      240 Atteintes aux biens
      252        | 7    | 8
      256 Vols
      268        | 7    | 8
      272 Rixes
      = … / Recels|7|8 / Atteintes aux biens|| / Vols|7|8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 7 8 ».
  `);
});
