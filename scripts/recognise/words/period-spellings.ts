/** How French services write periods: one line a spelling, whose groups say what it holds (itemsOf). Adding one is a line here and one in its test. */
import { endItem, type Groups, type Item, itemsOf, MONTH, monthsItem, ORDINAL } from "./period-items.ts";

const r = String.raw;
const Y = r`(?:19|20)\d{2}(?!\d)`;
/** "2026", "26" */
const YY = r`(?:${Y}|\d{2}(?![\d/]))`;
const YEAR = `(?<y>${Y})`;
/** A year behind a quarter, an apostrophe or a dash before it: "T1-26". */
const YEAR_BEHIND = r`(?:[ '/-]*(?<y>(?:20)?\d{2}))?(?![0-9a-z])`;
const M = r`${MONTH}(?![a-z])\.?`;
/** "I", "IV": the rank of a quarter. */
const ROMAN = "(?<n>iii|ii|iv|i)(?![a-z])";
const START = "(?<![a-z0-9])";
const TO = r`\s*(?:au|a|-)\s*`;
const TO_DAY = r`\s*(?:au|a|-|jusqu'au)\s*`;

/** A spelling, with what it always says; or what its groups say. */
type Spelling = readonly [pattern: string, says?: Item | ((groups: Groups) => readonly Item[])];

/** From one day or month to another, and the days that end them. In order: what is more specific first. */
const SPANS: readonly Spelling[] = [
  // "depuis le 1er janvier 2026"; "2025 - Cumul depuis le 1er janvier" says one period
  [
    r`${START}depuis (?:le )?(?:1er janvier|0?1/0?1|janvier)(?:[ /]${YEAR})?(?![a-z0-9])`,
    (groups) => (groups.y === undefined ? [{ cumulative: true, again: true }] : itemsOf(groups, { cumulative: true })),
  ],
  // "depuis juillet 2025", "depuis le 15 mai": nothing says until when
  [
    r`${START}depuis (?:le )?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?(?!\d)|(?:\d{1,2}(?:\s?er)?\s+)?${M}(?:\s+${Y})?)`,
    { unreadable: true },
  ],
  // "du 01/01/2026 au 31/03/2026", "01/01-31/03/2026"
  [
    r`${START}(?:du |de )?(?<d>\d{1,2})[/.-](?<m>\d{1,2})(?:[/.-](?<y>\d{4}|\d{2}))?${TO_DAY}(?<d2>\d{1,2})[/.-](?<m2>\d{1,2})[/.-](?<y2>\d{4}|\d{2})(?!\d)`,
  ],
  // "du 1er janvier au 31 mars 2026"
  [
    r`${START}(?:du |de )?(?<d>\d{1,2})(?:\s?er)?\s+(?<m>${M})(?:\s+${YEAR})?${TO_DAY}(?<d2>\d{1,2})(?:\s?er)?\s+(?<m2>${M})\s+(?<y2>${Y})`,
  ],
  // "à fin septembre 2026": since January; "arrêté à fin septembre" is a date
  [
    r`(?<!arretee?s? |situation |extraction |donnees )${START}a fin (?<m>${M})(?:\s+${YEAR})?`,
    (groups) => [{ cumulative: true, again: true }, ...endItem(groups)],
  ],
  // "au 31/03/2026", "jusqu'au 31 mars 2026", "fin mars 2026"
  [
    r`${START}(?:jusqu'au|au|a fin|fin)\s+(?:(?<d>\d{1,2})[/.-](?<m>\d{1,2})(?:[/.-](?<y>\d{4}|\d{2}))?(?![\d/])|(?:(?<d>\d{1,2})(?:\s?er)?\s+)?(?<m>${M})(?:\s+${YEAR})?)`,
    endItem,
  ],
  // "01-03/2026", "1 a 3/2026"
  [r`(?<![\d/.-])(?<m>0?[1-9]|1[0-2])${TO}(?<m2>0?[1-9]|1[0-2])/(?<y2>${Y})`],
  // "08/04/2026", "8 avril 2026": a date, which says nothing
  [r`${START}(?:le )?\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)`],
  [r`${START}(?:le )?\d{1,2}(?:\s?er)?\s+${M}\s+${Y}`],
  // "2026-01/2026-03", "2026-01 a 2026-03"
  [r`(?<!\d)${YEAR}-(?<m>0[1-9]|1[0-2])\s*(?:/|a|au|-)\s*(?<y2>${Y})-(?<m2>0[1-9]|1[0-2])(?!\d)`],
  // "01/2026 - 03/2026", "01/26 - 03/26"
  [r`(?<![\d/])(?<m>0[1-9]|1[0-2])[/-](?<y>${YY})${TO}(?<m2>0[1-9]|1[0-2])[/-](?<y2>${YY})`],
  // "janv. fev. mars 2026", "avril/mai/juin 2026", "avril-mai-juin"
  [r`${START}(?<list>${M}[\s/-]+${M}[\s/-]+${M})(?:[\s-]*${YEAR})?`],
  // "janvier, fevrier et mars 2026"
  [r`${START}(?<list>(?:${M}\s*,\s*)+${M}(?:\s*(?:,|et)\s*${M})?|${M}\s*et\s*${M})(?:\s*${YEAR})?`],
  // "janvier a mars 2026", "janv.-mars 26", "avril 2025 a mars 2026", "juil. 25 - juin 26"
  [r`${START}(?:de )?(?<m>${M})(?:[ '-]*(?<y>${YY}))?\s*(?:a|au|-|/)\s*(?<m2>${M})(?:[ '-]*(?<y2>${YY}))?`],
];

