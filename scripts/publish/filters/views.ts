/** What is shown on a wall, one message a view; and page one as one sheet. Both are parts of the bulletin, none of it said otherwise. */
import type { ChartData } from "../../model/chart.ts";
import { isAnnounced } from "../../model/degree.ts";
import {
  type Bulletin,
  COMMUNE_WORD,
  type KeyFigure,
  type Point,
  type Question,
  type Section,
  type Session,
} from "../../model/document/bulletin.ts";
import type { Table, TableRow } from "../../model/document/table.ts";
import { NNBSP, plural } from "../../model/format.ts";

type View =
  | { readonly kind: "news"; readonly title: string }
  | { readonly kind: "figures"; readonly title: string; readonly figures: readonly KeyFigure[] }
  | {
      readonly kind: "point";
      readonly title: string;
      readonly point: Point;
      readonly chart: ChartData | null;
      readonly notes: readonly string[];
    }
  | { readonly kind: "rows"; readonly title: string; readonly table: Table }
  | { readonly kind: "question"; readonly title: string; readonly question: Question };

/** The verdict, its numbers, each point with its chart, « Où en est-on » theme by theme, the questions. */
export function viewsOf(bulletin: Bulletin, { questions, charts }: Session): readonly View[] {
  const { front, sections } = bulletin;
  const figures: readonly View[] =
    front.keyFigures.length === 0
      ? []
      : [{ kind: "figures", title: "Les nombres du trimestre", figures: front.keyFigures }];
  return [
    { kind: "news", title: bulletin.quarterLabel },
    ...figures,
    ...front.points.map((point): View => {
      const chart = (point.line && (chartOf(sections, point.line) ?? charts[point.line])) || null;
      return { kind: "point", title: point.tag, point, chart, notes: notesOn(chart, sections) };
    }),
    ...themesOf(standingOf(sections)),
    ...questions.map(
      (question, i): View => ({ kind: "question", title: `Question ${i + 1} sur ${questions.length}`, question }),
    ),
  ];
}

const chartOf = (sections: readonly Section[], line: string): ChartData | undefined =>
  sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "charts" ? block.charts : [])))
    .find((chart) => chart.line === line)?.chart;

/** Those of the commune's notes whose numbers stand on the chart. */
function notesOn(chart: ChartData | null, sections: readonly Section[]): readonly string[] {
  const blocks = sections.flatMap((section) => section.blocks);
  const after = blocks.slice(blocks.findIndex((b) => b.kind === "heading" && b.id === COMMUNE_WORD) + 1);
  const list = after.find((b) => b.kind === "list");
  return (chart?.events ?? []).flatMap(({ number }) => {
    const note = list?.items[number - 1];
    return note === undefined ? [] : [`${note.lead ?? ""} ${note.text}`];
  });
}

const standingOf = (sections: readonly Section[]): Table | undefined =>
  sections
    .find(({ id }) => id === "ou-en-est-on")
    ?.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))[0];

/** Rows that can be read from the end of a room, headings left out. */
const MOST_IN_VIEW = 7;

/** Whole themes, as many a view as hold in it; a longer one goes on in the next. */
function themesOf(table: Table | undefined): readonly View[] {
  const rows = table?.rows ?? [];
  const views: TableRow[][] = [];
  let held = 0;
  for (const [i, row] of rows.entries()) {
    const next = rows.findIndex((other, j) => j > i && other.isTheme);
    const coming = row.isTheme ? (next === -1 ? rows.length : next) - i - 1 : 1;
    if (views.length === 0 || held + Math.min(coming, MOST_IN_VIEW) > MOST_IN_VIEW) {
      views.push([]);
      held = 0;
    }
    views.at(-1)?.push(row);
    held += row.isTheme ? 0 : 1;
  }
  if (table === undefined) return [];
  const title = (i: number) => `Où en est-on${NNBSP}?${views.length > 1 ? ` (${i + 1} sur ${views.length})` : ""}`;
  return views.map((own, i) => ({ kind: "rows", title: title(i), table: { ...table, rows: own } }));
}

/** Rows that one sheet holds in a type that is read without glasses. */
const MOST_ROWS = 34;

/** « Où en est-on » as the one sheet holds it: of a longer table, what is announced; a note says what is left out. */
export function sheetSection(sections: readonly Section[]): Section | undefined {
  const section = sections.find(({ id }) => id === "ou-en-est-on");
  const table = standingOf(sections);
  if (section === undefined || table === undefined || table.rows.length <= MOST_ROWS) return section;
  const said = table.rows.filter(
    (row) => row.isTheme !== true && row.cells.some(({ mark }) => mark !== undefined && isAnnounced(mark)),
  );
  const left = table.rows.filter((row) => row.isTheme !== true).length - said.slice(0, MOST_ROWS).length;
  const notes = [
    `${plural(left, "autre ligne figure", "autres lignes figurent")} en première page du bulletin.`,
    ...(table.notes ?? []),
  ];
  return {
    ...section,
    blocks: said.length === 0 ? [] : [{ kind: "table", table: { ...table, rows: said.slice(0, MOST_ROWS), notes } }],
  };
}
