/** What is grave is told whenever it is not zero, whatever a test says, with the last time that it happened. */
import type { Figure } from "../../model/analysis.ts";
import type { Finding } from "../../model/document/finding.ts";
import type { Point } from "../../model/document/front-page.ts";
import { formatNumber, plural, upperFirst } from "../../model/format.ts";
import { type Context, findLine } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { lastTime } from "../words/last-time.ts";
import { finding, plainPoint, present } from "../words/present.ts";
import { lowerFirst, ofWord } from "../words/words.ts";

/** The lines of grave facts that have a number. */
const graveLines = (c: Context): readonly CountedLine[] =>
  countedLines(c).filter(({ whole }) => whole.grave && whole.quarter.value !== null);

/** Of those, the ones that happened. */
export const graveFacts = (c: Context): readonly CountedLine[] =>
  graveLines(c).filter(({ whole }) => whole.quarter.value !== 0);

export const graveFinding = ({ key }: CountedLine, { value }: Figure): Finding =>
  finding("grave", key, { number: value });

/** What the nomenclature says of one fact of a line that opens the headline: "un homicide"; undefined for any other line. */
export const headlineOf = (c: Context, { whole }: CountedLine): string | undefined =>
  findLine(c, whole.statement, whole.indicator)?.headline;

/** "un homicide", "3 homicides", each with what `after` says; none where nothing happened. */
export const headlineFacts = (
  c: Context,
  of: (line: CountedLine) => Figure,
  after: (line: CountedLine) => string,
): readonly string[] =>
  countedLines(c).flatMap((line) => {
    const one = headlineOf(c, line);
    const count = of(line).value ?? 0;
    if (one === undefined || count === 0) return [];
    return [`${count === 1 ? one : `${formatNumber(count)} ${lowerFirst(shortName(c, line))}`}${after(line)}`];
  });

/** One point, or none where no grave line has a number. */
export function gravePoints(c: Context): readonly Point[] {
  const lines = graveLines(c);
  if (lines.length === 0) return [];
  const happened = graveFacts(c);
  const none = lines.filter(({ whole }) => whole.quarter.value === 0).map((line) => lowerFirst(shortName(c, line)));
  const said = happened.map((line) => `${lowerFirst(shortName(c, line))} : ${graveWords(line)}`).join(" ; ");
  const sentences = present(said !== "" && `${upperFirst(said)}.`, none.length > 0 && `${noneOf(none)} ce trimestre.`);
  return [
    {
      ...plainPoint("Faits graves", sentences.join(" ")),
      findings: happened.map((line) => graveFinding(line, line.whole.quarter)),
    },
  ];
}

/** "Pas d'homicide"; "Ni homicide, ni vol avec arme" */
const noneOf = (names: readonly string[]): string => {
  const single = names.map((name) => name.replace(/(\p{L}{3,})s(?!\p{L})/gu, "$1"));
  return names.length === 1 ? `Pas ${ofWord(single[0] ?? "")}` : `Ni ${single.join(", ni ")}`;
};

/** "1 fait ce trimestre, 2 sur douze mois, le premier depuis le 4e trimestre 2021" */
export function graveWords({ whole: { series, quarter, rolling } }: CountedLine): string {
  const count = quarter.value ?? 0;
  const year =
    rolling.value === null || rolling.value === count ? "" : `, ${formatNumber(rolling.value)} sur douze mois`;
  return `${plural(count, "fait")} ce trimestre${year}${lastTime({ series, quarter, rolling })}`;
}
