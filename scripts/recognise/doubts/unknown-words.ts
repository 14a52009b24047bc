/**
 * Words that are not known between the title of a statement and its table: the figures are read as all the facts of the commune and the
 * period, and it is told. A note that limits the figures leaves them in doubt. Any other text is shown, and not guessed at.
 */
import { quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Line } from "../layout/nearest-lines.ts";
import { type Doubt, hasCounts } from "../layout/outcome.ts";
import { placeIn, type View } from "../layout/view.ts";
import type { Tools } from "../meaning/context.ts";
import { limitsFigures } from "../meaning/notes.ts";
import type { BlockReading } from "../table/block.ts";
import { bounded, wordLine } from "../table/issues.ts";
import { type OpenTable, withOutcomes } from "../table/table.ts";

interface Strange {
  readonly text: string;
  readonly line: Line;
  readonly view: View;
}

/** « Champ : faits commis entre 22 h et 6 h » under a table: its figures are asked about. */
export function refuseLimited(
  tables: readonly OpenTable[],
  { placeIn: saysPlace, vocabulary }: Tools,
): readonly OpenTable[] {
  return withOutcomes(tables, (outcome, { notes, statement }) => {
    if (outcome.kind !== "count" || statement === OTHER_STATEMENT) return outcome;
    const note = notes.find((one) => limitsFigures(one, saysPlace, vocabulary.isStrangeNote));
    return note ? limitedBy(note.text) : outcome;
  });
}

const limitedBy = (text: string): Doubt => ({
  kind: "doubt",
  text,
  readings: [
    `les chiffres sont ceux de tous les faits, et la note ${quote(text)} n'y change rien`,
    `cette note dit que le tableau ne compte qu'une partie des faits, ou autre chose`,
  ],
  settle: [{ text, reading: "ignorer" }],
  hint: "Sinon, retirez ce fichier de la livraison et demandez au service celui de tous les faits.",
});

export function unknownWordIssues(tables: readonly OpenTable[], tools: Tools): readonly Issue[] {
  const found = tables.flatMap(({ view, blocks }) =>
    blocks.flatMap(({ reading }) =>
      reading.statement !== OTHER_STATEMENT && hasCounts(reading.outcomes) ? strangeTexts(view, reading, tools) : [],
    ),
  );
  const distinct = [...Map.groupBy(found, ({ text }) => text).values()].flatMap(([first]) => first ?? []);
  return bounded(distinct.map(issueOf), "texte", "du même fichier");
}

function strangeTexts(view: View, { lines }: BlockReading, { vocabulary }: Tools): readonly Strange[] {
  // what stands above the title is a letterhead
  const title = lines.findIndex(({ facets }) => facets.statements.length > 0);
  const under = lines.filter((line, i) => (title === -1 ? line.near : i <= title));
  return under.flatMap((line): readonly Strange[] => {
    const { cell } = line;
    const isInTable = cell !== null && (cell.matches.length > 0 || view.own(cell.row).length > 1);
    const text = isInTable ? null : vocabulary.strangePiece(line.text);
    return text === null ? [] : [{ text, line, view }];
  });
}

/** A statement says them each quarter: settled for all files. */
const issueOf = ({ text, line: { cell }, view }: Strange): Issue => ({
  rule: "unknown-words",
  severity: "warning",
  message: `${quote(text)}, dans le titre du tableau, n'est pas compris : les chiffres sont lus comme tous les faits de la commune et de la période.`,
  hint: "Si ces mots disent que le tableau n'en compte qu'une partie, autre chose ou un autre lieu, retirez ce fichier de la livraison. Sinon collez la ligne ci-dessous dans data/convention.yaml, sous « mots: ».",
  settingsLine: wordLine(text, "ignorer", null),
  place: cell ? placeIn(view, cell.row, cell.column, cell.text) : { file: view.grid.file, part: view.grid.part },
  actual: text,
});
