/** What the texts of a grid were read as, for the control sheet: titles, captions, headings, labels, in French. */
import { FORCE_LABELS, formatPeriod, quote } from "../../model/format.ts";
import type { Reading } from "../../model/observation.ts";
import { fold, legendsIn } from "../../nomenclature/index.ts";
import type { Layout } from "../layout/blocks.ts";
import { isNote } from "../layout/surroundings.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { fullPeriod, type PeriodPart } from "../words/period-part.ts";
import { type Elsewhere, sayPlace } from "../words/place-said.ts";
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

/** "période : 1er trimestre 2026"; "période" for « cumul », « N-1 », whose months others say. */
function describePart(part: PeriodPart): string {
  const full = fullPeriod(part);
  return full ? `période : ${formatPeriod(full)}` : "période";
}

/** "période : 1er trimestre 2026 ; force : Police nationale"; null for nothing. */
function describe(cell: ViewCell, tools: Tools): string | null {
  const { facets, matches } = cell;
  const [match] = matches;
  if (match) return `ligne : ${match.indicator.label}`;
  if (facets.ignored) return "ignoré (réglages)";
  const says = [
    ...facets.statements.map((id) => `état : ${tools.nomenclature.statements.find((s) => s.id === id)?.label ?? id}`),
    ...facets.periods.map(describePart),
    ...(facets.force ? [`force : ${FORCE_LABELS[facets.force]}`] : []),
    ...(facets.total ? ["total"] : []),
    ...(facets.measure ? [`mesure : ${MEASURES[facets.measure]}`] : []),
    ...legendsIn(cell.text).flatMap(({ mark, isNone }) => (isNone ? [`${mark || "case vide"} : zéro`] : [])),
  ];
  return says.length > 0 ? says.join(" ; ") : null;
}

/** Words that are known nowhere, and are none of our name. */
const isPartly = ({ facets, text }: ViewCell, { settings, words }: Tools): boolean => {
  const known = words.vocabulary.union(new Set(fold(settings.commune.name).split(" ")));
  return (
    legendsIn(text).length === 0 &&
    !facets.declared &&
    facets.residual.split(" ").some((word) => word.length > 2 && !known.has(word))
  );
};

/** Every cell of text with its role. Cells of numbers are told by their outcomes. */
export function readText(
  view: View,
  layout: Layout,
  tables: readonly BlockReading[],
  tools: Tools,
): readonly PlacedReading[] {
  const placed = ({ row, column }: ViewCell, reading: Reading): PlacedReading => ({ row, column, reading });
  // a line of its own that is ignored changes no figure; a heading or a label leaves out its column or its row
  const text = (cell: ViewCell, role: "title" | "caption" | "label" | "header") => {
    const isAlone = role === "title" || role === "caption";
    const means = isAlone && cell.facets.ignored ? null : describe(cell, tools);
    return placed(cell, { kind: "text", role, means, ...(isAlone && isPartly(cell, tools) && { isPartly: true }) });
  };
  const ignored = (cell: ViewCell, why: string) => placed(cell, { kind: "ignored", why });
  const line = (cell: ViewCell, role: "title" | "caption") => {
    if (legendsIn(cell.text).some(({ isNone }) => isNone)) return text(cell, "caption");
    return isNote(view, cell, tools.words) ? ignored(cell, "note") : text(cell, role);
  };
  const ofTable = (table: BlockReading, i: number): readonly PlacedReading[] => {
    const { lines, header, numbering, items } = table.block;
    const inRow = (cell: ViewCell): PlacedReading => {
      const aside = table.plan.aside.get(cell.column);
      if (aside) return ignored(cell, aside);
      return cell.number ? ignored(cell, "nombre hors des colonnes de chiffres") : text(cell, "label");
    };
    const headings = header.flatMap((row) => view.own(row));
    return [
      ...lines.map((cell) => line(cell, i === 0 ? "title" : "caption")),
      ...headings.map((cell) => {
        const other = otherPlaceUnder(cell, table);
        if (other) return ignored(cell, sayPlace(other));
        const why = `en-tête ${quote(cell.text)} non compris`;
        return isUnknown(cell, table) ? placed(cell, { kind: "not-understood", why }) : text(cell, "header");
      }),
      ...numbering.flatMap((row) => view.own(row).map((cell) => ignored(cell, "numéro de colonne"))),
      ...items.flatMap((item) => (item.kind === "line" ? [line(item.cell, "caption")] : view.own(item.row).map(inRow))),
    ];
  };
  return [...layout.trailing.map((cell) => line(cell, "title")), ...tables.flatMap(ofTable)];
}

/** The place that is not ours of all the columns that a heading stands over. */
function otherPlaceUnder(cell: ViewCell, { heads, plan }: BlockReading): Elsewhere | undefined {
  const places = heads.values
    .filter(({ headings }) => headings.includes(cell))
    .map(({ column }) => plan.places.columns.get(column));
  return places.every((place) => place?.kind === "elsewhere") ? places[0] : undefined;
}

/** A heading over numbers of which no word is known. */
const isUnknown = (cell: ViewCell, { heads }: BlockReading): boolean =>
  heads.values.some((v) => v.headings.includes(cell)) &&
  !(cell.matches.length > 0 || cell.facets.ignored || cell.number !== undefined || isUnderstood(cell.facets));
