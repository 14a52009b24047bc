/** What no list has, told once: "Imercourt" over a table, on a sheet or in the name of the file, perhaps another place; words of a title. */
import { quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Settings } from "../../model/settings.ts";
import { hasCounts } from "../layout/outcome.ts";
import { placeIn, type View } from "../layout/view.ts";
import { bounded, wordLine } from "../table/issues.ts";
import type { OpenTable } from "../table/table.ts";
import type { UnknownName } from "../table/unknown-names.ts";
import { saysOurs } from "./places.ts";

interface Placed extends UnknownName {
  readonly view: View;
}

export function unknownNameIssues(tables: readonly OpenTable[], settings: Settings): readonly Issue[] {
  const counted = tables.flatMap(({ view, blocks }) =>
    blocks.flatMap(({ reading }) =>
      reading.statement !== OTHER_STATEMENT && hasCounts(reading.outcomes) ? [{ view, reading }] : [],
    ),
  );
  const around = counted.flatMap(({ view, reading }) =>
    reading.unknownNames.map((name): Placed => ({ ...name, view })),
  );
  // a cover, or the header of pages, is a letterhead over a table that says the commune
  const isAlone =
    counted.some(({ reading }) => reading.place === "unsaid") &&
    !saysOurs(tables.flatMap(({ cover, besides }) => [...cover, ...besides]));
  const strangers = isAlone
    ? tables.flatMap((t) => t.strangers.map((name): Placed => ({ ...name, view: t.view })))
    : [];
  const found = [...around, ...strangers];
  const distinct = [...Map.groupBy(found, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
  const issues = distinct.map((found) =>
    found.of === "words" || found.of === "note" ? wordsIssue(found) : nameIssue(found, WHERE[found.of], settings),
  );
  const names = issues.filter(({ rule }) => rule === "unknown-name");
  const words = issues.filter(({ rule }) => rule === "unknown-words");
  return [...bounded(names, "nom", "du même fichier"), ...bounded(words, "texte", "du même fichier")];
}

const WHERE = {
  line: "près du tableau",
  sheet: "nom de la feuille",
  file: "dans le nom du fichier",
  cover: "sur une feuille sans tableau",
  page: "en haut ou en bas des pages, ou dans une zone de texte",
} as const;

/** "procédures clôturées" in a title, « Données incomplètes » under the table. A statement says them each quarter: settled for all files. */
function wordsIssue({ name, of, cell, view }: Placed): Issue {
  const isNote = of === "note";
  return {
    rule: "unknown-words",
    severity: "warning",
    message: isNote
      ? `La note ${quote(name)} limite peut-être les chiffres du tableau : ils sont lus tels qu'ils y sont.`
      : `${quote(name)}, dans le titre du tableau, n'est pas compris : les chiffres sont lus comme tous les faits de la période.`,
    hint: `Si ${isNote ? "elle dit" : "ces mots disent"} que le tableau n'en compte qu'une partie, ou autre chose, retirez ce fichier de la livraison. Sinon collez la ligne ci-dessous dans data/convention.yaml, sous « mots: ».`,
    settingsLine: wordLine(name, "ignorer", null),
    place: cell ? placeIn(view, cell.row, cell.column, cell.text) : { file: view.grid.file, part: view.grid.part },
    actual: name,
  };
}

function nameIssue({ name, of, cell, isAlone, view }: Placed, where: string, { commune }: Settings): Issue {
  const unnamed = isAlone ? ", que ce fichier ne nomme nulle part" : "";
  const place = cell
    ? placeIn(view, cell.row, cell.column, cell.text)
    : { file: view.grid.file, ...(of === "file" ? {} : { part: view.grid.part }) };
  return {
    rule: "unknown-name",
    severity: "warning",
    message: `${quote(name)}, ${where}, est peut-être le nom d'un autre lieu : les chiffres sont lus comme ceux de ${quote(commune.name)}${unnamed}.`,
    hint: `Si c'est un autre lieu, ou une partie de la commune, retirez ce fichier de la livraison. Si c'est la commune, collez la ligne ci-dessous dans data/convention.yaml, sous « mots: » ; si ce mot ne nomme aucun lieu, remplacez-y « commune » par « ignorer ».`,
    settingsLine: wordLine(name, "commune", view.grid.file),
    place,
    actual: name,
  };
}
