/** The second table of a statement: police and gendarmerie apart, and the share of the police where the counts allow it. */
import type { Table } from "../../model/document/table.ts";
import { plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { figureCell, shareCell } from "../context/cells.ts";
import { type Context, monthName, statementLabel } from "../context/context.ts";
import { holdsRolling, type Line } from "../context/lines.ts";
import { champ, source } from "../sentences/notes.ts";
import { present } from "../words/present.ts";
import { type Column, column, lineTable } from "./table-of.ts";

/** undefined when no line of the statement tells the forces apart. */
export function forceTable(c: Context, statement: StatementId, lines: readonly Line[]): Table | undefined {
  const apart = lines.filter((l) => (l.police !== null || l.gendarmerie !== null) && l.whole?.force === "ensemble");
  if (apart.length === 0) return undefined;
  const rolling = holdsRolling(apart);
  const threshold = c.settings.thresholds.percentageFrom;
  const twelve = c.number === 4 ? `Année ${c.year}` : `12 mois à fin ${monthName(c.quarter.last)} ${c.year}`;
  const three = (after: string, figure: "quarter" | "rolling", group: string): readonly Column<Line>[] => [
    column.number(`police${after}`, "Police", ({ police }) => figureCell(police?.[figure]), group),
    column.number(`gendarmerie${after}`, "Gendarmerie", ({ gendarmerie }) => figureCell(gendarmerie?.[figure]), group),
    column.number(`ensemble${after}`, "Ensemble", ({ whole }) => figureCell(whole?.[figure]), group),
  ];
  const share = ({ police, whole }: Line) => shareCell(police?.rolling, whole?.rolling, threshold);
  const columns = present<Column<Line>>(
    column.label("ligne", "Ligne", ({ label }) => label),
    three("", "quarter", c.name),
    rolling && [...three("-12", "rolling", twelve), column.number("part", "Part de la police", share, twelve)],
  );
  return lineTable(c, apart, columns, {
    title: `${statementLabel(c, statement)} : police et gendarmerie nationales, ${c.name}`,
    champ: champ(c, statement, apart),
    source: source(c, statement),
    notes: [
      rolling && `Part : donnée seulement à partir de ${plural(threshold, "fait")} sur douze mois ; « – » en dessous.`,
    ],
  });
}
