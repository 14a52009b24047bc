/** annee.pdf, when a quarter closes a year: the year in brief and five years by theme; the forces, what was announced, the mandate, revisions; the curves. */
import { lastingOf, type QuarterAnalysis } from "../../model/analysis.ts";
import { degreeOf, VERDICT_WORDS } from "../../model/degree.ts";
import type { Bulletin, FrontPage, Point, Section } from "../../model/document/bulletin.ts";
import { formatNumber, joinWords } from "../../model/format.ts";
import { communeWord } from "../charts/events.ts";
import { type ComposeInput, type Context, createContext } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { type Announced, announced } from "../front/announced.ts";
import { isGrave } from "../front/grave.ts";
import { keyFiguresOf } from "../front/key-figures.ts";
import { DEGREE_TAGS, restPoint, yearWords } from "../front/points.ts";
import { mandateSection } from "../sections/forces-and-mandate.ts";
import { trendsSection } from "../sections/trends.ts";
import { paragraph, plainPoint, present } from "../words/present.ts";
import { withTypography } from "../words/typography.ts";
import { DEGREE_MEANINGS } from "../words/verdicts.ts";
import { countWord, joinNames, lowerFirst } from "../words/words.ts";
import { fiveYears, yearCurve, yearTotal } from "./five-years.ts";
import { forces, outcomes, revisions } from "./tables.ts";

/** Lines that the headline names, and that have a point of their own. */
const NAMED = 2;
const MOST_POINTS = 4;

/** @param earlier analyses of the three quarters before, as they were known then. */
export function yearReview(input: ComposeInput, bulletin: Bulletin, earlier: readonly QuarterAnalysis[]): Bulletin {
  const c = createContext(input);
  const lines = countedLines(c);
  const foremost = lines.filter(({ level }) => level === 0);
  const said = announced(c).filter(({ year }) => year !== null);
  // The order of the document is the order of these calls: they number the tables and figures as they go.
  const sections = [
    fiveYears(c, lines),
    forces(c, foremost),
    outcomes(c, earlier),
    mandateSection(c, foremost),
    revisions(c, lines),
    communeSection(c),
    reading(c),
    trendsSection(c, []),
  ].filter((section) => section !== undefined);
  const front: FrontPage = {
    headline: headline(c, said),
    points: [...gravePoints(c, lines), ...points(c, said)],
    keyFigures: keyFiguresOf(c, said, ({ whole }) => {
      const before = yearTotal(whole, c.year - 1)?.value ?? null;
      return {
        figure: whole.rolling,
        verdict: lastingOf(whole)?.verdict,
        before: before === null ? "" : `${countWord(before)} en ${c.year - 1}`,
        curve: yearCurve(c, whole),
      };
    }),
  };
  return {
    ...bulletin,
    title: "Revue de l'année, délinquance enregistrée",
    quarterLabel: `Année ${c.year}`,
    front: withTypography(front),
    sections,
  };
}

function communeSection(c: Context): Section | undefined {
  const [heading, ...blocks] = communeWord(c);
  return heading?.kind === "heading" ? { id: heading.id, title: heading.text, blocks } : undefined;
}

const reading = (c: Context): Section => ({
  id: "lire",
  title: "Comment lire cette revue",
  blocks: [
    { kind: "definitions", items: DEGREE_MEANINGS },
    paragraph(
      `Les faits sont ceux qui ont été enregistrés : ils ne disent rien de ceux qui ne l'ont pas été. Les définitions, les sources et les contrôles sont en annexe du bulletin du ${c.name}.`,
    ),
  ],
});

const nameWithVerdict = ({ name, year }: Announced): string =>
  `${lowerFirst(name)} (${VERDICT_WORDS[year?.verdict ?? "none"]})`;

function headline(c: Context, said: readonly Announced[]): string {
  if (said.length === 0) return `L'année ${c.year} ne se distingue pas des précédentes`;
  const left = said.length - NAMED;
  const names = said.slice(0, left === 1 ? NAMED + 1 : NAMED).map(nameWithVerdict);
  const more = left > 1 ? [`${formatNumber(left)} autres lignes`] : [];
  return `En ${c.year}, ce qui se distingue des années précédentes : ${joinWords([...names, ...more])}`;
}

/** Said whatever a test says, with the year before. */
function gravePoints(c: Context, lines: readonly CountedLine[]): readonly Point[] {
  const counted = lines.flatMap((line) => {
    const { rolling, rollingBefore } = line.whole;
    if (!isGrave(c, line.whole) || rolling.value === null) return [];
    const before = rollingBefore.value === null ? "" : ` (${countWord(rollingBefore.value)} en ${c.year - 1})`;
    return [`${lowerFirst(shortName(c, line))}, ${countWord(rolling.value)}${before}`];
  });
  if (counted.length === 0) return [];
  return [plainPoint("Faits graves", `En ${c.year} : ${counted.join(" ; ")}.`)];
}

function points(c: Context, said: readonly Announced[]): readonly Point[] {
  const shown = said.slice(0, said.length > MOST_POINTS ? MOST_POINTS - 1 : MOST_POINTS);
  const rest = said.slice(shown.length);
  const told = shown.flatMap(({ line, name, year }): readonly Point[] =>
    year === null
      ? []
      : [
          {
            tag: DEGREE_TAGS[degreeOf(year.verdict)],
            mark: year.verdict,
            lead: `${name} :`,
            text: `${yearWords(year, `en ${c.year}`)}.`,
            line: line.key,
          },
        ],
  );
  return present(told, rest.length > 0 && restPoint("Aussi", rest.length, joinNames(rest.map(nameWithVerdict))));
}
