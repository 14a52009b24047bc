/** « Où en est-on »: every indicator and family by theme, the quarter and the twelve months beside the year before, the rates. */
import { type Analysis, lastingOf, rangeOf, readingOf } from "../../model/analysis.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { Table, TableCell, TableRow } from "../../model/document/table.ts";
import { formatNumber, formatPeriodShort, joinWords, NNBSP } from "../../model/format.ts";
import { shiftYears } from "../../model/period.ts";
import { chartedLines } from "../charts/charts-block.ts";
import { curveOf, figureCell, judgedCell, sparklineCell, verdictCell } from "../context/cells.ts";
import { type Context, isSmall, statementLabel } from "../context/context.ts";
import { type CountedLine, countedLines, foremostLines, holdsRolling, shortName } from "../context/lines.ts";
import { besideWord, latestRate, rateBeside, widerTerritory } from "../context/rates.ts";
import { linesByTheme } from "../context/themes.ts";
import { source } from "../sentences/notes.ts";
import { type Column, column, lineRow, tableBlock, tableFrom } from "../tables/table-of.ts";
import { present } from "../words/present.ts";
import { AT_LEAST_NOTE, MARK_NOTE } from "../words/verdicts.ts";
import { lowerFirst, quoted } from "../words/words.ts";
import { announced } from "./announced.ts";
import { largestGapWords } from "./headline.ts";

/** Nothing while no line has a count. */
export function standingSection(c: Context): Section | undefined {
  const all = isWhole(c) ? countedLines(c) : foremostLines(c);
  const lines = all.filter((line) => !(isSmall(c) && isWithoutFact(line)));
  if (lines.length === 0) return undefined;
  return {
    id: "ou-en-est-on",
    title: "Où en est-on ?",
    blocks: [
      tableBlock(
        standingTable(
          c,
          lines,
          all.filter((line) => !lines.includes(line)),
        ),
      ),
    ],
  };
}

/** A short edition without a table of its quarters: every line stands in this one. */
const isWhole = (c: Context): boolean => isSmall(c) && chartedLines(c).length === 0;

/** None in this quarter, nor in the twelve months up to it or those before. */
const isWithoutFact = ({ whole: { quarter, rolling, rollingBefore } }: CountedLine): boolean =>
  quarter.value === 0 && rolling.value === 0 && rollingBefore.value === 0;

function standingTable(c: Context, lines: readonly CountedLine[], without: readonly CountedLine[]): Table {
  const shown: Shown = {
    rolling: holdsRolling(lines),
    verdicts: lines.some(({ whole }) => isJudged(whole)),
    territory: comparedTerritory(c, lines),
  };
  const statements = [...new Set(lines.map(({ whole }) => whole.statement))];
  const columns = columnsOf(c, shown);
  return tableFrom(c, columns, byTheme(c, lines, lineRow(columns)), {
    title: `Faits enregistrés au ${c.name}${lines.some(({ whole }) => whole.quarterBefore.value !== null) ? ", à côté de l'année précédente" : ""}`,
    champ: isWhole(c)
      ? "Toutes les lignes des états."
      : "Indicateurs et familles ; leurs lignes sont en annexe du bulletin.",
    source: source(c, ...statements),
    notes: present(
      notes(c, lines, shown),
      without.length > 0 &&
        `Aucun fait en deux ans : ${joinWords(without.map((line) => lowerFirst(shortName(c, line))))}.`,
      largestGapWords(c),
    ),
  });
}

interface Shown {
  readonly rolling: boolean;
  readonly verdicts: boolean;
  readonly territory: string | undefined;
}

/** That of the public base, where some line has a rate to set beside its own. */
function comparedTerritory(c: Context, lines: readonly CountedLine[]): string | undefined {
  const territory = widerTerritory(c, lines);
  return lines.some(({ whole }) => whole.rate !== null && latestRate(c, whole.indicator, territory ?? "") !== undefined)
    ? territory
    : undefined;
}

