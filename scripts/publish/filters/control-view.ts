/** ControlSheet -> what the control page shows, cell by cell: identifiers, words, links both ways. */
import type { Bulletin } from "../../model/document/bulletin.ts";
import type { ControlSheet, FoundIssue, ReceivedFile } from "../../model/document/control-sheet.ts";
import { tableCells } from "../../model/document/table-cells.ts";
import { columnName, formatCell, formatNumber, formatPeriod, SEVERITY_LABELS } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { provenanceKey, type ReadTable } from "../../model/observation.ts";
import { addUp } from "./add-up.ts";
import { readingWords } from "./control.ts";
import { cellId, type Origins, olderCell, originsOf, type ShownCells, shownCells } from "./source-ids.ts";

const NONE: readonly never[] = [];
type Tables = Pick<Bulletin, "sections">;

interface IssueView extends FoundIssue {
  readonly id: string;
  readonly word: string;
  /** Id of the cell, when the page shows it. */
  readonly cell: string | undefined;
  readonly where: string;
}

/** A cell of the bulletin that a source cell leads to. */
interface Use {
  readonly id: string;
  readonly text: string;
}

/** What is said of a source cell besides its reading, by its id. */
interface AboutCells {
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly issues: ReadonlyMap<string, readonly IssueView[]>;
}

/** "feuille Feuil1, ligne 5, colonne D", or the file's name alone. */
function whereOf(place: Issue["place"]): string {
  if (!place) return "";
  if (!("row" in place)) return place.part === undefined ? place.file : `${place.file}, ${place.part}`;
  return `${place.part}, ${formatCell(place)}`;
}

/** "t1-r3-c2" => "tableau 1, ligne 3" */
const useText = (id: string): string => id.replace(/^t(\d+)-r(\d+)-c\d+$/, "tableau $1, ligne $2");

/** Source cell -> the figures of the bulletin that rest on it. One link for each table, as a count may stand in several of its columns. */
function usesIn(bulletin: Tables, shown: ShownCells): AboutCells["uses"] {
  const uses = new Map<string, Use[]>();
  for (const { id, cell } of tableCells(bulletin))
    for (const source of (cell.from ?? []).flatMap((key) => shown(key) ?? [])) {
      const text = useText(id).replace(/,.*/, ""); // "tableau 1"
      const own = uses.get(source) ?? [];
      if (!own.some((use) => use.text === text)) uses.set(source, [...own, { id, text }]);
    }
  return uses;
}

/** A provenanceKey in words: "2026-T1/IS 101.xls#Feuil1!4:3" => "2026-T1/IS 101.xls, Feuil1, C4" */
function keyText(key: string): string {
  const match = /^(.+)#(.*)!(\d+):(\d+)$/s.exec(key);
  return match ? `${match[1]}, ${match[2]}, ${columnName(Number(match[4]))}${match[3]}` : key;
}

/** Of a confirmed file, a text that its reading does not use: it is in the file, and nowhere else. */
const UNKEPT = "(texte du fichier)";

/** One object for all the empty cells: there are thousands. */
const EMPTY = { kind: "empty" };

const span = (name: string, value: number | undefined): string => (value === undefined ? "" : ` ${name}="${value}"`);

/**
 * The view of table `t` of file `f`, both from 0. Covered cells are left out: the merged cell at their top left carries its
 * spans.
 */
function tableView(table: ReadTable, about: AboutCells, f: number, t: number) {
  const { grid } = table;
  return {
    id: `fichier-${f + 1}-${t + 1}`,
    part: grid.part,
    hidden: grid.hidden ?? false,
    statement: table.statement,
    anchor: table.anchor ? formatPeriod(table.anchor) : "",
    /** The heads of its rows hold more than a number: "ligne 12". */
    worded: grid.rowNames !== undefined,
    columns: (grid.rows[0] ?? []).map((_, c) => columnName(c + 1)),
    rows: grid.rows.map((row, r) => ({
      name: grid.rowNames?.[r] ?? String(r + 1),
      cells: row.flatMap((cell, c) => {
        if (cell.covered) return NONE;
        const spans = span("colspan", cell.colSpan) + span("rowspan", cell.rowSpan);
        const reading = table.readings[r]?.[c];
        if (reading === undefined || reading.kind === "empty") return spans === "" ? EMPTY : { ...EMPTY, spans };
        const id = cellId(f, t, r, c);
        return {
          kind: reading.kind === "text" ? reading.role : reading.kind,
          id,
          spans,
          at: cell.at,
          bold: cell.bold,
          raw: cell.sealed ? UNKEPT : cell.text,
          words: readingWords(reading),
          uses: about.uses.get(id) ?? NONE,
          issues: about.issues.get(id) ?? NONE,
        };
      }),
    })),
  };
}

