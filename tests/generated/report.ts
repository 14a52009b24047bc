/** A failed trial as a person reads it: the plan, the sheet, what is wrong and what was said. */

import { rowsOf } from "../demo/write/rows.ts";
import { spoken } from "../spoken.ts";
import { describePlan } from "./choices.ts";
import { faultOf, type Trial } from "./trial.ts";

const some = (items: readonly string[], most = 6): string[] => [
  ...items.slice(0, most).map((item) => `  - ${item}`),
  ...(items.length > most ? [`  - … ${items.length - most} more`] : []),
];

export function reportTrial(trial: Trial): string {
  const { plan, drawn } = trial;
  const sheets = drawn.sheets.flatMap((sheet) => [
    `[${sheet.name}]`,
    ...rowsOf(sheet).map((row) => row.map((c) => (c.covered ? "<" : c.text.replaceAll("\n", "⏎"))).join(" | ")),
  ]);
  return [
    `### ${faultOf(trial) ?? "right"}: ${describePlan(plan)}`,
    `file ${drawn.delivery}/${drawn.name}.${plan.format}${drawn.mayRefuse === null ? "" : ` (may be refused: ${drawn.mayRefuse})`}`,
    ...(trial.wrong.length > 0 ? ["wrong:", ...some(trial.wrong)] : []),
    ...(trial.missing.length > 0
      ? [`missing (${trial.missing.length} of ${drawn.expected.length}):`, ...some(trial.missing, 3)]
      : []),
    "issues:",
    ...some([...new Set(trial.issues.map((i) => `${i.severity} ${i.rule}: ${spoken(i).message}`))]),
    "```",
    ...sheets,
    "```",
  ].join("\n");
}
