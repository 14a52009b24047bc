/**
 * A remark on how a statement is made – its lines exceed their family, its total is not their sum – that a person has understood: it is a
 * warning no more, in this file and in the later ones, as long as the gap grows no larger. Taken by its id, never asked.
 */
import { shapeOf } from "../map/index.ts";
import { deliveryOfPath } from "../model/delivery.ts";
import type { Issue } from "../model/issue.ts";
import type { Lecture } from "../model/lecture.ts";
import { CHOICES, type Question } from "../model/question.ts";
import type { Received } from "../model/received.ts";
import { questionAt } from "./questions.ts";

interface MakeUp {
  /** Rule, part, line and force: whatever the quarter. */
  readonly key: string;
  /** In facts. */
  readonly gap: number;
}

/** null: it is about something else. */
function makeUpOf(issue: Issue): MakeUp | null {
  const part = issue.place?.part === undefined ? "" : shapeOf(issue.place.part);
  const keyOf = (of: string, ...labels: readonly Received[]): string =>
    [issue.rule, of, part, ...labels.map(({ received }) => shapeOf(received))].join("|");
  if (issue.rule === "lines-exceed-family") {
    const { about } = issue;
    const { figure, value } = about.family;
    return "line" in about
      ? { key: keyOf(figure.force, figure.label, about.line), gap: about.value - value }
      : { key: keyOf(figure.force, figure.label), gap: about.sum - value };
  }
  if (issue.rule !== "total-does-not-add-up" || issue.about.of === "sendings") return null;
  const { about } = issue;
  const { figure, value } = about.total;
  const sum = about.of === "lines" ? about.sum : about.police + about.gendarmerie;
  return { key: keyOf(`${about.of} ${figure.force}`, figure.label), gap: Math.abs(sum - value) };
}

/** Of one file, each once: with the largest of its gaps. */
export function offeredRemarks(issues: readonly Issue[]): readonly Question[] {
  const found = issues.flatMap((issue) => {
    const makeUp = issue.severity === "warning" ? makeUpOf(issue) : null;
    return makeUp && issue.place ? [{ ...makeUp, place: issue.place }] : [];
  });
  return [...Map.groupBy(found, ({ place, key }) => `${place.file} ${key}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { key: text, place } = first;
    const bound = Math.max(...same.map(({ gap }) => gap));
    const places = "row" in place ? [place] : [];
    return [questionAt({ kind: "remark", text, may: [CHOICES.understood] }, { file: place.file }, { bound, places })];
  });
}

/** The id by which a remark may be understood; undefined for any other. */
export const remarkId = (issue: Issue): string | undefined => offeredRemarks([issue])[0]?.id;

/** Those that were understood are told on the control sheet alone. */
export function withUnderstood(issues: readonly Issue[], lectures: readonly Lecture[]): readonly Issue[] {
  const understood = lectures.flatMap(({ delivery, files }) =>
    files.flatMap(({ answers }) =>
      answers.flatMap(({ kind, text, bound = 0 }) => (kind === "remark" ? [{ delivery, text, bound }] : [])),
    ),
  );
  if (understood.length === 0) return issues;
  return issues.map((issue): Issue => {
    const makeUp = issue.severity === "warning" ? makeUpOf(issue) : null;
    if (!makeUp) return issue;
    const own = deliveryOfPath(issue.place?.file ?? "") ?? "";
    const isUnderstood = understood.some(
      ({ delivery, text, bound }) => delivery <= own && text === makeUp.key && makeUp.gap <= bound,
    );
    return isUnderstood ? { ...issue, severity: "info" } : issue;
  });
}
