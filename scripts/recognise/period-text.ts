/**
 * Periods said in French, found in a text and taken out of it. One text may say a part only ("1er trimestre", "2026"):
 * parts combine along an axis (period-resolve.ts).
 */
import { lengthOf, month, type Period } from "../model/period.ts";

/** A year, or one counted from the statement's own: N => 0, N-1 => -1. */
export type YearWord = number | { readonly relative: number };

/** One period as far as it is said. Absent: not said. */
export interface PeriodPart {
  readonly year?: YearWord;
  /** Months within the year: "1er trimestre" => 1–3. */
  readonly within?: readonly [number, number];
  /** "Année 2025": the whole year, unless a neighbour says a part of it. */
  readonly wholeYear?: true;
  /** January to the end of the statement's own period, or to the end of `within`. */
  readonly cumulative?: true;
  /** Twelve months that end with the statement's own period. */
  readonly rolling?: true;
  /** "Trimestre N", "même période": the statement's own period. */
  readonly own?: "quarter" | "half" | "month" | "period";
  /** Both ends said in full. */
  readonly full?: Period;
}

export interface PeriodText {
  readonly parts: readonly PeriodPart[];
  /** Dates, ranges of days and the like that are no span of whole months: "du 3 au 9 mars 2026". */
  readonly unreadable: readonly string[];
  /** The text without its periods. */
  readonly rest: string;
}

type Item =
  | { readonly kind: "full"; readonly period: Period }
  | { readonly kind: "within"; readonly months: readonly [number, number] }
  | { readonly kind: "year"; readonly year: YearWord }
  | { readonly kind: "wholeYear" }
  | { readonly kind: "cumulative" }
  | { readonly kind: "rolling" }
  | { readonly kind: "own"; readonly own: NonNullable<PeriodPart["own"]> }
  /** The last day of a month after "au", "jusqu'au": says where a cumulative count ends; alone it is a mere date. */
  | { readonly kind: "until"; readonly month: number; readonly year: number | null }
  /** "9 mois": January to September when the text says "cumul", otherwise which months is not said. */
  | { readonly kind: "months"; readonly count: number }
  | { readonly kind: "unreadable" }
  | { readonly kind: "date" };

const MONTH_WORDS: readonly (readonly [string, number])[] = [
  ["janvier|janv|jan", 1],
  ["fevrier|fevr|fev", 2],
  ["mars", 3],
  ["avril|avr", 4],
  ["mai", 5],
  ["juin", 6],
  ["juillet|juil", 7],
  ["aout", 8],
  ["septembre|sept|sep", 9],
  ["octobre|oct", 10],
  ["novembre|nov", 11],
  ["decembre|dec", 12],
];
const MONTH = `(?:${MONTH_WORDS.map(([words]) => words).join("|")})(?![a-z])\\.?`;
const Y = "(?:19|20)\\d{2}(?!\\d)";
const ORDINALS: readonly (readonly [string, number])[] = [
  ["1\\s?(?:ers?|ere|re|°)?|premiers?|i", 1],
  ["2\\s?(?:emes?|es?|nde?|°)?|deuxiemes?|seconds?|ii", 2],
  ["3\\s?(?:emes?|es?|°)?|troisiemes?|iii", 3],
  ["4\\s?(?:emes?|es?|°)?|quatriemes?|iv", 4],
];
const ORDINAL = `(?:${ORDINALS.map(([words]) => words).join("|")})`;
const START = "(?<![a-z0-9])";

const numberOf = (table: readonly (readonly [string, number])[], text: string): number =>
  table.find(([words]) => new RegExp(`^(?:${words})\\.?$`).test(text.trim()))?.[1] ?? Number.NaN;
const monthNumber = (text: string): number => numberOf(MONTH_WORDS, text);
const ordinalNumber = (text: string): number => numberOf(ORDINALS, text);

/** "26" => 2026 */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const daysIn = (year: number, number: number): number => new Date(Date.UTC(year, number, 0)).getUTCDate();

const within = (first: number, last: number): Item => ({ kind: "within", months: [first, last] });
const quarterItem = (n: number): Item => within(3 * n - 2, 3 * n);
const halfItem = (n: number): Item => within(6 * n - 5, 6 * n);
const yearItem = (text: string): Item => ({ kind: "year", year: fullYear(text) });
const relativeYear = (relative: number): Item => ({ kind: "year", year: { relative } });

