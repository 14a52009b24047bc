/** Remarks and refusals as cards. */
import type { Issue, UserError } from "../model/issue.ts";
import { tell } from "../model/remarks/index.ts";
import type { Button, Card, Line } from "./screen.ts";
import { inWindow } from "./words.ts";

/** What is to be done, once for all that asks it; what keeps the bulletin from being made comes first. */
export function remarkCards(
  issues: readonly Issue[],
  lineOf: (issue: Issue, message: string) => Line,
): readonly Card[] {
  const told = (["error", "warning"] as const)
    .flatMap((one) => issues.filter(({ severity }) => severity === one))
    .map((issue) => ({ issue, ...tell(issue, "eyes") }));
  const groups = Map.groupBy(told, ({ issue, hint }) => `${issue.severity} ${hint ?? issue.rule}`);
  return [...groups.values()].map((own): Card => {
    const [first] = own;
    const isError = first?.issue.severity === "error";
    return {
      tone: isError ? "alert" : "news",
      title: isError ? "À régler d’abord" : "À vérifier",
      lines: own.map(({ issue, message }) => lineOf(issue, inWindow(message))),
      hint: first?.hint && inWindow(first.hint),
    };
  });
}

export const refusalCard = ({ message, hint }: UserError, buttons: readonly Button[] = []): Card => ({
  tone: "alert",
  title: inWindow(message),
  hint: inWindow(hint),
  buttons,
});
