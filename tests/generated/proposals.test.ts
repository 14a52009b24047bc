/** Each answer that `lecture` has works: given, it gives the right figures or the next clear question. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDeliveries } from "../../scripts/holdings/deliveries.ts";
import { read } from "../../scripts/read/index.ts";
import { seeded } from "../demo/random.ts";
import { DRAWS as ALL, SEED } from "../draws.ts";
import { madeIssue } from "../spoken.ts";
import { drawPlan } from "./choices.ts";
import { fileOf, sourceFile } from "./file.ts";
import { faultOf, faultsOfProposals, proposalsOf, readWith } from "./proposals.ts";
import { drawStatement } from "./statement.ts";
import type { Expected } from "./table.ts";
import { NOMENCLATURE } from "./trial.ts";
import { drawTwist, drawTwisted } from "./twisted.ts";

/** Each is read again with every line that is proposed. */
const DRAWS = Math.ceil(ALL / 3);

test(`for ${DRAWS} random statements`, async () => {
  const random = seeded(SEED);
  for (let i = 0; i < DRAWS; i++) {
    const plan = drawPlan(random);
    const drawn = drawStatement(plan, NOMENCLATURE);
    const file = await read(await fileOf(plan, drawn));
    expect(faultsOfProposals(file, drawn.expected), `draw ${i + 1} of seed ${SEED}: ${JSON.stringify(plan)}`).toEqual(
      [],
    );
  }
});

test(`for ${DRAWS} statements with other places, unseen figures, titles of other periods`, async () => {
  const random = seeded(SEED + 1);
  let proposed = 0;
  for (let i = 0; i < DRAWS; i++) {
    const twisted = drawTwist(random);
    const drawn = drawTwisted(twisted);
    if (!drawn) continue;
    const file = await read(await fileOf(twisted.plan, drawn));
    proposed += readWith(file, drawn.expected).issues.filter((issue) => proposalsOf(issue).length > 0).length;
    const faults = faultsOfProposals(file, drawn.expected);
    expect(faults, `draw ${i + 1} of seed ${SEED + 1}: ${JSON.stringify(twisted)}`).toEqual([]);
  }
  expect(proposed).toBeGreaterThan(DRAWS / 20);
});

const ROOT = fileURLToPath(new URL("../fixtures/", import.meta.url));
const CASES = readdirSync(ROOT).filter((name) => existsSync(`${ROOT}${name}/expected.json`));

test.each(CASES)("for the fixture %s", async (name) => {
  const { observations } = JSON.parse(readFileSync(`${ROOT}${name}/expected.json`, "utf8")) as {
    readonly observations: readonly Expected[];
  };
  for (const file of loadDeliveries(`${ROOT}${name}/data`).value.files)
    expect(faultsOfProposals(await read(file), observations)).toEqual([]);
});

describe("a proposal is judged", () => {
  const csv = (text: string) => read(sourceFile("2025-T4", "etat.csv", new TextEncoder().encode(text)));
  const figure = (label: string, indicator: string | null, period: string, value: number): Expected => ({
    statement: "IST",
    indicator,
    label,
    force: "ensemble",
    period,
    value,
  });

  test("years in a column of their own: the quarter or the year, as the operator says", async () => {
    const file = await csv("IST - 4e trimestre 2025\n\nPériode;Type;Faits\n2024;Tapages;14\n2025;Tapages;12\n");
    const expected = [
      figure("Tapages", "ist-tapages", "2024-10/2024-12", 14),
      figure("Tapages", "ist-tapages", "2025-10/2025-12", 12),
    ];
    expect(faultsOfProposals(file, expected)).toEqual([]);
    const lines = readWith(file, expected).issues.flatMap((issue) => proposalsOf(issue)[0] ?? []);
    const { missing, wrong, issues } = readWith(file, expected, lines);
    expect({ missing, wrong, issues: issues.map((issue) => issue.rule) }).toEqual({
      missing: [],
      wrong: [],
      issues: ["force-unsaid"],
    });
  });

  test("a line that hides a figure, gives another, or changes nothing, is a fault", async () => {
    const file = await csv("IST;Total;4e trimestre 2025\nTapages;;14\nCambriolages;;12\nRodéos motorisés;;3\n");
    const expected = [
      figure("Tapages", "ist-tapages", "2025-10/2025-12", 14),
      figure("Cambriolages", "ist-cambriolages", "2025-10/2025-12", 12),
      figure("Rodéos motorisés", "ist-rodeos", "2025-10/2025-12", 3),
    ];
    const before = readWith(file, expected);
    expect(before).toMatchObject({ wrong: [], missing: [] });
    const said = madeIssue({ rule: "ambiguous-reading", severity: "warning", message: "…" });
    const given = (line: string) => faultOf(before, readWith(file, expected, [`  - { ${line} }`]), said);
    expect(given('texte: "4e trimestre 2025", lecture: ignorer')).toContain("it hides what was read");
    expect(given('texte: "4e trimestre 2025", lecture: police')).toContain("it gives a wrong figure");
    expect(given('texte: "Total", lecture: ignorer')).toBeNull();
    const again = { ...before, issues: [{ ...said }] };
    expect(faultOf(before, again, said)).toContain("it changes nothing");
  });
});
