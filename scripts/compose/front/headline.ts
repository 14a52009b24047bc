/** The news, in one sentence. */
import { type Analysis, readingOf } from "../../model/analysis.ts";
import type { FrontPage } from "../../model/document/front-page.ts";
import { plural, upperFirst } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { comparisonNews, newsOf } from "../sentences/news.ts";
import { lastTime } from "../words/last-time.ts";
import { finding, present } from "../words/present.ts";
import { countWord, formatMean, lowerFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";
import { apartForces } from "./forces.ts";
import { headlineFacts } from "./grave.ts";
import { togetherOf, togetherWords } from "./together.ts";
import { againstWords } from "./told.ts";

/** Clauses of one headline. */
const MOST_CLAUSES = 2;

/** `findings`: of a quarter of which nothing is announced. */
type Headline = Pick<FrontPage, "headline" | "findings">;

export function headline(c: Context): Headline {
  const lines = countedLines(c);
  const said = announced(c);
  const together = togetherOf(c, said);
  // "un homicide, le premier depuis le 4e trimestre 2021"
  const grave = headlineFacts(
    c,
    ({ whole }) => whole.quarter,
    ({ whole }) => lastTime(whole),
  );
  const told = together ? [lowerFirst(togetherWords(c, together))] : saidClauses(c, said, MOST_CLAUSES - grave.length);
  if (told.length > 0) return { headline: upperFirst([...grave, ...told].join(" ; ")), findings: [] };
  const quiet = quietNews(c, lines);
  if (grave.length === 0) return quiet;
  return { headline: upperFirst([...grave, lowerFirst(quiet.headline)].join(" ; ")), findings: [] };
}

/** The established ones, else those to follow, then the forces that stand out alone; how many more there are. */
function saidClauses(c: Context, said: readonly Announced[], room: number): readonly string[] {
  const sure = said.filter(({ degree }) => degree === "established");
  const told = sure.length > 0 ? sure : said;
  const forces = apartForces(c).map(
    ({ name, force, reading }) => `${lowerFirst(name)}, ${force} seule, ${comparisonNews(reading)}`,
  );
  const shown = [...told.map((x) => clause(c, x)), ...(said.length === 0 ? forces : [])].slice(0, room);
  const left = said.length - Math.min(told.length, room);
  return left > 0 ? [...shown, plural(left, "autre point", "autres points")] : shown;
}

/** "cambriolages de logement en nette hausse : 26, environ 4 fois le niveau de la saison (6)" */
function clause(c: Context, x: Announced): string {
  const name = x.name.startsWith(shortName(c, x.line)) ? lowerFirst(x.name) : x.name;
  return present(`${name}${newsOf(x.line.whole, x)}`, !x.denied && againstWords(x)).join(", ");
}

/** Nothing is announced: that is the news; or nothing compares yet. */
function quietNews(c: Context, lines: readonly CountedLine[]): Headline {
  const known = lines.filter(({ whole }) => whole.quarter.value !== null);
  if (known.length === 0) return { headline: `Aucun nombre n'est connu pour le ${c.name}`, findings: [] };
  const isJudged = judgedLines(known).length > 0;
  if (isJudged && c.analysis.tests.years > 1)
    return { headline: "Aucun écart n'est établi ce trimestre", findings: [finding("quiet", "")] };
  const before = Math.max(...known.map(({ whole }) => earlierQuarters(whole)));
  const headline =
    before === 0
      ? `Premier trimestre connu : ${plural(known.length, "ligne")}, sans comparaison possible encore`
      : known.some(({ whole }) => whole.quarterBefore.value !== null)
        ? `Un seul trimestre de comparaison : ${isJudged ? "seul un très grand écart se verrait" : "rien ne peut encore être jugé"}`
        : "Pas encore de comparaison possible avec les années précédentes";
  return { headline, findings: [finding("unjudged", "")] };
}

const judgedLines = (lines: readonly CountedLine[]): readonly CountedLine[] =>
  lines.filter(({ whole }) => !["not-judged", "none"].includes(readingOf(whole)?.verdict ?? "not-judged"));

const earlierQuarters = ({ series }: Analysis): number =>
  series.slice(0, -1).filter(({ figure }) => figure.value !== null).length;

/** For the foot of table 1: "Le plus grand écart, ordinaire : vols de véhicules, 9 contre 5,3 en moyenne." */
export function largestGapWords(c: Context): string {
  if (announced(c).length > 0 || apartForces(c).length > 0) return "";
  const [line] = judgedLines(countedLines(c))
    .filter(
      ({ whole }) =>
        (readingOf(whole)?.after.value ?? 0) * (readingOf(whole)?.exposure ?? 1) !== readingOf(whole)?.before.value,
    )
    .toSorted((a, b) => (readingOf(a.whole)?.p ?? 1) - (readingOf(b.whole)?.p ?? 1));
  const reading = line && readingOf(line.whole);
  if (!reading) return "";
  const mean = formatMean(reading.before.value ?? 0, reading.exposure);
  const usual =
    reading.exposure === 1
      ? `${mean} à cette saison, une seule autre année étant connue`
      : `${mean} en moyenne à cette saison`;
  return `Le plus grand écart du trimestre, ordinaire : ${lowerFirst(shortName(c, line))}, ${countWord(reading.after.value ?? 0)} pour ${usual}.`;
}
