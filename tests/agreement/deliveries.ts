/** Deliveries to build bulletins from: the demo, the fixtures, and invented years with revisions, missing quarters and stale cumulative counts. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { type Holdings, loadHoldings, quartersHeld } from "../../scripts/holdings/holdings.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import type { SourceFile } from "../../scripts/model/grid.ts";
import { quarter, quarterId, shiftQuarters } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { followMainPath } from "../../scripts/pipeline.ts";
import { readHere } from "../read-here.ts";
import { settingsOf } from "../recognise/tables.ts";

const TODAY = "2026-11-01";

export const DEMO: Holdings = loadHoldings("data/demo", TODAY);

/** Each case that holds a statement. */
export const FIXTURES: readonly (readonly [string, Holdings])[] = readdirSync("tests/fixtures")
  .filter((name) => existsSync(`tests/fixtures/${name}/data`))
  .map((name) => [name, loadHoldings(`tests/fixtures/${name}/data`, TODAY)]);

/** The editions of these quarters; none when an error ends the main path. */
export const editionsOf = async (
  holdings: Holdings,
  quarters = quartersHeld(holdings),
): Promise<readonly Edition[]> => [...(await followMainPath(holdings, { quarters, reader: readHere })).editions];

const LINES = ["Homicides", "Vols avec armes", "Cambriolages de logement", "Vols de véhicules", "Vols de cycles"];
const FAMILIES = [
  ["Atteintes aux biens", ""],
  ["Cambriolages", "Atteintes aux biens"],
  ["Tranquillité et salubrité publiques", ""],
] as const;

