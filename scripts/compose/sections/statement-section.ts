/** What the sections of the two statements have in common. */
import type { Block } from "../../model/document/bulletin.ts";
import type { StatementId } from "../../model/observation.ts";
import { type Context, missingStatements, statementLabel } from "../context/context.ts";
import { linesOf } from "../context/lines.ts";
import { readingsOverview } from "../sentences/overview.ts";
import { forceTable } from "../tables/force-table.ts";
import { printedTotalsTable } from "../tables/printed-totals.ts";
import { mainTable } from "../tables/statement-table.ts";

/** Nothing when the statement was neither sent nor expected. */
export function statementBlocks(c: Context, statement: StatementId, intro: string): readonly Block[] {
  const missing = missingStatements(c).includes(statement);
  const lines = linesOf(c, statement);
  const blocks: Block[] = [];
  if (missing)
    blocks.push({
      kind: "paragraph",
      text:
        `L'état ${statementLabel(c, statement)} du ${c.name} n'a pas été transmis.` +
        (lines.length === 0
          ? " Ce bulletin n'en dit donc rien."
          : " Les lignes ci-dessous sont celles des livraisons antérieures ; le trimestre y reste sans nombre."),
    });
  if (lines.length > 0) {
    const overview = missing ? "" : ` ${readingsOverview(lines)}`;
    blocks.push({ kind: "paragraph", text: `${intro}${overview}` });
    blocks.push({ kind: "table", table: mainTable(c, statement, lines) });
    const forces = forceTable(c, statement, lines);
    if (forces) blocks.push({ kind: "table", table: forces });
    const totals = printedTotalsTable(c, statement);
    if (totals) blocks.push({ kind: "table", table: totals });
  }
  return blocks;
}
