/**
 * A text without what changes from one quarter to the next, and what changes apart: « Faits du 2e trim. 2026 » is the shape
 * "faits du {trimestre} {an}" and the dates 2nd quarter, 2026. « Faits du 3e trim. 2026 » has the same shape.
 */
import type { Cell } from "../model/grid.ts";
import { parseNumber } from "../model/number.ts";
import type { Dated, ReadText } from "../model/received.ts";
import { remember } from "../model/remember.ts";
import { MONTH_WORDS, monthOfWord } from "../model/text/month-words.ts";
import { withoutUnticked } from "../model/text/ticked.ts";

const MONTHS = MONTH_WORDS.join("|");
const RANK = "(?:[1-4]|i{1,3}|iv) ?(?:er|ere|e|eme|nd|nde)?|premiere?|deuxieme|seconde?|troisieme|quatrieme";
const YEAR = "(?:19|20)\\d\\d";

/** At one place of a text, the first of them that fits. A name of PARTS may stand in several. */
const CHANGING = new RegExp(
  [
    "(?<!\\d)(?<date>\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})(?!\\d)",
    `(?<!\\d)(?<month>0?[1-9]|1[0-2])[/.-](?<year>${YEAR})(?!\\d)`,
    "(?<![\\d/.])(?<month>0[1-9]|1[0-2])/(?<shortYear>[2-4]\\d)(?![\\d/.])",
    `(?<!\\d)(?<year>${YEAR})[-_m](?<month>0[1-9]|1[0-2])(?!\\d)`,
    `\\b(?:(?<day>1er|\\d{1,2})\\s*)?(?<month>${MONTHS})\\b\\.?(?:[ '/-](?<shortYear>[2-4]\\d)(?![\\d.,%]))?`,
    "(?<!\\d)(?<dayOfYear>(?:0?[1-9]|[12]\\d|3[01])/(?:0[1-9]|1[0-2]))(?![\\d/.])",
    "(?<months>\\d{1,2}) mois\\b",
    `(?:\\b(?<quarter>${RANK})\\s*(?:trimestre|trim\\b\\.?|tr\\b\\.?|t(?=\\d{2}(?!\\d)|${YEAR}|\\b))|(?<![a-z.])(?:(?:trimestre|trim\\.?|tr\\.?)[ .:_-]{0,3}(?:n[°o]? ?)?|[tq][ ._-]?)(?<quarter>[1-4])(?!\\d))(?:[ '/-]?(?<shortYear>[2-4]\\d)(?![\\d.,%]))?`,
    `\\b(?<half>${RANK})\\s*(?:semestre|sem\\b\\.?)`,
    "(?<!\\d)(?<half>[12]) ?s\\b",
    "(?<![a-z])(?:semestre|sem\\.?|s)[ .°_-]?(?<half>[12])(?!\\d)",
    "\\b(?<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\b",
    `[+\\u2212–-]?(?<!\\d)(?<year>${YEAR})(?!\\d)`,
    "(?<age>\\d+ ?ans\\b)",
    "(?<number>[+\\u2212–-]?\\d+(?:\\s\\d{3}(?!\\d))*(?:[.,]\\d+)*)(?:er|ere|e|eme|nd|nde)?(?![\\p{L}\\d])|(?<number>\\d+)",
  ].join("|"),
  "gu",
);

const plain = (text: string): string =>
  withoutUnticked(text)
    .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079]+/g, "*")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");

/** "2e", "ii", "deuxieme", "seconde" => 2 */
const rankOf = (rank: string): number => {
  const [first = ""] = rank.split(/ |er|nd|(?<=\d)e/);
  const roman = ["i", "ii", "iii", "iv"].indexOf(first) + 1;
  const word = [/^prem/, /^(?:deux|sec)/, /^trois/, /^quatr/].findIndex((one) => one.test(first)) + 1;
  return Number(first) || roman || word;
};

