/**
 * What a random statement may look like: one line a feature, the plainest choice first. A plan takes one choice of each;
 * shrinking a failure means moving choices back to the first ones while it still fails.
 */
import type { Random } from "../demo/random.ts";

export const CHOICES = {
  // what is counted
  statement: ["IS101", "IST"],
  quarter: ["2026-T1", "2026-T2", "2026-T3", "2025-T4", "2025-T2", "2024-T3", "2023-T1"],
  lineCount: [3, 2, 5, 9, 12],
  lineOrder: ["nomenclature", "shuffled"],
  unknownLine: ["none", "one", "two"],
  size: ["small", "town", "large", "zeros"],
  missing: ["none", "nd", "NC", "empty", "-", "NA", "/", "ndiff", "s", "n.d.", "—", "Néant", "..."],
  // how it is laid out
  layout: [
    "P/F columns",
    "F/P columns",
    "F captions",
    "P captions",
    "L,F rows",
    "F,L rows",
    "L,P rows",
    "P,L rows",
    "transposed",
    "transposed, forces down",
    "transposed, forces across",
    "long",
    "F,P captions",
  ],
  periods: [
    "two quarters",
    "title only",
    "one quarter",
    "two quarters and cumul",
    "cumul only",
    "half-years",
    "quarters of the year",
    "quarters of two years",
    "months",
    "months and quarter",
    "N-1, N",
    "date ranges",
    "years",
    "quarter and rolling year",
    "following quarters",
    "bare years",
  ],
  periodOrder: ["as drawn", "reversed"],
  periodSplit: ["together", "year above", "year below", "year in title"],
  forces: ["none", "both and total", "both", "total first", "police only", "gendarmerie only", "gendarmerie first"],
  groupedBy: ["merged", "repeated"],
  // words
  quarterWords: [
    "1er trimestre 2026",
    "T1 2026",
    "1er trim. 2026",
    "2ème trimestre 2026",
    "Premier trimestre 2026",
    "1T2026",
    "1T 2026",
    "2026T1",
    "2026-T1",
    "2026 T1",
    "T1-2026",
    "T1/2026",
    "1ER TRIMESTRE 2026",
    "1er Trim 2026",
    "Trimestre 1 2026",
    "1er trimestre de l'année 2026",
    "1er  trimestre\u00a02026",
    "1er trimestre\n2026",
    "2nd trimestre 2026",
    "1er trimestre 2026 (janvier-mars)",
    "1ER TRIM. 2026",
    "Trim. 1 2026",
    "1T26",
    "Q1 2026",
    "1er trimestre - 2026",
  ],
  halfWords: ["1er semestre 2026", "S1 2026", "1S2026", "2026S1", "Premier semestre 2026", "1er sem. 2026", "S1-2026"],
  monthWords: [
    "janvier 2026",
    "janv. 2026",
    "janv.-26",
    "Janvier 2026",
    "2026_01",
    "2026M01",
    "JANVIER 2026",
    "2026-01",
  ],
  cumulWords: [
    "Cumul 2026",
    "CUMUL 2026",
    "Cumul annuel 2026",
    "Cumul au 31/03/2026",
    "Cumul depuis le 1er janvier 2026",
    "Cumul janvier-mars 2026",
    "Cumulé 2026",
    "Cumul à fin mars 2026",
    "Cumul 3 mois 2026",
    "Total cumulé 2026",
    "Depuis le 1er janvier 2026",
    "Cumul du 01/01/2026 au 31/03/2026",
    "Cumul (janv.-mars 2026)",
    "Cumul année 2026",
  ],
  rangeWords: [
    "du 01/01/2026 au 31/03/2026",
    "Janvier à mars 2026",
    "01/01/2026 - 31/03/2026",
    "janv. - mars 2026",
    "du 1er janvier au 31 mars 2026",
    "Janvier-Mars 2026",
    "de janvier à mars 2026",
    "01/2026 - 03/2026",
    "janv/mars 2026",
    "Janvier, février, mars 2026",
  ],
  yearWords: ["Année 2025", "année 2025", "ANNEE 2025", "An 2025"],
  rollingWords: ["12 derniers mois", "12 mois glissants", "Année glissante", "Douze derniers mois"],
  relativeWords: ["N", "n", "Année N"],
  forceWords: [
    "Police",
    "PN",
    "Police nationale",
    "ZPN",
    "POLICE",
    "P.N.",
    "Zone police",
    "CPN",
    "CSP",
    "Police Nationale (PN)",
  ],
  totalWords: [
    "Total",
    "Ensemble",
    "PN + GN",
    "Police + Gendarmerie",
    "TOTAL",
    "PN+GN",
    "Total PN-GN",
    "Toutes forces",
  ],
  cornerWords: [
    "Type d'infractions",
    "Nature des faits",
    "Indicateurs",
    "",
    "Libellé",
    "Infractions",
    "FAITS CONSTATÉS",
    "Index / Libellé",
  ],
  countWords: [
    "Nombre de faits",
    "Faits constatés",
    "Nombre",
    "Nb de faits",
    "Faits enregistrés",
    "Nbre faits",
    "Total",
  ],
  headings: ["rows", "one cell", "one cell, dash", "one cell, brackets"],
  headingPrefix: ["none", "Nombre de faits", "Faits constatés", "Faits", "Rappel"],
  forceIn: ["headings", "title", "sheet name"],
  subject: ["none", "both forces", "commune"],
  columnNumbers: ["none", "(1)", "1", "A"],
  // labels
  labelForm: ["as is", "singular", "(s)"],
  labelMark: ["none", "*", "(1)", "\u00b9", " :"],
  valueMark: ["none", "*", " (p)", "(1)", " p"],
  labelNames: ["canonical", "aliases"],
  labelCase: ["as is", "upper", "upper without accents", "lower", "without accents"],
  labelApostrophe: ["'", "\u2019"],
  labelIndex: ["none", "(27, 28)", "[27, 28]", "(index 27, 28)", "(27-28)", "27, 28 -"],
  labelNumbering: ["none", "1 -", "1.", "1)", "•", "a)", "-"],
  labelSpaces: ["none", "trailing", "double", "no-break"],
  familyRows: [
    "own row",
    "own row, indented",
    "own row, dashes",
    "total row",
    "total row named",
    "two columns",
    "none",
    "tables",
  ],
  // other columns
  change: ["none", "difference", "difference and percent", "percent", "facts in words"],
  changeWords: [
    "Évolution",
    "Evol.",
    "Variation",
    "Écart",
    "Différence",
    "ÉVOLUTION",
    "Variation 2025/2026",
    "+/-",
    "Evolution N/N-1",
    "Var.",
    "Diff.",
    "Évolution en nombre",
    "Évol. 2025-2026",
  ],
  measures: ["none", "cleared", "cleared and rate", "charged", "rate", "all", "share", "places", "average", "target"],
  attributes: ["none", "rank", "index", "unit", "index and unit", "commune", "index first", "code", "trend"],
  observations: ["none", "empty", "text"],
  blankColumn: ["none", "after labels", "in the middle", "first"],
  columnOrder: ["as drawn", "others before counts"],
  // around the table
  statementIn: ["title", "file name", "sheet name", "lines only", "title on two lines"],
  titlePeriod: ["same", "Période :", "in brackets", "range", "both", "year"],
  quarterIn: ["title", "file name", "folder"],
  letterhead: ["none", "service", "several lines", "with numbers", "before the name"],
  notes: ["none", "source", "edited", "several", "numbers", "commentary", "legend", "signature"],
  blankRows: ["usual", "none", "many", "after head", "between rows"],
  totalRow: ["none", "last", "first"],
  sections: ["none", "titles", "spanning titles"],
  titleMerged: ["no", "yes"],
  captionRow: ["line", "in table", "sheets", "sheet names"],
  // file
  format: ["csv", "xlsx", "xls", "ods", "docx", "html", "odt", "rtf", "pdf"],
  thousands: [" ", "\u00a0", "\u202f", "none"],
  numbers: ["number", "text", "# ##0", "#,##0"],
  csvEncoding: ["utf-8", "windows-1252", "utf-8-bom", "utf-16le", "utf-16be"],
  csvSeparator: [";", ",", "\t"],
  csvStyle: ["filled", "ragged", "quoted", "sep line"],
  htmlTables: ["parts", "one", "one without heads"],
} as const;

