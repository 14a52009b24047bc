/**
 * Words that are not known at the figures: between the title of a statement and its table, or in a note that speaks of its figures. The
 * figures are read as all the facts of the commune and the period, and a person is asked once; any other text is shown, and not guessed at.
 */
import { quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Line } from "../layout/nearest-lines.ts";
import { hasCounts } from "../layout/outcome.ts";
import { placeIn, type View } from "../layout/view.ts";
import type { Tools } from "../meaning/context.ts";
import { limitsFigures } from "../meaning/notes.ts";
import type { BlockReading } from "../table/block.ts";
import { bounded, wordLine } from "../table/issues.ts";
import type { OpenTable } from "../table/table.ts";

interface Strange {
  readonly text: string;
  readonly isNote: boolean;
  readonly line: Line;
  readonly view: View;
}

export function unknownWordIssues(tables: readonly OpenTable[], tools: Tools): readonly Issue[] {
  const found = tables.flatMap(({ view, blocks }) =>
    blocks.flatMap(({ reading }) =>
      reading.statement !== OTHER_STATEMENT && hasCounts(reading.outcomes) ? strangeTexts(view, reading, tools) : [],
    ),
  );
  const distinct = [...Map.groupBy(found, ({ text }) => text).values()].flatMap(([first]) => first ?? []);
  return bounded(distinct.map(issueOf), "texte", "du même fichier");
}

function strangeTexts(view: View, { lines, notes }: BlockReading, tools: Tools): readonly Strange[] {
  const { vocabulary, placeIn: saysPlace } = tools;
  // what stands above the title is a letterhead
  const title = lines.findIndex(({ facets }) => facets.statements.length > 0);
  const under = lines.filter((line, i) => (title === -1 ? line.near : i <= title));
  const titles = under.flatMap((line): readonly Strange[] => {
    const { cell } = line;
    const isInTable = cell !== null && (cell.matches.length > 0 || view.own(cell.row).length > 1);
    const text = isInTable ? null : vocabulary.strangePiece(line.text);
    return text === null ? [] : [{ text, isNote: false, line, view }];
  });
  const limiting = notes.filter((note) => limitsFigures(note, saysPlace, vocabulary.isStrangeNote));
  return [...titles, ...limiting.map((line): Strange => ({ text: line.text, isNote: true, line, view }))];
}

/** A statement says them each quarter: settled for all files. */
function issueOf({ text, isNote, line: { cell }, view }: Strange): Issue {
  return {
    rule: "unknown-words",
    severity: "warning",
    message: isNote
      ? `La note ${quote(text)} limite peut-être les chiffres du tableau : ils sont lus tels qu'ils y sont.`
      : `${quote(text)}, dans le titre du tableau, n'est pas compris : les chiffres sont lus comme tous les faits de la commune et de la période.`,
    hint: `Si ${isNote ? "elle dit" : "ces mots disent"} que le tableau n'en compte qu'une partie, autre chose ou un autre lieu, retirez ce fichier de la livraison. Sinon collez la ligne ci-dessous dans data/convention.yaml, sous « mots: ».`,
    settingsLine: wordLine(text, "ignorer", null),
    place: cell ? placeIn(view, cell.row, cell.column, cell.text) : { file: view.grid.file, part: view.grid.part },
    actual: text,
  };
}
