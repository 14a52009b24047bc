/** What the places of words leave open in a table without rules, and what they do not. */
import { describe } from "vitest";
import { checkPages } from "./free-zone.ts";

describe("doubts", () => {
  checkPages(`
    a text at a label's distance under it, which had room beside it: its rest, or the title of the next lines
      220 Violences sexuelles | 7    | 11
      240 Total               | 13   | 20
      252 AAB
      = … / Violences sexuelles|7|11 / Total AAB|13|20
      ? on ne peut pas dire à quelle ligne du tableau appartient « AAB ».

    half of the labels in small letters
      220 violences | 7    | 8
      240 Rixes     | 7    | 8
      = … / violences|7|8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « violences 7 8 ».

    a year alone on a line of text is none
      200 Le commissariat
      214  | 2026
      = ¶ Le commissariat / ¶ 2026

    texts beyond a blank, at the right of the columns
      150 @300 Page | @400 12 x
      220 Vols      | 7 | 8
      234 Rixes     | 7 | 8
      248 Recels    | 7 | 8
      = ¶ (2 side by side) Page 12 x / Vols|7|8 (headless) / Rixes|7|8 (headless) / Recels|7|8 (headless)

    texts beyond a blank, that begin where the columns end
      150 @205 Page | @265 x
      220 Vols      | 7 | 8
      234 Rixes     | 7 | 8
      248 Recels    | 7 | 8
      = ¶ (2 side by side) Page x / Vols|7|8 (headless) / Rixes|7|8 (headless) / Recels|7|8 (headless)

    two figures in one cell
      220 Vols   | 17          | @211 22 | 8
      240 Rixes  | @196 123456 |         | 8
      = … / Vols|17 22|8 / Rixes|123456|8
      ? on ne peut pas dire à quelle colonne appartient chaque nombre de « 17 22 » : ils sont trop près l'un de l'autre ou du libellé.

    a figure beside its label, in one column
      220 Vols             | @30 3 | 7 | 8
      240 Rixes et tapages | 7     | 8
      = … / Vols 3|7|8 / Rixes et tapages|7|8
      ? on ne peut pas dire à quelle colonne appartient chaque nombre de « Vols 3 » : ils sont trop près l'un de l'autre ou du libellé.

    labels that are figures are none
      220 12     | 7    | 8
      240 13     | 7    | 8
      = … / 12|7|8 / 13|7|8
      ? plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.

    two columns of words before the figures
      200 Rang | @60 Nature | 2026
      220 a    | @60 Vols   | 7
      240 b    | @60 Rixes  | 8
      = Rang|Nature|2026 / a|Vols|7 / b|Rixes|8

    two columns of words before the figures, of which one has a blank
      200 Rang | @60 Nature | 2026
      220 A    | @60 Vols   | 7
      240 B    | 8
      = Rang|Nature|2026 / A|Vols|7 / B||8
      ? plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.

    the numbers of lines before their labels, of which the sum has none
      200 N° | @60 Nature | 2025 | 2026
      220 1  | @60 Vols   | 7    | 8
      240 2  | @60 Rixes  | 1    | 2
      260    | @60 Total  | 8    | 10
      = N°|Nature|2025|2026 / 1|Vols|7|8 / 2|Rixes|1|2 / |Total|8|10

    none of them where a line is drawn between any two rows
      200 Rang | @60 Nature | 2025 | 2026
      220 A    | @60 Vols   | 7    | nc
      240 B    | 8          | voir
      across at 226
      = Rang|Nature|2025|2026 / A|Vols|7|nc / B||8|voir

    two columns of words before the figures, of which one wraps
      200 Rang | @60 Nature | 2026
      220 a    | @60 Vols   | 7
      226 et b
      260 c    | @60 Rixes  | 8
      = Rang|Nature|2026 / a et b|Vols|7 / c|Rixes|8
      ? plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.

    a word in a column of figures, one in three
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260 Recels | voir | 8
      = … / Vols|7|8 / Rixes|7|8 / Recels|voir|8
      ? « voir » se trouve dans une colonne de chiffres (la colonne 2).

    a column of which half are words is one of figures, of which more are not
      220 Vols   | 7    | 8
      240 Recels | voir | 8
      = … / Vols|7|8 / Recels|voir|8
      ? « voir » se trouve dans une colonne de chiffres (la colonne 2).

    more words than figures: a column of words
      220 Vols   | 7    | 8
      240 Recels | 7    | voir
      260 Rixes  | 7    | voir
      = … / Vols|7|8 / Recels|7|voir / Rixes|7|voir

    figures without a label
      220 Vols   | 7    | 8
      240        | 7    | 8
      260 Rixes  | 7    | 8
      = … / Vols|7|8 / |7|8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 7 8 ».

    a label in small letters among others, nearer to the one above
      220 Violences            | 7    | 8
      238 envers les personnes | 7    | 8
      260 Rixes                | 7    | 8
      = … / Violences|7|8 / envers les personnes|7|8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « envers les personnes 7 8 ».

    the last one too, nearer to the one above than rows are
      220 Violences            | 7    | 8
      240 Rixes                | 7    | 8
      258 envers les personnes | 7    | 8
      = … / Violences|7|8 / Rixes|7|8 / envers les personnes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « envers les personnes 7 8 ».

    none where each stands beside its figures, as far apart as the others
      220 Violences            | 7    | 8
      240 envers les personnes | 7    | 8
      260 Rixes                | 7    | 8
      280 recels               | 7    | 8
      = … / Violences|7|8 / envers les personnes|7|8 / Rixes|7|8 / recels|7|8

    none of years, which are labels
      200 Nature | Vols | Rixes
      220 2025   | 7    | 8
      240 2026   | 7    | 8
      = Nature|Vols|Rixes / 2025|7|8 / 2026|7|8

    all labels in small letters, or one that begins with dont or a dash
      220 violences | 7    | 8
      240 vols      | 7    | 8
      260 Rixes     | 7    | 8
      = … / violences|7|8 / vols|7|8 / Rixes|7|8

    sub-lines
      220 Violences      | 7    | 8
      240 dont sexuelles | 7    | 8
      260 - autres       | 7    | 8
      = … / Violences|7|8 / dont sexuelles|7|8 / - autres|7|8

    a family without figures, as far from the others as rows are
      220 Vols   | 7    | 8
      240 Recels | 7    | 8
      260 Atteintes
      280 Rixes  | 7    | 8
      = … / Vols|7|8 / Recels|7|8 / Atteintes|| / Rixes|7|8

    a family in capital letters that fills its column, as near as the lines of a label
      213 Vols   | 7    | 8
      226 ATTEINTES AUX PERSONNES
      239 Rixes  | 7    | 8
      252 Recels | 7    | 8
      265 Viols  | 7    | 8
      = … / Vols|7|8 / ATTEINTES AUX PERSONNES|| / Rixes|7|8 / Recels|7|8 / Viols|7|8

    a family that begins as a label does, as near as the lines of one
      213 Vols   | 7    | 8
      226 Atteintes aux personnes
      239 Rixes  | 7    | 8
      252 Recels | 7    | 8
      265 Viols  | 7    | 8
      = … / Vols|7|8 / Atteintes aux personnes|| / Rixes|7|8 / Recels|7|8 / Viols|7|8

    a family after a label that fills the column
      213 Vols à la roulotte et simples | 7    | 8
      226 AUTRES
      239 Rixes                         | 7    | 8
      252 Recels                        | 7    | 8
      265 Viols                         | 7    | 8
      = … / Vols à la roulotte et simples|7|8 / AUTRES|| / Rixes|7|8 / Recels|7|8 / Viols|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « AUTRES ».

    one nearer to the row below than rows are
      220 Vols   | 7    | 8
      246 Atteintes
      260 Rixes  | 7    | 8
      280 Recels | 7    | 8
      = … / Vols|7|8 / Atteintes Rixes|7|8 / Recels|7|8

    a row as near as the lines of a wrapped label, which may begin the row's own
      220 Violences physiques non | 7    | 8
      232 Crapuleuses
      244 Rixes                   | 7    | 8
      270 Recels                  | 7    | 8
      = … / Violences physiques non Crapuleuses|7|8 / Rixes|7|8 / Recels|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « Rixes 7 8 ».

    figures below the table, under its columns
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260        | 15
      = … / Vols|7|8 / Rixes|7|8 / ¶ 15
      ? on ne peut pas dire à quelle ligne du tableau appartient « 15 ».

    a line in small letters below the table
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260 envers les personnes
      = … / Vols|7|8 / Rixes|7|8 / ¶ envers les personnes
      ? on ne peut pas dire à quelle ligne du tableau appartient « envers les personnes ».

    a line in small letters below the table, with a line drawn over the last row and none under it
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260 envers les personnes
      across at 205, 225
      = … / Vols|7|8 / Rixes|7|8 / ¶ envers les personnes
      ? on ne peut pas dire à quelle ligne du tableau appartient « envers les personnes ».

    a note below the table
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260 Source : police nationale
      = … / Vols|7|8 / Rixes|7|8 / ¶ Source : police nationale

    two texts 8 points below the last row, from its labels on
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      248 Total  | voir
      = … / Vols|7|8 / Rixes|7|8 / ¶ (2 side by side) Total voir
      ? on ne peut pas dire à quelle ligne du tableau appartient « Total voir ».

    two texts 8 points below the last row, at the right of its labels
      220 Vols       | 7    | 8
      240 Rixes      | 7    | 8
      248 @100 Total |      | voir
      = … / Vols|7|8 / Rixes|7|8 / ¶ (2 side by side) Total voir

    a figure above the table, under its columns
      170        | 15
      190 Nature | 2025 | 2026
      210 Vols   | 7    | 8
      230 Rixes  | 7    | 8
      = ¶ 15 / Nature|2025|2026 / Vols|7|8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 15 ».

    a figure above the table, beside its columns
      170 @100 15
      190 Nature | 2025 | 2026
      210 Vols   | 7    | 8
      230 Rixes  | 7    | 8
      = ¶ 15 / Nature|2025|2026 / Vols|7|8 / Rixes|7|8

    a column that no heading names
      200 Nature | 2025
      220 Vols   | 7 | 8
      240 Rixes  | 7 | 8
      = Nature|2025 / Vols|7|8 / Rixes|7|8
      ? aucun titre ne se trouve au-dessus de la colonne 3.

    no heading at all: of two columns, or of one
      220 Vols  | 7 | 8
      240 Rixes | 7 | 8
      = Vols|7|8 (headless) / Rixes|7|8 (headless)

    of one
      220 Vols  | 7
      240 Rixes | 8
      = Vols|7 (headless) / Rixes|8 (headless)

    a figure alone on a line of text
      200 Le commissariat
      214  | 15
      = ¶ Le commissariat / ¶ 15

    but not in the margins of the sheet
      900 Le commissariat
      920  | 15
      = ¶ Le commissariat / ¶ 15
  `);
});
