/** What one match of a spelling says of a period: by the names of its groups, the same in all spellings. */
import { lengthOf, month } from "../../model/period.ts";
import { MONTH_WORDS } from "../../model/text/month-words.ts";
import type { EndDay, PeriodPart } from "./period-part.ts";

/** One thing that a text says of a period: a key of the part, or that there is none. */
export interface Item extends PeriodPart {
  /** "3e trimestre et cumul" says two periods, "cumul du 3e trimestre" one. */
  readonly besides?: true;
  /** "cumul à fin mars" says one twice. */
  readonly again?: true;
  /** Says where a cumulative count ends; alone it is a mere date. */
  readonly until?: EndDay;
  readonly unreadable?: true;
}

/**
 * `d`, `m`, `y`: a day, a month, a year; `d2`, `m2`, `y2`: those of its end. `list`: several months. `n`: which `unit` of the year, a quarter
 * where it is not said. Any may be missing.
 */
export type Groups = Readonly<Partial<Record<string, string>>>;

const UNREADABLE: Item = { unreadable: true };

const RANKED: readonly (readonly string[])[] = [
  MONTH_WORDS,
  [
    "1\\s?(?:ers?|ere|re|e|°)?|premiers?|i(?:ers?|ere)?",
    "2\\s?(?:emes?|es?|nde?|°)?|deuxiemes?|seconds?|ii(?:e|eme|nd)?",
    "3\\s?(?:emes?|es?|°)?|troisiemes?|iii(?:e|eme)?",
    "4\\s?(?:emes?|es?|°)?|quatriemes?|iv(?:e|eme)?",
  ],
];
export const [MONTH = "", ORDINAL = ""] = RANKED.map((words) => `(?:${words.join("|")})`);
const COUNTS: Readonly<Record<string, number>> = { trois: 3, six: 6, neuf: 9, douze: 12 };

/** "03", "mars", "3e", "iii", "trois" => 3 */
export function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const rankIn = (words: readonly string[]): number =>
    1 + words.findIndex((w) => new RegExp(`^(?:${w})\\.?$`).test(word.trim()));
  return COUNTS[word] ?? RANKED.map(rankIn).find((rank) => rank > 0) ?? Number.NaN;
}

/** "26" => 2026 */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
export const daysIn = (year: number, number: number): number => new Date(Date.UTC(year, number, 0)).getUTCDate();
const isMonth = (number: number): boolean => number >= 1 && number <= 12;

/** What the groups of a match say, after what its spelling always says. */
export function itemsOf({ d, m, y, d2, m2, y2, list, n, unit }: Groups, always: Item): readonly Item[] {
  if (d !== undefined && m !== undefined && d2 !== undefined && m2 !== undefined)
    return dayRange([d, m, y ?? y2], [d2, m2, y2]);
  if (list !== undefined) return monthList(list.match(new RegExp(MONTH, "g")) ?? [], y);
  if (m !== undefined && m2 !== undefined) return monthRange(numberOf(m), y, numberOf(m2), y2);
  const months = m === undefined ? n && rankItem(unit, numberOf(n)) : { within: [numberOf(m), numberOf(m)] as const };
  return [
    ...Object.entries(always).map(([key, value]): Item => ({ [key]: value })),
    ...(months ? [months] : []),
    ...(y === undefined ? [] : [{ year: fullYear(y) }]),
  ];
}

/** "trimestre", "t" and 2 => the second quarter; "semestre", "s" and 1 => the first half of the year. */
function rankItem(unit: string | undefined, n: number): Item {
  const length = unit?.startsWith("s") ? 6 : 3;
  return n * length > 12 ? UNREADABLE : { within: [(n - 1) * length + 1, n * length] };
}

type Day = readonly [day: string, month: string, year: string | undefined];

/** A range of days is a period only when it is made of whole months. */
function dayRange([day, first, year = ""]: Day, [day2, last, year2 = ""]: Day): readonly Item[] {
  const [from, to] = [numberOf(first), numberOf(last)];
  const end = fullYear(year2);
  const isWhole = isMonth(from) && isMonth(to) && Number(day) === 1 && Number(day2) === daysIn(end, to);
  return isWhole ? span(fullYear(year), from, end, to) : [UNREADABLE];
}

function span(year: number, from: number, end: number, to: number): readonly Item[] {
  const full = { first: month(year, from), last: month(end, to) };
  return lengthOf(full) < 1 ? [UNREADABLE] : [{ full }];
}

/** Years that are not said are one; that of the end alone is both. */
function monthRange(from: number, y: string | undefined, to: number, y2: string | undefined): readonly Item[] {
  const [year, end] = [y, y2].map((text) => (text === undefined ? undefined : fullYear(text)));
  if (year === undefined || year === end) {
    if (from > to) return [UNREADABLE];
    return [{ within: [from, to] }, ...(end === undefined ? [] : [{ year: end }])];
  }
  if (end === undefined) return [UNREADABLE];
  // "mars 2025 / mars 2026": two months compared, and not thirteen
  return from === to
    ? [{ within: [from, from] }, { year }, { within: [to, to] }, { year: end }]
    : span(year, from, end, to);
}

/** Months that follow each other. */
function monthList(words: readonly string[], year: string | undefined): readonly Item[] {
  const months = words.map(numberOf);
  const [first = 0] = months;
  const follow = months.every((m, i) => m === first + i);
  return follow ? monthRange(first, undefined, first + months.length - 1, year) : [UNREADABLE];
}

/** "au 31/03/2026", "fin mars" */
export function endItem({ d, m = "", y }: Groups): readonly Item[] {
  const number = numberOf(m);
  const year = y === undefined ? null : fullYear(y);
  if (!isMonth(number)) return [UNREADABLE];
  return [{ until: { day: d === undefined ? daysIn(year ?? 2025, number) : Number(d), month: number, year } }];
}

/** "12 derniers mois", "neuf premiers mois", "9 mois cumulés" */
export function monthsItem({ count = "", which = "", tail = "" }: Groups): readonly Item[] {
  const months = numberOf(count);
  const ofYear = (item: Item, ...more: readonly Item[]) => (months === 12 ? [item, ...more] : [UNREADABLE]);
  if (/gliss|mobile/.test(tail)) return ofYear({ rolling: true });
  if (tail.includes("preced")) return ofYear({ rolling: true }, { year: { relative: -1 } });
  if (/^premier|^1er/.test(which)) return isMonth(months) ? [{ within: [1, months] }] : [UNREADABLE];
  if (which.startsWith("dernier")) return months === 3 ? [{ own: "quarter" }] : ofYear({ rolling: true });
  if (tail.includes("cumul") && months < 12) return [{ cumulative: true }, { within: [1, months] }];
  // "9 mois 2026" is counted from January in a statement of September: resolve.ts tells
  // "12 mois 2025" is the year 2025, or the twelve months that end in it: resolve.ts gives both
  return months === 12 ? [{ rolling: true }, { within: [1, 12] }] : [{ months }];
}