/** A small generator of whole numbers, the same on every machine. */
function drawsOf(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function fileOf(delivery: string, name: string, rows: readonly string[]): SourceFile {
  const bytes = new TextEncoder().encode(`${rows.join("\n")}\n`);
  return {
    path: `${delivery}/${name}`,
    delivery,
    name,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/**
 * Five years that end with the 4th quarter of 2026. Each delivery gives its quarter, by force, and the year to date, as it was then; some are
 * missing, some later ones revise an earlier quarter, so that cumulative counts go stale; one total leaves a line out; a burst stands out.
 */
export function inventedHoldings(seed: number): Holdings {
  const draw = drawsOf(seed);
  const last = quarter(2026, 4);
  const quarters = Array.from({ length: 20 }, (_, i) => shiftQuarters(last, i - 19));
  const counts = quarters.map((_, q) =>
    [...LINES, ...FAMILIES].map((_, l) => {
      const police = l === 2 && q === 19 ? 40 : draw([2, 3, 9, 12, 6, 30, 8, 25][l] ?? 5);
      return { police, gendarmerie: draw(4) };
    }),
  );
  const totalOf = (q: number, l: number): number => {
    const count = counts[q]?.[l];
    return (count?.police ?? 0) + (count?.gendarmerie ?? 0);
  };
  const files = quarters.flatMap((period, q) => {
    const id = quarterId(period);
    const year = id.slice(0, 4);
    const number = Number(id.slice(-1));
    if (q !== 19 && draw(9) === 0) return []; // a delivery that never came
    const label = `${number === 1 ? "1er" : `${number}e`} trimestre ${year}`;
    const since = (l: number): number =>
      Array.from({ length: number }, (_, i) => totalOf(q - i, l)).reduce((a, b) => a + b, 0);
    const is101 = [
      `IS 101 - ${label}`,
      `Libellé;${label} Police;${label} Gendarmerie;${label} Total${number === 1 ? "" : `;Cumul ${year} Total`}`,
      ...LINES.map((name, l) => {
        const { police = 0, gendarmerie = 0 } = counts[q]?.[l] ?? {};
        return `${name};${police};${gendarmerie};${police + gendarmerie}${number === 1 ? "" : `;${since(l)}`}`;
      }),
    ];
    // The total of the quarter leaves the last line out, as real ones do.
    const total = LINES.slice(0, -1).reduce((sum, _, l) => sum + totalOf(q, l), 0);
    is101.push(`Total;;;${total}${number === 1 ? "" : ";"}`);
    const ist = [
      `I.S.T - ${label}`,
      `Libellé;${label}`,
      ...FAMILIES.map(([name], f) => `${name};${f === 1 ? 1 : totalOf(q, LINES.length + f)}`),
    ];
    const own = [fileOf(id, "IS101.csv", is101), ...(draw(7) === 0 ? [] : [fileOf(id, "IST.csv", ist)])];
    // A correction of the quarter, sent apart: what was cumulated before it is stale from then on.
    const revised = counts[q]?.[3];
    if (draw(4) !== 0 || !revised || q === 19) return own;
    const police = revised.police + 1 + draw(3);
    const rectified = [
      `IS 101 - ${label}`,
      `Libellé;${label} Police;${label} Gendarmerie;${label} Total`,
      `${LINES[3]};${police};${revised.gendarmerie};${police + revised.gendarmerie}`,
    ];
    return [...own, fileOf(`${id}-rectificatif`, "IS101.csv", rectified)];
  });
  return holdingsOf(files, "population: { 2021: 6500 }\nlogements: { 2021: 3000 }\nmandat: { depuis: 2026-03-22 }");
}

const holdingsOf = (files: readonly SourceFile[], settings: string): Holdings => ({
  today: TODAY,
  settings: settingsOf(settings),
  nomenclature: loadNomenclature(),
  deliveries: { files, references: [], names: [...new Set(files.map((f) => f.delivery))] },
  issues: [],
  lectures: [],
});

/** Few deliveries, whose lines hold little: other spans than quarters, a change of label, a break in series, nothing at all. */
export const SMALL: readonly (readonly [string, Holdings])[] = (
  [
    [
      "half-years only",
      "",
      {
        "2026-T2": [
          "IS 101",
          "Libellé;1er semestre 2025;1er semestre 2026",
          "Homicides;1;2",
          "Vols de véhicules;13;14",
        ],
      },
    ],
    [
      "counts since January only",
      "",
      {
        "2026-T3": [
          "IS 101 - 3e trimestre 2026",
          "Libellé;Cumul janvier à septembre 2025;Cumul janvier à septembre 2026",
          "Homicides;0;1",
          "Vols de véhicules;13;14",
        ],
      },
    ],
    ["one month only", "", { "2026-T1": ["IS 101", "Libellé;Mars 2026", "Homicides;0", "Vols de véhicules;2"] }],
    [
      "no count",
      "",
      {
        "2026-T1": [
          "IS 101 - 1er trimestre 2026",
          "Libellé;Police;Gendarmerie;Total",
          "Homicides;nd;nd;nd",
          "Vols de véhicules;s;s;s",
        ],
      },
    ],
    [
      "one force alone, then both, and a mandate between",
      "mandat: { depuis: 2025-07-01 }",
      {
        "2025-T3": ["IS 101 - 3e trimestre 2025", "Libellé;Police", "Vols de véhicules;12", "Vols avec armes;3"],
        "2025-T4": [
          "IS 101 - 4e trimestre 2025",
          "Libellé;Police;Gendarmerie;Total",
          "Vols de véhicules;12;1;13",
          "Vols avec armes;3;0;3",
        ],
        "2026-T1": [
          "IS 101 - 1er trimestre 2026",
          "Libellé;Police;Gendarmerie;Total",
          "Vols de véhicules;10;1;11",
          "Vols avec armes;2;0;2",
        ],
      },
    ],
    [
      "gendarmerie alone",
      "",
      { "2026-T1": ["IS 101 - 1er trimestre 2026", "Libellé;Gendarmerie", "Vols de véhicules;12", "Homicides;0"] },
    ],
    [
      "a family without its count",
      "",
      {
        "2026-T2/IST.csv": [
          "I.S.T - 2e trimestre 2026",
          "Libellé;T1 2025;T2 2025;T1 2026;T2 2026;1er semestre 2026",
          "Cambriolages;12;9;10;11;21",
          "Menaces de violences;3;4;2;5;",
        ],
      },
    ],
    [
      "a break in series, quarters of two years and their years",
      "mandat: { depuis: 2026-01-01 }\nruptures:\n  - { etat: IS101, indicateur: vols-vehicules, depuis: 2026-01, motif: Logiciel }",
      {
        "2025-T4": [
          "IS 101",
          "Libellé;T4 2025;T4 2024;2025;2024",
          "Vols de véhicules;12;9;40;44",
          "Vols avec armes;3;1;8;2",
        ],
        "2026-T1": ["IS 101", "Libellé;T1 2026;T1 2025", "Vols de véhicules;21;12", "Vols avec armes;2;4"],
        "2026-T2": [
          "IS 101",
          "Libellé;T2 2026;T2 2025;1er semestre 2026",
          "Vols de véhicules;20;9;41",
          "Vols avec armes;2;1;5",
        ],
      },
    ],
  ] as const satisfies readonly (readonly [string, string, Readonly<Record<string, readonly string[]>>])[]
).map(([name, settings, statements]) => [
  name,
  holdingsOf(
    Object.entries<readonly string[]>(statements).map(([place, rows]) => {
      const [id = "", name = "IS101.csv"] = place.split("/");
      return fileOf(id, name, rows);
    }),
    settings,
  ),
]);
