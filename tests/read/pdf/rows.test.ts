/** The rows of a table without rules: figures, and their label wrapped around them. */
import { describe } from "vitest";
import { checkPages } from "./free-zone.ts";

describe("rows", () => {
  checkPages(`
    two rows 8 points apart are two, when they have figures in their only column
      200 Nature | 2026
      220 Vols   | 7
      228 Rixes  | 8
      236 Recels | 9
      = Nature|2026 / Vols|7 / Rixes|8 / Recels|9

    a label wrapped before its figures
      220 Violences physiques non
      232 crapuleuses | 7    | 8
      252 Rixes       | 7    | 8
      = … / Violences physiques non crapuleuses|7|8 / Rixes|7|8

    a label wrapped after its figures, at the end of the table
      220 Rixes                   | 7    | 8
      240 Violences physiques non | 7    | 8
      252 crapuleuses
      = … / Rixes|7|8 / Violences physiques non crapuleuses|7|8

    a figure in thousands wrapped in its cell
      220 Vols         | 17   | 8
      232              | 228
      260 Rixes        | 7    | 8
      280 Escroqueries | 1    | 12
      292              | 012  | 345
      = … / Vols|17 228|8 / Rixes|7|8 / Escroqueries|1 012|12 345

    a wrapped figure beside one that is not of thousands
      220 Vols   | 17   | 8
      232        | 228  | 9
      260 Rixes  | 7    | 8
      = … / Vols|17|8 / |228|9 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 228 9 ».

    figures 8 points below their label are of its row
      220 Vols
      228        | 7    | 8
      250 Rixes  | 7    | 8
      = … / Vols|7|8 / Rixes|7|8

    figures 9 points below their label are not
      220 Vols
      229        | 7    | 8
      250 Rixes  | 7    | 8
      = … / Vols|| / |7|8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 7 8 ».

    a label alone under the head names the rows below it
      220 Atteintes aux biens
      240 Vols   | 7    | 8
      260 Rixes  | 7    | 8
      = … / Atteintes aux biens|| / Vols|7|8 / Rixes|7|8

    so does one under a heading of the labels that stands between two levels of headings
      192        | 2025 | 2026
      200 Nature
      208        | T1   | T1
      228 Atteintes aux biens
      248 Vols   | 7    | 8
      268 Rixes  | 7    | 8
      = 1:2025|2026 / Nature|T1|T1 / Atteintes aux biens|| / Vols|7|8 / Rixes|7|8

    two rows 8 points apart are two, when both have a figure in one column
      220 Vols   | 7    | 8
      228 Rixes  | 7    | 8
      236 Recels | 7    | 8
      = … / Vols|7|8 / Rixes|7|8 / Recels|7|8

    a line drawn between two lines of text parts two rows
      220 Violences physiques non | 7    | 8
      232 crapuleuses
      252 Rixes                   | 7    | 8
      across at 224
      = … / Violences physiques non|7|8 / crapuleuses|| / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « crapuleuses ».
      ? on ne peut pas dire à quelle ligne du tableau appartient « Rixes 7 8 ».

    a text in small letters under the line that ends the table is no rest of its last row
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      262 atteintes aux biens
      across at 250
      = … / Vols|7|8 / Rixes|7|8 / ¶ atteintes aux biens

    a line drawn elsewhere does not
      220 Violences physiques non | 7    | 8
      232 crapuleuses
      252 Rixes                   | 7    | 8
      across at 216, 230
      = … / Violences physiques non crapuleuses|7|8 / Rixes|7|8

    where lines part all rows, what they do not part is one row, whatever its words
      220 Vols avec armes
      232 [15, 16,
      244 17]    | 7    | 8
      264 Rixes  | 7    | 8
      across at 212, 254
      = … / Vols avec armes [15, 16, 17]|7|8 / Rixes|7|8

    a label in small letters goes on as far apart as rows are, where it had no room and does not stand further right
      212 Recels                         | 7    | 8
      224 Violences physiques non        | 7    | 8
      236 crapuleuses envers les person
      248 Rixes                          | 7    | 8
      = … / Recels|7|8 / Violences physiques non crapuleuses envers les person|7|8 / Rixes|7|8

    not where it had room
      212 Recels                         | 7    | 8
      224 Violences                      | 7    | 8
      236 crapuleuses
      248 Violences physiques envers     | 7    | 8
      = … / Recels|7|8 / Violences|7|8 / crapuleuses|| / Violences physiques envers|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « crapuleuses ».

    nor further apart than lines of a text are
      214 Recels                         | 7    | 8
      228 Violences physiques non        | 7    | 8
      242 crapuleuses envers les person
      256 Rixes                          | 7    | 8
      = … / Recels|7|8 / Violences physiques non|7|8 / crapuleuses envers les person|| / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « crapuleuses envers les person ».

    nor where labels begin in small letters
      200 nature                         | 2025 | 2026
      212 recels                         | 7    | 8
      224 violences physiques non        | 7    | 8
      236 crapuleuses envers les person
      248 rixes                          | 7    | 8
      = nature|2025|2026 / recels|7|8 / violences physiques non|7|8 / crapuleuses envers les person|| / rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « crapuleuses envers les person ».
      ? on ne peut pas dire à quelle ligne du tableau appartient « rixes 7 8 ».

    nor where figures stand beside it
      212 Recels                        | 7 | 8
      224 Violences physiques non       | 7
      236 crapuleuses envers les person |   | 8
      248 Rixes                         | 7 | 8
      = … / Recels|7|8 / Violences physiques non|7| / crapuleuses envers les person||8 / Rixes|7|8

    a row in small letters as near as the lines of the label above is told
      200 nature                         | 2025 | 2026
      212 violences physiques non        | 7    | 8
      224 crapuleuses envers les
      236 rixes                          | 7    | 8
      = nature|2025|2026 / violences physiques non crapuleuses envers les|7|8 / rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « rixes 7 8 ».

    nor where it stands further right
      212 Recels                         | 7    | 8
      224 Violences physiques non        | 7    | 8
      236 @4 crapuleuses envers les per
      248 Rixes                          | 7    | 8
      = … / Recels|7|8 / Violences physiques non|7|8 / crapuleuses envers les per|| / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « crapuleuses envers les per ».

    a row as near as the lines of the label above is told, whatever the label begins with
      212 Violences physiques non crapul | 7    | 8
      224 Escroqueries envers les person
      236 Rixes                          | 7    | 8
      = … / Violences physiques non crapul Escroqueries envers les person|7|8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « Rixes 7 8 ».

    a figure that stands in another column, a line below, is of no row
      220 Vols   | 7
      232        |      | 8
      250 Rixes  | 7    | 8
      = … / Vols|7| / ||8 / Rixes|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 8 ».

    a word in a column of figures below the last row is not taken with it
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      252        | voir note
      = … / Vols|7|8 / Rixes|7|8 / ¶ voir note
      ? on ne peut pas dire à quelle ligne du tableau appartient « voir note ».

    what lines part is one row, though its figures stand lower than its label
      across at 206 231 257
      215 Vols
      227        | 7    | 8
      239 Rixes
      251        | 7    | 8
      = … / Vols|7|8 / Rixes|7|8

    nor is it in doubt where its label goes on with a capital
      across at 206 236 262
      215 Vols   | 7    | 8
      227 Main armée
      250 Rixes  | 7    | 8
      = … / Vols Main armée|7|8 / Rixes|7|8

    a family as near as rows are
      212 Vols   | 7    | 8
      224 Atteintes aux biens
      236 Rixes  | 7    | 8
      248 Recels | 7    | 8
      = … / Vols|7|8 / Atteintes aux biens|| / Rixes|7|8 / Recels|7|8

    a line of figures in another column, right below the rest of a label, is of no row above
      220 Vols   | 7
      232 à main armée
      244 Rixes  |      | 8
      268 Recels | 7    | 8
      = … / Vols à main armée|7| / Rixes||8 / Recels|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « Rixes 8 ».

    a label right below figures that have none
      220        | 7    | 8
      231 Rixes
      260 Recels | 7    | 8
      280 Viols  | 7    | 8
      = … / |7|8 / Rixes|| / Recels|7|8 / Viols|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « 7 8 ».
      ? on ne peut pas dire à quelle ligne du tableau appartient « Rixes ».

    the rest of a label, in small letters, where there was room
      220 Vols   | 7    | 8
      231 simples
      260 Rixes  | 7    | 8
      290 Recels | 7    | 8
      = … / Vols simples|7|8 / Rixes|7|8 / Recels|7|8

    a family 14 points below a label that fills the column
      214 Vols à la roulotte et simples | 7    | 8
      228 AUTRES
      242 Rixes                         | 7    | 8
      256 Recels                        | 7    | 8
      = … / Vols à la roulotte et simples|7|8 / AUTRES|| / Rixes|7|8 / Recels|7|8
  `);
});
