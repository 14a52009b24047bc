/** Rows of a force or of a period under the line that they are of. */
import { describe, expect, test } from "vitest";
import { readTables } from "../tables.ts";

const read = (lines: readonly string[], head = "Infractions|T1 2026") => {
  const { counts, rules } = readTables(`IS 101\n${head}\n${lines.join("\n")}`);
  return { counts: counts.map((c) => c.replace("2026-01/2026-03", "T1")), rules };
};
const FORCES = ["homicides PN T1 = 1", "homicides GN T1 = 2", "vols-avec-armes PN T1 = 4", "vols-avec-armes GN T1 = 1"];
/** What is not joined is not read, and said. */
const LINES_ALONE = {
  counts: ["homicides ensemble T1 = 3", "vols-avec-armes ensemble T1 = 5"],
  rules: ["warning row-not-understood"],
};

describe("forces under each line", () => {
  test("a line with a number is the sum of both", () => {
    const { counts, rules } = read([
      "Homicides|3",
      "Police|1",
      "Gendarmerie|2",
      "Vols avec armes|5",
      "Police|4",
      "Gendarmerie|1",
    ]);
    expect(counts).toEqual([
      "homicides ensemble T1 = 3",
      "homicides PN T1 = 1",
      "homicides GN T1 = 2",
      "vols-avec-armes ensemble T1 = 5",
      "vols-avec-armes PN T1 = 4",
      "vols-avec-armes GN T1 = 1",
    ]);
    expect(rules).toEqual([]);
  });

  test("a line without a number is their heading, and counts nothing", () => {
    const lines = ["Homicides", "Police|1", "Gendarmerie|2", "Vols avec armes", "Police|4", "Gendarmerie|1"];
    expect(read(lines)).toEqual({ counts: FORCES, rules: [] });
    expect(read(["", ...lines.slice(0, 3), "", ...lines.slice(3)])).toEqual({ counts: FORCES, rules: [] });
    expect(read(lines.slice(0, 3)).counts).toEqual(FORCES.slice(0, 2));
  });

  test("« Total » among them is the line's ensemble", () => {
    const { counts } = read([
      "Homicides",
      "Police|1",
      "Gendarmerie|2",
      "Total|3",
      "Vols avec armes",
      "Police|4",
      "Gendarmerie|1",
      "Total|5",
    ]);
    expect(counts).toEqual([
      ...FORCES.slice(0, 2),
      "homicides ensemble T1 = 3",
      ...FORCES.slice(2),
      "vols-avec-armes ensemble T1 = 5",
    ]);
  });

  test("the corner may name the only line", () => {
    expect(read(["Police|1", "Gendarmerie|2"], "Homicides|T1 2026").counts).toEqual(FORCES.slice(0, 2));
  });

  test("a line that is not known has its forces too", () => {
    const { counts } = read([
      "Rodéos|3",
      "Police|1",
      "Gendarmerie|2",
      "Vols avec armes|5",
      "Police|4",
      "Gendarmerie|1",
    ]);
    expect(counts.slice(0, 3)).toEqual(["« Rodéos » ensemble T1 = 3", "« Rodéos » PN T1 = 1", "« Rodéos » GN T1 = 2"]);
  });
});

describe("forces that nothing joins to a line", () => {
  test.each([
    [
      "after the last line alone: totals of the table",
      ["Homicides|3", "Vols avec armes|5", "Police|4", "Gendarmerie|4"],
    ],
    ["one fewer", ["Homicides|3", "Police|1", "Gendarmerie|2", "Vols avec armes|5", "Police|4"]],
    [
      "in another order",
      ["Homicides|3", "Police|1", "Gendarmerie|2", "Vols avec armes|5", "Gendarmerie|4", "Police|1"],
    ],
    ["one force alone under a sum", ["Homicides|3", "Police|1", "Vols avec armes|5", "Police|4"]],
  ])("%s", (_, lines) => {
    expect(read(lines)).toEqual(LINES_ALONE);
  });

  test("under a single line with a number, or where one line alone has none", () => {
    expect(read(["Homicides|3", "Police|1", "Gendarmerie|2"]).counts).toEqual(["homicides ensemble T1 = 3"]);
    const one = read(["Homicides|3", "Police|1", "Gendarmerie|2", "Vols avec armes", "Police|4", "Gendarmerie|1"]);
    expect(one.counts).toEqual(["homicides ensemble T1 = 3", "vols-avec-armes ensemble T1 = missing"]);
    expect(one.rules).toEqual(["warning row-not-understood"]);
  });

  test("a text between that names no line leaves them without one", () => {
    expect(read(["Homicides", "Police|1", "Gendarmerie|2", "Remarque", "Police|4", "Gendarmerie|1"])).toEqual({
      counts: [],
      rules: ["warning row-not-understood"],
    });
  });
});

describe("periods under each line", () => {
  const lines = (first: string, second: string) => [first, "T1 2025|1", "T1 2026|2", second, "T1 2025|4", "T1 2026|1"];
  test("are those of the line, which counts nothing itself", () => {
    expect(read(lines("Homicides", "Vols avec armes"), "Infractions|Nombre").counts).toEqual([
      "homicides ensemble 2025-01/2025-03 = 1",
      "homicides ensemble T1 = 2",
      "vols-avec-armes ensemble 2025-01/2025-03 = 4",
      "vols-avec-armes ensemble T1 = 1",
    ]);
  });

  test("a number of the line itself may be their sum, or the quarter's: a doubt", () => {
    for (const head of ["Infractions|Nombre", "Infractions|T1 2026"])
      expect(read(lines("Homicides|3", "Vols avec armes|5"), head)).toEqual({
        counts: [],
        rules: ["error ambiguous-reading"],
      });
  });
});
