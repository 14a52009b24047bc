import { expect, test } from "vitest";
import { seeded } from "../demo/random.ts";
import { blank } from "../demo/write/sheet.ts";
import { DRAWS, SEED } from "../draws.ts";
import { drawPlan, type Plan } from "./choices.ts";
import { reportTrial } from "./report.ts";
import { type DrawnStatement, drawStatement } from "./statement.ts";
import { faultOf, NOMENCLATURE, tryDrawn } from "./trial.ts";

const FILES = Math.ceil(DRAWS / 5);

/** Both statements of one delivery in one file: each under its own title, on sheets of their own or on one sheet. */
function drawBoth(plan: Plan, onOneSheet: boolean): DrawnStatement {
  // The sheets are renamed below: nothing may hang on their names.
  const words = { statementIn: "title", quarterIn: "title", forceIn: "headings", captionRow: "line" } as const;
  const titled = { ...plan, ...words };
  const is101 = drawStatement({ ...titled, statement: "IS101" }, NOMENCLATURE);
  const ist = drawStatement({ ...titled, statement: "IST" }, NOMENCLATURE);
  const sheets = onOneSheet
    ? [{ name: "Feuil1", blocks: [...is101.sheets, ...ist.sheets].flatMap((s) => [...s.blocks, blank, blank]) }]
    : [...is101.sheets, ...ist.sheets].map((sheet, i) => ({ ...sheet, name: `Feuil${i + 1}` }));
  return {
    ...is101,
    name: "Etats",
    sheets,
    expected: [...is101.expected, ...ist.expected],
    // One under the other on one sheet or in one text, they may be refused; never mixed up.
    mayRefuse: onOneSheet ? "two statements on one sheet" : (is101.mayRefuse ?? ist.mayRefuse),
  };
}

test(`in ${FILES} files that hold both statements, each figure is read in its own`, async () => {
  const random = seeded(SEED);
  let read = 0;
  for (let i = 0; i < FILES; i++) {
    const plan = drawPlan(random);
    const trial = await tryDrawn(
      plan,
      drawBoth(plan, random.chance(0.5) || !["xlsx", "xls", "ods"].includes(plan.format)),
    );
    if (faultOf(trial) !== null) expect.fail(`draw ${i + 1} of seed ${SEED}:\n${reportTrial(trial)}`);
    if (trial.observations.length > 0) read += 1;
  }
  expect(read, "files that are not refused").toBeGreaterThan(FILES / 3);
});
