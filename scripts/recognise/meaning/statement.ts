/** Which statement a table is: by its titles, else by its lines; a title that its lines belie is a doubt. */
import { OTHER_STATEMENT, type StatementId } from "../../model/observation.ts";
import { asking, type Doubt, doubtful } from "../layout/outcome.ts";
import type { Line, Surroundings } from "../layout/surroundings.ts";
import type { ViewCell } from "../layout/view.ts";
import { saysNoMonths } from "../words/period-part.ts";
import { type Facets, isExplained } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import type { Axis } from "./axis.ts";

/** Fewer known lines than this do not tell a statement by themselves. */
const TELLING_LINES = 2;

interface StatementChoice {
  readonly statement: StatementId;
  readonly doubt: Doubt | null;
}

/** The statement of a block, from what names it and from the lines it holds. `captions`: texts between its rows; `ofFile`: its other tables'. */
export function chooseStatement(
  { nomenclature, statement: ofFile }: Pick<Tools, "nomenclature" | "statement">,
  around: Surroundings,
  axes: readonly Axis[],
  captions: readonly ViewCell[],
): StatementChoice {
  const byRows = new Set(axes.flatMap((a) => a.statements));
  const matches = axes.flatMap((a) => a.matches);
  const count = (id: StatementId): number =>
    new Set(matches.flatMap((m) => (m.statement === id ? [m.indicator.id] : []))).size;
  const naming = findStatement(around);
  const [byRow, another] = byRows;
  const named = naming?.id ?? (another === undefined ? byRow : undefined);
  const ranked = nomenclature.statements.map((s) => s.id).toSorted((a, b) => count(b) - count(a));
  const [best, next] = ranked;
  const rival = captions.find(({ facets }) => isTitleOfAnother(facets, named));
  if (named && rival) return { statement: named, doubt: twoStatements(rival.text) };
  if (named) {
    const belied = best && count(named) === 0 && count(best) >= TELLING_LINES;
    if (belied && !naming?.line.facets.declared)
      return { statement: named, doubt: disagreement(named, best, naming?.line) };
    return { statement: named, doubt: null };
  }
  if (isOfAnother(around, axes)) return { statement: OTHER_STATEMENT, doubt: null };
  const isTelling = best && count(best) >= TELLING_LINES && count(best) > 2 * count(next ?? "");
  if (isTelling) return { statement: best, doubt: null };
  return { statement: ofFile && count(ofFile) > 0 ? ofFile : OTHER_STATEMENT, doubt: null };
}

/** Lines that the statements have too, in a report of the mairie, a release, a public base; or of whole years, which no statement is of. */
function isOfAnother(around: Surroundings, axes: readonly Axis[]): boolean {
  const texts = [...around.lines, ...around.notes, around.sheet, around.file];
  if (texts.some(({ facets }) => facets.mentions.includes("other-document"))) return true;
  const parts = [...axes.flatMap((a) => a.periods), ...texts.flatMap((t) => t.facets.periods)];
  return parts.length > 0 && parts.every(saysNoMonths) && axes.some((a) => a.periods.length > 0);
}

/** "I.S.T – 1er trimestre 2026" between the rows of the IS 101: what follows is no part of it. */
const isTitleOfAnother = (facets: Facets, named: StatementId | undefined): boolean =>
  facets.statements.length === 1 &&
  facets.statements[0] !== named &&
  (isExplained(facets) || facets.periods.length > 0);

const twoStatements = (title: string): Doubt =>
  doubtful(
    title,
    "c'est le titre d'un autre état, ou une mention sans effet",
    "Demandez au service un fichier, ou une feuille, par état.",
  );

/** The nearest text that names one statement alone; null when none does. */
function findStatement(around: Surroundings): { readonly id: StatementId; readonly line: Line } | null {
  for (const line of [...around.lines, around.sheet, around.file]) {
    const [first, second] = [...new Set(line.facets.statements)];
    if (first && !second) return { id: first, line };
  }
  return null;
}

const disagreement = (named: StatementId, lines: StatementId, naming: Line | undefined): Doubt =>
  naming
    ? asking(naming.text, { kind: "statement", may: [named, lines] })
    : doubtful("", "il est nommé comme un état, et a les lignes d'un autre");
