/** « Où en est-on »: the first page's answer. Each indicator and family: the quarter beside the year before, the longer spans, the reading. */
import type { Section, Table } from "../../model/bulletin.ts";
import type { Context } from "../context/context.ts";
import { type Line, linesOf } from "../context/lines.ts";
import { absenceNotes } from "../sentences/notes.ts";
import { boldNote, countCells, countColumns, usualReference } from "../tables/statement-table.ts";
import { joinWords } from "../words/words.ts";

/** Nothing while no line has a count. */
export function standingSection(c: Context): Section | undefined {
  const groups = c.nomenclature.statements.map((s) => ({
    label: s.label,
    lines: linesOf(c, s.id).filter((line) => line.level === 0 && line.whole !== null),
  }));
  const lines = groups.flatMap((group) => group.lines);
  if (lines.length === 0) return undefined;
  return {
    id: "ou-en-est-on",
    title: "Où en est-on",
    blocks: [
      {
        kind: "table",
        table: standingTable(
          c,
          lines,
          groups.filter((g) => g.lines.length > 0).map((g) => g.label),
        ),
      },
    ],
  };
}

function standingTable(c: Context, lines: readonly Line[], statements: readonly string[]): Table {
  const usual = usualReference(lines);
  return {
    ...c.numbering.nextTable(),
    title: `Faits enregistrés au ${c.name}, à côté de l'année précédente`,
    columns: [{ id: "ligne", label: "Ligne", kind: "label" }, ...countColumns(c, lines)],
    rows: lines.map((line) => ({
      line: line.key,
      level: 0,
      cells: [{ text: line.label }, ...countCells(c, line, lines, usual)],
    })),
    champ: `Indicateurs et familles ${statements.length > 1 ? "des états" : "de l'état"} ${joinWords(statements)} ; le détail suit.`,
    source: "Mêmes sources que les tableaux détaillés.",
    notes: [...boldNote(lines), ...absenceNotes(lines.map((l) => l.whole?.quarter ?? null))],
  };
}
