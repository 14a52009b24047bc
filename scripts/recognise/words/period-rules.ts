/** How French services write periods: one rule a spelling. Adding one is a line here and one in its test. */
import {
  COUNT_WORDS,
  dayRange,
  daysIn,
  fullYear,
  halfItem,
  halfOf,
  type Item,
  MONTH,
  monthList,
  monthNumber,
  monthRange,
  monthsItem,
  ORDINAL,
  ordinalNumber,
  quarterItem,
  ROMAN,
  relativeYear,
  START,
  shortItems,
  within,
  Y,
  yearItem,
} from "./period-items.ts";

export type Rule = readonly [RegExp, (m: RegExpExecArray) => readonly Item[]];

/** In order: what is more specific first. Each match is taken out of the text before the next rule looks. */
const SPELLINGS: readonly Rule[] = [
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
  // "01/2026 - 03/2026"
  [
    new RegExp(`(?<![\\d/])(0[1-9]|1[0-2])[/-](${Y})\\s*(?:a|au|-)\\s*(0[1-9]|1[0-2])[/-](${Y})`),
    ([, m1, y1, m2, y2]) => monthRange(Number(m1), y1, Number(m2), y2),
  ],
  // "01/26 - 03/26"
  [
    /(?<![\d/])(0[1-9]|1[0-2])\/(\d{2})\s*(?:a|au|-)\s*(0[1-9]|1[0-2])\/(\d{2})(?![\d/])/,
    ([, m1, y1, m2, y2]) => monthRange(Number(m1), String(fullYear(y1 ?? "")), Number(m2), String(fullYear(y2 ?? ""))),
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
  // "janv-mars 26"
  [
    new RegExp(`${START}(${MONTH})\\s*(?:a|au|-|/)\\s*(${MONTH})[ '-]*(\\d{2})(?![\\d/])`),
    ([, m1, m2, y]) => monthRange(monthNumber(m1 ?? ""), undefined, monthNumber(m2 ?? ""), String(fullYear(y ?? ""))),
  ],
  // "janvier a mars 2026", "janv.-mars 2026", "avril 2025 a mars 2026"
  [
    new RegExp(`${START}(?:de )?(${MONTH})(?:\\s*(${Y}))?\\s*(?:a|au|-|/)\\s*(${MONTH})(?:[ -]*(${Y}))?`),
    ([, m1, y1, m2, y2]) => monthRange(monthNumber(m1 ?? ""), y1, monthNumber(m2 ?? ""), y2),
  ],
  // "cumul 2025 et 12 derniers mois": another period
  [
    /(?<![a-z])(?:et|puis|\+|&|\/)\s*(?:les |des |sur )?(?:12|douze)\s*(?:derniers mois|mois gliss\w+|mois mobiles?)(?![a-z])/,
    () => [{ kind: "rolling", besides: true }],
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
    new RegExp(`${START}(${ORDINAL})[\\s.-]*tri(?:m(?:estres?|\\.)?)?(?![a-z])(?:[ '/-]*(\\d{2})(?![\\d/]))?`),
    ([, n, y]) => shortItems(quarterItem(ordinalNumber(n ?? "")), y),
  ],
  [
    new RegExp(`${START}(${ORDINAL})[\\s.-]*sem(?:estres?|\\.)?(?![a-z])(?:[ '/-]*(\\d{2})(?![\\d/]))?`),
    ([, n, y]) => shortItems(halfOf(ordinalNumber(n ?? "")), y),
  ],
  // "1er T 2026", "2e T."
  [/(?<![a-z0-9])([1-4])\s?(?:ers?|ere|re|emes?|es?|nde?|°)\s*t\.?(?![a-z0-9'])/, ([, n]) => [quarterItem(Number(n))]],
  // "T12026"
  [/(?<![a-z0-9])t([1-4])(20\d{2})(?!\d)/, ([, n, y]) => [quarterItem(Number(n)), yearItem(y ?? "")]],
  [/(?<![a-z0-9])s([12])(20\d{2})(?!\d)/, ([, n, y]) => [halfOf(Number(n)), yearItem(y ?? "")]],
  // "II/2026", "2026-II", "trimestre II": quarters
  [
    new RegExp(`${START}(${ROMAN})[ /-]*(${Y})`),
    ([, n, y]) => [quarterItem(ordinalNumber(n ?? "")), yearItem(y ?? "")],
  ],
  [
    new RegExp(`(?<!\\d)(${Y})[ /-]*(${ROMAN})`),
    ([, y, n]) => [quarterItem(ordinalNumber(n ?? "")), yearItem(y ?? "")],
  ],
  [new RegExp(`${START}trim(?:estre|\\.)?\\s*(${ROMAN})`), ([, n]) => [quarterItem(ordinalNumber(n ?? ""))]],
  // "2/2026", "2026-2", alone: a quarter, or a month
  [
    new RegExp(`^([1-9]|1[0-2])\\s?[/-]\\s?(${Y})$`),
    ([, n, y]) => [{ kind: "rank", rank: Number(n) }, yearItem(y ?? "")],
  ],
  [new RegExp(`^(${Y})\\s?[/-]\\s?([1-9])$`), ([, y, n]) => [{ kind: "rank", rank: Number(n) }, yearItem(y ?? "")]],
  // "trimestre 1", "trim. n° 2"
  [/(?<![a-z0-9])trim(?:estre|\.)?\s*(?:n\s?°\s*)?([1-4])(?![0-9a-z])/, ([, n]) => [quarterItem(Number(n))]],
  [/(?<![a-z0-9])sem(?:estre|\.)?\s*(?:n\s?°\s*)?([12])(?![0-9a-z])/, ([, n]) => [halfItem(Number(n))]],
  // "T1 2026", "2026T1", "T1-26", "T 1"
  [
    /(?<![a-z])(?:tr?|q)[\s.]?0?([1-4])(?:[ '/-]*(\d{2}))?(?![0-9a-z])/,
    ([, n, y]) => shortItems(quarterItem(Number(n)), y),
  ],
  [/(?<![a-z.])s\s?([12])(?:[ '/-]*(\d{2}))?(?![0-9a-z])/, ([, n, y]) => shortItems(halfItem(Number(n)), y)],
  // "1T2026", "1T 26", "1T-2026"
  [
    /(?<![a-z0-9])([1-4])\s?(?:tr?|q)(?:[ '/-]*(\d{2}))?(?=[\s/-]?(?:19|20)\d{2}(?!\d)|(?![0-9a-z]))/,
    ([, n, y]) => shortItems(quarterItem(Number(n)), y),
  ],
  [
    /(?<![a-z0-9])([12])\s?s(?:[ '/-]*(\d{2}))?(?=[\s/-]?(?:19|20)\d{2}(?!\d)|(?![0-9a-z]))/,
    ([, n, y]) => shortItems(halfItem(Number(n)), y),
  ],
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
  // "3e trimestre 2026 et cumul": another period
  [
    /(?<![a-z])(?:et|puis|\+|&)\s*(?:le |du |de la |en )?cumul(?:e|es|s|atif)?(?![a-z])/,
    () => [{ kind: "cumulative", besides: true }],
  ],
  // "cumul", "depuis le 1er janvier", "depuis le debut de l'annee"
  [
    /(?<![a-z])(?:en |total )?cumul(?:e|es|ee|ees|s|atif|atifs|ative|atives)?(?: (?:annuel|annuels|annuelle))?(?:(?: de l'annee| d'annee| annee)(?! (?:prec|dern|pass|ant|ecoul|en cours|cour|act)))?(?: depuis (?:le )?(?:1er )?(?:janvier|debut d(?:e l')?(?:'| )?annee))?(?![a-z])/,
    () => [{ kind: "cumulative" }],
  ],
  [/(?<![a-z])depuis (?:le )?debut d(?:e l')?(?:'| )?annee(?![a-z])/, () => [{ kind: "cumulative" }]],
  // "annee precedente", "an dernier", "annee en cours"
  [
    /(?<![a-z])(?:l')?(?:annee|an|exercice) (?:precedente?|derniere?|passee?|anterieure?|ecoulee?)(?![a-z])/,
    () => [relativeYear(-1), { kind: "own", own: "year" }],
  ],
  [
    /(?<![a-z])(?:l'|cette )?(?:annee|exercice) (?:en cours|courante?|actuelle)(?![a-z])/,
    () => [relativeYear(0), { kind: "own", own: "year" }],
  ],
  [/(?<![a-z])(?:trimestre|trim\.?) prec(?:edent|\.)?(?![a-z])/, () => [{ kind: "own", own: "before" }]],
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

/** The spellings, each to be looked for as often as it comes. */
export const RULES: readonly Rule[] = SPELLINGS.map(([pattern, items]) => [new RegExp(pattern.source, "g"), items]);
