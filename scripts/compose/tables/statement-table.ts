/** The main table of a statement: one row a line, the quarter, its reading, the cumulative counts, the last twelve months. */
import { type Analysis, type Comparison, lastingOf, readingOf } from "../../model/analysis.ts";
import type { Table, TableCell } from "../../model/document/table.ts";
import { ordinal, plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { yearOf } from "../../model/period.ts";
import {
  figureCell,
  judgedCell,
  NOTHING,
  PERCENTAGE_FROM,
  quarterDifference,
  UNKNOWN,
  verdictCell,
} from "../context/cells.ts";
import { type Context, monthName, statementLabel } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { holdsRolling, type Line } from "../context/lines.ts";
import { sumNotes } from "../context/sums.ts";
import { champ, derivedNote, source } from "../sentences/notes.ts";
import { present } from "../words/present.ts";
import { MARK_NOTE } from "../words/verdicts.ts";
import { formatYears, quoted } from "../words/words.ts";
import { type Column, column, lineTable } from "./table-of.ts";

/** Not in the 1st quarter, where the count since January is the quarter's own. */
const showsCumulative = (c: Context): boolean => c.number !== 1;
/** Not in the 4th quarter, where the last twelve months are the year. */
const showsRolling = (c: Context, lines: readonly Line[]): boolean => c.number !== 4 && holdsRolling(lines);

export function mainTable(c: Context, statement: StatementId, lines: readonly Line[]): Table {
  const usual = usualYears(c, lines);
  const columns = [
    column.label<Line>("ligne", "Ligne", ({ label }) => label),
    column.text<Line>("unite", "Unité", ({ whole }) => whole?.unit ?? "non précisée"),
    ...countColumns(c, lines, usual),
  ];
  return lineTable(c, lines, columns, {
    title: `${statementLabel(c, statement)} : faits enregistrés par ligne, ${c.name}`,
    champ: champ(c, statement, lines),
    source: source(c, statement),
    notes: [...notes(c, lines, usual), ...receivedNotes(c, statement)],
  });
}

/**
 * The quarter, its reading, the cumulative counts and the last twelve months: this year and the one before.
 * @param usual the years that most lines are compared with
 */
function countColumns(c: Context, lines: readonly Line[], usual: string): readonly Column<Line>[] {
  type CellOf = (a: Analysis | null) => TableCell;
  const pair = (id: string, group: string, now: CellOf, before: CellOf): readonly Column<Line>[] => [
    column.number(id, String(c.year), ({ whole }) => now(whole), group),
    column.number(`${id}-avant`, String(c.year - 1), ({ whole }) => before(whole), group),
  ];
  const quarter = `${ordinal(c.number)} trimestre`;
  const cumulative =
    c.number === 4 ? "Année" : c.number === 2 ? "1er semestre" : `Cumul janvier–${monthName(c.quarter.last)}`;
  return present<Column<Line>>(
    pair(
      "trimestre",
      quarter,
      (a) => (a ? judgedCell(a, a.quarter, readingOf) : UNKNOWN),
      (a) => figureCell(a?.quarterBefore),
    ),
    column.number("ecart", "Écart", ({ whole }) => quarterDifference(whole), quarter),
    column.text("lecture", "Lecture", ({ whole }) => readingCell(whole, usual)),
    showsCumulative(c) &&
      pair(
        "cumul",
        cumulative,
        // At the fourth quarter the count since January is that of the last twelve months.
        (a) => (a && c.number === 4 ? judgedCell(a, a.cumulative, lastingOf) : figureCell(a?.cumulative)),
        (a) => figureCell(a?.cumulativeBefore),
      ),
    showsRolling(c, lines) &&
      pair(
        "douze-mois",
        `12 mois à fin ${monthName(c.quarter.last)}`,
        (a) => (a ? judgedCell(a, a.rolling, lastingOf) : UNKNOWN),
        (a) => figureCell(a?.rollingBefore),
      ),
  );
}

/** The word; the years that it compares with follow when they are not those that the note under the table names. */
function readingCell(a: Analysis | null, usual: string): TableCell {
  const comparison = a === null ? undefined : readingOf(a);
  const years = comparison === undefined || comparison.verdict === "not-judged" ? usual : yearsOf(comparison);
  const reference = years === usual ? "" : ` (réf. ${years})`;
  return a === null ? NOTHING : verdictCell(a, `${a.dueTo ? ` (due à ${quoted(a.dueTo)})` : ""}${reference}`);
}

/** "2022 à 2025" */
const yearsOf = ({ before }: Comparison): string => formatYears(before.periods.map((p) => yearOf(p.last)));

/** Those that most lines of the bulletin are compared with, named once under the table; "" where none of these lines is. */
function usualYears(c: Context, lines: readonly Line[]): string {
  const tested = lines
    .flatMap(({ whole }) => (whole && readingOf(whole)) ?? [])
    .filter((x) => x.verdict !== "not-judged");
  const found = tested.find(({ exposure }) => exposure === c.analysis.tests.years) ?? tested[0];
  return found ? yearsOf(found) : "";
}

function notes(c: Context, lines: readonly Line[], usual: string): readonly string[] {
  return present(
    usual !== ""
      ? `Lecture : le ${c.name} est comparé au même trimestre ${/ /.test(usual) ? `des années ${usual} réunies` : `de ${usual}`}. L'écart est pris avec celui de ${c.year - 1}, en pourcentage à partir de ${plural(PERCENTAGE_FROM, "fait")}.`
      : "Lecture : aucune comparaison n'est encore possible.",
    usual !== "" && MARK_NOTE,
    c.number === 1 && "Au 1er trimestre, le cumul depuis janvier est le trimestre lui-même : il n'est pas répété.",
    c.number === 4 && "Au 4e trimestre, les douze derniers mois sont l'année civile : ils ne sont pas répétés.",
    !holdsRolling(lines) && "Le total de douze mois sera donné quand quatre trimestres seront connus.",
    derivedNote(lines, (l) => l.whole?.quarter ?? null, `Nombre du ${c.name}`),
    lines
      .filter((l) => l.isFamily && l.whole === null)
      .map(
        (l) => `${quoted(l.label)} : le total de la famille n'a pas été transmis ; le programme ne le recompose pas.`,
      ),
    lines.some((l) => !l.known) &&
      "Hors nomenclature : ligne transmise que le programme ne connaît pas ; elle est présentée telle quelle.",
    sumNotes(lines, (a) =>
      present(
        showsCumulative(c) && [a.cumulative, a.cumulativeBefore],
        showsRolling(c, lines) && [a.rolling, a.rollingBefore],
      ),
    ),
  );
}

/** Notes of the statements themselves, that a person has ticked for print; each once. */
const receivedNotes = (c: Context, statement: StatementId): readonly string[] => [
  ...new Set(
    c.recognitions
      .flatMap((r) => r.notes ?? [])
      .filter((note) => note.statement === statement && isDeliveryOf(note.delivery, c.id))
      .map(({ text }) => `Note de l'état reçu : ${quoted(text)}.`),
  ),
];
