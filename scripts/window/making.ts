/** The step of the control and of the bulletin: what is to be done, once for all that asks it; then the bulletin, which opens. */
import { formatPlace } from "../model/format.ts";
import { hasError, type Issue } from "../model/issue.ts";
import { tell } from "../model/remarks/index.ts";
import { nameOf } from "../walk/walk.ts";
import { type Step, working } from "./program.ts";
import type { Card } from "./screen.ts";
import { latestFile } from "./standing.ts";
import { inWindow } from "./words.ts";

/** What is to be done, once for all that asks it; what keeps the bulletin from being made comes first. */
function remarkCards(issues: readonly Issue[]): readonly Card[] {
  const told = (["error", "warning"] as const)
    .flatMap((one) => issues.filter(({ severity }) => severity === one))
    .map((issue) => ({ issue, ...tell(issue, "eyes") }));
  return [...Map.groupBy(told, ({ issue, hint }) => `${issue.severity} ${hint ?? issue.rule}`).values()].map(
    (own): Card => {
      const isError = own[0]?.issue.severity === "error";
      return {
        kind: "told",
        tone: isError ? "alert" : "news",
        title: isError ? "À régler d’abord" : "À vérifier",
        lines: own.map(({ issue: { place }, message }) => ({
          text: `${place ? `${formatPlace(place)} – ` : ""}${inWindow(message)}`,
        })),
        hint: own[0]?.hint && inWindow(own[0].hint),
      };
    },
  );
}

export const check: Step = async (glass, program) => {
  await glass.show(working("check", "Contrôle"));
  const issues = await program.check();
  const toMake = program.situation().open.filter(({ bulletin }) => bulletin !== "current");
  const names = toMake.map(({ quarter }) => nameOf(quarter)).join(" ; ");
  const last: Card = hasError(issues)
    ? {
        kind: "told",
        tone: "alert",
        title: "Le bulletin ne peut pas être fait",
        hint: "Ce qui est à régler d’abord est dit ci-dessus.",
        buttons: [{ press: "go-check", label: "Contrôler de nouveau", isMain: true }],
      }
    : toMake.length === 0
      ? { kind: "told", tone: "done", title: "Le bulletin est fait, et à jour." }
      : {
          kind: "told",
          tone: "plain",
          title: `Rien n’empêche le bulletin du ${names}.`,
          buttons: [{ press: "build", label: "Faire le bulletin", isMain: true }],
        };
  const { press } = await glass.ask({
    step: "check",
    title: "Contrôler, faire le bulletin",
    cards: [...remarkCards(issues), last],
  });
  if (press !== "build") return "check";
  await glass.show(working("check", "Le bulletin se fait"));
  for (const { quarter } of toMake) if (!(await program.build(quarter, glass.progress))) return "check";
  const made = latestFile(program.outDir, "bulletin.html");
  if (made) await glass.open(made);
  return "standing";
};
