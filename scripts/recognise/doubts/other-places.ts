/** Figures of other places in a file: set aside and named; the file is refused when nothing in it is of the commune. */
import { listSome, quote } from "../../model/format.ts";
import { anError, aWarning, type Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT, placeAt } from "../../model/observation.ts";
import type { Settings } from "../../model/settings.ts";
import { countsIn, ofKind } from "../layout/outcome.ts";
import type { OpenTable } from "../table/table.ts";

const HINT_OTHER =
  "Retirez ce fichier de la livraison et demandez au service celui de la commune. Si ce n'est qu'une autre façon d'écrire le nom de la commune, corrigez-le dans data/convention.yaml, sous « commune: », ou ajoutez-y son code INSEE.";

/** Names that one message lists; the rest is counted. */
const LISTED = 12;

/**
 * One issue a file. `hasOwn`: something in it was read, or is in doubt, as the commune's. `isNamed`: it says that it is a statement;
 * another town's report that has only its lines stops nothing.
 */
export function placeIssues(
  tables: readonly OpenTable[],
  { hasOwn, isNamed }: { readonly hasOwn: boolean; readonly isNamed: boolean },
  settings: Settings,
): readonly Issue[] {
  const found = tables.flatMap(({ view, readings }) =>
    readings.flatMap(({ outcomes, statement }) =>
      ofKind(outcomes, "elsewhere").map((placed) => ({ ...placed, view, statement })),
    ),
  );
  const [first] = found;
  if (!first) return [];
  const whys = [...new Set(found.map((f) => f.outcome.why))];
  const list = listSome(whys, LISTED, " ; ");
  const place = placeAt(first.view.grid, first.row, first.column, first.view.at(first.row, first.column)?.text ?? "");
  if (hasOwn || found.every((f) => f.statement === OTHER_STATEMENT))
    return [
      aWarning("other-place-set-aside", {
        message: `Des chiffres d'autres lieux que ${quote(settings.commune.name)} sont laissés de côté : ${list}.`,
        hint: "Vérifiez sur la feuille de contrôle que rien de la commune n'est laissé avec eux.",
        place,
      }),
    ];
  return [
    (isNamed ? anError : aWarning)("not-our-commune", {
      message: `Ce fichier n'est pas lu : aucun de ses chiffres n'est dit être de ${quote(settings.commune.name)}. ${list}.`,
      hint: HINT_OTHER,
      place,
      actual: first.outcome.text,
      expected: settings.commune.name,
    }),
  ];
}

/** Something of the tables is read, or may be read, as the commune's. */
export const hasOwnFigures = (tables: readonly OpenTable[]): boolean =>
  tables.some((t) =>
    t.readings.some(({ outcomes }) => countsIn(outcomes).length + ofKind(outcomes, "doubt").length > 0),
  );
