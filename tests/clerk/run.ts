/**
 * npm run clerk -- DOSSIER…: every case of these folders is taken through `lecture` by a truthful clerk (clerk.ts), and graded. Prints a
 * line a delivery that is not whole, then the table. A case: tests/clerk/truth.ts says what its folder holds.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeSharedBrowser } from "../../scripts/browser/shared.ts";
import { type Grade, gradeCase, type Verdict } from "./grade.ts";
import { casesIn, type Figure } from "./truth.ts";

const VERDICTS: readonly Verdict[] = ["whole", "settled", "told", "not settled", "unseen", "wrong"];
const show = ({ indicator, label, force, period, value }: Figure): string =>
  `${indicator ?? label} ${force} ${period} = ${value}`;

function printGrade(name: string, grade: Grade): void {
  const { delivery, verdict, asked, stuck, told, wrong, missing } = grade;
  const answers = Object.values(asked).reduce((sum, n) => sum + n, 0);
  const parts = [
    answers > 0 ? `${answers} answered` : "",
    stuck.length > 0 ? `no true answer: ${stuck.join(" ; ")}` : "",
    missing.length > 0 ? `${missing.length} missing` : "",
    wrong.length > 0 ? `WRONG ${wrong.slice(0, 2).map(show).join(" ; ")}` : "",
    [...new Set(told)].join(", "),
  ];
  console.log(`${verdict.padEnd(12)} ${name} ${delivery}: ${parts.filter((part) => part !== "").join(" | ")}`);
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

function printTable(folder: string, first: readonly Grade[], later: readonly Grade[]): void {
  const counts = (grades: readonly Grade[]): string =>
    VERDICTS.map((verdict) => `${verdict} ${grades.filter((g) => g.verdict === verdict).length}`).join(", ");
  const asked = first.map((grade) => Object.values(grade.asked).reduce((sum, n) => sum + n, 0) + grade.stuck.length);
  const isAsked = ({ asked: own, stuck }: Grade): boolean => Object.keys(own).length + stuck.length > 0;
  console.log(`\n${folder}`);
  console.log(`  first (${first.length}): ${counts(first)}`);
  console.log(
    `  questions a first delivery: median ${median(asked)}, most ${Math.max(0, ...asked)}, in all ${asked.reduce((a, b) => a + b, 0)}`,
  );
  if (later.length === 0) return;
  const isHonest = ({ verdict }: Grade): boolean => verdict !== "told" && verdict !== "unseen";
  const warned = later.filter((grade) => isHonest(grade) && grade.told.length > 0);
  console.log(
    `  later (${later.length}): ${counts(later)}; asked ${later.filter(isAsked).length}, warned though right ${warned.length}`,
  );
}

const folders = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const root = mkdtempSync(join(tmpdir(), "clerk-"));
try {
  for (const folder of folders) {
    const all: (readonly Grade[])[] = [];
    for (const one of casesIn(folder)) {
      const grades = await gradeCase(one, join(root, String(all.length), one.name));
      for (const grade of grades) if (grade.verdict !== "whole" || grade.told.length > 0) printGrade(one.name, grade);
      all.push(grades);
    }
    printTable(
      folder,
      all.flatMap((grades) => grades.slice(0, 1)),
      all.flatMap((grades) => grades.slice(1)),
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
  await closeSharedBrowser();
}
