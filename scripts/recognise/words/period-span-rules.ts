/** Periods written from one day or month to another, and the days that end them: one rule a spelling. */
import {
  dayRange,
  daysIn,
  fullYear,
  MONTH,
  monthList,
  monthNumber,
  monthRange,
  type Rule,
  START,
  Y,
  yearItem,
} from "./period-items.ts";

/** "2026", "26" */
const YY = `(?:${Y}|\\d{2}(?![\\d/]))`;

/** In order: what is more specific first. */
export const SPANS: readonly Rule[] = [
  // "depuis le 1er janvier 2026"
  [
    new RegExp(`${START}depuis (?:le )?(?:1er janvier|0?1/0?1|janvier)(?:[ /](${Y}))?(?![a-z0-9])`),
    ([, y]) => (y ? [{ kind: "cumulative" }, yearItem(y)] : [{ kind: "cumulative" }]),
  ],
  // "du 01/01/2026 au 31/03/2026", "01/01-31/03/2026"
  [
    new RegExp(
      `${START}(?:du |de )?(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?\\s*(?:au|a|-|jusqu'au)\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?!\\d)`,
    ),
    ([, d1, m1, y1, d2, m2, y2]) =>
      dayRange(
        { day: Number(d1), month: Number(m1), year: fullYear(y1 ?? y2 ?? "") },
        { day: Number(d2), month: Number(m2), year: fullYear(y2 ?? "") },
      ),
  ],
  // "du 1er janvier au 31 mars 2026"
  [
    new RegExp(
      `${START}(?:du |de )?(\\d{1,2})(?:\\s?er)?\\s+(${MONTH})(?:\\s+(${Y}))?\\s*(?:au|a|-|jusqu'au)\\s*(\\d{1,2})(?:\\s?er)?\\s+(${MONTH})\\s+(${Y})`,
    ),
    ([, d1, m1, y1, d2, m2, y2]) =>
      dayRange(
        { day: Number(d1), month: monthNumber(m1 ?? ""), year: fullYear(y1 ?? y2 ?? "") },
        { day: Number(d2), month: monthNumber(m2 ?? ""), year: fullYear(y2 ?? "") },
      ),
  ],
  // "à fin septembre 2026": since January; "arrêté à fin septembre" is a date
  [
    new RegExp(`(?<!arretee?s? |situation |extraction |donnees )${START}a fin (${MONTH})(?:\\s+(${Y}))?`),
    ([, words, y]) => [
      { kind: "cumulative", again: true },
      { kind: "until", month: monthNumber(words ?? ""), year: y ? fullYear(y) : null },
    ],
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
      const day = Number(d ?? d2 ?? daysIn(year ?? 2025, number));
      if (day < daysIn(year ?? 2025, number)) return [{ kind: "date", until: { day, month: number, year } }];
      return [{ kind: "until", month: number, year }];
    },
  ],
  // "01-03/2026", "1 a 3/2026"
  [
    new RegExp(`(?<![\\d/.-])(0?[1-9]|1[0-2])\\s*(?:a|au|-)\\s*(0?[1-9]|1[0-2])/(${Y})`),
    ([, m1, m2, y]) => monthRange(Number(m1), y, Number(m2), y),
  ],
  // "08/04/2026", "8 avril 2026": a date
  [new RegExp(`${START}(?:le )?\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})(?!\\d)`), () => [{ kind: "date" }]],
  [new RegExp(`${START}(?:le )?\\d{1,2}(?:\\s?er)?\\s+${MONTH}\\s+${Y}`), () => [{ kind: "date" }]],
  // "2026-01/2026-03", "2026-01 a 2026-03"
  [
    new RegExp(`(?<!\\d)(${Y})-(0[1-9]|1[0-2])\\s*(?:/|a|au|-)\\s*(${Y})-(0[1-9]|1[0-2])(?!\\d)`),
    ([, y1, m1, y2, m2]) => monthRange(Number(m1), y1, Number(m2), y2),
  ],
  // "01/2026 - 03/2026", "01/26 - 03/26"
  [
    new RegExp(`(?<![\\d/])(0[1-9]|1[0-2])[/-](${YY})\\s*(?:a|au|-)\\s*(0[1-9]|1[0-2])[/-](${YY})`),
    ([, m1, y1, m2, y2]) => monthRange(Number(m1), y1, Number(m2), y2),
  ],
  // "janv. fev. mars 2026", "avril/mai/juin 2026", "avril-mai-juin"
  [
    new RegExp(`${START}(${MONTH}[\\s/-]+${MONTH}[\\s/-]+${MONTH})(?:[\\s-]*(${Y}))?`),
    ([, list, y]) =>
      monthList(
        (list ?? "")
          .split(/[\s/.-]+/)
          .filter((m) => m !== "")
          .map(monthNumber),
        y,
      ),
  ],
  // "janvier, fevrier et mars 2026": months that follow each other
  [
    new RegExp(
      `${START}((?:${MONTH}\\s*,\\s*)+${MONTH}(?:\\s*(?:,|et)\\s*${MONTH})?|${MONTH}\\s*et\\s*${MONTH})(?:\\s*(${Y}))?`,
    ),
    ([, list, y]) => monthList((list ?? "").split(/\s*(?:,|(?<![a-z])et(?![a-z]))\s*/).map(monthNumber), y),
  ],
  // "janvier a mars 2026", "janv.-mars 26", "avril 2025 a mars 2026", "juil. 25 - juin 26"
  [
    new RegExp(`${START}(?:de )?(${MONTH})(?:[ '-]*(${YY}))?\\s*(?:a|au|-|/)\\s*(${MONTH})(?:[ '-]*(${YY}))?`),
    ([, m1, y1, m2, y2]) => monthRange(monthNumber(m1 ?? ""), y1, monthNumber(m2 ?? ""), y2),
  ],
];
