/** The figures of a later file, read where its map says: no word of it is understood but those of dates. */
import type { ReadFile } from "../model/grid.ts";
import type { Reading, ReadTable, Recognition, Undated } from "../model/observation.ts";
import { lengthOf, type Period, samePeriod } from "../model/period.ts";
import { withBlankFamilies } from "../nomenclature/index.ts";
import { countAt, printedAt, undatedAt } from "./figure-at.ts";
import type { Found, FoundTable, News } from "./found.ts";
import type { MapCell } from "./map.ts";
import { periodsAt, spansOf } from "./spans.ts";
import { newsAt, textOf, wasAt } from "./spot.ts";

/** What the map reads; what keeps it from reading. */
export interface Applied {
  readonly recognition: Recognition;
  readonly news: readonly News[];
}

export function applyMap({ tables: found }: Found, file: ReadFile): Applied {
  const tables = found.map(applyTable);
  const readings = tables.flatMap(({ table }) => table.readings.flat());
  return {
    recognition: withBlankFamilies({
      file,
      tables: tables.map(({ table }) => table),
      observations: readings.flatMap((r) => (r.kind === "count" ? [r.observation] : [])),
      undated: tables.flatMap(({ undated }) => undated),
      printed: readings.flatMap((r) => (r.kind === "printed" ? [r.figure] : [])),
    }),
    news: tables.flatMap(({ news }) => news),
  };
}

function applyTable(found: FoundTable) {
  const { map, grid } = found;
  const news: News[] = [];
  const undated: Undated[] = [];
  const read = (row: number, column: number): Reading => {
    const spot = { found, row, column };
    const was = wasAt(spot);
    switch (was?.is) {
      case "count": {
        const count = countAt(was, spot);
        if (typeof count !== "string") return count;
        news.push(newsAt(spot, count));
        return { kind: "empty" };
      }
      case "printed":
        return printedAt(was, spot);
      case "undated":
        undated.push(undatedAt(was, spot));
        return { kind: "empty" };
      case "number":
        if (was.code !== null && was.code !== textOf(spot).trim()) news.push(newsAt(spot, "changed"));
    }
    return textReading(was);
  };
  const readings = grid.rows.map((cells, row) => cells.map((_, column) => read(row, column)));
  const table: ReadTable = { grid, statement: map.statement, anchor: anchorOf(found, readings), readings };
  return { table, undated, news };
}

/** As it was confirmed; its months are the later file's. */
function textReading(was: MapCell | undefined): Reading {
  if (was?.is !== "text" && was?.is !== "number") return { kind: "empty" };
  const { read, dates } = was;
  return read.kind === "text" && read.means !== null && dates.length > 0
    ? { ...read, means: "comme dans la lecture confirmée" }
    : read;
}

/** The statement's own months, as its figures of the later file have them. */
function anchorOf(
  { map, quarters: { from, to } }: FoundTable,
  readings: readonly (readonly Reading[])[],
): Period | null {
  if (!map.anchor) return null;
  const own = readings.flat().flatMap((r) => (r.kind === "count" ? [r.observation.period] : []));
  const may = periodsAt(spansOf(map.anchor, from, false), to);
  return (
    may.find((period) => own.some((one) => samePeriod(one, period))) ??
    may.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0] ??
    null
  );
}