/** The count that each source cell gives, by its provenanceKey. */
const countsOf = (control: ControlSheet): ReadonlyMap<string, number | null> =>
  new Map([
    ...Object.entries(control.older).map(([key, { count }]) => [key, count] as const),
    ...control.files.flatMap(({ tables }) =>
      tables.flatMap(({ readings }) =>
        readings
          .flat()
          .flatMap((reading) =>
            reading.kind === "count"
              ? [[provenanceKey(reading.observation.provenance), reading.observation.value] as const]
              : [],
          ),
      ),
    ),
  ]);

/**
 * Figures of the bulletin that rest on several cells, or on one of an older delivery, with their cells and how these add up:
 * « 53 = 30 (K10) + 23 (M11) »; where they do not, as in a rate, the cells with their counts.
 */
function derivedFigures(bulletin: Tables, control: ControlSheet, origins: Origins, shown: ShownCells) {
  const counts = countsOf(control);
  const hrefOf = (key: string): string => {
    const own = shown(key);
    return own === undefined ? (olderCell(key, control) ?? "") : `#${own}`;
  };
  return [...tableCells(bulletin)]
    .filter(({ id }) => origins[id] === `p-${id}`)
    .map(({ id, label, cell }) => {
      const from = cell.from ?? [];
      const values = from.map((key) => counts.get(key) ?? undefined);
      const isRate = /[,%]/.test(cell.text);
      const terms = addUp(isRate ? null : (cell.sort ?? null), values) ?? from.map((_, part) => ({ part, sign: "" }));
      return {
        id,
        text: cell.text,
        where: useText(id),
        label,
        isSum: terms.some(({ sign }) => sign !== ""),
        parts: terms.map(({ part, sign }) => {
          const key = from[part] ?? "";
          const value = values[part];
          return {
            sign,
            count: value === undefined ? "" : formatNumber(value),
            href: hrefOf(key),
            text: keyText(key),
          };
        }),
      };
    });
}

/** The files as they were received, cell by cell; what was found of them is numbered. @param uses source cell -> figures that rest on it */
export function receivedView<Note>(
  files: readonly ReceivedFile<Note>[],
  shown = shownCells(files),
  uses: AboutCells["uses"] = new Map(),
) {
  let count = 0;
  return files.map(({ note, tables, issues }, f) => {
    const views = issues.map((issue) => issueView(issue, ++count, shown));
    const about = { uses, issues: Map.groupBy(views, ({ cell = "" }) => cell) };
    const shownTables = tables.map((table, t) => tableView(table, about, f, t));
    return { id: `fichier-${f + 1}`, note, issues: views, tables: shownTables };
  });
}

const issueView = (issue: FoundIssue, number: number, shown: ShownCells): IssueView => ({
  ...issue,
  id: `constat-${number}`,
  word: SEVERITY_LABELS[issue.severity],
  cell: issue.place && "row" in issue.place ? shown(provenanceKey(issue.place)) : undefined,
  where: whereOf(issue.place),
});

/** All that the control sheet shows. Called with the data as they are; the page still goes through `printable`. */
export function controlView(control: ControlSheet, bulletin: Tables) {
  const shown = shownCells(control.files);
  const told = control.files.reduce((sum, { issues }) => sum + issues.length, 0);
  return {
    totals: control.totals,
    files: receivedView(control.files, shown, usesIn(bulletin, shown)),
    issues: control.issues.map((issue, i) => issueView(issue, told + i + 1, shown)),
    derived: derivedFigures(bulletin, control, originsOf({ bulletin, control }), shown),
  };
}
