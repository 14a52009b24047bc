/** Questions that a person could not answer: told as long as they are open, and asked of the service. */
import { oneLine } from "../model/format.ts";
import { aWarning, type Issue, type Place } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import { placeAt, type Recognition } from "../model/observation.ts";
import { CHOICES } from "../model/question.ts";

export const awaitedIssues = (recognition: Recognition, answers: readonly Answer[]): readonly Issue[] =>
  answers
    .filter(({ choice }) => choice === CHOICES.unknown)
    .map(({ kind, text }) =>
      aWarning("answer-awaited", {
        message:
          "Une question sur ce fichier attend la réponse du service : les chiffres dont elle décide ne sont pas pris, les autres le sont.",
        hint: `Elle est dans le message au service. Une fois la réponse reçue : npm run lecture -- ${recognition.file.source.delivery} --revoir`,
        place: placeOf(text, recognition),
        asks: { kind, text, may: [] },
      }),
    );

/** The first cell that holds the text; else the file. */
function placeOf(text: string, { file, tables }: Recognition): Place {
  for (const { grid } of tables)
    for (const [i, cells] of grid.rows.entries())
      for (const [j, cell] of cells.entries()) if (oneLine(cell.text) === text) return placeAt(grid, i, j);
  return { file: file.source.path };
}
