import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { relevantIssues } from "../../scripts/compose/context/issues.ts";
import { RULE_NAMES as NAMES, RETIRED, topicOf } from "../../scripts/model/rules.ts";
import { madeIssue } from "../spoken.ts";

const ROOT = resolve(import.meta.dirname, "../..");

const IN_USE = NAMES.filter((name) => !RETIRED.has(name));

describe("a rule", () => {
  test("is told by the program, or is retired", () => {
    const sources = readdirSync(join(ROOT, "scripts"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !/^model[\\/](?:rules|about|remarks)/.test(path))
      .map((path) => readFileSync(join(ROOT, "scripts", path), "utf8"))
      .join("\n");
    // rule: `value-${first.status}`, or aNote(`value-${first.status}`, … => /^value-.+$/
    const made = [...sources.matchAll(/(?:rule: |\b(?:anError|aWarning|aNote)\()`([^`]+)`/g)].map(
      ([, text = ""]) => new RegExp(`^${text.replaceAll(/\$\{[^}]+\}/g, ".+")}$`),
    );
    const isTold = (name: string): boolean => sources.includes(`"${name}"`) || made.some((m) => m.test(name));
    expect(made.length).toBeGreaterThan(0);
    expect(NAMES.filter((name) => isTold(name) === RETIRED.has(name))).toEqual([]);
  });

  test("is never removed, nor renamed: lectures keep the names of remarks", () => {
    const ever = readFileSync(join(import.meta.dirname, "rule-names.txt"), "utf8")
      .trim()
      .split("\n");
    const remarks = NAMES.filter((name) => topicOf(name) !== "command");
    expect(remarks.toSorted()).toEqual(ever.toSorted());
  });

  test("stands in the operator's guide, which names no other", () => {
    const guide = readFileSync(join(ROOT, "data/LISEZMOI.md"), "utf8");
    const part = guide.slice(guide.indexOf("### Les règles, par sujet"), guide.indexOf("## 4. "));
    const named = [...part.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = ""]) => name);
    expect(named.toSorted()).toEqual(IN_USE.toSorted());
  });

  test("of the day, the machine or the register is in no bulletin; any other may be", () => {
    const issues = NAMES.map((rule) => madeIssue({ rule, severity: "warning", message: rule }));
    const held = relevantIssues(issues, ["2026-T1"]).map((issue) => issue.rule);
    expect(held).toEqual(NAMES.filter((name) => topicOf(name) !== "command"));
    expect(held).toContain("total-does-not-add-up");
    for (const name of ["delivery-late", "file-not-recorded", "folder-synchronised"]) expect(held).not.toContain(name);
    expect(held.filter((name) => /^(?:register|folder|machine|purged|backup|copy)-/.test(name))).toEqual([]);
  });
});