/** A range of days is a period only when it is made of whole months. */
function dayRange(d1: number, m1: number, y1: number, d2: number, m2: number, y2: number): readonly Item[] {
  if (m1 < 1 || m1 > 12 || m2 < 1 || m2 > 12 || d1 !== 1 || d2 !== daysIn(y2, m2)) return [{ kind: "unreadable" }];
  const period: Period = { first: month(y1, m1), last: month(y2, m2) };
  return lengthOf(period) < 1 ? [{ kind: "unreadable" }] : [{ kind: "full", period }];
}

function monthRange(
  first: number,
  year1: string | undefined,
  last: number,
  year2: string | undefined,
): readonly Item[] {
  if (year1 === undefined || year1 === year2) {
    if (first > last) return [{ kind: "unreadable" }];
    return year2 === undefined ? [within(first, last)] : [within(first, last), yearItem(year2)];
  }
  if (year2 === undefined) return [{ kind: "unreadable" }];
  const period: Period = { first: month(fullYear(year1), first), last: month(fullYear(year2), last) };
  return lengthOf(period) < 1 ? [{ kind: "unreadable" }] : [{ kind: "full", period }];
}

function monthList(months: readonly number[], year: string | undefined): readonly Item[] {
  const [first] = months;
  const last = months.at(-1);
  const follow = months.every((m, i) => i === 0 || m === (months[i - 1] ?? 0) + 1);
  if (first === undefined || last === undefined || !follow) return [{ kind: "unreadable" }];
  return monthRange(first, undefined, last, year);
}

const COUNT_WORDS: Readonly<Record<string, number>> = { trois: 3, six: 6, neuf: 9, douze: 12 };

function monthsItem(count: number, which: string, tail: string): readonly Item[] {
  if (tail.includes("gliss") || tail.includes("mobile"))
    return [count === 12 ? { kind: "rolling" } : { kind: "unreadable" }];
  if (tail.includes("preced")) return count === 12 ? [{ kind: "rolling" }, relativeYear(-1)] : [{ kind: "unreadable" }];
  if (which.startsWith("premier") || which.startsWith("1er"))
    return count >= 1 && count <= 12 ? [within(1, count)] : [{ kind: "unreadable" }];
  if (which.startsWith("dernier"))
    return count === 12
      ? [{ kind: "rolling" }]
      : count === 3
        ? [{ kind: "own", own: "quarter" }]
        : [{ kind: "unreadable" }];
  if (tail.includes("cumul") && count < 12) return [{ kind: "cumulative" }, within(1, count)];
  // "12 mois 2025" is the year 2025, or the twelve months that end in it: resolve.ts gives both
  return count === 12 ? [{ kind: "rolling" }, within(1, 12)] : [{ kind: "months", count }];
}

type Rule = readonly [RegExp, (m: RegExpExecArray) => readonly Item[]];

