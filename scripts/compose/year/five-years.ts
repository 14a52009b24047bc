/** Five years of every line, by theme, with the degree of the last. */
import { type Analysis, type Figure, lastingOf } from "../../model/analysis.ts";
import type { Sparkline } from "../../model/chart.ts";
import { isAnnounced } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import { formatNumber } from "../../model/format.ts";
import { quarterNumber, yearOf } from "../../model/period.ts";
import { figureCell, judgedCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { saidOf } from "../context/said.ts";
import { byTheme, rowName } from "../front/standing.ts";
import { announcedWords } from "../front/told.ts";
import { type Column, column, lineRow, tableBlock, tableFrom } from "../tables/table-of.ts";
import { MARK_NOTE } from "../words/verdicts.ts";
import { joinNames, lowerFirst } from "../words/words.ts";

const YEARS_SHOWN = 5;

/** Total of a calendar year: that of twelve months at its last quarter. */
export const yearTotal = ({ series }: Analysis, year: number): Figure | null =>
  series.find(({ figure }) => yearOf(figure.period.last) === year && quarterNumber(figure.period) === 4)?.rolling ??
  null;

/** The totals of the last years, from the first that is known. */
export function yearTotals(c: Context, a: Analysis) {
  const years = yearsUpTo(c.year).map((year) => ({ year, value: yearTotal(a, year)?.value ?? null }));
  const first = years.findIndex(({ value }) => value !== null);
  return first === -1 ? [] : years.slice(first);
}

const yearsUpTo = (year: number): readonly number[] =>
  Array.from({ length: YEARS_SHOWN }, (_, i) => year - YEARS_SHOWN + 1 + i);

/** As bars; null where only one year is known. */
export function yearCurve(c: Context, a: Analysis): Sparkline | null {
  const years = yearTotals(c, a);
  const said = years.map(({ year, value }) => `${year}, ${value === null ? "n.d." : formatNumber(value)}`);
  return years.length < 2
    ? null
    : { values: years.map(({ value }) => value), bars: true, alternative: `Par année : ${said.join(" ; ")}.` };
}

export function fiveYears(c: Context, lines: readonly CountedLine[]): Section | undefined {
  if (lines.length === 0) return undefined;
  const years = yearsUpTo(c.year).filter(
    (year) => year === c.year || lines.some(({ whole }) => yearTotal(whole, year)?.value != null),
  );
  const columns: readonly Column<CountedLine>[] = [
    column.label("ligne", "Faits enregistrés", (line) => rowName(c, line)),
    ...years.map((year) =>
      column.number<CountedLine>(`an-${year}`, String(year), ({ whole }) =>
        year === c.year ? judgedCell(whole, whole.rolling, lastingOf) : figureCell(yearTotal(whole, year)),
      ),
    ),
    column.text("lecture", "Lecture", ({ whole }) => {
      const said = saidOf(whole);
      return said && isAnnounced(said.sign)
        ? { text: announcedWords(said, "4e trimestre"), mark: said.sign, emphasis: "strong" }
        : "";
    }),
    column.drawing("courbe", "Par année", ({ whole }) => {
      const curve = yearCurve(c, whole);
      return curve === null ? NOTHING : { text: "", sparkline: curve };
    }),
  ];
  const broken = lines.filter(({ whole }) =>
    whole.breaks.some(({ from }) => from > `${years[0]}-01` && from <= c.quarter.last),
  );
  return {
    id: "cinq-ans",
    title: years.length > 1 ? `${years[0]} à ${c.year}, par thème` : `L'année ${c.year}, par thème`,
    blocks: [
      tableBlock(
        tableFrom(c, columns, byTheme(c, lines, lineRow(columns)), {
          title: `Faits enregistrés par année, ${c.settings.commune.name}`,
          champ: `${c.settings.commune.name} ; toutes les lignes des états.`,
          source: `${c.settings.service}, états des quatre trimestres ; chiffres provisoires.`,
          notes: [
            MARK_NOTE,
            broken.length > 0 &&
              `Rupture de série dans ces années, rien ne se compare d'un côté à l'autre : ${joinNames(broken.map(({ label }) => lowerFirst(label)))}.`,
          ],
        }),
      ),
    ],
  };
}