const isJudged = (a: Analysis): boolean =>
  [readingOf(a), lastingOf(a)].some((x) => x !== undefined && x.verdict !== "not-judged");

const columnsOf = (c: Context, { verdicts, rolling, territory }: Shown): readonly Column<CountedLine>[] =>
  present<Column<CountedLine>>(
    column.label("ligne", "Faits enregistrés", (line) => rowName(c, line)),
    column.number("trimestre", formatPeriodShort(c.quarter), ({ whole }) =>
      judgedCell(whole, whole.quarter, readingOf),
    ),
    column.number("trimestre-avant", formatPeriodShort(shiftYears(c.quarter, -1)), ({ whole }) =>
      figureCell(whole.quarterBefore),
    ),
    verdicts && column.text("lecture", "Lecture", ({ whole }) => verdictCell(whole)),
    rolling && [
      column.number("douze-mois", "12 mois", ({ whole }) => judgedCell(whole, whole.rolling, lastingOf)),
      column.number("douze-mois-avant", "12 mois précédents", ({ whole }) => figureCell(whole.rollingBefore)),
    ],
    column.drawing("courbe", "Évolution", ({ whole }) => sparklineCell(whole)),
    territory !== undefined &&
      column.number("taux", `Pour 1${NNBSP}000 (dépt)`, ({ whole }) => rateCell(c, whole, territory)),
  );

/** A heading a theme, then its lines. */
export const byTheme = (
  c: Context,
  lines: readonly CountedLine[],
  rowOf: (line: CountedLine) => TableRow,
): readonly TableRow[] =>
  linesByTheme(c, lines).flatMap(({ label, lines: own }) => [
    { line: "", level: 0 as const, isTheme: true as const, cells: [{ text: label }] },
    ...own.map(rowOf),
  ]);

/** "Atteintes aux biens (I.S.T)": a family says whose it is. */
export const rowName = (c: Context, line: CountedLine): string =>
  line.isFamily ? `${shortName(c, line)} (${statementLabel(c, line.whole.statement)})` : shortName(c, line);

/** "14,6 / 5,4": the commune's, the département's; with how many times when it lies outside. */
function rateCell(c: Context, a: Analysis, territory: string): TableCell {
  const other = latestRate(c, a.indicator, territory);
  if (other === undefined || a.rate === null) return { text: "", sort: null };
  const beside = rateBeside(a.rate, other);
  const digits = other.rate < 1 ? 2 : 1;
  const outside = beside === null ? "" : ` (${besideWord(beside)})`;
  return {
    ...figureCell(a.rolling),
    text: `${formatNumber(a.rate.value, digits)} / ${formatNumber(other.rate, digits)}${outside}`,
    sort: a.rate.value,
  };
}

function notes(c: Context, lines: readonly CountedLine[], shown: Shown): readonly string[] {
  const perDwelling = lines.filter(({ whole }) => whole.rate?.denominator === "logements").map((l) => shortName(c, l));
  return present(
    shown.verdicts
      ? present(
          MARK_NOTE,
          lines.some(({ whole }) => rangeOf(whole) !== null) &&
            "Bande grise : les nombres pour lesquels rien ne serait annoncé.",
          announced(c).length > 0 && AT_LEAST_NOTE,
          lines.some(({ whole }) => curveOf(whole)?.breaks) && "Trait pointillé : rupture de série.",
        )
      : "Les comparaisons viendront avec les trimestres suivants.",
    !shown.rolling && "Le total de douze mois sera donné quand quatre trimestres seront connus.",
    shown.territory !== undefined &&
      `Pour 1${NNBSP}000 habitants${perDwelling.length === 0 ? "" : ` (logements pour ${joinWords(perDwelling.map(quoted))})`} sur douze mois, puis ${shown.territory} ; « au-dessus », « en dessous » : un écart que le hasard explique mal ; comparé à partir de dix faits.`,
  );
}