/** In order: what is more specific first. Each match is taken out of the text before the next rule looks. */
const RULES: readonly Rule[] = [
  // "depuis le 1er janvier 2026"
  [
    new RegExp(`${START}depuis (?:le )?(?:1er janvier|0?1/0?1|janvier)(?:[ /](${Y}))?(?![a-z0-9])`),
    ([, y]) => (y ? [{ kind: "cumulative" }, yearItem(y)] : [{ kind: "cumulative" }]),
  ],
  // "du 01/01/2026 au 31/03/2026"
  [
    new RegExp(
      `${START}(?:du |de )?(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})\\s*(?:au|a|-|jusqu'au)\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?!\\d)`,
    ),
    ([, d1, m1, y1, d2, m2, y2]) =>
      dayRange(Number(d1), Number(m1), fullYear(y1 ?? ""), Number(d2), Number(m2), fullYear(y2 ?? "")),
  ],
  // "du 1er janvier au 31 mars 2026"
  [
    new RegExp(
      `${START}(?:du |de )?(\\d{1,2})(?:\\s?er)?\\s+(${MONTH})(?:\\s+(${Y}))?\\s*(?:au|a|-|jusqu'au)\\s*(\\d{1,2})(?:\\s?er)?\\s+(${MONTH})\\s+(${Y})`,
    ),
    ([, d1, m1, y1, d2, m2, y2]) =>
      dayRange(
        Number(d1),
        monthNumber(m1 ?? ""),
        fullYear(y1 ?? y2 ?? ""),
        Number(d2),
        monthNumber(m2 ?? ""),
        fullYear(y2 ?? ""),
      ),
  ],
  // "au 31/03/2026", "jusqu'au 31 mars 2026", "fin mars 2026"
  [
    new RegExp(
      `${START}(?:jusqu'au|au|a fin|fin)\\s+(?:(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?(?![\\d/])|(?:(\\d{1,2})(?:\\s?er)?\\s+)?(${MONTH})(?:\\s+(${Y}))?)`,
    ),
    ([, d, m, y, d2, words, y2]) => {
      const number = m ? Number(m) : monthNumber(words ?? "");
      const year = y ? fullYear(y) : y2 ? fullYear(y2) : null;
      if (!(number >= 1 && number <= 12)) return [{ kind: "unreadable" }];
      const day = d ?? d2;
      if (day !== undefined && Number(day) !== daysIn(year ?? 2025, number)) return [{ kind: "date" }];
      return [{ kind: "until", month: number, year }];
    },
  ],
  // "08/04/2026", "8 avril 2026": a date
  [new RegExp(`${START}(?:le )?\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})(?!\\d)`), () => [{ kind: "date" }]],
  [new RegExp(`${START}(?:le )?\\d{1,2}(?:\\s?er)?\\s+${MONTH}\\s+${Y}`), () => [{ kind: "date" }]],
  // "2026-01/2026-03", "2026-01 a 2026-03"
  [
    new RegExp(`(?<!\\d)(${Y})-(0[1-9]|1[0-2])\\s*(?:/|a|au|-)\\s*(${Y})-(0[1-9]|1[0-2])(?!\\d)`),
    ([, y1, m1, y2, m2]) => monthRange(Number(m1), y1, Number(m2), y2),
  ],
  // "01/2026 - 03/2026"
  [
    new RegExp(`(?<![\\d/])(0[1-9]|1[0-2])[/-](${Y})\\s*(?:a|au|-)\\s*(0[1-9]|1[0-2])[/-](${Y})`),
    ([, m1, y1, m2, y2]) => monthRange(Number(m1), y1, Number(m2), y2),
  ],
  // "janvier, fevrier et mars 2026": months that follow each other
  [
    new RegExp(
      `${START}((?:${MONTH}\\s*,\\s*)+${MONTH}(?:\\s*(?:,|et)\\s*${MONTH})?|${MONTH}\\s*et\\s*${MONTH})(?:\\s*(${Y}))?`,
    ),
    ([, list, y]) => monthList((list ?? "").split(/\s*(?:,|(?<![a-z])et(?![a-z]))\s*/).map(monthNumber), y),
  ],
  // "janvier a mars 2026", "janv.-mars 2026", "avril 2025 a mars 2026"
  [
    new RegExp(`${START}(?:de )?(${MONTH})(?:\\s*(${Y}))?\\s*(?:a|au|-|/)\\s*(${MONTH})(?:[ -]*(${Y}))?`),
    ([, m1, y1, m2, y2]) => monthRange(monthNumber(m1 ?? ""), y1, monthNumber(m2 ?? ""), y2),
  ],
  // "12 derniers mois", "neuf premiers mois", "12 mois glissants"
  [
    new RegExp(
      `${START}(?:les |des |sur )?(\\d{1,2}|trois|six|neuf|douze)\\s*(premiers?|derniers?|1ers)?\\s*mois((?:\\s+(?:gliss\\w+|mobiles?|preced\\w+|cumul\\w*))?)(?![a-z])`,
    ),
    ([, count, which, tail]) => monthsItem(COUNT_WORDS[count ?? ""] ?? Number(count), which ?? "", tail ?? ""),
  ],
  [/(?<![a-z])(?:annee|an|cumul) (?:glissante?|mobile)(?![a-z])/, () => [{ kind: "rolling" }]],
  // "1er trimestre", "2eme trim.", "Premier trimestre"
  [
    new RegExp(`${START}(${ORDINAL})[\\s-]*trim(?:estres?|\\.)?(?![a-z])`),
    ([, n]) => [quarterItem(ordinalNumber(n ?? ""))],
  ],
  [new RegExp(`${START}(${ORDINAL})[\\s-]*sem(?:estres?|\\.)?(?![a-z])`), ([, n]) => [halfOf(ordinalNumber(n ?? ""))]],
  // "trimestre 1", "trim. n° 2"
  [/(?<![a-z0-9])trim(?:estre|\.)?\s*(?:n\s?°\s*)?([1-4])(?![0-9a-z])/, ([, n]) => [quarterItem(Number(n))]],
  [/(?<![a-z0-9])sem(?:estre|\.)?\s*(?:n\s?°\s*)?([12])(?![0-9a-z])/, ([, n]) => [halfItem(Number(n))]],
  // "T1 2026", "2026T1", "T1-26", "T 1"
  [/(?<![a-z])[tq]\s?([1-4])(?:[ '/-]*(\d{2}))?(?![0-9a-z])/, ([, n, y]) => shortItems(quarterItem(Number(n)), y)],
  [/(?<![a-z.])s\s?([12])(?:[ '/-]*(\d{2}))?(?![0-9a-z])/, ([, n, y]) => shortItems(halfItem(Number(n)), y)],
  // "1T2026", "1T 26", "1T-2026"
  [
    /(?<![a-z0-9])([1-4])\s?t(?:[ '/-]*(\d{2}))?(?=[\s/-]?(?:19|20)\d{2}(?!\d)|(?![0-9a-z]))/,
    ([, n, y]) => shortItems(quarterItem(Number(n)), y),
  ],
  [/(?<![a-z0-9])([12])\s?s(?=[\s/-]?(?:19|20)\d{2}(?!\d))/, ([, n]) => [halfItem(Number(n))]],
  // "2016M01", "2026_01", "2026-01", "01/2026", "202601"
  [
    new RegExp(`(?<!\\d)(${Y.replace("(?!\\d)", "")})\\s?m(0[1-9]|1[0-2])(?!\\d)`),
    ([, y, m]) => [within(Number(m), Number(m)), yearItem(y ?? "")],
  ],
  [
    /(?<!\d)((?:19|20)\d{2})[-/ ](0[1-9]|1[0-2])(?![\d])/,
    ([, y, m]) => [within(Number(m), Number(m)), yearItem(y ?? "")],
  ],
  [
    /(?<![\d/])(0[1-9]|1[0-2])[/-]((?:19|20)\d{2})(?!\d)/,
    ([, m, y]) => [within(Number(m), Number(m)), yearItem(y ?? "")],
  ],
  [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/, ([, y, m]) => [within(Number(m), Number(m)), yearItem(y ?? "")]],
  // "janv. 2026", "fevr.-26", "juin"
  [
    new RegExp(`${START}(${MONTH})(?:[ '-]*(\\d{2})(?!\\d))?`),
    ([, m, y]) => shortItems(within(monthNumber(m ?? ""), monthNumber(m ?? "")), y),
  ],
  // "cumul", "depuis le 1er janvier", "depuis le debut de l'annee"
  [
    /(?<![a-z])(?:en |total )?cumul(?:e|es|ee|ees|s|atif|atifs|ative|atives)?(?: (?:annuel|annuels|annuelle))?(?: de l'annee| d'annee| annee)?(?: depuis (?:le )?(?:1er )?(?:janvier|debut d(?:e l')?(?:'| )?annee))?(?![a-z])/,
    () => [{ kind: "cumulative" }],
  ],
  [/(?<![a-z])depuis (?:le )?debut d(?:e l')?(?:'| )?annee(?![a-z])/, () => [{ kind: "cumulative" }]],
  // "annee precedente", "an dernier", "annee en cours"
  [
    /(?<![a-z])(?:l')?(?:annee|an|exercice) (?:precedente?|derniere?|passee?|anterieure?|ecoulee?)(?![a-z])/,
    () => [relativeYear(-1)],
  ],
  [/(?<![a-z])(?:l'|cette )?(?:annee|exercice) (?:en cours|courante?|actuelle)(?![a-z])/, () => [relativeYear(0)]],
  // "annee 2026", "annuel 2025"
  [
    new RegExp(
      `${START}(?:l')?(?:annee|annees|an|annuel|annuelle|exercice)(?: civile| complete| entiere| pleine)?[ :]*(${Y})`,
    ),
    ([, y]) => [{ kind: "wholeYear" }, yearItem(y ?? "")],
  ],
  [/(?<![a-z])(?:l')?annee n\s*-\s*([1-9])(?!\d)/, ([, n]) => [relativeYear(-Number(n))]],
  [/(?<![a-z])(?:l')?annee n(?![a-z0-9°'])/, () => [relativeYear(0)]],
  // "N-1", "A-1", "N"
  [/(?<![a-z0-9])(?:n\s*-\s*|a-)([1-9])(?!\d)/, ([, n]) => [relativeYear(-Number(n))]],
  [/(?<![a-z0-9'.])n(?![a-z0-9°'.])(?!\s*°)/, () => [relativeYear(0)]],
  [new RegExp(`(?<!\\d)(${Y})`), ([, y]) => [yearItem(y ?? "")]],
  // "meme trimestre", "trimestre en cours", "periode"
  [
    /(?<![a-z])(?:meme |du )?(?:trimestre|trim\.?)(?: (?:en cours|courant|considere|ecoule|etudie|de reference))?(?![a-z])(?! prec)/,
    () => [{ kind: "own", own: "quarter" }],
  ],
  [
    /(?<![a-z])(?:meme )?semestre(?: (?:en cours|courant|considere|ecoule))?(?![a-z])(?! prec)/,
    () => [{ kind: "own", own: "half" }],
  ],
  [/(?<![a-z])meme (?:periode|mois)(?![a-z])/, () => [{ kind: "own", own: "period" }]],
  [/(?<![a-z])periode (?:en cours|courante|consideree|etudiee)(?![a-z])/, () => [{ kind: "own", own: "period" }]],
];

const GLOBAL_RULES: readonly Rule[] = RULES.map(([pattern, items]) => [new RegExp(pattern.source, "g"), items]);

function halfOf(n: number): Item {
  return n === 1 || n === 2 ? halfItem(n) : { kind: "unreadable" };
}

/** A part with a two-digit year after it, when that is a plausible one: "T1-26". */
function shortItems(item: Item, year: string | undefined): readonly Item[] {
  return year === undefined ? [item] : [item, yearItem(year)];
}

/** Lower case, no accents, one kind of space, dash and apostrophe; "_" as a space. Length may change. */
export function normalise(text: string): string {
  return text
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
export function findPeriods(text: string): PeriodText {
  let rest = normalise(text);
  const found: Found[] = [];
  for (const [pattern, items] of GLOBAL_RULES) {
    const global = pattern;
    global.lastIndex = 0;
    for (let match = global.exec(rest); match !== null; match = global.exec(rest)) {
      found.push({ at: match.index, items: items(match), text: match[0] });
      rest = rest.slice(0, match.index) + TAKEN.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  found.sort((a, b) => a.at - b.at);
  const items = found.flatMap((f) => f.items);
  const cumulative = items.some((i) => i.kind === "cumulative");
  return {
    parts: groupParts(items),
    unreadable: found.filter((f) => f.items.some((i) => isUnreadable(i, cumulative))).map((f) => f.text),
    rest: rest.replaceAll(TAKEN, " ").replace(/\s+/g, " ").trim(),
  };
}

const isUnreadable = (item: Item, cumulative: boolean): boolean =>
  item.kind === "unreadable" || (item.kind === "months" && !cumulative);

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
    } else if (item.kind === "year") next((d) => d.year !== undefined || d.full !== undefined).year = item.year;
    else if (item.kind === "wholeYear") next((d) => d.year !== undefined || d.full !== undefined).wholeYear = true;
    else if (item.kind === "cumulative") next((d) => d.cumulative === true && d.year !== undefined).cumulative = true;
    else if (item.kind === "months" && cumulative) next((d) => d.within !== undefined).within = [1, item.count];
    else if (item.kind === "rolling") next((d) => d.rolling === true).rolling = true;
    else if (item.kind === "own") next((d) => d.own !== undefined).own = item.own;
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
  return parts.map((part, i) => {
    const onlyYear = i > 0 && part.year !== undefined && Object.keys(part).length === 1;
    return onlyYear ? { ...first, year: part.year } : part;
  });
}
