/** What was read, as far as it may be told: of a file that nobody has confirmed, only known words are. */
import type { Holdings } from "../holdings/holdings.ts";
import { createVocabulary, printedNotes, veil, withUnderstood } from "../lectures/index.ts";
import type { Issue } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { CHOICES } from "../model/question.ts";
import { once } from "../model/remember.ts";
import type { Understood } from "./job.ts";

export interface Veiled {
  readonly recognitions: readonly Recognition[];
  /** Of reading and recognition. */
  readonly issues: readonly Issue[];
  /** Remarks that a person has understood are warnings no more. */
  readonly withUnderstood: (issues: readonly Issue[]) => readonly Issue[];
}

/** Of a confirmed file, the texts that a person has said not to print. */
function unprinted(recognition: Recognition, answers: readonly Answer[]): Recognition {
  const left = new Set(answers.flatMap((a) => (a.kind === "name" && a.choice === CHOICES.leaveOut ? [a.text] : [])));
  const isPrinted = (text: string): boolean => !left.has(text);
  return left.size === 0 ? recognition : veil(recognition, undefined, { isKnown: isPrinted, isDeclared: isPrinted });
}

/** @param isForEyes for the person who is to confirm: all is told as it is. */
export function asVeiled(
  understood: readonly Understood[],
  { nomenclature, settings, lectures }: Pick<Holdings, "nomenclature" | "settings" | "lectures">,
  isForEyes: boolean,
): Veiled {
  const known = once(() => createVocabulary(nomenclature, settings)); // not needed where all is confirmed
  const names = new Map<string, string>();
  const recognitions = understood.map(({ recognition, held, answers }) => {
    if (isForEyes) return recognition;
    const own =
      held === null ? unprinted(recognition, answers) : veil(recognition, held.like?.recognition, known(), names);
    const notes = held === null || held.state === "same" ? printedNotes(recognition, answers) : [];
    return notes.length > 0 ? { ...own, notes } : own;
  });
  return {
    recognitions,
    issues: understood.flatMap((file) => file.issues),
    withUnderstood: (issues) => withUnderstood(issues, lectures),
  };
}
