/** The statements and indicators that a setting may name: those of the nomenclature. */
import { oneOf, v } from "../disk/schema.ts";
import { quote } from "../model/format.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { nearest } from "../model/text/nearest.ts";
import { loadNomenclature } from "../nomenclature/index.ts";

/** Only where a setting names a statement or an indicator. */
const knownStatements = (): Nomenclature["statements"] => loadNomenclature().statements;
const indicatorIds = (statement: string): readonly string[] =>
  knownStatements()
    .filter(({ id }) => id === statement)
    .flatMap(({ indicators }) => indicators.map(({ id }) => id));

/** "I.S.T" => "IST" */
export const statement = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/[\s.]/g, "").toUpperCase()),
  v.lazy(() => oneOf(knownStatements().map(({ id }) => id))),
);
export const isIndicator = (statement: string, id: string): boolean => indicatorIds(statement).includes(id);
export function noIndicator(statement: string, id: string): string {
  const close = nearest(id, indicatorIds(statement));
  const remedy = close
    ? `vouliez-vous dire ${quote(close)} ?`
    : `les identifiants sont dans scripts/nomenclature/${statement.toLowerCase()}.yaml`;
  return `${quote(id)} n'est pas un indicateur de l'état ${statement} ; ${remedy}`;
}

export const anyIndicator = v.pipe(
  v.string(),
  v.check(
    (id) => knownStatements().some((known) => isIndicator(known.id, id)),
    ({ input }) => noIndicator("IS101", input),
  ),
);
