/** The headings of a table without rules, level by level. */
import { describe } from "vitest";
import { checkPages } from "./free-zone.ts";

describe("headings", () => {
  checkPages(`
    wrapped, with nothing over the labels
      183      | Faits | Faits
      200      | 2025  | 2026
      220 Vols | 7     | 8
      = 1:Faits 2025|Faits 2026 / Vols|7|8

    over some of the columns that another level names in part
      180        | Total | @270 Police nat.
      200 Nature |       | 2025 | 2026
      220 Vols   | 7     | 8    | 9
      = 1:Total|Police nat.{2} / Nature|2:2025|2026 / Vols|7|8|9

    a heading over two columns, each with its own below
      180        | Police nationale
      200 Nature | 2025 | 2026
      220 Vols   | 7    | 8
      = 1:Police nationale{2} / Nature|2025|2026 / Vols|7|8

    right above the first of its columns, where all lines are as near as those of a label
      188        | Police nationale
      200 Nature | 2025 | 2026
      212 Vols   | 7    | 8
      224 Rixes  | 7    | 8
      236 Recels | 7    | 8
      = 1:Police nationale{2} / Nature|2025|2026 / Vols|7|8 / Rixes|7|8 / Recels|7|8

    side by side in steps, each level with the next one only
      180        | Police
      186        |   | Gend.
      192 Nature |   |   | Total
      215 Vols   | 7 | 8 | 9
      235 Rixes  | 7 | 8 | 9
      = Nature|Police|Gend.|Total / Vols|7|8|9 / Rixes|7|8|9

    a heading wrapped over two lines
      200        | Faits | Faits
      211 Nature | 2025  | 2026
      240 Vols   | 7     | 8
      260 Rixes  | 7     | 8
      = Nature|Faits 2025|Faits 2026 / Vols|7|8 / Rixes|7|8

    wrapped under its middle, and under its right end
      200 @190 Police | @250 Police
      211 Nature      | @195 2025 |  | 2026
      240 Vols        | 7         | 8
      260 Rixes       | 7         | 8
      = Nature|Police 2025|Police 2026 / Vols|7|8 / Rixes|7|8

    the heading of the labels, in the middle of two levels of others
      180      | Police nationale
      190 Nature
      200      | 2025 | 2026
      220 Vols | 7    | 8
      = 1:Police nationale{2} / Nature|2025|2026 / Vols|7|8

    the heading of the labels above the others, further than theirs
      170 Nature des faits
      180      | 2025 | 2026
      200 Vols | 7    | 8
      = ¶ Nature des faits / 1:2025|2026 / Vols|7|8

    the heading of the labels just below the others
      180      | 2025 | 2026
      190 Nature des faits
      220 Vols | 7    | 8
      = Nature des faits|2025|2026 / Vols|7|8

    headings 26 points above the next line of headings are of the table
      174        | Police | Police
      200 Nature | 2025   | 2026
      220 Vols   | 7      | 8
      240 Rixes  | 7      | 8
      260 Recels | 7      | 8
      280 Viols  | 7      | 8
      = 1:Police|Police / Nature|2025|2026 / Vols|7|8 / Rixes|7|8 / Recels|7|8 / Viols|7|8

    27 points above, they are not
      173        | Police | Police
      200 Nature | 2025   | 2026
      220 Vols   | 7      | 8
      240 Rixes  | 7      | 8
      260 Recels | 7      | 8
      280 Viols  | 7      | 8
      = ¶ (2 side by side) Police Police / Nature|2025|2026 / Vols|7|8 / Rixes|7|8 / Recels|7|8 / Viols|7|8
      ? on ne peut pas dire à quelle ligne du tableau appartient « Police Police ».

    a text alone there is a title
      173        | Police nationale
      200 Nature | 2025 | 2026
      220 Vols   | 7    | 8
      240 Rixes  | 7    | 8
      260 Recels | 7    | 8
      280 Viols  | 7    | 8
      = ¶ Police nationale / Nature|2025|2026 / Vols|7|8 / Rixes|7|8 / Recels|7|8 / Viols|7|8

    a text alone over the labels is a title, one over the figures a heading
      170 Atteintes aux biens
      190 @205 Police nationale
      204 Nature | 2025 | 2026
      224 Vols   | 7    | 8
      = ¶ Atteintes aux biens / 1:Police nationale{2} / Nature|2025|2026 / Vols|7|8

    two headings of which the lines stand one among the other
      200 Nature | Faits constatés | @268 2026
      206 @270 a
      226 Vols   | 7               | 8
      246 Rixes  | 7               | 8
      = Nature|Faits constatés 2026 a{2} / Vols|7|8 / Rixes|7|8
      ? on ne peut pas dire où finit le titre « Faits constatés a ».

    a heading right above another over the same columns is one with it, 17 points at most
      183        | Faits | Faits
      200 Nature | 2025  | 2026
      220 Vols   | 7     | 8
      = Nature|Faits 2025|Faits 2026 / Vols|7|8

    18 points above, it is another level
      182        | Faits | Faits
      200 Nature | 2025  | 2026
      220 Vols   | 7     | 8
      = 1:Faits|Faits / Nature|2025|2026 / Vols|7|8
  `);
});
