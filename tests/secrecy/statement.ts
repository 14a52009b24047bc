/** An invented statement, with an invented name in the places that every format has. */
import { blank, line, type Sheet, textRows } from "../demo/write/sheet.ts";

/** Nobody's. Each place has its own sign after it, so that a leak says which. */
export const NAME = "Kervadec";
/** The label of a line: printed once a person has confirmed it. */
export const LABEL = "Tanguidec";

export const named = (place: string): string => `${NAME}${place}`;

export const TITLE = "IS 101 - 1er trimestre 2026";

export const ROWS: readonly (readonly string[])[] = [
  ["Nature des faits", "Police", "Gendarmerie"],
  ["Homicides", "0", "0"],
  ["Vols avec armes", "2", "1"],
  [LABEL, "3", "1"],
  ["Vols de véhicules", "9", `nd ${named("Brut")}`],
  ["Cambriolages de logement", "9", "4"],
];

export const SHEET: Sheet = {
  name: named("Feuille"),
  blocks: [line(TITLE), blank, { kind: "table", rows: textRows(ROWS), head: 1 }],
};

/** Texts that everybody sees: a person is asked about each before anything is read. */
export const ASKED: Sheet = {
  name: named("Feuille"),
  blocks: [
    line(TITLE),
    line(`Saisi par ${named("Dessus")}`),
    blank,
    {
      kind: "table",
      rows: textRows([
        ["Nature des faits", "Police", named("Tete")],
        ["Homicides", "0", "0"],
        [named("Famille"), "", ""],
        ["Vols avec armes", "2", ""],
        [LABEL, "3", ""],
        ["Cambriolages de logement", "9", named("Cellule")],
      ]),
      head: 1,
    },
    line(`Note : voir ${named("Dessous")}`),
  ],
};

/** Neither statement: its counts are printed as they were sent. */
export const OTHER: Sheet = {
  name: named("Feuille"),
  blocks: [
    line(`Bilan ${named("Titre")} - 1er trimestre 2026`),
    blank,
    {
      kind: "table",
      rows: textRows([
        ["Interventions", "Nombre"],
        [`${LABEL} de nuit`, "12"],
        ["Stationnement", `4 ${named("Brut")}`],
        ["Tapages", "nc"],
        ["Mains courantes", "7"],
      ]),
      head: 1,
    },
  ],
};
