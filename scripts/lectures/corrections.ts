/** What a person may say of a line or of a heading that is read wrong: as a question that nobody is asked, answered by its id. */
import { oneLine } from "../model/format.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { cellsOf, type Recognition } from "../model/observation.ts";
import { CHOICES, type ChoiceId, type Question } from "../model/question.ts";
import { questionAt } from "./questions.ts";

const OF_A_HEAD: readonly ChoiceId[] = [
  ...["PN", "GN"],
  ...[CHOICES.count, CHOICES.change, CHOICES.rate, CHOICES.other, CHOICES.leaveOut],
];

/** Of each label of a line with figures, and of each heading: all that it can be. */
export const offeredCorrections = ({ tables }: Recognition, { statements }: Nomenclature): readonly Question[] =>
  tables.flatMap((table) => {
    const { statement, readings } = table;
    const lines = statements.find(({ id }) => id === statement)?.indicators ?? [];
    const ofALine = [...lines.map(({ id }) => id), CHOICES.asSent];
    return cellsOf(table).flatMap(({ reading, row, place }): readonly Question[] => {
      if (reading.kind !== "text") return [];
      const text = oneLine(place.raw);
      if (reading.role === "header") return [questionAt({ kind: "head", text, may: OF_A_HEAD }, place)];
      const isLine = reading.role === "label" && readings[row]?.some(({ kind }) => kind === "count");
      return isLine ? [questionAt({ kind: "line", text, may: ofALine }, place, { statement })] : [];
    });
  });
