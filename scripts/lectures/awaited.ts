/** Questions that a person could not answer: told as long as they are open, and asked of the service. */
import { aWarning, type Issue } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { CHOICES } from "../model/question.ts";
import { placeOfText } from "./place-of-text.ts";

export const awaitedIssues = (recognition: Recognition, answers: readonly Answer[]): readonly Issue[] =>
  answers
    .filter(({ choice }) => choice === CHOICES.unknown)
    .map(({ kind, text }) =>
      aWarning("answer-awaited", {
        message:
          "Une question sur ce fichier attend la réponse du service : les chiffres dont elle décide ne sont pas pris, les autres le sont.",
        hint: `Elle est dans le message au service. Une fois la réponse reçue : npm run lecture -- ${recognition.file.source.delivery} --revoir`,
        place: placeOfText(text, recognition) ?? { file: recognition.file.source.path },
        asks: { kind, text, may: [] },
      }),
    );
