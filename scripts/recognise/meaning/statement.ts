/** Which statement a table is: by its titles, else by its lines; a title that its lines belie is a doubt. */
import { OTHER_STATEMENT, type StatementId } from "../../model/observation.ts";
import { asking, type Doubt, doubtful } from "../layout/outcome.ts";
import type { Line, Surroundings } from "../layout/surroundings.ts";
import { saysNoMonths } from "../words/period-part.ts";
import type { Tools } from "../words/tools.ts";
import type { Axis } from "./axis.ts";

/** Fewer known lines than this do not tell a statement by themselves. */
const TELLING_LINES = 2;

interface StatementChoice {
  readonly statement: StatementId;
  readonly doubt: Doubt | null;
}

/** The statement of a block, from what names it and from the lines it holds. `ofFile`: that of the file's other tables. */
export function chooseStatement(
  { nomenclature, statement: ofFile }: Pick<Tools, "nomenclature" | "statement">,
  around: Surroundings,
  axes: readonly Axis[],
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
  if (named) {
    const belied = best && count(named) === 0 && count(best) >= TELLING_LINES;
    if (belied && !naming?.line.facets.declared)
      return { statement: named, doubt: disagreement(named, best, naming?.line) };
    return { statement: named, doubt: null };
  }
  // « État | Libellé »: each row says its own
  if (best && another !== undefined) return { statement: best, doubt: null };
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
