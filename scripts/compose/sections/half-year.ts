/** « Semestre » or « Année »: when the quarter closes one, its cumulative counts beside those of the year before. */
import { comparisonOf } from "../../model/analysis.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { formatPeriod } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { cumulative } from "../../model/period.ts";
import { differenceCell, figureCell } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { holdsRolling, type Line, linesOf } from "../context/lines.ts";
import { sumNotes } from "../context/sums.ts";
import { champ, source } from "../sentences/notes.ts";
import { type Column, column, lineTable, tableBlock } from "../tables/table-of.ts";
import { paragraph } from "../words/present.ts";

/** undefined in the 1st and 3rd quarters, which close neither a half-year nor a year. */
export function halfYearSection(c: Context): Section | undefined {
  if (c.number % 2 === 1) return undefined;
  const tables = c.nomenclature.statements.flatMap((s) => {
    const lines = linesOf(c, s.id);
    return lines.length === 0 ? [] : [tableBlock(cumulativeTable(c, s.id, lines))];
  });
  if (tables.length === 0) return undefined;
  const name = formatPeriod(cumulative(c.quarter));
  const isLastingKnown = c.nomenclature.statements.some((s) => holdsRolling(linesOf(c, s.id)));
  return {
    id: c.number === 4 ? "annee" : "semestre",
    title: c.number === 4 ? `L'${name}` : `Le ${name}`,
    blocks: [
      paragraph(
        c.number === 4
          ? `Le ${c.name} clôt l'année : ses nombres sont donnés à côté de ceux de l'année précédente.${isLastingKnown ? " Ce que l'année montre est dit des douze derniers mois, page 1." : ""}`
          : `Le ${c.name} clôt le semestre : ses nombres sont donnés à côté de ceux du même semestre de l'année précédente, non jugés${isLastingKnown ? " ; ce qui dure est jugé sur douze mois, page 1" : ""}.`,
      ),
      ...tables,
    ],
  };
}

function cumulativeTable(c: Context, statement: StatementId, lines: readonly Line[]): Table {
  const group = c.number === 4 ? "Année" : "1er semestre";
  const columns: readonly Column<Line>[] = [
    column.label("ligne", "Ligne", ({ label }) => label),
    column.text("unite", "Unité", ({ whole }) => whole?.unit ?? "non précisée"),
    column.number("cumul", String(c.year), ({ whole }) => figureCell(whole?.cumulative), group),
    column.number("cumul-avant", String(c.year - 1), ({ whole }) => figureCell(whole?.cumulativeBefore), group),
    column.number(
      "ecart",
      "Écart",
      ({ whole: a }) => differenceCell(a?.cumulative, a?.cumulativeBefore, a && comparisonOf(a, "cumulative")),
      group,
    ),
  ];
  return lineTable(c, lines, columns, {
    title: `${statementLabel(c, statement)} : ${formatPeriod(cumulative(c.quarter))}, comparé${c.number === 4 ? "e" : ""} à ${c.year - 1}`,
    champ: champ(c, statement, lines),
    source: source(c, statement),
    notes: sumNotes(lines, (a) => [a.cumulative, a.cumulativeBefore]),
  });
}
