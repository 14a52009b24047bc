/**
 * Each rule of the program is made to fire by a test file that names it, itself or in the cases that it reads: where all the tests are run,
 * they fail with the names of those that none makes fire. What is noted is what the program does, in whichever process the test runs.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { RETIRED, RULE_NAMES } from "../scripts/model/rules.ts";

/** Read back from a lecture, and made by nothing. */
const READ_BACK: ReadonlySet<string> = new Set(["remark-of-before"]);
/** Of issueOf (model/issue.ts), which makes each issue. */
const MADE = "({ rule, severity,";

export const NOTES_RULES = {
  name: "notes-rules",
  enforce: "pre",
  transform(source: string, path: string): string | undefined {
    if (!path.replaceAll("\\", "/").endsWith("/scripts/model/issue.ts")) return undefined;
    if (!source.includes(MADE)) throw new Error(`model/issue.ts makes no issue by ${MADE}`);
    return source.replace(MADE, "(globalThis.firedRules?.add(rule), { rule, severity,");
  },
} as const;

/** All that a test file says, and its cases. */
function saidBy(path: string): string {
  const folder = dirname(path);
  const cases = folder === import.meta.dirname ? [] : globSync("**/{*.txt,expected.json}", { cwd: folder });
  return [path, ...cases.map((name) => join(folder, name))].map((file) => readFileSync(file, "utf8")).join("\n");
}

/** The rules that a file makes fire and names. */
function firedBy(module: TestModule): readonly string[] {
  const fired = new Set([...module.children.allTests()].flatMap((test) => test.meta().firedRules ?? []));
  if (fired.size === 0) return [];
  const named = new Set(saidBy(module.moduleId).match(/[a-z]+(?:-[a-z]+)+/g));
  return [...fired].filter((rule) => named.has(rule));
}

export class EachRuleFires implements Reporter {
  private areAll = false;

  onInit({ config }: Vitest): void {
    this.areAll = config.testNamePattern === undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const all = globSync("tests/**/*.test.ts").length;
    if (!this.areAll || modules.length < all || modules.some((module) => !module.ok())) return;
    const fired = new Set(modules.flatMap(firedBy));
    const never = RULE_NAMES.filter((rule) => !fired.has(rule) && !RETIRED.has(rule) && !READ_BACK.has(rule));
    if (never.length === 0) return;
    console.error(`No test file that names them makes these rules fire: ${never.join(", ")}`);
    process.exitCode = 1;
  }
}
