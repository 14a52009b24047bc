/** What the texts of a grid were read as, for the control sheet: titles, captions, headings, labels, in French. */
import { FORCE_LABELS, formatPeriod, quote } from "../../model/format.ts";
import type { Reading } from "../../model/observation.ts";
import type { Layout } from "../layout/blocks.ts";
import { isNote } from "../layout/surroundings.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { fullPeriod, type PeriodPart } from "../words/period-part.ts";
import { isUnderstood } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import type { BlockReading } from "./block.ts";

interface PlacedReading {
  readonly row: number;
  readonly column: number;
  readonly reading: Reading;
}

const MEASURES = {
  count: "nombre de faits",
  change: "évolution imprimée",
  "change-percent": "évolution imprimée, en %",
  rate: "taux",
  other: "autre mesure, non reprise",
} as const;

/** "1er trimestre 2026", "cumul 2026", "année N−1" */
function describePart(part: PeriodPart): string {
  const { cumulative, own, rolling, within, year } = part;
  const full = part.full ?? (cumulative ? undefined : fullPeriod(part));
  if (full) return formatPeriod(full);
  const months = within && `mois ${within[0]} à ${within[1]}`;
  const kind =
    (rolling && "12 derniers mois") || (cumulative && "cumul") || months || (own ? "période de l'état" : "année");
  if (typeof year !== "object") return `${kind} ${year ?? ""}`.trim();
  return `${kind} N${year.relative === 0 ? "" : `−${-year.relative}`}`;
}

/** "période : 1er trimestre 2026 ; force : Police nationale" */
function describe(cell: ViewCell, tools: Tools): string {
  const { facets, matches } = cell;
  const [match] = matches;
  if (match) return `ligne : ${match.indicator.label}`;
  if (facets.ignored) return "ignoré (réglages)";
  const says = [
    ...facets.statements.map((id) => `état : ${tools.nomenclature.statements.find((s) => s.id === id)?.label ?? id}`),
    ...facets.periods.map((p) => `période : ${describePart(p)}`),
    ...(facets.force ? [`force : ${FORCE_LABELS[facets.force]}`] : []),
    ...(facets.total ? ["total"] : []),
    ...(facets.measure ? [`mesure : ${MEASURES[facets.measure]}`] : []),
  ];
  return says.length > 0 ? says.join(" ; ") : "sans effet sur la lecture";
}

/** Every cell of text with its role. Cells of numbers are set afterwards by their outcomes. */
export function readText(
  view: View,
  layout: Layout,
  readings: readonly BlockReading[],
  tools: Tools,
): readonly PlacedReading[] {
  const placed: PlacedReading[] = [];
  const put = (cell: ViewCell, reading: Reading) => placed.push({ row: cell.row, column: cell.column, reading });
  const text = (cell: ViewCell, role: "title" | "caption" | "label") =>
    put(cell, { kind: "text", role, means: describe(cell, tools) });
  const line = (cell: ViewCell, role: "title" | "caption") =>
    isNote(cell, tools.words) ? put(cell, { kind: "ignored", why: "note" }) : text(cell, role);
  for (const cell of layout.trailing) line(cell, "title");
  readings.forEach((reading, i) => {
    const { block } = reading;
    for (const cell of block.lines) line(cell, i === 0 ? "title" : "caption");
    for (const row of block.header) for (const cell of view.own(row)) headerCell(cell, reading, put, tools);
    for (const row of block.numbering)
      for (const cell of view.own(row)) put(cell, { kind: "ignored", why: "numéro de colonne" });
    for (const item of block.items) {
      if (item.kind === "line") {
        line(item.cell, "caption");
        continue;
      }
      for (const cell of view.own(item.row)) {
        const aside = reading.plan.aside.get(cell.column);
        if (aside) put(cell, { kind: "ignored", why: aside });
        else if (cell.number === undefined) text(cell, "label");
        else put(cell, { kind: "ignored", why: "nombre hors des colonnes de chiffres" });
      }
    }
  });
  return placed;
}

function headerCell(
  cell: ViewCell,
  reading: BlockReading,
  put: (cell: ViewCell, r: Reading) => void,
  tools: Tools,
): void {
  const overNumbers = reading.heads.values.some((v) => v.headings.includes(cell));
  const understood =
    cell.matches.length > 0 || cell.facets.ignored || cell.number !== undefined || isUnderstood(cell.facets);
  if (overNumbers && !understood) put(cell, { kind: "not-understood", why: `en-tête ${quote(cell.text)} non compris` });
  else put(cell, { kind: "text", role: "header", means: describe(cell, tools) });
}
