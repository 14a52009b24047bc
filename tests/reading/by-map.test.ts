/** A later file without news is read by the map of the confirmed one alone: nothing is recognised anew. */
import { expect, test, vi } from "vitest";
import type { Lecture } from "../../scripts/model/lecture.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { confirmedOf } from "../../scripts/reading/confirmed.ts";
import { KEY, KNOWN } from "../lectures/confirmed.ts";
import { source } from "../read/source.ts";
import { understand } from "./files.ts";

const recogniser = vi.hoisted(() => ({ isOff: false }));
vi.mock("../../scripts/recognise/index.ts", async (original) => {
  const { createRecogniser, ...others } = await original<typeof import("../../scripts/recognise/index.ts")>();
  const watched: typeof createRecogniser = (...given) => {
    if (recogniser.isOff) throw new Error("recognised anew");
    return createRecogniser(...given);
  };
  return { ...others, createRecogniser: watched };
});

/** Police and gendarmerie, this year's quarter and last year's, of a quarter of 2026. */
const statement = (quarter: number, of: (line: number, column: number) => number, note = ""): string => {
  const said = `${quarter}${quarter === 1 ? "er" : "e"} trimestre`;
  const lines = ["Homicides", "Cambriolages de logement", "Vols avec armes", "Nuisances de voisinage"];
  return [
    `IS 101 - Commune de Saint-Aubin-les-Tilleuls - ${said} 2026`,
    `Libellé;Police ${said} 2025;Police ${said} 2026;Gendarmerie ${said} 2025;Gendarmerie ${said} 2026`,
    ...lines.map((line, i) => [line, ...[0, 1, 2, 3].map((c) => of(i, c))].join(";")),
    ...(note ? [note] : []),
  ].join("\n");
};
const first = (line: number, column: number): number => 3 * line + column;
const second = (line: number, column: number): number => 2 * line + 5 * column + 1;

const lecturesOf = async (text: string): Promise<readonly Lecture[]> => {
  const files = confirmedOf(await understand([source("IS101.csv", text)]), "2026-T1", KNOWN, KEY);
  return [{ delivery: "2026-T1", by: "", at: "", programVersion: "", files }];
};
const figures = (observations: readonly Observation[]) =>
  observations.map((o) => [o.indicator ?? o.label, o.force, o.period.first, o.period.last, o.value]);

/** The second quarter, with nothing but the lectures; "recognised anew" where that is asked. */
async function withoutRecognition(text: string, lectures: readonly Lecture[]) {
  recogniser.isOff = true;
  try {
    return await understand([source("IS101.csv", text, "2026-T2")], lectures);
  } finally {
    recogniser.isOff = false;
  }
}

test("the next quarter: the same lines and forces, its own months and figures, nothing to confirm", async () => {
  const lectures = await lecturesOf(statement(1, first));
  const [read] = await withoutRecognition(statement(2, second), lectures);
  const [recognised] = await understand([source("IS101.csv", statement(2, second), "2026-T2")]);
  expect(figures(read?.recognition.observations ?? [])).toEqual(figures(recognised?.recognition.observations ?? []));
  expect(read?.recognition.observations).toHaveLength(16);
  expect([read?.readBy, read?.held?.state, read?.issues]).toEqual(["2026-T1/IS101.csv", "same", []]);
});

test.each([
  ["a new note", statement(2, second, "Hors plaintes en ligne")],
  ["a title and heads of the quarter before", statement(1, second)],
  ["a title of the quarter before", statement(2, second).replace("2e trimestre 2026", "1er trimestre 2026")],
  ["heads of the quarter before", statement(2, second).replaceAll("Police 2e", "Police 1er")],
  ["two heads that changed places", statement(2, second).replace(/Police (.*?);Police (.*?);/, "Police $2;Police $1;")],
  [
    "another year in a head",
    statement(2, second).replace("Gendarmerie 2e trimestre 2025", "Gendarmerie 2e trimestre 2024"),
  ],
  ["another line", statement(2, second).replace("Vols avec armes", "Vols de véhicules")],
  ["a line more", statement(2, second).replace("Vols avec armes", "Vols de véhicules;1;1;1;1\nVols avec armes")],
  ["a text in the place of a figure", statement(2, second).replace(";1;6;", ";voir note;6;")],
  ["a figure with a mark", statement(2, second).replace(";1;6;", ";1*;6;")],
])("%s: it is recognised", async (_, text) => {
  const lectures = await lecturesOf(statement(1, first));
  await expect(withoutRecognition(text, lectures)).rejects.toThrow("recognised anew");
});

test("figures in which a clerk notices something are recognised too", async () => {
  const lectures = await lecturesOf(statement(1, first));
  const outOfProportion = statement(2, (line, column) => (line === 1 && column === 1 ? 700 : second(line, column)));
  await expect(withoutRecognition(outOfProportion, lectures)).rejects.toThrow("recognised anew");
});

test("two confirmed files whose places mean different figures, under the same texts, read nothing", async () => {
  const [lecture] = await lecturesOf(statement(1, first));
  const [file] = lecture?.files ?? [];
  if (!lecture || !file) throw new Error("nothing is confirmed");
  const { recognition } = file;
  const otherForce = <T extends Observation>(o: T): T => ({ ...o, force: o.force === "PN" ? "GN" : "PN" });
  const other = {
    ...file,
    recognition: {
      ...recognition,
      observations: recognition.observations.map(otherForce),
      tables: recognition.tables.map((table) => ({
        ...table,
        readings: table.readings.map((row) =>
          row.map((r) => (r.kind === "count" ? { ...r, observation: otherForce(r.observation) } : r)),
        ),
      })),
    },
  };
  const both = [{ ...lecture, files: [file, other] }];
  await expect(withoutRecognition(statement(2, second), both)).rejects.toThrow("recognised anew");
});

test("with other settings of reading, no map is used", async () => {
  const [lecture] = await lecturesOf(statement(1, first));
  const lectures = lecture
    ? [{ ...lecture, files: lecture.files.map((file) => ({ ...file, settings: "others" })) }]
    : [];
  await expect(withoutRecognition(statement(2, second), lectures)).rejects.toThrow("recognised anew");
});
