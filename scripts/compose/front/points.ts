/** « En bref »: at most five points, gravest first. Plain words before figures; each tied to a test, but what is grave. */
import { type Comparison, comparisonOf } from "../../model/analysis.ts";
import { VERDICT_WORDS } from "../../model/degree.ts";
import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, joinWords, plural } from "../../model/format.ts";
import { type Context, findLine, missingStatements, statementLabel } from "../context/context.ts";
import { countsOf } from "../context/issues.ts";
import { type CountedLine, linesOf, onlyForce } from "../context/lines.ts";
import { figureNotices } from "../sentences/notices.ts";
import { plainPoint, present } from "../words/present.ts";
import { sizeWithRange } from "../words/size.ts";
import { pastWords, seasonWords, shapeWords } from "../words/verdicts.ts";
import { countWord, joinNames, lowerFirst, MOST_NAMES } from "../words/words.ts";
import { type Announced, announced, findingsOf, signOf } from "./announced.ts";
import { changePoints } from "./changes.ts";
import { followUpPoints, knownSince } from "./follow-up.ts";
import { forcePoints } from "./forces.ts";
import { gravePoints } from "./grave.ts";
import { deniedWords } from "./headline.ts";
import { DEGREE_TAGS } from "./tags.ts";
import { territoryPoints } from "./territory.ts";
import { type Together, togetherFinding, togetherOf, togetherWords } from "./together.ts";
import { worryPoints } from "./worry.ts";

const MOST_POINTS = 5;

export function points(c: Context): readonly Point[] {
  const notices = [...changePoints(c), ...missingPoints(c), ...alonePoints(c), ...warningPoints(c)];
  const grave = gravePoints(c);
  const after = [...followUpPoints(c), ...territoryPoints(c), ...worryPoints(c)];
  return [...notices, ...grave, ...saidPoints(c, Math.max(1, MOST_POINTS - grave.length - after.length + 1)), ...after];
}

/** What is announced, in so many points: most lines at once are one of them. */
function saidPoints(c: Context, room: number): readonly Point[] {
  const all = announced(c);
  const together = togetherOf(c, all);
  const said = all.filter((x) => !together?.said.includes(x));
  const shown = said.slice(0, said.length > room ? room - 1 : room);
  return [
    ...(together ? [togetherPoint(c, together)] : []),
    ...shown.map((x) => pointOf(c, x)),
    ...restPoints(c, said.slice(shown.length)),
    ...forcePoints(c),
  ];
}

/** The lines that move together, listed once. */
function togetherPoint(c: Context, together: Together): Point {
  const names = together.said.map(
    ({ name, line }) => `${lowerFirst(name)} (${countWord(line.whole.quarter.value ?? 0)})`,
  );
  return {
    tag: DEGREE_TAGS[together.said[0]?.degree ?? "to-follow"],
    mark: `${together.direction}-${together.said[0]?.degree === "established" ? "established" : "to-follow"}`,
    lead: "Ensemble :",
    text: `${lowerFirst(togetherWords(c, together))}. Ce sont : ${names.join(", ")}.`,
    findings: [togetherFinding(together), ...together.said.flatMap((x) => findingsOf(c, x))],
  };
}

function missingPoints(c: Context): readonly Point[] {
  const missing = missingStatements(c);
  if (missing.length === 0) return [];
  const names = joinWords(missing.map((s) => statementLabel(c, s)));
  const text =
    missing.length === 1
      ? `L'état ${names} n'a pas été transmis ce trimestre : rien n'est dit de ses lignes.`
      : `Les états ${names} n'ont pas été transmis ce trimestre : rien n'est dit de leurs lignes.`;
  return [plainPoint("À savoir", text)];
}

/** How many there are, and those that bear on the figures; the missing statement is said above. */
function warningPoints(c: Context): readonly Point[] {
  const { errors, warnings } = countsOf(c);
  const titles = figureNotices(c).flatMap(({ severity, title }) => (severity === "info" ? [] : [lowerFirst(title)]));
  if (titles.length === 0) return [];
  const count = joinWords(present(errors > 0 && plural(errors, "erreur"), plural(warnings, "avertissement")));
  const text = `${count} sur cette livraison (section « Avertissements ») : ${titles.join(" ; ")}.`;
  return [plainPoint("À savoir", text)];
}

/** One force of two, where the statement is known to hold both. */
function alonePoints(c: Context): readonly Point[] {
  const force = onlyForce(linesOf(c, "IS101"));
  if (force === null) return [];
  const name = force === "PN" ? "police" : "gendarmerie";
  return [plainPoint("À savoir", `Les nombres de l'état IS 101 sont ceux de la ${name} nationale seule.`)];
}

