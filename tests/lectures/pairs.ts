/** Two quarters of one statement: the first confirmed, the second held to it. */
import { createKeeper, type Held, heldIssues, withoutAccepted } from "../../scripts/lectures/index.ts";
import { type Options, type Read, readTables } from "../recognise/tables.ts";
import { confirmedFile } from "./confirmed.ts";

const LINES = [
  "Homicides",
  "Vols avec armes",
  "Vols violents sans arme",
  "Vols sans violences contre des personnes",
  "Coups et blessures volontaires sur personnes de + de 15 ans",
  "Cambriolages de logement",
  "Vols de véhicules",
  "Vols dans les véhicules",
  "Vols d'accessoires sur véhicules",
];
/** Police, gendarmerie; of the first quarter, then of the second. */
export const FIRST = [
  [0, 0],
  [1, 0],
  [4, 1],
  [31, 9],
  [22, 7],
  [17, 6],
  [9, 2],
  [14, 5],
  [8, 3],
] as const;
export const SECOND = [
  [0, 0],
  [0, 1],
  [5, 1],
  [28, 11],
  [25, 6],
  [14, 8],
  [11, 1],
  [16, 4],
  [6, 2],
] as const;

export interface Quarter {
  readonly number: number;
  readonly figures?: readonly (readonly [number | string, number | string])[];
  /** The whole statement, changed; several sheets by their names. */
  readonly change?: (text: string) => string | Record<string, string>;
  readonly options?: Options;
}

/** « IS 101 – 2e trimestre 2026 », a row a line, police, gendarmerie, total. */
export function quarterOf({
  number,
  figures = number === 1 ? FIRST : SECOND,
  change = (t) => t,
  options,
}: Quarter): Read {
  const total = (a: number | string, b: number | string) =>
    typeof a === "number" && typeof b === "number" ? a + b : "";
  const text = [
    `IS 101 – Saint-Aubin-les-Tilleuls – ${number}${number === 1 ? "er" : "e"} trimestre 2026`,
    "",
    "Nature des faits | Police | Gendarmerie | Total",
    ...figures.map(
      ([police, gendarmerie], i) => `${LINES[i]} | ${police} | ${gendarmerie} | ${total(police, gendarmerie)}`,
    ),
    "",
    `Édité le 08/0${number * 3 + 1}/2026`,
  ].join("\n");
  return readTables(change(text), { delivery: `2026-T${number}`, name: `IS101 T${number} 2026.csv`, ...options });
}

/** The second quarter, once the first is confirmed. */
export function held(
  second: Quarter,
  first: Quarter = { number: 1 },
): Held & { readonly rules: readonly string[]; readonly says: string } {
  const before = quarterOf(first);
  const file = confirmedFile(before.recognition, before.issues);
  const { delivery } = before.recognition.file.source;
  const keeper = createKeeper([{ delivery, by: "", at: "", programVersion: "", files: [file] }]);
  const after = quarterOf(second);
  const found = keeper(after.recognition);
  const told = withoutAccepted(after.issues, found.like);
  const issues = [...told, ...heldIssues(found, after.recognition, told)];
  return {
    ...found,
    rules: issues.filter((i) => i.severity !== "info").map((i) => `${i.severity} ${i.rule}`),
    says: found.differences
      .map((d) => d.says)
      .join(" ; ")
      .replaceAll("\u00a0", " "),
  };
}