const DAY = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})|(\d{4}-\d{2}-\d{2}))$/;
/** "31/03/26" => "2026-03-31" */
function dayOf(text: string): string {
  const [, day = "", month = "", year = "", iso] = DAY.exec(text) ?? [];
  if (iso !== undefined) return iso;
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Of any year: "06-30" */
const dayIn = (month: number, day: number): Dated => ({
  unit: "day",
  value: [month, day].map((number) => String(number).padStart(2, "0")).join("-"),
});
const numberIn = (text: string): number =>
  Number(
    text
      .replace(/\s/g, "")
      .replace(",", ".")
      .replace(/[\u2212–]/, "-"),
  ) || 0;

type Groups = Readonly<Partial<Record<string, string>>>;
/** Groups of CHANGING: what stands for each in the shape, and what it says of time. */
const PARTS: readonly (readonly [group: string, word: string, said: (text: string, groups: Groups) => Dated])[] = [
  ["date", "{date}", (text) => ({ unit: "day", value: dayOf(text) })],
  ["dayOfYear", "{date}", (text) => dayIn(Number(text.split("/")[1]), Number.parseInt(text, 10))],
  [
    "month",
    "{mois}",
    (text, { day }) => {
      const value = Number(text) || monthOfWord(text);
      // « au 30 juin »: the day as well as its month
      return day === undefined ? { unit: "month", value } : dayIn(value, Number.parseInt(day, 10));
    },
  ],
  ["months", "{n} mois", (text) => ({ unit: "length", value: Number(text) })],
  ["quarter", "{trimestre}", (text) => ({ unit: "quarter", value: rankOf(text) })],
  ["half", "{semestre}", (text) => ({ unit: "half", value: rankOf(text) })],
  ["year", "{an}", (text) => ({ unit: "year", value: Number(text) })],
  ["shortYear", "{an}", (text) => ({ unit: "year", value: 2000 + Number(text) })],
  ["number", "{n}", (text) => ({ unit: "number", value: numberIn(text) })],
];

/** The raised letters of « 1er », « 2e », which a PDF may set apart. */
const ORDINAL = /^\s*(?:er|ere|e|eme|nd|nde)\s*$/i;

/** "CUMUL JANV.-JUIN 2026 (*)" => "cumul {mois} {an} *", with January, June, 2026 */
export const readText = remember((text: string): ReadText => {
  if (ORDINAL.test(text)) return { shape: "{rang}", dates: [] };
  const dates: Dated[] = [];
  const left = plain(text).replace(CHANGING, (...all: unknown[]) => {
    const groups = all.at(-1) as Groups;
    if (groups.age !== undefined) return groups.age;
    if (groups.weekday !== undefined) return " {jour} ";
    const words = PARTS.flatMap(([group, word, said]) => {
      const text = groups[group];
      if (text === undefined) return [];
      dates.push(said(text, groups));
      return [word];
    });
    return ` ${words.join(" ")} `;
  });
  const shape = left
    .replace(/(?:\{mois\}[\s,]*(?:(?:a|au|et|-|–|fin)\s*)?)+/g, "{mois} ")
    .replace(/(?:\{n\}\s*)+/g, "{n} ")
    .replace(/[^\p{L}\p{N}{}%*+<>]+/gu, " ")
    .trim();
  return { shape, dates };
});

/** Of what a number in a cell of its own is one: « Trimestre » stands over or beside 1, 2; « Mois » over 4, 5, 6; « Période » over 202604. */
export type NumberUnit = "month" | "quarter" | "half" | "year-month";
const WORDS: Readonly<Record<Exclude<NumberUnit, "year-month">, RegExp>> = {
  quarter: /\b(?:trim|trimestres?)\b/,
  half: /\b(?:sem|semestres?)\b/,
  month: /\bmois\b/,
};
/** The unit that a word names. */
export const unitNamed = (text: string): NumberUnit | undefined =>
  (["quarter", "half", "month"] as const).find((unit) => WORDS[unit].test(plain(text)));

/** A number alone, as what it is of time. */
export function inUnit(dates: readonly Dated[], unit: NumberUnit | undefined): readonly Dated[] {
  const [only, second] = dates;
  if (unit === undefined || only?.unit !== "number" || typeof only.value !== "number" || second) return dates;
  if (unit !== "year-month") return [{ unit, value: only.value }];
  return [
    { unit: "month", value: only.value % 100 },
    { unit: "year", value: Math.floor(only.value / 100) },
  ];
}

export const shapeOf = (text: string): string => readText(text).shape;

/** What is added to a file's name from one sending to the next, and says nothing. */
const OF_NAMES =
  /\b(?:v?def|definiti(?:f|ve)|rectifi[a-z]*|corrige[a-z]*|finale?|vf|copie(?: de)?|copy(?: of)?)\b|\bv(?:ersion)? ?\{n\}/g;

/**
 * "IS101 Commune T2 2026 def (2).xlsx" => "is {n} commune {trimestre} {an}", with 2nd quarter, 2026: numbers of versions and statements are no
 * dates.
 */
export function readName(name: string): ReadText {
  const bare = name.replace(/\.[a-z0-9]{2,5}$/i, "").replace(/\s*\(\d+\)\s*$/, "");
  const { shape, dates } = readText(bare.replace(/_/g, " "));
  return {
    shape: shape.replace(OF_NAMES, " ").replace(/\s+/g, " ").trim(),
    dates: dates.filter(({ unit }) => unit !== "number"),
  };
}

/** A cell's text; of a confirmed file, what is kept of it. */
export const readCell = (cell: Cell | undefined): ReadText => cell?.sealed ?? readText(cell?.text.trim() ?? "");
export const isBlank = (cell: Cell | undefined): boolean =>
  cell?.sealed === undefined && (cell?.text ?? "").trim() === "";

/** An empty place, or a mark of none that no legend makes a zero: "-", "nd". */
export const isNothing = (text: string): boolean => {
  const number = parseNumber(text);
  return text === "" || (number?.kind === "absent" && number.status === "missing");
};

/** "=", "en hausse": what stands in the place of a change, beside numbers, arrows and the marks for none. */
const TREND = /^(?:[-–—−=/*.]+|(?:en )?(?:hausse|baisse|stables?))$/i;
export const isTrend = (text: string): boolean => TREND.test(text);
/** A year alone, "2026", may be a figure, a heading or a text of its row. */
const YEAR_ALONE = new RegExp(`^\\s*${YEAR}\\s*$`);
export const isYear = (text: string): boolean => YEAR_ALONE.test(text);
export const isValue = (text: string): boolean => parseNumber(text) !== undefined || isTrend(text);
