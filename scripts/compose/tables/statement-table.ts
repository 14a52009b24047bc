/** The main table of a statement: one row a line, the quarter, its reading, the cumulative counts, the last twelve months. */
import {
  type Analysis,
  type Comparison,
  comparisonOf,
  type Figure,
  lastingOf,
  readingOf,
} from "../../model/analysis.ts";
import { directionOf } from "../../model/degree.ts";
import type { Table, TableCell } from "../../model/document/table.ts";
import { formatDifference, ordinal, plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { periodKey, yearOf } from "../../model/period.ts";
import { figureCell, judgedCell, NOTHING, PERCENTAGE_FROM, quarterDifference, verdictCell } from "../context/cells.ts";
import { type Context, monthName, statementLabel } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { holdsRolling, type Line } from "../context/lines.ts";
import { saidOf } from "../context/said.ts";
import { sumNotes } from "../context/sums.ts";
import { champ, derivedNote, source } from "../sentences/notes.ts";
import { present } from "../words/present.ts";
import { MARK_NOTE } from "../words/verdicts.ts";
import { atPeriods, formatYears, quoted } from "../words/words.ts";
import { type Column, column, lineTable } from "./table-of.ts";

/** Not in the 1st quarter, where the count since January is the quarter's own. */
const showsCumulative = (c: Context): boolean => c.number !== 1;
/** Not in the 4th quarter, where the last twelve months are the year. */
const showsRolling = (c: Context, lines: readonly Line[]): boolean => c.number !== 4 && holdsRolling(lines);

export function mainTable(c: Context, statement: StatementId, lines: readonly Line[]): Table {
  const usual = usualReference(lines);
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
 * @param usual what usualReference gives for these lines
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
      (a) => judged(a, a?.quarter, readingOf),
      (a) => figureCell(a?.quarterBefore),
    ),
    column.number("ecart", "Écart", ({ whole }) => quarterDifference(whole), quarter),
    column.text("lecture", "Lecture", ({ whole }) => readingCell(whole, usual)),
    showsCumulative(c) &&
      pair(
        "cumul",
        cumulative,
        // At the fourth quarter the count since January is that of the last twelve months.
        (a) => (c.number === 4 ? judged(a, a?.cumulative, lastingOf) : figureCell(a?.cumulative)),
        (a) => figureCell(a?.cumulativeBefore),
      ),
    showsRolling(c, lines) &&
      pair(
        "douze-mois",
        `12 mois à fin ${monthName(c.quarter.last)}`,
        (a) => judged(a, a?.rolling, lastingOf),
        (a) => figureCell(a?.rollingBefore),
      ),
  );
}

const judged = (a: Analysis | null, figure: Figure | undefined, of: typeof readingOf): TableCell =>
  a === null ? figureCell(figure) : judgedCell(figure, saidOf(a), of(a));

/** The word; the years that it compares with follow when they are not those that the note under the table names. */
function readingCell(a: Analysis | null, usual: string): TableCell {
  const comparison = a === null ? undefined : readingOf(a);
  const years = comparison && referenceKey(comparison) !== usual ? referenceYears(comparison) : "";
  const reference = years === "" || comparison?.verdict === "not-judged" ? "" : ` (réf. ${years})`;
  return a === null ? NOTHING : verdictCell(a, `${a.dueTo ? ` (due à ${quoted(a.dueTo)})` : ""}${reference}`);
}

const referenceKey = (comparison: Comparison): string => comparison.before.periods.map(periodKey).join(" ");
const referenceYears = (comparison: Comparison): string =>
  formatYears(comparison.before.periods.map((p) => yearOf(p.last)));

const testedReadings = (lines: readonly Line[]): readonly Comparison[] =>
  lines.flatMap((l) => {
    const comparison = l.whole === null ? undefined : readingOf(l.whole);
    return comparison && comparison.verdict !== "not-judged" ? [comparison] : [];
  });

/** The earlier quarters that most lines are compared with, named once under the table; of two as frequent, the longer list. */
function usualReference(lines: readonly Line[]): string {
  const counts = new Map<string, number>();
  for (const comparison of testedReadings(lines)) {
    const key = referenceKey(comparison);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([a, x], [b, y]) => y - x || b.length - a.length || compareText(a, b));
  return best?.[0] ?? "";
}

function notes(c: Context, lines: readonly Line[], usual: string): readonly string[] {
  const reference = testedReadings(lines).find((x) => referenceKey(x) === usual);
  return present(
    reference
      ? `Lecture : le ${c.name} est comparé ${atPeriods(reference.before.periods)}${reference.exposure > 1 ? " réunis" : ""}. L'écart est pris avec le même trimestre de ${c.year - 1}, en pourcentage à partir de ${plural(PERCENTAGE_FROM, "fait")}.`
      : "Lecture : aucune comparaison n'est encore possible.",
    MARK_NOTE,
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
    disagreementNotes(lines),
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

/** One note for each line of the table whose two comparisons disagree. */
const disagreementNotes = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ label, whole }) => {
    const words = whole && disagreement(whole);
    return words ? [`${quoted(label)} : ${words}.`] : [];
  });

/** "par rapport au seul 1er trimestre 2025, l'écart est pourtant de sens contraire (−6)"; undefined when both agree, or one was not made. */
function disagreement(a: Analysis): string | undefined {
  const [pooled, yearOnYear] = [readingOf(a), comparisonOf(a, "quarter")];
  const direction = pooled && directionOf(pooled.verdict);
  if (!pooled || !direction || pooled.after.value === null) return undefined;
  if (!yearOnYear || yearOnYear.before.value === null || yearOnYear.acrossBreak) return undefined;
  const difference = pooled.after.value - yearOnYear.before.value;
  if (Math.sign(difference) === (direction === "rise" ? 1 : -1)) return undefined;
  const against = `par rapport au seul ${atPeriods(yearOnYear.before.periods).replace(/^au\s/, "")}`;
  return difference === 0
    ? `${against}, le nombre est pourtant le même`
    : `${against}, l'écart est pourtant de sens contraire (${formatDifference(difference)})`;
}
