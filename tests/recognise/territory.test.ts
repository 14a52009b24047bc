/** « Ensemble de la commune » is said of the territory: whose facts they are, the texts around say; « Ensemble » alone may be either. */
import { describe, expect, test } from "vitest";
import { readTables, wordLine } from "./tables.ts";

const POLICE = "IS 101 - 1er trimestre 2026 - Police nationale";
const read = (...lines: readonly string[]) => readTables(lines.join("\n"));
const homicides = (...lines: readonly string[]) =>
  read(...lines).counts.filter((count) => count.startsWith("homicides"));

describe("the whole commune", () => {
  test.each(["Ensemble de la commune", "Ensemble de la ville", "Ensemble du territoire communal", "Total commune"])(
    "« %s », in a column, a caption, a title or the sheet's name, leaves the force to the title",
    (whole) => {
      const one = ["homicides PN 2026-01/2026-03 = 1"];
      expect(homicides(POLICE, `Nature|${whole}`, "Homicides|1")).toEqual(one);
      expect(homicides(POLICE, whole, "Nature|T1 2026", "Homicides|1")).toEqual(one);
      expect(homicides(`${POLICE} - ${whole}`, "Nature|T1 2026", "Homicides|1")).toEqual(one);
      expect(readTables({ [whole]: `${POLICE}\nNature|T1 2026\nHomicides|1` }).counts).toEqual(one);
    },
  );

  test("beside the columns, or after the tables, of each force, it is of both, and they are read", () => {
    const each = ["PN", "GN", "ensemble"].map((force, i) => `homicides ${force} 2026-01/2026-03 = ${i + 1}`);
    const title = "IS 101 - 1er trimestre 2026";
    expect(homicides(title, "Nature|Police|Gendarmerie|Ensemble de la commune", "Homicides|1|2|3")).toEqual(each);
    const tables = ["Police", "Gendarmerie", "Ensemble de la commune"].flatMap((caption, i) => [
      caption,
      "Nature|T1 2026",
      `Homicides|${i + 1}`,
    ]);
    expect(homicides(title, ...tables)).toEqual(each);
  });

  test("of the title, it is of no table that says nothing after those of each force; « Total » over a table is of both", () => {
    const table = (caption: string) => [caption, "Nature|T1 2026", "Homicides|1"];
    const each = ["Police", "Gendarmerie"].flatMap(table);
    const title = "IS 101 - 1er trimestre 2026 - Ensemble de la commune";
    expect(read(title, ...each, ...table("Tableau 3")).rules).toEqual(["error ambiguous-reading"]);
    expect(homicides("IS 101 - 1er trimestre 2026", ...table("Police"), ...table("Total"))).toEqual([
      "homicides PN 2026-01/2026-03 = 1",
      "homicides ensemble 2026-01/2026-03 = 1",
    ]);
  });

  test("after the tables of one force alone, nothing says whose it is", () => {
    const tables = [
      "Police",
      "Nature|T1 2026",
      "Homicides|1",
      "Ensemble de la commune",
      "Nature|T1 2026",
      "Homicides|3",
    ];
    expect(read("IS 101 - 1er trimestre 2026", ...tables).rules).toEqual(["error ambiguous-reading"]);
  });
});

describe("« Ensemble » alone", () => {
  const table = (title: string) => `${title}\nNature|Ensemble\nHomicides|1`;
  test("under a title of one force is asked about, and either answer settles it", () => {
    const { issues, rules } = readTables(table(POLICE));
    expect(rules).toEqual(["error ambiguous-reading"]);
    for (const [word, force] of [
      ["police", "PN"],
      ["ensemble", "ensemble"],
    ] as const)
      expect(readTables(table(POLICE), { settings: `mots:\n${wordLine(issues[0], word)}` }).counts).toEqual([
        `homicides ${force} 2026-01/2026-03 = 1`,
      ]);
  });
  test("is of both under a title of none or of both, and beside a column of one", () => {
    expect(homicides("IS 101 - T1 2026 - police et gendarmerie", "Nature|Ensemble", "Homicides|1")).toHaveLength(1);
    expect(homicides("IS 101 - 1er trimestre 2026", "Nature|Ensemble", "Homicides|1")).toEqual([
      "homicides ensemble 2026-01/2026-03 = 1",
    ]);
    expect(homicides(POLICE, "Nature|Gendarmerie|Ensemble", "Homicides|1|3")).toContain(
      "homicides ensemble 2026-01/2026-03 = 3",
    );
  });
});
