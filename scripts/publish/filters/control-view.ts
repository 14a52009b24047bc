/** ControlSheet -> what the control page shows, cell by cell: identifiers, words, links both ways. */
import type { Bulletin, ControlSheet, SourceNote } from "../../model/bulletin.ts";
import { formatPeriod } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { provenanceKey, type ReadTable } from "../../model/observation.ts";
import { columnName, readingWords, sourceId } from "./control.ts";
import { originOf, shownCells } from "./origin.ts";

const SEVERITIES = { error: "Erreur", warning: "Avertissement", info: "Information" } as const;

const collator = new Intl.Collator("fr", { numeric: true });

interface IssueView extends Issue {
  readonly id: string;
  readonly word: string;
  /** Id of the cell, when the page shows it. */
  readonly cell: string | undefined;
  readonly where: string;
}

/** "feuille Feuil1, ligne 5, colonne D", or the file's name alone. */
function whereOf(place: Issue["place"]): string {
  if (!place) return "";
  if (!("row" in place)) return place.part === undefined ? place.file : `${place.file}, ${place.part}`;
  return `${place.part}, ${place.name ?? `ligne ${place.row}`}, colonne ${columnName(place.column - 1)}`;
}

/** "t1-r3-c2" => "tableau 1, ligne 3" */
const useText = (id: string): string => id.replace(/^t(\d+)-r(\d+)-c\d+$/, "tableau $1, ligne $2");

/** One link a table: a count may stand in several of its columns. "t1-r3-c2" => "tableau 1" */
const usesOf = (ids: readonly string[]): readonly { readonly id: string; readonly text: string }[] =>
  [...Map.groupBy(ids, (id) => useText(id).replace(/,.*/, ""))].map(([text, [id = ""]]) => ({ id, text }));

/** A key back to words: "2026-T1/IS 101.xls#Feuil1!4:3" => "2026-T1/IS 101.xls, Feuil1, C4" */
function keyText(key: string): string {
  const match = /^(.+)#(.*)!(\d+):(\d+)$/s.exec(key);
  return match ? `${match[1]}, ${match[2]}, ${columnName(Number(match[4]) - 1)}${match[3]}` : key;
}

/**
 * The view of one table. Covered cells are left out: the merged cell at their top left carries its spans.
 */
function tableView(table: ReadTable, issues: readonly IssueView[], usedBy: ControlSheet["usedBy"], id: string) {
  const { grid } = table;
  const found = Map.groupBy(issues, (issue) => issue.cell ?? "");
  return {
    id,
    part: grid.part,
    hidden: grid.hidden ?? false,
    statement: table.statement,
    anchor: table.anchor ? formatPeriod(table.anchor) : "",
    columns: (grid.rows[0] ?? []).map((_, i) => columnName(i)),
    rows: grid.rows.map((row, r) => ({
      name: grid.rowNames?.[r] ?? String(r + 1),
      cells: row.flatMap((cell, c) => {
        if (cell.covered) return [];
        const reading = table.readings[r]?.[c] ?? { kind: "empty" };
        const key = provenanceKey({ file: grid.file, part: grid.part, row: r + 1, column: c + 1, raw: cell.text });
        const here = sourceId(key);
        const kind = reading.kind === "text" ? reading.role : reading.kind;
        return [
          {
            id: reading.kind === "empty" ? "" : here,
            kind,
            raw: cell.text,
            ...readingWords(reading),
            colSpan: cell.colSpan ?? 0,
            rowSpan: cell.rowSpan ?? 0,
            uses: usesOf(usedBy[key] ?? []),
            issues: (found.get(here) ?? []).map(({ id: issue, word }) => ({ id: issue, word })),
          },
        ];
      }),
    })),
  };
}

/** Figures of the bulletin that rest on several cells, or on one of an older delivery, with their cells. */
function derivedFigures(bulletin: Bulletin, shown: ReadonlySet<string>) {
  return bulletin.sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind !== "table") return [];
      const { number, rows } = block.table;
      return rows.flatMap((row, r) =>
        row.cells.flatMap((cell, c) => {
          const id = `t${number}-r${r + 1}-c${c + 1}`;
          if (!originOf(cell, id, shown).startsWith("p-")) return [];
          const parts = (cell.from ?? []).map((key) => {
            const source = sourceId(key);
            return { href: shown.has(source) ? source : "", text: keyText(key) };
          });
          return [{ id, text: cell.text, where: useText(id), label: row.cells[0]?.text ?? "", parts }];
        }),
      );
    }),
  );
}

/** All that the page shows. Called with the data as they are; what it returns still goes through `printable`. */
export function controlView(control: ControlSheet, bulletin: Bulletin) {
  let count = 0;
  const issueView = (issue: Issue): IssueView => ({
    ...issue,
    id: `constat-${++count}`,
    word: SEVERITIES[issue.severity],
    cell: issue.place && "row" in issue.place ? sourceId(provenanceKey(issue.place)) : undefined,
    where: whereOf(issue.place),
  });
  const newestFirst = [...control.files].sort((a, b) => -collator.compare(a.note.delivery, b.note.delivery));
  const files = newestFirst.map((file, f) => {
    const issues = file.issues.map(issueView);
    const tables = file.tables.map((table, t) => tableView(table, issues, control.usedBy, `fichier-${f + 1}-${t + 1}`));
    return { id: `fichier-${f + 1}`, note: file.note satisfies SourceNote, issues, tables };
  });
  return {
    totals: control.totals,
    issues: control.issues.map(issueView),
    files,
    derived: derivedFigures(bulletin, shownCells(control)),
  };
}
