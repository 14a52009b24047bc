/** A truthful clerk: told what a file truly says, answers a question of `lecture` as a person would; null where no answer is true. */
import { CHOICES, type ChoiceId, type Question } from "../../scripts/model/question.ts";
import { fold } from "../../scripts/nomenclature/index.ts";
import type { Figure, Truth } from "./truth.ts";

/** What is read with one more answer. */
export type TryOut = (choice: ChoiceId) => Promise<readonly Figure[]>;

/** « Je ne sais pas », where it may be said. */
const UNKNOWN = "unknown";

export async function answerOf(question: Question, truth: Truth, tryOut: TryOut): Promise<ChoiceId | null> {
  const { kind, may } = question;
  const can = (choice: ChoiceId): ChoiceId | null => (may.includes(choice) ? choice : null);
  switch (kind) {
    case "name":
      return can(CHOICES.nobody);
    case "line": {
      const line = lineOf(question, truth);
      if (line !== undefined) return can(line) ?? can(UNKNOWN);
      break;
    }
    case "text":
      // of a file with a fault the text may be what says it
      return truth.isFault ? can(UNKNOWN) : (can(CHOICES.noEffect) ?? can(UNKNOWN));
    case "copy":
      return truth.isFault ? can(UNKNOWN) : (may[0] ?? null);
    case "force":
      if (truth.force) return can(truth.force) ?? can(CHOICES.noEffect) ?? can(UNKNOWN);
      break;
    case "place":
      if (truth.isFault) return can(UNKNOWN);
  }
  return (await byFigures(question, truth, tryOut)) ?? can(UNKNOWN);
}

/** What the line of that label is; where nobody has written figures down, it stays as it was sent. */
function lineOf({ text }: Question, { lines, figures }: Truth): ChoiceId | undefined {
  const found = Object.entries(lines).find(([label]) => fold(label) === fold(text));
  return found?.[1] ?? (figures ? undefined : CHOICES.asSent);
}

/** By its line, known or as it was sent: a file may be said to hold a line by its label alone. */
const keysOf = ({ statement, indicator, label, force, period }: Figure): readonly string[] =>
  [indicator, fold(label)].flatMap((line) => (line === null ? [] : [[statement, line, force, period].join("|")]));

/**
 * What is wrong of what is read: another value than the true one, or a figure of a known line that is none.
 * @param truth without figures: nothing can be said to be wrong.
 */
export function wrongOf(read: readonly Figure[], { figures }: Truth): readonly Figure[] {
  if (!figures) return [];
  const known = new Set(figures.map(({ indicator }) => indicator).filter((id) => id !== null));
  const values = new Map(figures.flatMap((figure) => keysOf(figure).map((key) => [key, figure.value] as const)));
  return read.filter((figure) => {
    const key = keysOf(figure).find((one) => values.has(one));
    if (key !== undefined) return figure.value !== values.get(key);
    return figure.value !== null && figure.indicator !== null && known.has(figure.indicator);
  });
}

/** The true figures that are not read. */
export function missingOf(read: readonly Figure[], { figures }: Truth): readonly Figure[] {
  const found = new Set(read.flatMap(keysOf));
  return (figures ?? []).filter((figure) => figure.value !== null && !keysOf(figure).some((key) => found.has(key)));
}

/** The answer by which most of the true figures are read, and none that is wrong: as whoever has the paper beside the screen sees it. */
async function byFigures({ may }: Question, truth: Truth, tryOut: TryOut): Promise<ChoiceId | null> {
  if (may.length === 1 && !truth.figures) return may[0] ?? null;
  let best: { readonly choice: ChoiceId; readonly missing: number } | null = null;
  for (const choice of may) {
    if (choice === UNKNOWN) continue;
    const read = await tryOut(choice);
    if (wrongOf(read, truth).length > 0) continue;
    const missing = missingOf(read, truth).length;
    if (!best || missing < best.missing) best = { choice, missing };
  }
  return best?.choice ?? null;
}
