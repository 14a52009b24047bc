/** The step of the control and of the bulletin: what is to be done, then the bulletin, which opens. */
import { formatPlace } from "../model/format.ts";
import { hasError } from "../model/issue.ts";
import { findLatest } from "../walk/latest.ts";
import { toMake } from "../walk/situation.ts";
import { nameOf } from "../walk/walk.ts";
import { type Step, working } from "./program.ts";
import { remarkCards } from "./remark-cards.ts";
import type { Card } from "./screen.ts";

export const check: Step = async (glass, program) => {
  await glass.show(working("check", "Contrôle"));
  const issues = await program.check();
  const left = toMake(program.situation());
  const names = left.map(({ quarter }) => nameOf(quarter)).join(" ; ");
  const last: Card = hasError(issues)
    ? {
        tone: "alert",
        title: "Le bulletin ne peut pas être fait",
        hint: "Ce qui est à régler d’abord est dit ci-dessus.",
        buttons: [{ press: "go-check", label: "Contrôler de nouveau", isMain: true }],
      }
    : left.length === 0
      ? { tone: "done", title: "Le bulletin est fait, et à jour." }
      : {
          tone: "plain",
          title: `Rien n’empêche le bulletin du ${names}.`,
          buttons: [{ press: "build", label: "Faire le bulletin", isMain: true }],
        };
  const { press } = await glass.ask({
    step: "check",
    title: "Contrôler, faire le bulletin",
    cards: [
      ...remarkCards(issues, ({ place }, message) => ({
        text: place ? `${formatPlace(place)} – ${message}` : message,
      })),
      last,
    ],
  });
  if (press !== "build") return "check";
  await glass.show(working("check", "Le bulletin se fait"));
  for (const { quarter } of left) if (!(await program.build(quarter, glass.progress))) return "check";
  const made = findLatest(program.outDir, "bulletin.html");
  if (made) await glass.open(made);
  return "standing";
};