function pointOf(c: Context, x: Announced): Point {
  const parts = present(
    x.denied && !x.quarter ? deniedWords(x) : x.quarter && quarterWords(x.line, x.quarter),
    x.denied && x.quarter && pastWords(x.denied),
    x.year && yearWords(x.year),
    // Twelve months that are told say it already; the chart shows since when.
    x.shape && !x.year && shapeWords(x.shape),
    x.same.map((line) => sameWords(c, line)),
    coveredWords(c, x),
    knownSince(c, x) || (x.degree === "to-follow" && (x.quarter || x.denied) && "à confirmer au prochain trimestre"),
  );
  return {
    tag: DEGREE_TAGS[x.degree],
    mark: signOf(x),
    lead: `${x.name} :`,
    text: `${parts.join(" ; ")}.`,
    line: x.line.key,
    findings: findingsOf(c, x),
  };
}

/** "26, environ 4 fois le niveau de la saison (6) ; au moins 1,5 fois ; 8 un an plus tôt" */
export function quarterWords({ whole }: CountedLine, comparison: Comparison): string {
  const yearOnYear = comparisonOf(whole, "quarter");
  const before = yearOnYear?.acrossBreak ? null : (yearOnYear?.before.value ?? null);
  const none = comparison.before.value === 0 && comparison.expected == null;
  const size = none
    ? "aucun à cette saison les années précédentes"
    : sizeWithRange(comparison, seasonWords(comparison));
  const count = present(countWord(comparison.after.value ?? 0), size).join(", ");
  return present(count, before !== null && !none && `${countWord(before)} un an plus tôt`).join(" ; ");
}

/** "128 sur douze mois, environ 3 fois la moyenne par an d'avant (40) ; au moins 2 fois" */
export function yearWords(comparison: Comparison, when = "sur douze mois"): string {
  const { after, before, exposure } = comparison;
  const level =
    exposure === 1 ? "les douze mois d'avant" : `la moyenne par an des ${formatNumber(exposure)} années d'avant`;
  const size = before.value === 0 ? "aucun auparavant" : sizeWithRange(comparison, level);
  return present(`${countWord(after.value ?? 0)} ${when}`, size).join(", ");
}

/** "27 avec les autres locaux"… : the wider count of another statement, or the family. */
const sameWords = (c: Context, { whole, label, isFamily }: CountedLine): string =>
  isFamily
    ? `la famille « ${label} » (${formatNumber(whole.quarter.value ?? 0)}) en est la suite`
    : `${formatNumber(whole.quarter.value ?? 0)} au compte plus large de l'état ${statementLabel(c, whole.statement)} (« ${label} »)`;

/** "cambriolages de logement : 26 à l'état IS 101": the narrower count of the same facts, of which nothing is announced. */
function coveredWords(c: Context, { line: { whole } }: Announced): readonly string[] {
  const covered = findLine(c, whole.statement, whole.indicator)?.covers ?? [];
  return c.analysis.analyses.flatMap((a) => {
    const isIt = a.statement !== whole.statement && a.force === whole.force && covered.includes(a.indicator ?? "");
    const name = findLine(c, a.statement, a.indicator)?.short ?? a.label;
    return isIt && a.quarter.value !== null
      ? [`${lowerFirst(name)} : ${countWord(a.quarter.value)} à l'état ${statementLabel(c, a.statement)}`]
      : [];
  });
}

/** The lines announced for which there was no room, named. */
function restPoints(c: Context, rest: readonly Announced[]): readonly Point[] {
  if (rest.length === 0) return [];
  const names = joinNames(rest.map((x) => `${x.name} (${announcedWords(x)})`));
  const isEstablished = rest.some(({ degree }) => degree === "established");
  return [
    {
      ...restPoint(isEstablished ? "Aussi" : "À suivre", rest.length, names),
      findings: rest
        .slice(0, MOST_NAMES + 1)
        .flatMap((x) => findingsOf(c, x))
        .map((f) => ({ ...f, number: null })),
    },
  ];
}

export const restPoint = (tag: string, count: number, names: string): Point =>
  plainPoint(tag, `${names}.`, `${plural(count, "autre ligne", "autres lignes")} :`);

/** "hausse établie", "12 mois : baisse à suivre", "évolution : baisse à suivre": each says of what. */
export const announcedWords = ({ quarter, year, direction, denied }: Announced): string =>
  quarter
    ? VERDICT_WORDS[quarter.verdict]
    : year
      ? `12 mois : ${VERDICT_WORDS[year.verdict]}`
      : denied
        ? `ce trimestre, ${pastWords(denied)}`
        : `évolution : ${VERDICT_WORDS[`${direction}-to-follow`]}`;
