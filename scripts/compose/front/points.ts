/** « En bref »: at most five points, gravest first. Plain words before figures; each tied to a test, but what is grave. */
import type { Analysis } from "../../model/analysis.ts";
import type { Finding } from "../../model/document/finding.ts";
import type { Point } from "../../model/document/front-page.ts";
import { formatNumber, plural, upperFirst } from "../../model/format.ts";
import { type Context, findLine, statementLabel } from "../context/context.ts";
import { type CountedLine, FORCE_NAMES, linesOf, onlyForce } from "../context/lines.ts";
import { figureNotices, missingNotices } from "../sentences/notices.ts";
import { plainPoint, present } from "../words/present.ts";
import { countWord, joinNames, lowerFirst, MOST_NAMES } from "../words/words.ts";
import { type Announced, announced, findingsOf } from "./announced.ts";
import { changePoints } from "./changes.ts";
import { followUpPoints, knownSince } from "./follow-up.ts";
import { forceAlone, forceAloneWords, forceFinding, forcePoints } from "./forces.ts";
import { gravePoints } from "./grave.ts";
import { DEGREE_TAGS } from "./tags.ts";
import { territoryPoints } from "./territory.ts";
import { type Together, togetherFinding, togetherOf, togetherWords } from "./together.ts";
import { announcedWords, toldParts } from "./told.ts";
import { worryPoints } from "./worry.ts";

const MOST_POINTS = 5;

export function points(c: Context): readonly Point[] {
  const notices = [...changePoints(c), ...alonePoints(c), ...warningPoints(c)];
  const grave = gravePoints(c);
  const after = [...followUpPoints(c), ...territoryPoints(c), ...worryPoints(c)];
  return [
    ...notices,
    ...grave,
    ...saidPoints(c, Math.max(1, MOST_POINTS - grave.length - after.length + 1)),
    ...forcePoints(c),
    ...after,
  ];
}

/** What is said of a subject in its point, and the findings that it adds. */
interface Words {
  readonly parts: readonly string[];
  readonly findings: readonly Finding[];
}

/** What is announced, in so many points: most lines at once are one of them. */
export function saidPoints(c: Context, room: number, words = (x: Announced) => pointWords(c, x)): readonly Point[] {
  const all = announced(c);
  const together = togetherOf(c, all);
  const said = all.filter((x) => !together?.said.includes(x));
  const shown = said.slice(0, said.length > room ? room - 1 : room);
  const rest = said.slice(shown.length);
  return present<Point>(
    together && togetherPoint(c, together),
    shown.map((x) => {
      const { parts, findings } = words(x);
      return {
        tag: DEGREE_TAGS[x.degree],
        mark: x.sign,
        lead: `${x.name} :`,
        text: `${parts.join(" ; ")}.`,
        line: x.line.key,
        findings: [...findingsOf(c, x), ...findings],
      };
    }),
    rest.length > 0 && restPoint(c, rest),
  );
}

/** The lines that move together, listed once. */
function togetherPoint(c: Context, together: Together): Point {
  const names = together.said.map(
    ({ name, line }) => `${lowerFirst(name)} (${countWord(line.whole.quarter.value ?? 0)})`,
  );
  const degree = together.said[0]?.degree === "established" ? "established" : "to-follow";
  return {
    tag: DEGREE_TAGS[degree],
    mark: `${together.direction}-${degree}`,
    lead: "Ensemble :",
    text: `${lowerFirst(togetherWords(c, together))}. Ce sont : ${names.join(", ")}.`,
    findings: [togetherFinding(together), ...together.said.flatMap((x) => findingsOf(c, x))],
  };
}

/** What bears on the figures, by its name: « Avertissements » says the effect, « Contrôles » counts the remarks. */
function warningPoints(c: Context): readonly Point[] {
  const titles = [...missingNotices(c), ...figureNotices(c).filter(({ severity }) => severity !== "info")].map(
    ({ title }) => lowerFirst(title),
  );
  if (titles.length === 0) return [];
  return [plainPoint("À savoir", `${upperFirst(titles.join(" ; "))} (section « Avertissements »).`)];
}

/** One force of two, where the statement is known to hold both. */
function alonePoints(c: Context): readonly Point[] {
  const force = onlyForce(linesOf(c, "IS101"));
  if (force === null) return [];
  return [
    plainPoint("À savoir", `Les nombres de l'état IS 101 sont ceux de la ${FORCE_NAMES[force]} nationale seule.`),
  ];
}

function pointWords(c: Context, x: Announced): Words {
  const alone = forceAlone(x.line);
  const narrower = narrowerCounts(c, x);
  const parts = present(
    toldParts(x),
    alone && forceAloneWords(alone),
    x.same.filter(({ whole }) => !narrower.includes(whole)).map((line) => sameWords(c, x, line)),
    narrower.map((a) => narrowerWords(c, a)),
    knownSince(c, x) || (x.degree === "to-follow" && x.quarter && "à confirmer au prochain trimestre"),
  );
  return { parts, findings: alone ? [forceFinding(c, x.line, alone)] : [] };
}

/** The wider count of another statement; the family whose change is due to it; or what is only denied with it: its family, a line of the family that it is. */
function sameWords(c: Context, { line }: Announced, same: CountedLine): string {
  const { whole, label, isFamily } = same;
  const [count, statement] = [formatNumber(whole.quarter.value ?? 0), statementLabel(c, whole.statement)];
  if (isFamily && whole.dueTo !== null) return `l'écart de la famille « ${label} » (${count}) en vient`;
  if (isFamily) return `${count} dans la famille « ${label} »`;
  const isWider = findLine(c, whole.statement, whole.indicator)?.covers?.includes(line.whole.indicator ?? "");
  if (isWider) return `${count} au compte plus large de l'état ${statement} (« ${label} »)`;
  return narrowerWords(c, whole);
}

/** Of the same facts, in another statement. */
function narrowerCounts(c: Context, { line: { whole } }: Announced): readonly Analysis[] {
  const covered = findLine(c, whole.statement, whole.indicator)?.covers ?? [];
  return c.analysis.analyses.filter(
    ({ statement, force, indicator, quarter }) =>
      statement !== whole.statement &&
      force === whole.force &&
      covered.includes(indicator ?? "") &&
      quarter.value !== null,
  );
}

/** "cambriolages de logement : 26 à l'état IS 101" */
const narrowerWords = (c: Context, { statement, indicator, label, quarter }: Analysis): string =>
  `${lowerFirst(findLine(c, statement, indicator)?.short ?? label)} : ${countWord(quarter.value ?? 0)} à l'état ${statementLabel(c, statement)}`;

/** The lines announced for which there was no room, named; a longer list is counted, and its numbers stand in the tables. */
function restPoint(c: Context, rest: readonly Announced[]): Point {
  const names = joinNames(rest.map((x) => `${x.name} (${announcedWords(x)})`));
  const tag = rest.some(({ degree }) => degree === "established") ? "Aussi" : "À suivre";
  const findings = rest.slice(0, MOST_NAMES).flatMap((x) => findingsOf(c, x));
  const lead = `${plural(rest.length, "autre ligne", "autres lignes")} :`;
  return { ...plainPoint(tag, `${names}.`, lead), findings: findings.map((f) => ({ ...f, number: null })) };
}
