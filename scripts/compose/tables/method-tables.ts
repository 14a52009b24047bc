/** In the method section: what each line counts, the smallest rise that the test can see. */
import type { QuarterAnalysis } from "../../model/analysis.ts";
import type { Block } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { formatNumber, plural } from "../../model/format.ts";
import { type Context, findLine, statementLabel } from "../context/context.ts";
import { foremostLines } from "../context/lines.ts";
import type { Maybe } from "../words/present.ts";
import { type Column, column, tableOf } from "./table-of.ts";

/** What each line of the bulletin that the nomenclature defines counts, and in which unit. */
export function indicatorDefinitions(c: Context): readonly Block[] {
  const items = foremostLines(c).flatMap((line) => {
    const indicator = findLine(c, line.whole.statement, line.whole.indicator);
    if (!indicator || indicator.definition === "") return [];
    return [
      {
        term: `${line.label} (${statementLabel(c, line.whole.statement)}, ${indicator.unit})`,
        text: indicator.definition,
      },
    ];
  });
  return items.length === 0 ? [] : [{ kind: "definitions", items }];
}

/** undefined when no line was tested. */
export function powerTable(c: Context): Table | undefined {
  const { lines, years } = c.analysis.tests;
  if (lines === 0) return undefined;
  const group = `Parmi ${plural(lines, "ligne")}`;
  const columns: readonly Column<QuarterAnalysis["power"][number]>[] = [
    column.label("avant", "Nombre habituel par trimestre", ({ before }) => before),
    column.number("hausse", "Hausse à partir de", ({ rise }) => rise, group),
    column.number("baisse", "Baisse jusqu'à", ({ fall }) => fall ?? { text: "aucune visible", sort: null }, group),
  ];
  return tableOf(c, c.analysis.power, ({ before }) => `depart-${before}`, columns, {
    title: "Ce qu'il faut pour qu'une évolution soit dite",
    champ:
      years === 1
        ? "Un trimestre, comparé à celui de l'année précédente."
        : `Un trimestre, comparé aux mêmes trimestres de ${formatNumber(years)} années réunies.`,
    source: "Calcul du programme : le test de ce bulletin, pour une ligne de plus à côté des siennes.",
    notes: [powerNote(c)],
  });
}

/** One row of the table in words: that of 10 facts when it is there. */
function powerNote(c: Context): Maybe<string> {
  const ten = c.analysis.power.find((p) => p.before === 10) ?? c.analysis.power.at(-1);
  return (
    ten &&
    `Lecture : quand une ligne compte d'habitude ${plural(ten.before, "fait")} par trimestre, il en faut au moins ${formatNumber(ten.rise)} pour qu'une hausse soit dite, au moins à suivre, dans ce bulletin.`
  );
}
