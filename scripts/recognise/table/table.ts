/** One grid read: its blocks, then what each cell was read as; a doubt refuses the whole grid. */

import type { Grid } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";
import {
  type Observation,
  OTHER_STATEMENT,
  type PrintedFigure,
  type Reading,
  type ReadTable,
  type Undated,
} from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { Period } from "../../model/period.ts";
import { captionsIn, type Layout, layOut } from "../layout/blocks.ts";
import { countsIn, type Outcome, ofKind } from "../layout/outcome.ts";
import { type AsSeen, asSeen } from "../layout/seen.ts";
import { splitSides } from "../layout/side-by-side.ts";
import { surround } from "../layout/surroundings.ts";
import { unplainIssues } from "../layout/unplain.ts";
import { createView, isYearLike, type View, yearIn } from "../layout/view.ts";
import type { PlaceSaid } from "../words/place-said.ts";
import type { Tools } from "../words/tools.ts";
import { type BlockReading, readBlock } from "./block.ts";
import { tableIssues } from "./issues.ts";
import { readText } from "./text-readings.ts";

interface TableReading {
  readonly table: ReadTable;
  readonly observations: readonly Observation[];
  readonly undated: readonly Undated[];
  readonly printed: readonly PrintedFigure[];
  readonly issues: readonly Issue[];
}

/** A grid whose blocks are read, before they are held against those of the file's other grids. */
export interface OpenTable {
  readonly seen: AsSeen;
  readonly view: View;
  /** The whole grid; or each of the tables that stand side by side in it. */
  readonly sides: readonly Side[];
  readonly readings: readonly BlockReading[];
  /** Places that the lines of a sheet without any table say, a cover's. */
  readonly cover: readonly PlaceSaid[];
  /** Those of texts that stand beside its cells, as in the header of its pages. */
  readonly besides: readonly PlaceSaid[];
}

interface Side {
  readonly view: View;
  readonly layout: Layout;
  /** Of its blocks, as they are read alone. */
  readonly readings: readonly BlockReading[];
}

/** Reads the blocks of one grid: a sheet, or a whole text document. */
export function openTable(grid: Grid, tools: Tools): OpenTable {
  const seen = asSeen(grid);
  const view = createView(seen.grid, tools);
  const views = splitSides(view)?.map((side) => createView(side, tools)) ?? [view];
  const sides = views.map((own) => openSide(own, tools));
  const readings = sides.flatMap((side) => side.readings);
  const cover = readings.length > 0 ? [] : sides.flatMap(({ layout }) => layout.trailing.map((line) => line.text));
  const besides = grid.hidden ? [] : (grid.besides ?? []);
  const placesIn = (texts: readonly string[]) => texts.flatMap((text) => tools.placeIn(text, "line") ?? []);
  return { seen, view, sides, readings, cover: placesIn(cover), besides: placesIn(besides) };
}

function openSide(view: View, tools: Tools): Side {
  const layout = layOut(view);
  const captionYears = captionYearsIn(layout);
  const around = surround(view, layout, tools);
  const readings = layout.blocks.flatMap((block, i) => {
    const here = around[i];
    return here ? [readBlock({ view, block, around: here, captionYears }, tools)] : [];
  });
  return { view, layout, readings };
}

/** The tables of a file, each outcome of theirs changed by what is known of its own table and of the others. */
export const withOutcomes = (
  tables: readonly OpenTable[],
  change: (outcome: Outcome, own: BlockReading) => Outcome,
): readonly OpenTable[] =>
  tables.map((table) => ({
    ...table,
    readings: table.readings.map((own) => ({
      ...own,
      outcomes: own.outcomes.map((o) => ({ ...o, outcome: change(o.outcome, own) })),
    })),
  }));

/** The reading of a grid from the outcomes of its blocks: a doubt refuses them all. */
export function closeTable({ seen, view, sides, readings: all }: OpenTable, tools: Tools): TableReading {
  const { grid } = view;
  const outcomes = all.flatMap((r) => r.outcomes);
  const refused = ofKind(outcomes, "doubt").length > 0;
  const settled = refused ? [] : outcomes;
  const texts = sides.flatMap((side) =>
    readText(side.view, side.layout, side.readings, tools).filter(
      ({ row, column }) => view.at(row, column)?.text === side.view.at(row, column)?.text,
    ),
  );
  const told = new Map(
    [
      ...texts,
      ...seen.left.map((place) => ({ ...place, reading: { kind: "ignored", why: place.why } as const })),
      ...outcomes.map((place) => ({ ...place, reading: toReading(place.outcome, refused) })),
    ].map(({ row, column, reading }) => [`${row} ${column}`, reading]),
  );
  const readings = grid.rows.map((cells, row) =>
    cells.map((_, column): Reading => told.get(`${row} ${column}`) ?? { kind: "empty" }),
  );
  return {
    table: { grid: seen.source, statement: statementOf(all), anchor: anchorOf(all), readings },
    observations: countsIn(settled).map((count) => count.observation),
    undated: ofKind(settled, "not-understood").flatMap((o) => o.outcome.undated ?? []),
    printed: ofKind(settled, "printed").map((o) => o.outcome.figure),
    issues: [
      ...seen.issues,
      ...unplainIssues(
        view.grid,
        all.flatMap(({ unplain }) => unplain),
      ),
      ...tableIssues(view, outcomes, all, tools),
    ],
  };
}

/** Years that stand alone as captions of stacked tables: "2025", then "2026". */
function captionYearsIn(layout: Layout): readonly number[] {
  const lines = layout.blocks.flatMap((b) => [...b.lines, ...captionsIn(b)]);
  return [...new Set(lines.filter(isYearLike).map(yearIn))];
}

const REFUSED: Reading = { kind: "not-understood", why: "tableau refusé : deux lectures sont possibles" };

function toReading(outcome: Outcome, isRefused: boolean): Reading {
  switch (outcome.kind) {
    case "count":
      return isRefused ? REFUSED : { kind: "count", observation: outcome.observation };
    case "printed":
      return { kind: "printed", figure: outcome.figure };
    case "ignored":
    case "elsewhere":
      return { kind: "ignored", why: outcome.why };
    case "not-understood":
      return { kind: "not-understood", why: outcome.why };
    case "doubt":
      return REFUSED;
  }
}

/** The statement of most of the grid's counts; that of its first table when it has none. */
function statementOf(readings: readonly BlockReading[]): string {
  const countsOf = (own: readonly BlockReading[]): number => countsIn(own.flatMap((r) => r.outcomes)).length;
  const byStatement = [...Map.groupBy(readings, (r) => r.statement)];
  const [best] = byStatement.toSorted(([, a], [, b]) => countsOf(b) - countsOf(a));
  return best?.[0] ?? OTHER_STATEMENT;
}

/** The latest anchor of the grid's tables. */
const anchorOf = (readings: readonly BlockReading[]): Period | null =>
  readings.flatMap((r) => r.spans.anchor?.period ?? []).toSorted((a, b) => compareText(b.last, a.last))[0] ?? null;
