/** The columns that a heading of a table without rules covers, told by its place alone. */
import { describe, expect, test } from "vitest";
import { checkPages, readTexts } from "./free-zone.ts";
import { sweep } from "./sweep.ts";

describe("the columns that a heading covers", () => {
  checkPages(`
    are told by no repetition when the names differ
      180        | T1 2025 | @330 T1 2026
      200 Nature | Police  | Gend. | Police | Total
      220 Vols   | 1       | 2     | 3      | 4
      = Nature|Police|Gend.|Police|Total / Vols|1|2|3|4
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 », « T1 2026 »).

    nor under one heading alone
      180 @330 T1 2025
      200 Nature | Police | Gend. | Total | Autres
      220 Vols   | 1      | 2     | 3     | 4
      = Nature|Police|Gend.|Total|Autres / Vols|1|2|3|4
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 »).

    nor where columns have no names
      180      | T1 2025 | @335 T1 2026
      220 Vols | 1       | 2 | 3 | 4
      = Vols|1|2|3|4 (headless)
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 », « T1 2026 »).

    may be all, of one heading in the middle
      180 @270 T1 2025
      200 Nature | Police | Gend. | Total | Autres
      220 Vols   | 1      | 2     | 3     | 4
      = Nature|Police|Gend.|Total|Autres / Vols|1|2|3|4
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« T1 2025 »).

    are those that repeat the same names under each
      180        | T1 2025 | @390 T1 2026
      200 Nature | Police  | Gend. | Total | Police | Gend. | Total
      220 Vols   | 1       | 2     | 3     | 4      | 5     | 6
      = 1:T1 2025{3}|T1 2026{3} / Nature|Police|Gend.|Total|Police|Gend.|Total / Vols|1|2|3|4|5|6

    cannot be two at once: two headings over one column
      180 @196 a | @203 b
      200 Nature | A | B | C | D
      220 Vols   | 1 | 2 | 3 | 4
      = Nature|A|B|C|D / Vols|1|2|3|4
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« a », « b »).

    are one when it stands over it alone, the others keep theirs
      200 Nature | 2025 |   | 2026
      220 Vols   | 1    | 2 | 3 | 4
      = Nature|2025|3:2026 / Vols|1|2|3|4
      ? aucun titre ne se trouve au-dessus de la colonne 3.

    are not told where two of them have no heading of their own
      180      | Police nationale |   | Gendarmerie
      200 Vols | 1                | 2 | 3 | 4
      = Vols|1|2|3|4 (headless)
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« Police nationale », « Gendarmerie »).

    are never those of the labels
      200 Nature des faits constatés par les services au cours du mois | @310 2026
      220 Vols                                                         |  |  | 7
      = Nature des faits constatés par les services au cours du mois|2026 / Vols|7

    a heading left of the figures is that of the labels when its middle is left of the first
      200 @40 Nature des faits    |  | 2026
      220 Homicides et tentatives | 7
      = Nature des faits|2026 / Homicides et tentatives|7

    two over the labels are one, whatever is in doubt of the others
      200 Nature des faits | @90 commis | @230 a | @280 b
      220 Homicides et tentatives       | @300 7 | @400 8
      = Nature des faits commis / Homicides et tentatives|7|8
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« a », « b »).
      ? aucun titre ne se trouve au-dessus de la colonne 2.

    are told by no order where they have names of their own
      180        | @235 a | @295 b
      200 Nature | Police | Gend.
      220 Vols   | 1      | 2
      = Nature|Police|Gend. / Vols|1|2
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« a », « b »).

    nor by the order of headings that stand before the column beside theirs
      200 Nature | @230 a | @280 b
      220 Vols   | @300 7 | @400 8
      = Nature / Vols|7|8
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« a », « b »).
      ? aucun titre ne se trouve au-dessus de la colonne 2.

    nor by a repetition, where one stands over a column of the other
      180        | a      | @320 b
      200 Nature | Police | Gend. | Total | Police | Gend. | Total
      220 Vols   | 1      | 2     | 3     | 4      | 5     | 6
      = Nature|Police|Gend.|Total|Police|Gend.|Total / Vols|1|2|3|4|5|6
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« a », « b »).

    before which others are named once, by the repetition alone
      180        |       | @300 a     | @420 b
      200 Nature | Rang  | Police | Gend. | Police | Gend.
      220 Vols   | 9     | 1      | 2     | 3     | 4
      = 2:a{2}|b{2} / Nature|Rang|Police|Gend.|Police|Gend. / Vols|9|1|2|3|4

    nor where the first stands over the middle of more than its group
      180        |       | @264 a     | @420 b
      200 Nature | Rang  | Police | Gend. | Police | Gend.
      220 Vols   | 9     | 1      | 2     | 3     | 4
      = Nature|Rang|Police|Gend.|Police|Gend. / Vols|9|1|2|3|4
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« a », « b »).

    nor where all have one name
      180        | 2025  | @320 2026
      200 Nature | Faits | Faits | Faits | Faits
      220 Vols   | 1     | 2     | 3     | 4
      = Nature|Faits|Faits|Faits|Faits / Vols|1|2|3|4
      ? on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (« 2025 », « 2026 »).
  `);
});

/** "refused" where anything is in doubt. */
const readOrRefused = (page: string): string => {
  const read = readTexts(page);
  return read.some((line) => line.startsWith("?")) ? "refused" : read.join(" / ");
};

describe("a heading moved from left to right, point by point", () => {
  const names = "200 Nature | @200 Constats | @320 Auteurs | @440 Gardes | @560 Ecarts";
  const wide = (label: string): string => `220 ${label} | @200 1234567 | @320 1234567 | @440 1234567 | @560 1234567`;

  test("covers both columns where it reaches over both, and is refused elsewhere", () => {
    const page = (x: number): string => `200 Nature | @${x} Faits de police / 220 Homicides | 7 | @270 8`;
    expect(sweep(100, 280, (x) => readOrRefused(page(x)))).toEqual([
      "100–195 refused",
      "196–204 Nature|Faits de police{2} / Homicides|7|8",
      "205–280 refused",
    ]);
  });

  test("with another, is read in order while each stands between the columns beside its own", () => {
    const page = (x: number): string => `200 Nature | @${x} 2025 | @${x + 100} 2026 / 220 Homicides | @200 7 | @300 8`;
    expect(sweep(120, 320, (x) => readOrRefused(page(x)))).toEqual([
      "120–280 Nature|2025|2026 / Homicides|7|8",
      "281–320 refused",
    ]);
    const apart = (x: number): string => `200 Nature | @${x} 2025 | @275 2026 / 220 Homicides | @200 7 | @300 8`;
    expect(sweep(150, 250, (x) => readOrRefused(apart(x)))).toEqual(["150–250 Nature|2025|2026 / Homicides|7|8"]);
  });

  test("covers what it stands over, where another stands over the rest", () => {
    const page = (x: number): string =>
      `180 @${x} Faits constatés par police | @440 Gardes à vue et autres mes / ${names} / ${wide("Vols à la roulotte, simples ou violents")}`;
    expect(sweep(191, 340, (x) => readOrRefused(page(x)))).toEqual([
      "191–239 1:Faits constatés par police{2}|Gardes à vue et autres mes{2} / Nature|Constats|Auteurs|Gardes|Ecarts / Vols à la roulotte, simples ou violents|1234567|1234567|1234567|1234567",
      "240–340 refused",
    ]);
  });
});
