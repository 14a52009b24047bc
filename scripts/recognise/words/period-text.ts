/**
 * Periods said in French, found in a text and taken out of it. One text may say a part only ("1er trimestre", "2026"):
 * parts combine along an axis (resolve.ts).
 */
import { oneLine } from "../../model/format.ts";
import { month, rollingYear } from "../../model/period.ts";
import { remember } from "../../model/remember.ts";
import { withoutUnticked } from "../../model/text/ticked.ts";
import { daysIn, type Item } from "./period-items.ts";
import { type EndDay, type PeriodPart, saysOnlyYear } from "./period-part.ts";
import { RULES } from "./period-spellings.ts";

interface PeriodText {
  readonly parts: readonly PeriodPart[];
  /** Dates, ranges of days and the like that are no span of whole months: "du 3 au 9 mars 2026". */
  readonly unreadable: readonly string[];
  /** Days after which nothing is counted: "arrêté au 15 mars 2026". */
  readonly until: readonly EndDay[];
  /** The text without its periods. */
  readonly rest: string;
}

/** Raised or lowered digits after a word: they send to a note. */
const NOTE_MARK = /(?<=[\p{L}\d)])[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u2080-\u2089]+/gu;

/**
 * Lower case, no accents, one kind of space, dash and apostrophe; "_" as a space; "T1 2026¹" => "t1 2026"; what is not ticked
 * left out. Length may change.
 */
export function normalise(text: string): string {
  return withoutUnticked(text)
    .replace(NOTE_MARK, "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[_\s\u00a0\u202f]+/g, " ")
    .replace(/º/g, "°")
    .trim();
}

/** Stands for a character that a rule has taken. */
const TAKEN = "\u0001";

interface Found {
  readonly at: number;
  readonly items: readonly Item[];
  readonly text: string;
}

/** Finds the periods of a text. The text is normalised first; `rest` is the normalised text without them. */
export const findPeriods = remember(findPeriodsIn);

function findPeriodsIn(text: string): PeriodText {
  let rest = normalise(text);
  const found: Found[] = [];
  for (const { pattern, items } of RULES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      const { 0: text, index: at, groups = {} } = match;
      found.push({ at, items: items(groups), text });
      rest = rest.slice(0, at) + TAKEN.repeat(text.length) + rest.slice(at + text.length);
    }
  }
  found.sort((a, b) => a.at - b.at);
  const items = endOfTwelve(found.flatMap((f) => f.items));
  const runs = items.some((i) => i.cumulative);
  return {
    parts: groupParts(items, runs),
    unreadable: found.filter((f) => f.items.some((i) => isUnreadable(i, runs))).map((f) => f.text),
    until: items.flatMap(({ until }) => (until && !(runs && endsMonth(until)) ? [until] : [])),
    rest: oneLine(rest.replaceAll(TAKEN, " ")),
  };
}

/** "Année glissante à fin juin 2026": the twelve months that end there. */
function endOfTwelve(items: readonly Item[]): readonly Item[] {
  const [end, other] = items.flatMap(({ until }) => (until && endsMonth(until) ? [until] : []));
  const isEnd = (i: Item): boolean => i.rolling !== undefined || i.until !== undefined || i.again !== undefined;
  if (!end || other || end.year === null || !items.some((i) => i.rolling) || !items.every(isEnd)) return items;
  const last = month(end.year, end.month);
  return [{ full: rollingYear({ first: last, last }) }];
}

const isUnreadable = ({ unreadable, months = 0 }: Item, runs: boolean): boolean =>
  unreadable === true || (!runs && months % 3 !== 0);

/** The end of a count that runs is a part of its period; any other day is none. */
const endsMonth = ({ day, month: number, year }: EndDay): boolean => day >= daysIn(year ?? 2025, number);

type Draft = { -readonly [K in keyof PeriodPart]: PeriodPart[K] };

/** What the end of a running count says, as any item says it: "cumul au 31 mars", "cumul 9 mois". */
function asRunning({ until, months, ...item }: Item): Item {
  if (months !== undefined) return { within: [1, months] };
  if (!until || !endsMonth(until)) return item;
  return { within: [1, until.month], ...(until.year === null ? {} : { year: until.year }) };
}

/** Does an item begin another period, for what is said of the one before? */
function begins({ besides, again, ...item }: Item, d: Draft): boolean {
  if (besides) return true;
  // "Trimestre : du 01/01/2026 au 31/03/2026"
  if (item.full) return Object.keys(d).some((key) => key !== "own") && !d.cumulative;
  if (item.within) return d.within !== undefined || d.full !== undefined;
  if (item.year !== undefined || item.wholeYear) return d.year !== undefined || d.full !== undefined;
  if (item.cumulative) return !again && d.cumulative === true && d.year !== undefined;
  if (item.months !== undefined) return d.months !== undefined || d.within !== undefined;
  // "même trimestre de l'année précédente": the quarter, of another year
  return item.own !== undefined && item.own !== "year" && d.own !== undefined && d.own !== "year";
}

/** Items in the order of the text to periods: a kind said again starts the next period. */
function groupParts(all: readonly Item[], runs: boolean): readonly PeriodPart[] {
  const parts: Draft[] = [];
  for (const item of runs ? all.map(asRunning) : all) {
    const { besides: _, again, until, unreadable, ...said } = item;
    if (Object.keys(said).length === 0) continue;
    let part = parts.at(-1);
    const own = part?.within;
    const isRepeated = own !== undefined && (said.within?.join() === own.join() || said.months === own[1] - own[0] + 1);
    // "1er trimestre 2026 (janvier-mars)", "(trois mois)" say one period twice
    if (isRepeated && said.year === undefined) continue;
    if (!part || begins(item, part)) {
      part = {};
      parts.push(part);
    }
    Object.assign(part, said.own === "year" ? { own: part.own ?? "year" } : said);
  }
  return shareMonths(parts);
}

/** "T1 2025 / 2026" says the quarter once for both years; "cumul 2025 / 2026" likewise. */
function shareMonths(parts: readonly PeriodPart[]): readonly PeriodPart[] {
  const first = parts[0];
  if (!first || parts.length < 2) return parts;
  return parts.map((part, i) => (i > 0 && saysOnlyYear(part) ? { ...first, ...part } : part));
}
