/** annee.pdf, when a quarter closes a year: the year in brief, five years by theme, the forces, what was announced and what became of it, the mandate. */
import { type Analysis, lastingOf, type QuarterAnalysis } from "../../model/analysis.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { Bulletin, Section } from "../../model/document/bulletin.ts";
import type { Point } from "../../model/document/front-page.ts";
import type { TableCell, TableRow } from "../../model/document/table.ts";
import { formatNumber } from "../../model/format.ts";
import { quarterNumber, yearOf } from "../../model/period.ts";
import { figureCell, judgedCell, sparklineCell, UNKNOWN } from "../context/cells.ts";
import { type ComposeInput, type Context, createContext, findLine } from "../context/context.ts";
import { type CountedLine, foremostLines } from "../context/lines.ts";
import { shortName } from "../front/announced.ts";
import { yearWords } from "../front/points.ts";
import { standingSection } from "../front/standing.ts";
import { revisionsSection } from "../sections/revisions.ts";
import { trendsSection } from "../sections/trends.ts";
import { withTypography } from "../words/typography.ts";
import { joinNames, lowerFirst } from "../words/words.ts";
import { forces, mandate, outcomes } from "./tables.ts";

const YEARS_SHOWN = 5;

/** @param earlier analyses of the three quarters before, as they were known then. */
export function yearReview(input: ComposeInput, bulletin: Bulletin, earlier: readonly QuarterAnalysis[]): Bulletin {
  const c = createContext(input);
  const lines = c.nomenclature.statements.flatMap((s) => foremostLines(c, s.id));
  const sections = [
    fiveYears(c, lines),
    forces(c, lines),
    outcomes(c, earlier),
    mandate(c, lines),
    trendsSection(c),
    c.analysis.revisions.length > 0 ? revisionsSection(c) : undefined,
  ].filter((section): section is Section => section !== undefined && section.blocks.length > 0);
  const front = { ...bulletin.front, headline: headline(c, lines), points: points(c, lines), keyFigures: [] };
  return {
    ...bulletin,
    title: "Revue de l'année, délinquance enregistrée",
    quarterLabel: `année ${c.year}`,
    front: withTypography(front),
    sections: withTypography(sections),
  };
}

const told = (lines: readonly CountedLine[]): readonly CountedLine[] =>
  lines.filter(({ whole }) => isAnnounced(lastingOf(whole)?.verdict ?? "none"));

function headline(c: Context, lines: readonly CountedLine[]): string {
  const said = told(lines).map((line) => {
    const verdict = lastingOf(line.whole)?.verdict ?? "none";
    return `${lowerFirst(shortName(c, line))} (${VERDICT_WORDS[verdict]})`;
  });
  return said.length === 0
    ? `L'année ${c.year} ne se distingue pas des précédentes`
    : `En ${c.year}, ce qui se distingue des années précédentes : ${joinNames(said)}`;
}

function points(c: Context, lines: readonly CountedLine[]): readonly Point[] {
  const grave = lines.filter(
    ({ whole }) => findLine(c, whole.statement, whole.indicator)?.grave === true && whole.rolling.value !== null,
  );
  const counted = grave.map(
    (line) =>
      `${lowerFirst(shortName(c, line))}, ${line.whole.rolling.value === 0 ? "aucun" : formatNumber(line.whole.rolling.value ?? 0)}`,
  );
  return [
    ...(counted.length === 0
      ? []
      : [{ tag: "Faits graves", mark: null, lead: "", text: `Sur l'année : ${counted.join(" ; ")}.` }]),
    ...told(lines).flatMap((line): readonly Point[] => {
      const lasting = lastingOf(line.whole);
      if (!lasting) return [];
      const tag = lasting.verdict.endsWith("-established") ? "Établi" : "À suivre";
      return [
        { tag, mark: lasting.verdict, lead: `${shortName(c, line)} :`, text: `${yearWords(lasting)}.`, line: line.key },
      ];
    }),
  ];
}

/** Total of a calendar year: that of twelve months at its last quarter. */
const yearTotal = ({ series }: Analysis, year: number): TableCell => {
  const point = series.find(({ figure }) => yearOf(figure.period.last) === year && quarterNumber(figure.period) === 4);
  return point === undefined ? UNKNOWN : figureCell(point.rolling);
};

/** The rows and themes of « Où en est-on », with the years in place of its quarters. */
function fiveYears(c: Context, lines: readonly CountedLine[]): Section | undefined {
  const standing = standingSection(c)?.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))[0];
  if (standing === undefined) return undefined;
  const years = Array.from({ length: YEARS_SHOWN }, (_, i) => c.year - YEARS_SHOWN + 1 + i);
  const known = years.filter((year) => lines.some(({ whole }) => yearTotal(whole, year).sort != null));
  const rowOf = (row: TableRow): TableRow => {
    const line = lines.find(({ key }) => key === row.line);
    if (row.isTheme || line === undefined) return { ...row, cells: row.cells.slice(0, 1) };
    const lasting = lastingOf(line.whole);
    const verdict = lasting?.verdict ?? "not-judged";
    return {
      ...row,
      cells: [
        { text: row.cells[0]?.text ?? "" },
        ...known.map((year) =>
          year === c.year ? judgedCell(line.whole.rolling, lasting) : yearTotal(line.whole, year),
        ),
        {
          text: isAnnounced(verdict) ? VERDICT_WORDS[verdict] : "",
          emphasis: isAnnounced(verdict) ? "strong" : "muted",
        },
        sparklineCell(line.whole),
      ],
    };
  };
  return {
    id: "cinq-ans",
    title: `${known.length > 1 ? `${known[0]} à ` : ""}${c.year}, par thème`,
    blocks: [
      {
        kind: "table",
        table: {
          ...standing,
          title: `Faits enregistrés par année, ${c.settings.commune.name}`,
          columns: [
            { id: "ligne", label: "Faits enregistrés", kind: "label" },
            ...known.map((year) => ({ id: `an-${year}`, label: String(year), kind: "number" as const })),
            { id: "lecture", label: "Lecture", kind: "text" },
            { id: "courbe", label: "Trimestres", kind: "sparkline" },
          ],
          rows: standing.rows.map(rowOf),
          champ: `${c.settings.commune.name}, indicateurs et familles des états.`,
          notes: [
            "Lecture : l'année, jugée d'après les années précédentes réunies. Triangle plein : établi ; creux : à suivre. n.d. : un trimestre de l'année n'est pas connu.",
          ],
        },
      },
    ],
  };
}
