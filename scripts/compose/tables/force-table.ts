/** The second table of a statement: police and gendarmerie apart, and the share of the police where the counts allow it. */
import type { Table, TableColumn, TableRow } from "../../model/document/table.ts";
import { plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { figureCell, shareCell } from "../context/cells.ts";
import { type Context, monthName, statementLabel } from "../context/context.ts";
import { holdsRolling, type Line } from "../context/lines.ts";
import { champ, source } from "../sentences/notes.ts";

/** undefined when no line of the statement tells the forces apart. */
export function forceTable(c: Context, statement: StatementId, lines: readonly Line[]): Table | undefined {
  const apart = lines.filter((l) => (l.police !== null || l.gendarmerie !== null) && l.whole?.force === "ensemble");
  if (apart.length === 0) return undefined;
  const rolling = holdsRolling(apart);
  const threshold = c.settings.thresholds.percentageFrom;
  return {
    ...c.numbering.nextTable(),
    title: `${statementLabel(c, statement)} : police et gendarmerie nationales, ${c.name}`,
    columns: columns(c, rolling),
    rows: apart.map((line) => row(line, threshold, rolling)),
    champ: champ(c, statement, apart),
    source: source(c, statement),
    notes: [
      ...(rolling
        ? [`Part : donnée seulement à partir de ${plural(threshold, "fait")} sur douze mois ; « – » en dessous.`]
        : []),
    ],
  };
}

function columns(c: Context, rolling: boolean): readonly TableColumn[] {
  const twelve = c.number === 4 ? `Année ${c.year}` : `12 mois à fin ${monthName(c.quarter.last)} ${c.year}`;
  return [
    { id: "ligne", label: "Ligne", kind: "label" },
    { id: "police", label: "Police", group: c.name, kind: "number" },
    { id: "gendarmerie", label: "Gendarmerie", group: c.name, kind: "number" },
    { id: "ensemble", label: "Ensemble", group: c.name, kind: "number" },
    ...(rolling
      ? ([
          { id: "police-12", label: "Police", group: twelve, kind: "number" },
          { id: "gendarmerie-12", label: "Gendarmerie", group: twelve, kind: "number" },
          { id: "ensemble-12", label: "Ensemble", group: twelve, kind: "number" },
          { id: "part", label: "Part de la police", group: twelve, kind: "number" },
        ] as const)
      : []),
  ];
}

/** @param rolling some line has a count of twelve months */
function row(line: Line, threshold: number, rolling: boolean): TableRow {
  const three = [line.police, line.gendarmerie, line.whole];
  return {
    line: line.key,
    level: line.level,
    cells: [
      { text: line.label },
      ...three.map((a) => figureCell(a?.quarter ?? null)),
      ...(rolling
        ? [
            ...three.map((a) => figureCell(a?.rolling ?? null)),
            shareCell(line.police?.rolling ?? null, line.whole?.rolling ?? null, threshold),
          ]
        : []),
    ],
  };
}
