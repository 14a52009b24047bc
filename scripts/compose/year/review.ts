/** annee.pdf, when a quarter closes a year: the year in brief and five years by theme; the forces, what was announced, the mandate, revisions; the curves. */
import type { QuarterAnalysis } from "../../model/analysis.ts";
import type { Bulletin, Section } from "../../model/document/bulletin.ts";
import type { FrontPage, Point } from "../../model/document/front-page.ts";
import { formatNumber, joinWords } from "../../model/format.ts";
import { communeWord } from "../charts/events.ts";
import type { ComposeInput, Context } from "../context/context.ts";
import { contextOf } from "../context/denials.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { type Announced, announced } from "../front/announced.ts";
import { graveFinding, headlineFacts } from "../front/grave.ts";
import { keyFiguresOf } from "../front/key-figures.ts";
import { saidPoints } from "../front/points.ts";
import { togetherOf, togetherWords } from "../front/together.ts";
import { announcedWords, toldParts } from "../front/told.ts";
import { forcesAndMandateSection } from "../sections/forces-and-mandate.ts";
import { yearRevisions } from "../sections/revisions.ts";
import { quartersSection, trendsSection } from "../sections/trends.ts";
import { paragraph, plainPoint, present } from "../words/present.ts";
import { typography, withTypography } from "../words/typography.ts";
import { DEGREE_MEANINGS } from "../words/verdicts.ts";
import { countWord, lowerFirst } from "../words/words.ts";
import { fiveYears, yearCurve, yearTotal, yearTotals } from "./five-years.ts";
import { outcomes } from "./outcomes.ts";

/** Lines that the headline names, and that have a point of their own. */
const NAMED = 2;
const MOST_POINTS = 4;

/** @param earlier analyses of the three quarters before, as they were known then. */
export function yearReview(input: ComposeInput, bulletin: Bulletin, earlier: readonly QuarterAnalysis[]): Bulletin {
  const c = contextOf(input);
  const lines = countedLines(c);
  const said = announced(c);
  // The order of the document is the order of these calls: they number the tables and figures as they go.
  const sections = [
    fiveYears(c, lines),
    forcesAndMandateSection(c, "rolling"),
    outcomes(c, earlier),
    yearRevisions(c),
    communeSection(c),
    trendsSection(c, []),
    quartersSection(c),
    reading(c),
  ].filter((section) => section !== undefined);
  const front: FrontPage = {
    headline: headline(c, said),
    points: [
      ...gravePoints(c, lines),
      ...saidPoints(c, MOST_POINTS, (x) => ({ parts: yearParts(c, x), findings: [] })),
    ],
    keyFigures: keyFiguresOf(c, said, ({ whole }) => {
      const before = yearTotal(whole, c.year - 1)?.value ?? null;
      return {
        figure: whole.rolling,
        before: before === null ? "" : `${countWord(before)} en ${c.year - 1}`,
        curve: yearCurve(c, whole),
      };
    }),
  };
  return {
    ...bulletin,
    title: typography("Revue de l'année, délinquance enregistrée"),
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
  id: "methode",
  title: "Comment lire cette revue",
  blocks: [
    { kind: "definitions", items: DEGREE_MEANINGS },
    paragraph(
      `Les faits sont ceux qui ont été enregistrés : ils ne disent rien de ceux qui ne l'ont pas été. Les définitions, les sources et les contrôles sont en annexe du bulletin du ${c.name}.`,
    ),
  ],
});

/** "cambriolages (12 mois : baisse à suivre)", "cambriolages (4e trimestre : hausse établie)". */
const nameWithWords = (x: Announced): string => `${lowerFirst(x.name)} (${announcedWords(x, "4e trimestre")})`;

/** Grave facts first; then what is announced, of the year, of its last quarter or over the years: a bulletin of the same day never says more. */
function headline(c: Context, said: readonly Announced[]): string {
  const grave = headlineFacts(
    c,
    ({ whole }) => whole.rolling,
    () => "",
  );
  const together = togetherOf(c, said);
  if (together)
    return `En ${c.year} : ${[...grave, `${lowerFirst(togetherWords(c, together))} (4e trimestre)`].join(" ; ")}`;
  const shown = said.slice(0, said.length === NAMED + 1 ? NAMED + 1 : NAMED).map(nameWithWords);
  const left = said.length - shown.length;
  const all = [...grave, ...shown, ...(left > 0 ? [`${formatNumber(left)} autres lignes`] : [])];
  return all.length === 0 ? `Aucun écart n'est établi pour l'année ${c.year}` : `En ${c.year} : ${joinWords(all)}`;
}

/** Said whatever a test says, with the year before. */
function gravePoints(c: Context, lines: readonly CountedLine[]): readonly Point[] {
  const happened = lines.filter(({ whole }) => whole.grave && (whole.rolling.value ?? 0) > 0);
  const counted = lines.flatMap((line) => {
    const { rolling, rollingBefore } = line.whole;
    if (!line.whole.grave || rolling.value === null) return [];
    const before = rollingBefore.value === null ? "" : ` (${countWord(rollingBefore.value)} en ${c.year - 1})`;
    return [`${lowerFirst(shortName(c, line))}, ${countWord(rolling.value)}${before}`];
  });
  if (counted.length === 0) return [];
  const findings = happened.map((line) => graveFinding(line, line.whole.rolling));
  return [{ ...plainPoint("Faits graves", `En ${c.year} : ${counted.join(" ; ")}.`), findings }];
}

/** "95 en 2021, 32 en 2025": a course over the years is told by its two ends too. */
function yearParts(c: Context, x: Announced): readonly string[] {
  const { rolling } = x.line.whole;
  const [first] = yearTotals(c, x.line.whole);
  const ends = `${countWord(first?.value ?? 0)} en ${first?.year}, ${countWord(rolling.value ?? 0)} en ${c.year}`;
  return present(toldParts(x, `en ${c.year}`), x.shape && first && ends);
}
