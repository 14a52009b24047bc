/** What a person may say of a line or of a heading that is read wrong: as a question that nobody is asked, answered by its id. */
import { oneLine } from "../model/format.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { placeAt, type Reading, type ReadTable, type Recognition } from "../model/observation.ts";
import { CHOICES, type ChoiceId, type Question } from "../model/question.ts";
import { questionId } from "./questions.ts";

const OF_A_HEAD: readonly ChoiceId[] = [
  ...["PN", "GN"],
  ...[CHOICES.count, CHOICES.change, CHOICES.rate, CHOICES.other, CHOICES.leaveOut],
];

/** Of each label of a line with figures, and of each heading: all that it can be. */
export const offeredCorrections = ({ tables }: Recognition, { statements }: Nomenclature): readonly Question[] =>
  tables.flatMap((table) => {
    const lines = statements.find(({ id }) => id === table.statement)?.indicators ?? [];
    const ofALine = [...lines.map(({ id }) => id), CHOICES.asSent];
    return table.readings.flatMap((row, r) =>
      row.flatMap((reading, c): readonly Question[] => {
        const kind = correctedKind(reading, row);
        return kind ? [correctionAt(table, [r, c], kind, kind === "line" ? ofALine : OF_A_HEAD)] : [];
      }),
    );
  });

function correctedKind(reading: Reading, row: readonly Reading[]): "line" | "head" | null {
  if (reading.kind !== "text") return null;
  if (reading.role === "header") return "head";
  return reading.role === "label" && row.some(({ kind }) => kind === "count") ? "line" : null;
}

function correctionAt(
  { grid, statement }: ReadTable,
  [row, column]: readonly [number, number],
  kind: "line" | "head",
  may: readonly ChoiceId[],
): Question {
  const place = placeAt(grid, row, column);
  const text = oneLine(place.raw);
  const about = { statement: kind === "line" ? statement : null, likeName: false, list: null };
  return { kind, text, may, ...about, id: questionId({ kind, text }, place), file: place.file, places: [place] };
}