type Choices = typeof CHOICES;
export type Feature = keyof Choices;
export type Plan = { readonly values: number } & { readonly [F in Feature]: Choices[F][number] };

const FEATURES = Object.keys(CHOICES) as Feature[];
/** Features where every choice is as likely; the others keep their plainest choice two times out of three. */
const EVEN: readonly Feature[] = [
  "statement",
  "quarter",
  "lineCount",
  "layout",
  "periods",
  "forces",
  "quarterWords",
  "forceWords",
  "totalWords",
  "format",
  "thousands",
  "numbers",
  "csvEncoding",
  "csvSeparator",
  "familyRows",
  "labelNames",
];

export function drawPlan(random: Random): Plan {
  const entries = FEATURES.map((feature) => {
    const choices: readonly (string | number)[] = CHOICES[feature];
    const plain = !EVEN.includes(feature) && random.chance(2 / 3);
    return [feature, plain ? choices[0] : random.pick(choices)] as const;
  });
  return { values: random.integer(1, 1_000_000), ...Object.fromEntries(entries) } as unknown as Plan;
}

/** Plans that are one step plainer: one feature moved to an earlier choice, the plainest first. */
function* plainer(plan: Plan): Generator<Plan> {
  for (const feature of FEATURES) {
    const choices: readonly (string | number)[] = CHOICES[feature];
    const at = choices.indexOf(plan[feature]);
    for (let i = 0; i < at; i++) yield { ...plan, [feature]: choices[i] };
  }
}

/** The plainest plan found that still fails: greedy, bounded by `steps` trials. */
export async function shrink(plan: Plan, fails: (plan: Plan) => Promise<boolean>, steps = 250): Promise<Plan> {
  let smallest = plan;
  let left = steps;
  for (let found = true; found; ) {
    found = false;
    for (const candidate of plainer(smallest)) {
      if (left-- <= 0) return smallest;
      if (await fails(candidate)) {
        smallest = candidate;
        found = true;
        break;
      }
    }
  }
  return smallest;
}

/** What in the plan is not the plainest: "layout: long · format: xlsx". */
export const describePlan = (plan: Plan): string =>
  [
    `values: ${plan.values}`,
    ...FEATURES.filter((f) => plan[f] !== CHOICES[f][0]).map((f) => `${f}: ${JSON.stringify(plan[f])}`),
  ].join(" · ");
