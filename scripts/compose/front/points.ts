/** « En bref »: at most five points, gravest first. Plain words before figures; each tied to a test, but what is grave. */
import { type Comparison, comparisonOf } from "../../model/analysis.ts";
import { degreeOf, VERDICT_WORDS } from "../../model/degree.ts";
import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, joinWords, plural } from "../../model/format.ts";
import { type Context, findLine, missingStatements, statementLabel } from "../context/context.ts";
import { countsOf } from "../context/issues.ts";
import { type CountedLine, linesOf, onlyForce } from "../context/lines.ts";
import { figureNotices } from "../sentences/notices.ts";
import { plainPoint, present } from "../words/present.ts";
import { shapeWords, sureEnd } from "../words/verdicts.ts";
import { countWord, formatMean, joinNames, lowerFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";
import { changePoints } from "./changes.ts";
import { followUpPoints, knownSince } from "./follow-up.ts";
import { gravePoints } from "./grave.ts";
import { territoryPoints } from "./territory.ts";

const MOST_POINTS = 5;

export function points(c: Context): readonly Point[] {
  const notices = [...changePoints(c), ...missingPoints(c), ...alonePoints(c), ...warningPoints(c)];
  const grave = gravePoints(c);
  const said = announced(c);
  const after = [...followUpPoints(c), ...territoryPoints(c)];
  const room = Math.max(1, MOST_POINTS - grave.length - after.length);
  const shown = said.slice(0, said.length > room ? room - 1 : room);
  return [...notices, ...grave, ...shown.map((x) => pointOf(c, x)), ...restPoints(said.slice(shown.length)), ...after];
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
  const text = `${count} sur cette livraison (page 2 du bulletin) : ${titles.join(" ; ")}.`;
  return [plainPoint("À savoir", text)];
}

/** One force of two, where the statement is known to hold both. */
function alonePoints(c: Context): readonly Point[] {
  const force = onlyForce(linesOf(c, "IS101"));
  if (force === null) return [];
  const name = force === "PN" ? "police" : "gendarmerie";
  return [plainPoint("À savoir", `Les nombres de l'état IS 101 sont ceux de la ${name} nationale seule.`)];
}

/** In the margin of page one. */
export const DEGREE_TAGS = { established: "Établi", "to-follow": "À suivre", ordinary: "" } as const;

function pointOf(c: Context, x: Announced): Point {
  const since = knownSince(c, x);
  const sure = [x.quarter, x.year].find((told) => told !== null && degreeOf(told.verdict) === x.degree);
  const parts = present(
    x.quarter && quarterWords(x.line, x.quarter),
    x.year && yearWords(x.year),
    // Twelve months that are told say it already; the chart shows since when.
    x.shape && !x.year && shapeWords(x.shape),
    x.same.map((line) => sameWords(c, line)),
    coveredWords(c, x),
    since || (x.degree === "to-follow" && x.quarter && "à confirmer au prochain trimestre"),
  );
  return {
    tag: DEGREE_TAGS[x.degree],
    mark: sure ? sure.verdict : x.direction === "rise" ? "rise-to-follow" : "fall-to-follow",
    lead: `${x.name} :`,
    text: `${parts.join(" ; ")}.`,
    line: x.line.key,
  };
}

/** "26, contre 8 un an plus tôt et 6 en moyenne à cette saison ; au moins deux fois plus" */
export function quarterWords({ whole }: CountedLine, comparison: Comparison): string {
  const yearOnYear = comparisonOf(whole, "quarter");
  const before = yearOnYear?.acrossBreak ? null : (yearOnYear?.before.value ?? null);
  const { value } = comparison.before;
  const usual =
    comparison.exposure < 2 || value === null
      ? ""
      : value === 0
        ? "aucun les années précédentes"
        : `${formatMean(value, comparison.exposure)} en moyenne à cette saison`;
  const references = present(before !== null && `${countWord(before)} un an plus tôt`, usual);
  const against = references.length === 0 ? "" : `, contre ${joinWords(references)}`;
  return present(`${countWord(comparison.after.value ?? 0)}${against}`, sureEnd(comparison)).join(" ; ");
}

/** "128 sur douze mois, contre 40 par an auparavant ; au moins deux fois plus" */
export function yearWords(comparison: Comparison, when = "sur douze mois"): string {
  const { after, before, exposure } = comparison;
  const usual = before.value === 0 ? "aucun" : formatMean(before.value ?? 0, exposure);
  const years =
    exposure === 1 ? "les douze mois d'avant" : `par an en moyenne les ${formatNumber(exposure)} années d'avant`;
  const sure = sureEnd(comparison);
  return `${countWord(after.value ?? 0)} ${when}, contre ${usual} ${years}${sure === "" ? "" : ` (${sure})`}`;
}

/** "27 avec les autres locaux"… : the wider count of another statement, or the family. */
const sameWords = (c: Context, { whole, label, isFamily }: CountedLine): string =>
  isFamily
    ? `la famille « ${label} » (${formatNumber(whole.quarter.value ?? 0)}) se détache pour cette seule raison`
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
function restPoints(rest: readonly Announced[]): readonly Point[] {
  if (rest.length === 0) return [];
  const names = joinNames(
    rest.map(({ name, quarter, year, direction }) => `${name} (${wordOf(quarter ?? year, direction)})`),
  );
  const isEstablished = rest.some(({ quarter, year }) =>
    [quarter, year].some((x) => x !== null && degreeOf(x.verdict) === "established"),
  );
  return [restPoint(isEstablished ? "Aussi" : "À suivre", rest.length, names)];
}

export const restPoint = (tag: string, count: number, names: string): Point =>
  plainPoint(tag, `${names}.`, `${plural(count, "autre ligne", "autres lignes")} :`);

const wordOf = (comparison: Comparison | null, direction: "rise" | "fall"): string =>
  comparison ? VERDICT_WORDS[comparison.verdict] : VERDICT_WORDS[`${direction}-to-follow`];
