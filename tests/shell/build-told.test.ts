import { expect, test } from "vitest";
import { FIRST_EDITION, type Publication } from "../../scripts/model/edition.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import { printResult } from "../../scripts/shell/build-told.ts";
import { madeIssue } from "../spoken.ts";

const issue = (message: string): Issue => madeIssue({ rule: "value-missing", severity: "warning", message });
const publication: Publication = {
  published: [
    {
      ...{ id: "2026-T1", fingerprint: "", madeFrom: "", edition: { ...FIRST_EDITION, day: "2026-04-09" } },
      ...{ folder: "dist/2026-T1", pages: 4, outputs: { "fiche.pdf": "", "bulletin.pdf": "" } },
    },
  ],
  ...{ index: "dist/index.html", indexSha256: "" },
};

/** What is printed of these remarks, where a check has told some of them already. */
function told(issues: readonly Issue[], before: readonly Issue[] | null): string {
  const lines: string[] = [];
  printResult((line) => lines.push(line), publication, [], { issues, told: before });
  return lines.join("\n");
}

test("what a check has just told is counted and not told again; what is new is told", () => {
  const [old, fresh] = [issue("Un nombre manque."), issue("Un autre nombre manque.")];
  expect(told([old, fresh], null)).toMatch(/Un nombre manque[\s\S]*Un autre nombre[\s\S]*À ouvrir/);
  const brief = told([old, fresh], [old]);
  expect(brief).not.toContain("Un nombre manque.");
  expect(brief).toContain("Un autre nombre manque.");
  expect(brief).toMatch(/Remarques : 2/);
  expect(brief).not.toContain("À ouvrir"); // the walk opens it itself
});
