/** What is shown on a wall, one message a view, twelve views at most: parts of the bulletin, none of it said otherwise. */
import { isAnnounced } from "../../model/degree.ts";
import type { Bulletin, NumberedChart, Section, Session } from "../../model/document/bulletin.ts";
import type { KeyFigure, Point, Question } from "../../model/document/front-page.ts";
import type { Table, TableRow } from "../../model/document/table.ts";
import { NNBSP, plural } from "../../model/format.ts";

type Drawn = Pick<NumberedChart, "chart" | "line">;

type View =
  | { readonly kind: "news"; readonly title: string }
  | { readonly kind: "figures"; readonly title: string; readonly figures: readonly KeyFigure[] }
  /** One thing announced, over its chart. */
  | { readonly kind: "point"; readonly title: string; readonly point: Point; readonly charts: readonly Drawn[] }
  /** Several, each with its title. */
  | { readonly kind: "charts"; readonly title: string; readonly charts: readonly Drawn[] }
  | { readonly kind: "points"; readonly title: string; readonly points: readonly Point[] }
  | { readonly kind: "rows"; readonly title: string; readonly table: Table; readonly left: string }
  | {
      readonly kind: "questions";
      readonly title: string;
      readonly first: number;
      readonly questions: readonly Question[];
    };

/** Views of charts; how many charts stand in one, where it takes more than one to show them all. */
const MOST_CHART_VIEWS = 4;
const CHARTS_IN_VIEW = [1, 2, 4, 6, 9] as const;
const QUESTIONS_IN_VIEW = 3;

/** The verdict, its numbers, what is announced with its charts, the other points, « Où en est-on ? », the questions. */
export function viewsOf(bulletin: Bulletin, { questions, charts }: Session): readonly View[] {
  const { front, sections } = bulletin;
  const isDrawn = ({ line }: Point): boolean => charts.some((chart) => chart.line === line);
  const others = front.points.filter((point) => !isDrawn(point));
  return [
    { kind: "news", title: bulletin.quarterLabel },
    ...(front.keyFigures.length === 0
      ? []
      : [{ kind: "figures", title: "Les nombres du trimestre", figures: front.keyFigures } as const]),
    ...chartViews(front.points, charts),
    ...(others.length === 0 ? [] : [{ kind: "points", title: "À retenir aussi", points: others } as const]),
    ...rowViews(standingOf(sections)),
    ...inParts(questions, QUESTIONS_IN_VIEW).map(
      (own): View => ({
        kind: "questions",
        title: "Questions au commissaire",
        first: questions.indexOf(own[0] as Question) + 1,
        questions: own,
      }),
    ),
  ];
}

/** As few parts as hold `most` each, all of nearly the same size: inParts([1, 2, 3, 4], 3) => [1, 2], [3, 4] */
function inParts<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const size = Math.ceil(all.length / Math.ceil(all.length / most));
  return all.length === 0
    ? []
    : Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

function chartViews(points: readonly Point[], charts: readonly Drawn[]): readonly View[] {
  const needed = Math.ceil(charts.length / MOST_CHART_VIEWS);
  const size = CHARTS_IN_VIEW.find((one) => one >= needed) ?? needed;
  return inParts(charts, size).map((own): View => {
    const [only] = own;
    const point = points.find(({ line }) => size === 1 && line === only?.line);
    return point
      ? { kind: "point", title: point.tag, point, charts: own }
      : { kind: "charts", title: "Ce qui est annoncé", charts: own };
  });
}

const standingOf = (sections: readonly Section[]): Table | undefined =>
  sections
    .find(({ id }) => id === "ou-en-est-on")
    ?.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))[0];

/** Rows that can be read from the end of a room, headings left out; and views of them. */
const MOST_IN_VIEW = 9;
const MOST_ROW_VIEWS = 2;

const isHeading = ({ isTheme }: TableRow): boolean => isTheme === true;
const isMarked = ({ cells }: TableRow): boolean => cells.some(({ mark }) => mark !== undefined && isAnnounced(mark));
const isCounted = ({ cells }: TableRow): boolean =>
  cells.some(({ sort }) => sort !== undefined && sort !== null && sort > 0);

/** Of a longer table, what is announced, then what has facts, in their order. Each view opens on the heading of its first row. */
function rowViews(table: Table | undefined): readonly View[] {
  if (table === undefined) return [];
  const lines = table.rows.filter((row) => !isHeading(row));
  const kept = new Set(firstOf(lines));
  const headingOf = (row: TableRow): TableRow | undefined =>
    table.rows.slice(0, table.rows.indexOf(row)).findLast(isHeading);
  const shown = lines.filter((row) => kept.has(row));
  const parts = inParts(shown, MOST_IN_VIEW);
  const left = lines.length - shown.length;
  return parts.map((own, i) => ({
    kind: "rows",
    title: `Où en est-on${NNBSP}?${parts.length > 1 ? ` (${i + 1} sur ${parts.length})` : ""}`,
    table: {
      ...table,
      rows: own.flatMap((row, j) => {
        const heading = headingOf(row);
        const before = own[j - 1];
        return heading && (before === undefined || headingOf(before) !== heading) ? [heading, row] : [row];
      }),
    },
    left:
      left > 0 && i + 1 === parts.length
        ? `${plural(left, "autre ligne est", "autres lignes sont")} dans le bulletin.`
        : "",
  }));
}

/** Those that two views hold, the announced first. */
const firstOf = (lines: readonly TableRow[]): readonly TableRow[] =>
  [...new Set([...lines.filter(isMarked), ...lines.filter(isCounted), ...lines])].slice(
    0,
    MOST_IN_VIEW * MOST_ROW_VIEWS,
  );
