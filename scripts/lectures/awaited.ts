/** Questions that a person could not answer: told as long as they are open, and asked of the service. */
import { aWarning, type Issue } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { CHOICES } from "../model/question.ts";
import { own } from "../model/received.ts";
import { placeOfText } from "./place-of-text.ts";

export const awaitedIssues = (recognition: Recognition, answers: readonly Answer[]): readonly Issue[] =>
  answers
    .filter(({ choice }) => choice === CHOICES.unknown)
    .map(({ kind, text }) =>
      aWarning("answer-awaited", {
        about: { delivery: own(recognition.file.source.delivery) },
        place: placeOfText(text, recognition) ?? { file: recognition.file.source.path },
        asks: { kind, text, may: [] },
      }),
    );