const SPELLINGS: readonly Spelling[] = [
  ...SPANS,
  // "cumul 2025 et 12 derniers mois": another period
  [
    r`(?<![a-z])(?:et|puis|\+|&|\/)\s*(?:les |des |sur )?(?:12|douze)\s*(?:derniers mois|mois gliss\w+|mois mobiles?)(?![a-z])`,
    () => [{ rolling: true, besides: true }],
  ],
  // "12 derniers mois", "neuf premiers mois", "12 mois glissants"
  [
    r`${START}(?:les |des |sur )?(?<count>\d{1,2}|trois|six|neuf|douze)\s*(?<which>premiers?|derniers?|1ers)?\s*mois(?<tail>(?:\s+(?:gliss\w+|mobiles?|preced\w+|cumul\w*))?)(?![a-z])`,
    monthsItem,
  ],
  [r`(?<![a-z])(?:annee|an|cumul) (?:glissante?|mobile)(?![a-z])`, { rolling: true }],
  // "1er trimestre", "2eme trim.", "Premier semestre"
  [
    r`${START}(?<n>${ORDINAL})[\s.-]*(?<unit>tri(?:m(?:estres?|\.)?)?|sem(?:estres?|\.)?)(?![a-z])(?:[ '/-]*(?<y>\d{2})(?![\d/]))?`,
  ],
  // "1er bimestre 2026", "semaine 12": no span of the statements
  [
    r`${START}(?:${ORDINAL}[\s.-]*(?:bi|quadri)mestre|(?:bi|quadri)mestre\s*\d|semaines?\s*(?:n\s?°\s*)?\d{1,2})(?![a-z0-9])`,
    { unreadable: true },
  ],
  // "1er T 2026", "2e T."
  [r`${START}(?<n>[1-4])\s?(?:ers?|ere|re|emes?|es?|nde?|°)\s*t\.?(?![a-z0-9'])`],
  // "II/2026", "2026-II", "trimestre II": quarters
  [r`${START}${ROMAN}[ /-]*${YEAR}`],
  [r`(?<!\d)${YEAR}[ /-]*${ROMAN}`],
  [r`${START}trim(?:estre|\.)?\s*${ROMAN}`],
  // "2/2026", "2026-2", alone: a quarter, or a month
  [
    r`^(?:(?<rank>[1-9]|1[0-2])\s?[/-]\s?${YEAR}|${YEAR}\s?[/-]\s?(?<rank>[1-9]))$`,
    ({ rank, y }) => [{ rank: Number(rank) }, { year: Number(y) }],
  ],
  // "2026.1": a quarter; a month has two figures
  [r`(?<![\d.,/])(?<y>20\d{2})\.(?<n>[1-4])(?![\d.,/])`],
  // "trimestre 1", "trim. n° 2", "semestre 1"
  [r`${START}(?<unit>trim(?:estre|\.)?|sem(?:estre|\.)?)\s*(?:n\s?°\s*)?(?<n>[1-4])(?![0-9a-z])`],
  // "T1 2026", "2026T1", "T1-26", "T 1", "T12026", "S1 2026"
  [r`(?<![a-z])(?:(?<unit>tr?|q)[\s.]?|(?<!\.)(?<unit>s)\s?)0?(?<n>[1-4])${YEAR_BEHIND}`],
  // "1T2026", "1T 26", "1S-2026"
  [r`${START}(?<n>[1-4])\s?(?<unit>tr?|q|s)${YEAR_BEHIND}`],
  // "2016M01", "2026_01", "2026-01", "202601", "01/2026"
  [r`(?<!\d)(?<y>(?:19|20)\d{2})(?:\s?m|[-/ ])?(?<m>0[1-9]|1[0-2])(?!\d)`],
  [r`(?<![\d/])(?<m>0[1-9]|1[0-2])[/-]${YEAR}`],
  // "janv. 2026", "fevr.-26", "juin"
  [r`${START}(?<m>${M})(?:[ '-]*(?<y>\d{2})(?!\d))?`],
  // "3e trimestre 2026 et cumul": another period
  [
    r`(?<![a-z])(?:et|puis|\+|&)\s*(?:le |du |de la |en )?cumul(?:e|es|s|atif)?(?![a-z])`,
    () => [{ cumulative: true, besides: true }],
  ],
  // "cumul trimestriel", "cumul du trimestre": its months together, and no count since January
  [r`(?<![a-z])cumul (?:du |de ce )?trimestr(?:e|iel)(?![a-z])`, { own: "quarter" }],
  // "cumul", "total cumule", "depuis le debut de l'annee"; "total" before "cumul" is that of forces or of lines
  [
    r`(?<![a-z])(?:en |total (?=cumul[ea]))?cumul(?:e|es|ee|ees|s|atif|atifs|ative|atives)?(?: (?:annuel|annuels|annuelle))?(?:(?: de l'annee| d'annee| annee)(?! (?:prec|dern|pass|ant|ecoul|en cours|cour|act)))?(?: depuis (?:le )?(?:1er )?(?:janvier|debut d(?:e l')?(?:'| )?annee))?(?![a-z])`,
    { cumulative: true },
  ],
  [r`(?<![a-z])depuis (?:le )?debut d(?:e l')?(?:'| )?annee(?![a-z])`, { cumulative: true }],
  // "annee precedente", "an dernier", "annee en cours"
  [
    r`(?<![a-z])(?:l')?(?:annee|an|exercice) (?:precedente?|derniere?|passee?|anterieure?|ecoulee?)(?![a-z])`,
    { year: { relative: -1 }, own: "year" },
  ],
  [
    r`(?<![a-z])(?:l'|cette )?(?:annee|exercice) (?:en cours|courante?|actuelle)(?![a-z])`,
    { year: { relative: 0 }, own: "year" },
  ],
  [r`(?<![a-z])(?:trimestre|trim\.?) prec(?:edent|\.)?(?![a-z])`, { own: "before" }],
  // "annee 2026", "annuel 2025"
  [
    r`${START}(?:l')?(?:annee|annees|an|annuel|annuelle|exercice)(?: civile| complete| entiere| pleine)?[ :]*${YEAR}`,
    { wholeYear: true },
  ],
  // over "2025 | 2026"
  [r`(?<![a-z])(?:l')?annees? (?:complete|entiere|pleine)s?(?![a-z])`, { wholeYear: true }],
  // "N-1", "A-1", "Année N"
  [
    r`${START}(?:l')?(?:annee )?(?:n\s*-\s*|a-)(?<back>[1-9])(?!\d)`,
    ({ back }) => [{ year: { relative: -Number(back) } }],
  ],
  [r`(?<![a-z0-9'.])(?:l')?(?:annee )?n(?![a-z0-9°'.])(?!\s*°)`, { year: { relative: 0 } }],
  [r`(?<!\d)${YEAR}`],
  // "meme trimestre", "semestre en cours"
  [
    r`(?<![a-z])(?:meme |du )?(?<unit>trimestre|trim\.?|semestre)(?: (?:en cours|courant|considere|ecoule|etudie|de reference))?(?![a-z])(?! prec)`,
    ({ unit }) => [{ own: unit === "semestre" ? "half" : "quarter" }],
  ],
  [r`(?<![a-z])(?:meme (?:periode|mois)|periode (?:en cours|courante|consideree|etudiee))(?![a-z])`, { own: "period" }],
];

/** A spelling, to be looked for as often as it comes. */
export interface Rule {
  readonly pattern: RegExp;
  readonly items: (groups: Groups) => readonly Item[];
}

/** In order: what is more specific first. Each match is taken out of the text before the next rule looks. */
export const RULES: readonly Rule[] = SPELLINGS.map(([pattern, says = {}]) => ({
  pattern: new RegExp(pattern, "g"),
  items: typeof says === "function" ? says : (groups) => itemsOf(groups, says),
}));
