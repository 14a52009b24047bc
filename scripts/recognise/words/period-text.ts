/**
 * Periods said in French, found in a text and taken out of it. One text may say a part only ("1er trimestre", "2026"):
 * parts combine along an axis (resolve.ts).
 */
import { month, rollingYear } from "../../model/period.ts";
import { remember } from "../../model/remember.ts";
import { daysIn, type Item } from "./period-items.ts";
import { type EndDay, type PeriodPart, saysOnlyYear } from "./period-part.ts";
import { RULES } from "./period-rules.ts";

export interface PeriodText {
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

/** Lower case, no accents, one kind of space, dash and apostrophe; "_" as a space; "T1 2026¹" => "t1 2026". Length may change. */
export function normalise(text: string): string {
  return text
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
  for (const [pattern, items] of RULES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      found.push({ at: match.index, items: items(match), text: match[0] });
      rest = rest.slice(0, match.index) + TAKEN.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  found.sort((a, b) => a.at - b.at);
  const items = endOfTwelve(found.flatMap((f) => f.items));
  const cumulative = items.some((i) => i.kind === "cumulative");
  return {
    parts: groupParts(items),
    unreadable: found.filter((f) => f.items.some((i) => isUnreadable(i, cumulative))).map((f) => f.text),
    until: items.flatMap((i) => endDayOf(i, cumulative)),
    rest: rest.replaceAll(TAKEN, " ").replace(/\s+/g, " ").trim(),
  };
}

/** "Année glissante à fin juin 2026": the twelve months that end there. */
function endOfTwelve(items: readonly Item[]): readonly Item[] {
  const [end, other] = items.filter((i) => i.kind === "until");
  const isEnd = (i: Item): boolean =>
    i.kind === "rolling" || i.kind === "until" || (i.kind === "cumulative" && i.again === true);
  if (!end || other || end.year === null || !items.some((i) => i.kind === "rolling") || !items.every(isEnd))
    return items;
  return [
    { kind: "full", period: rollingYear({ first: month(end.year, end.month), last: month(end.year, end.month) }) },
  ];
}

const isUnreadable = (item: Item, cumulative: boolean): boolean =>
  item.kind === "unreadable" || (item.kind === "months" && !cumulative && item.count % 3 !== 0);

/** The end of a cumulative count is a part of its period. */
function endDayOf(item: Item, cumulative: boolean): readonly EndDay[] {
  if (item.kind === "date") return item.until ? [item.until] : [];
  if (item.kind !== "until" || cumulative) return [];
  return [{ day: daysIn(item.year ?? 2025, item.month), month: item.month, year: item.year }];
}

type Draft = { -readonly [K in keyof PeriodPart]: PeriodPart[K] };

/** Items in the order of the text to periods: a kind said again starts the next period. */
function groupParts(items: readonly Item[]): readonly PeriodPart[] {
  const parts: Draft[] = [];
  let current: Draft | undefined;
  const next = (taken: (d: Draft) => boolean): Draft => {
    if (!current || taken(current)) {
      current = {};
      parts.push(current);
    }
    return current;
  };
  const cumulative = items.some((i) => i.kind === "cumulative");
  for (const item of items) {
    if (item.kind === "full") next((d) => Object.keys(d).length > 0 && !d.cumulative).full = item.period;
    else if (item.kind === "within") {
      const { months } = item;
      // "1er trimestre 2026 (janvier-mars)" says one period twice
      if (current?.within && current.within[0] === months[0] && current.within[1] === months[1]) continue;
      next((d) => d.within !== undefined || d.full !== undefined).within = months;
    } else if (item.kind === "rank") next((d) => d.rank !== undefined).rank = item.rank;
    else if (item.kind === "year") next((d) => d.year !== undefined || d.full !== undefined).year = item.year;
    else if (item.kind === "wholeYear") next((d) => d.year !== undefined || d.full !== undefined).wholeYear = true;
    else if (item.kind === "cumulative")
      next((d) => item.besides === true || (!item.again && d.cumulative === true && d.year !== undefined)).cumulative =
        true;
    else if (item.kind === "months" && cumulative) next((d) => d.within !== undefined).within = [1, item.count];
    else if (item.kind === "months") next((d) => d.months !== undefined || d.within !== undefined).months = item.count;
    else if (item.kind === "rolling") next((d) => d.rolling === true || item.besides === true).rolling = true;
    // "même trimestre de l'année précédente": the quarter, of another year
    else if (item.kind === "own" && item.own === "year") next(() => false).own ??= "year";
    else if (item.kind === "own") next((d) => d.own !== undefined && d.own !== "year").own = item.own;
    else if (item.kind === "until" && cumulative) {
      const part = next((d) => d.within !== undefined || d.full !== undefined);
      part.within = [1, item.month];
      if (item.year !== null) part.year = item.year;
    }
  }
  return shareMonths(parts);
}

/** "T1 2025 / 2026" says the quarter once for both years; "cumul 2025 / 2026" likewise. */
function shareMonths(parts: readonly PeriodPart[]): readonly PeriodPart[] {
  const first = parts[0];
  if (!first || parts.length < 2) return parts;
  return parts.map((part, i) => (i > 0 && saysOnlyYear(part) ? { ...first, ...part } : part));
}
