/** How French services write periods: one rule a spelling. Adding one is a line here and one in its test. */
import {
  COUNT_WORDS,
  MONTH,
  monthNumber,
  monthsItem,
  ORDINAL,
  ordinalNumber,
  quarterItem,
  ROMAN,
  type Rule,
  rankItem,
  relativeYear,
  START,
  shortItems,
  within,
  Y,
  yearItem,
} from "./period-items.ts";
import { SPANS } from "./period-span-rules.ts";

/** In order: what is more specific first. Each match is taken out of the text before the next rule looks. */
const SPELLINGS: readonly Rule[] = [
  ...SPANS,
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
  // "1er trimestre", "2eme trim.", "Premier semestre"
  [
    new RegExp(
      `${START}(${ORDINAL})[\\s.-]*(tri(?:m(?:estres?|\\.)?)?|sem(?:estres?|\\.)?)(?![a-z])(?:[ '/-]*(\\d{2})(?![\\d/]))?`,
    ),
    ([, n, unit, y]) => shortItems(rankItem(unit, ordinalNumber(n ?? "")), y),
  ],
  // "1er bimestre 2026", "semaine 12": no span of the statements
  [
    new RegExp(
      `${START}(?:${ORDINAL}[\\s.-]*(?:bi|quadri)mestre|(?:bi|quadri)mestre\\s*\\d|semaines?\\s*(?:n\\s?°\\s*)?\\d{1,2})(?![a-z0-9])`,
    ),
    () => [{ kind: "unreadable" }],
  ],
  // "1er T 2026", "2e T."
  [/(?<![a-z0-9])([1-4])\s?(?:ers?|ere|re|emes?|es?|nde?|°)\s*t\.?(?![a-z0-9'])/, ([, n]) => [quarterItem(Number(n))]],
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
  // "2026.1": a quarter; a month has two figures
  [/(?<![\d.,/])(20\d{2})\.([1-4])(?![\d.,/])/, ([, y, n]) => [quarterItem(Number(n)), yearItem(y ?? "")]],
  // "trimestre 1", "trim. n° 2", "semestre 1"
  [
    /(?<![a-z0-9])(trim(?:estre|\.)?|sem(?:estre|\.)?)\s*(?:n\s?°\s*)?([1-4])(?![0-9a-z])/,
    ([, unit, n]) => [rankItem(unit, Number(n))],
  ],
  // "T1 2026", "2026T1", "T1-26", "T 1", "T12026", "S1 2026"
  [
    /(?<![a-z])(?:(tr?|q)[\s.]?|(?<!\.)(s)\s?)0?([1-4])(?:[ '/-]*((?:20)?\d{2}))?(?![0-9a-z])/,
    ([, quarter, half, n, y]) => shortItems(rankItem(half ?? quarter, Number(n)), y),
  ],
  // "1T2026", "1T 26", "1S-2026"
  [
    /(?<![a-z0-9])([1-4])\s?(tr?|q|s)(?:[ '/-]*((?:20)?\d{2}))?(?![0-9a-z])/,
    ([, n, unit, y]) => shortItems(rankItem(unit, Number(n)), y),
  ],
  // "2016M01", "2026_01", "2026-01", "202601", "01/2026"
  [
    /(?<!\d)((?:19|20)\d{2})(?:\s?m|[-/ ])?(0[1-9]|1[0-2])(?!\d)/,
    ([, y, m]) => [within(Number(m), Number(m)), yearItem(y ?? "")],
  ],
  [
    /(?<![\d/])(0[1-9]|1[0-2])[/-]((?:19|20)\d{2})(?!\d)/,
    ([, m, y]) => [within(Number(m), Number(m)), yearItem(y ?? "")],
  ],
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
  // over "2025 | 2026"
  [/(?<![a-z])(?:l')?annees? (?:complete|entiere|pleine)s?(?![a-z])/, () => [{ kind: "wholeYear" }]],
  // "N-1", "A-1", "Année N"
  [/(?<![a-z0-9])(?:l')?(?:annee )?(?:n\s*-\s*|a-)([1-9])(?!\d)/, ([, n]) => [relativeYear(-Number(n))]],
  [/(?<![a-z0-9'.])(?:l')?(?:annee )?n(?![a-z0-9°'.])(?!\s*°)/, () => [relativeYear(0)]],
  [new RegExp(`(?<!\\d)(${Y})`), ([, y]) => [yearItem(y ?? "")]],
  // "meme trimestre", "semestre en cours"
  [
    /(?<![a-z])(?:meme |du )?(trimestre|trim\.?|semestre)(?: (?:en cours|courant|considere|ecoule|etudie|de reference))?(?![a-z])(?! prec)/,
    ([, unit]) => [{ kind: "own", own: unit === "semestre" ? "half" : "quarter" }],
  ],
  [
    /(?<![a-z])(?:meme (?:periode|mois)|periode (?:en cours|courante|consideree|etudiee))(?![a-z])/,
    () => [{ kind: "own", own: "period" }],
  ],
];

/** The spellings, each to be looked for as often as it comes. */
export const RULES: readonly Rule[] = SPELLINGS.map(([pattern, items]) => [new RegExp(pattern.source, "g"), items]);
