/** A plan to a whole statement: its title and notes around its tables, its file name and folder, and what must be read. */

import { type Cell, COVERED, EMPTY } from "../../scripts/model/grid.ts";
import type { Nomenclature } from "../../scripts/model/nomenclature.ts";
import { isHalfYear, lengthOf, type Period, parseQuarterId, yearOf } from "../../scripts/model/period.ts";
import { type Random, seeded } from "../demo/random.ts";
import { type Block, blank, line, type Sheet } from "../demo/write/sheet.ts";
import { type Axis, forceInTitle, forceItems, measureItems, periodItems, saidPeriods } from "./axes.ts";
import type { Plan } from "./choices.ts";
import { drawLines } from "./labels.ts";
import { type Axes, type DrawnTable, drawTable, type Expected, placeOf, product } from "./table.ts";
import { forceText, periodText, rangeText, STATEMENT_NAMES } from "./words.ts";

export interface DrawnStatement {
  /** Delivery folder: "2026-T1". */
  readonly delivery: string;
  /** File name without its extension. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly expected: readonly Expected[];
  /** Two readings are possible: it may be refused, never misread. The reason, or null. */
  readonly mayRefuse: string | null;
}

const LAYOUTS: Readonly<
  Record<Plan["layout"], { rows: readonly Axis[]; columns: readonly Axis[]; captions?: readonly Axis[] }>
> = {
  "P/F columns": { rows: ["line"], columns: ["period", "force", "measure"] },
  "F/P columns": { rows: ["line"], columns: ["force", "period", "measure"] },
  "F captions": { rows: ["line"], columns: ["period", "measure"], captions: ["force"] },
  "P captions": { rows: ["line"], columns: ["force", "measure"], captions: ["period"] },
  "F,P captions": { rows: ["line"], columns: ["measure"], captions: ["force", "period"] },
  "L,F rows": { rows: ["line", "force"], columns: ["period", "measure"] },
  "F,L rows": { rows: ["force", "line"], columns: ["period", "measure"] },
  "L,P rows": { rows: ["line", "period"], columns: ["force", "measure"] },
  "P,L rows": { rows: ["period", "line"], columns: ["force", "measure"] },
  transposed: { rows: ["period"], columns: ["line"], captions: ["force"] },
  "transposed, forces down": { rows: ["period", "force"], columns: ["line"] },
  "transposed, forces across": { rows: ["period"], columns: ["line", "force"] },
  long: { rows: ["force", "line", "period"], columns: ["measure"] },
};

const SPREADSHEETS: readonly Plan["format"][] = ["xlsx", "xls", "ods"];

const LETTERHEADS: Readonly<Record<Plan["letterhead"], readonly string[]>> = {
  none: [],
  service: ["Direction interdépartementale de la Police nationale du Pas-de-Calais"],
  "several lines": [
    "MINISTÈRE DE L'INTÉRIEUR",
    "DIRECTION GÉNÉRALE DE LA POLICE NATIONALE",
    "Direction interdépartementale de la Police nationale des Trois-Vallées",
    "Circonscription de Police nationale de Valmont",
  ],
  "before the name": [],
  "with numbers": ["DIPN des Trois-Vallées - Tél. : 03 00 00 00 00", "N° 145/2026", "Réf. : DIPN/EM/2026-118"],
};

const NOTES: Readonly<Record<Plan["notes"], readonly string[]>> = {
  none: [],
  source: ["Source : logiciels de rédaction des procédures"],
  edited: ["Edité le 08/04/2026"],
  several: [
    "Source : SSMSI, base des crimes et délits enregistrés",
    "Données provisoires, susceptibles de révision",
    "Document confidentiel - diffusion restreinte",
  ],
  commentary: [
    "Au 1er trimestre 2026, 12 cambriolages ont été constatés, contre 9 au 1er trimestre 2025 (+33 %).",
    "La gendarmerie a recensé 3 vols de véhicules.",
  ],
  legend: ["PN : Police nationale ; GN : Gendarmerie nationale", "(1) dont tentatives"],
  signature: [
    "Fait à Valmont, le 8 avril 2026",
    "Le commissaire divisionnaire, chef de la circonscription de police nationale",
  ],
  numbers: ["Population municipale : 6 507 habitants", "Extraction du 08/04/2026 à 10:32", "Page 1/1"],
};

/** What the file is named after when the statement is not in its name. */
const NEUTRAL_NAMES = [
  "statistiques",
  "export",
  "tableau",
  "Envoi mairie",
  "Données transmises",
  "Copie de stats VF",
  "stat commune (2)",
];

/** The period that the title names: the latest one told, when it is a quarter or a half-year; the quarter otherwise. */
function titlePeriod(plan: Plan, q: Period): string {
  const last = saidPeriods(plan, q).at(-1);
  const isHalf = plan.periods === "half-years" && last !== undefined && isHalfYear(last.period);
  const said = { period: isHalf && last ? last.period : q, kind: "plain" } as const;
  return periodText(
    said,
    { ...plan, quarterWords: plan.quarterWords.includes("\n") ? "T1 2026" : plan.quarterWords },
    q,
  );
}

function titles(plan: Plan, q: Period, random: Random): string[] {
  const name = random.pick<string>(STATEMENT_NAMES[plan.statement]);
  const named = plan.statementIn === "title" || plan.statementIn === "title on two lines";
  const words = titlePeriod(plan, q);
  const dated = plan.quarterIn === "title";
  const commune = random.pick(["", " - Commune de Saint-Aubin-les-Tilleuls", " - SAINT-AUBIN-LES-TILLEULS (99001)"]);
  const prefix =
    plan.letterhead === "before the name" ? random.pick(["CPN VALMONT - ", "DIPN 99 - ", "CIAT de Valmont - "]) : "";
  const only = forceInTitle(plan);
  const inSheet = plan.forceIn === "sheet name" && SPREADSHEETS.includes(plan.format);
  const force = only === null || inSheet ? "" : ` - ${forceText(only, plan)}`;
  const topic = named
    ? name
    : random.pick([
        "Statistiques de la commune",
        "Etat des faits constatés",
        "Tableau de bord",
        "Bilan de la délinquance",
        "Suivi de la délinquance constatée",
        "Chiffres de la sécurité publique",
      ]);
  const subject = prefix + topic + force;
  const under = {
    none: [],
    "both forces":
      only === null && !plan.forces.endsWith("only")
        ? ["Faits constatés par la police et la gendarmerie nationales"]
        : [],
    commune: ["Commune : SAINT-AUBIN-LES-TILLEULS (code INSEE 99001)"],
  }[plan.subject];
  const [a, b] = saidPeriods(plan, q);
  const both =
    a?.kind === "plain" &&
    b?.kind === "plain" &&
    lengthOf(a.period) === lengthOf(b.period) &&
    (plan.periods === "two quarters" || plan.periods === "following quarters")
      ? ` - Comparaison ${periodText(a, plan, q)} / ${periodText(b, plan, q)}`
      : ` - ${words}`;
  const isYear = plan.periodSplit === "year in title" && ["quarters of the year", "months"].includes(plan.periods);
  const said = {
    both: both.replaceAll("\n", " "),
    year: isYear ? ` - Année ${yearOf(q.last)}` : ` - ${words}`,
    same: ` - ${words}`,
    "Période :": ` - Période : ${words}`,
    "in brackets": ` (${words})`,
    range: plan.periods === "half-years" ? ` - ${words}` : ` du ${rangeText(q)}`,
  }[plan.titlePeriod];
  if (plan.statementIn === "title on two lines")
    return [subject + commune, ...(dated ? [said.replace(/^ (?:- )?/, "")] : []), ...under];
  return [subject + commune + (dated ? said : ""), ...under];
}

function fileName(plan: Plan, q: Period, random: Random): string {
  const name =
    plan.statement === "IS101" ? random.pick(["IS101", "IS 101", "is101"]) : random.pick(["IST", "I.S.T", "ist"]);
  const base = plan.statementIn === "file name" ? name : random.pick(NEUTRAL_NAMES);
  if (plan.quarterIn !== "file name") return base;
  const words = titlePeriod(plan, q).replaceAll("/", "-");
  return random.chance(0.5) ? `${base} ${words}` : `${base}_${words.replaceAll(" ", "_")}`;
}

/** Why a reader may refuse: what the sheet leaves open, however well it is read. */
function doubt(plan: Plan, knownLines: number): string | null {
  const noAnchor = plan.quarterIn === "folder";
  if (plan.periods === "bare years") return "a year alone may be the whole year or the quarter of the title";
  if (plan.periods === "N-1, N" && noAnchor) return "N-1 without a quarter in the title";
  if (plan.periods === "N-1, N" && plan.relativeWords === "Année N") return "« Année N » may be the whole year";
  if (plan.periods === "cumul only" && noAnchor) return "the end of « Cumul » is named nowhere but by the folder";
  if (plan.periods === "title only" && noAnchor) return "the quarter is named nowhere but by the folder";
  if (["1T26", "Q1 2026"].includes(plan.quarterWords)) return "a year of two digits, or a quarter in English";
  if (plan.format === "pdf" && plan.csvStyle !== "filled")
    return "a PDF without rules does not say what its headings cover";
  if (plan.format === "pdf" && plan.labelSpaces === "no-break" && plan.labelCase.startsWith("upper"))
    return "a long label without a space to break at runs out of its cell, over the figures";
  if (plan.captionRow === "sheet names" && LAYOUTS[plan.layout].captions?.includes("period"))
    return "the sheet's name and its title name two periods";
  if (plan.measures === "places") return "several places, of which the table does not say which is the commune";
  if (plan.headings !== "rows" && plan.measures !== "none") return "period, force and measure in one cell";
  if (plan.statementIn === "lines only" && knownLines < 3) return "two lines do not tell the statement";
  const rowAxes = LAYOUTS[plan.layout].rows;
  if (plan.format === "csv" && plan.groupedBy === "merged" && rowAxes.length > 1)
    return "merged row labels are lost in CSV";
  if (
    plan.format === "csv" &&
    plan.groupedBy === "merged" &&
    plan.familyRows === "two columns" &&
    plan.statement === "IST"
  )
    return "merged family labels are lost in CSV";
  const lopsided = plan.change !== "none" || plan.observations !== "none" || plan.attributes !== "none";
  if (plan.format === "csv" && plan.groupedBy === "repeated" && lopsided)
    return "an empty place in an upper head row of a CSV may continue the heading at its left";
  return null;
}

/** The tables one under another, or one on each sheet, each under its caption. */
function captioned(
  plan: Plan,
  tables: readonly { readonly caption: string; readonly table: DrawnTable }[],
): readonly Block[][] {
  if (plan.captionRow === "in table" && tables.some((t) => t.caption !== "")) {
    const width = Math.max(...tables.map((t) => t.table.rows[0]?.length ?? 1));
    const filled = (row: readonly Cell[]): Cell[] => Array.from({ length: width }, (_, i) => row[i] ?? EMPTY);
    const rows = tables.flatMap(({ caption, table }, i) => [
      ...(i > 0 ? [filled([])] : []),
      Array.from({ length: width }, (_, c) =>
        c === 0 ? { text: caption, ...(width > 1 ? { colSpan: width } : {}) } : COVERED,
      ),
      ...table.rows.map(filled),
    ]);
    return [[{ kind: "table", rows, head: 0 }]];
  }
  const blocks = tables.map(({ caption, table }): Block[] => [
    ...(caption === "" ? [] : [line(caption)]),
    { kind: "table", rows: table.rows, head: table.head },
  ]);
  if (plan.captionRow.startsWith("sheet") && SPREADSHEETS.includes(plan.format)) return blocks;
  return [blocks.flatMap((each, i) => (i > 0 && plan.blankRows !== "none" ? [blank, ...each] : each))];
}

export function drawStatement(plan: Plan, nomenclature: Nomenclature): DrawnStatement {
  const random = seeded(plan.values);
  const q = parseQuarterId(plan.quarter);
  if (!q) throw new RangeError(plan.quarter);
  const lines = drawLines(plan, nomenclature, random);
  const layout = LAYOUTS[plan.layout];
  const periods = periodItems(plan, q);
  const forces = forceItems(plan);
  const across = layout.columns.some((axis) => {
    if (axis === "line") return true;
    const items = axis === "period" ? periods : axis === "force" ? forces : [];
    return items.some((item) => item.headings.length > 0);
  });
  const axes: Axes = {
    line: lines.map((l) => ({ headings: [l.label], line: l })),
    period: periods,
    force: forces,
    measure: measureItems(plan, across),
  };
  const input = { plan, random, axes, rows: layout.rows, columns: layout.columns, lines, perFamily: false } as const;
  const byFamily = plan.statement === "IST" && plan.familyRows === "tables" && /^[PF]\/[PF] columns$/.test(plan.layout);
  const captions = product((layout.captions ?? []).map((axis) => axes[axis]));
  const tables = byFamily
    ? lines
        .filter((family) => family.family === null && family.indicator !== null)
        .map((family) => ({
          caption: family.label,
          table: drawTable({
            ...input,
            fixed: {},
            lines: lines.filter((l) => l === family || l.family === family.key),
            perFamily: true,
          }),
        }))
    : captions.map((items) => ({
        caption: items.flatMap((item) => item.headings).join(" - "),
        table: drawTable({ ...input, fixed: placeOf(items) }),
      }));

  const head = [...LETTERHEADS[plan.letterhead], ...titles(plan, q, random)];
  const around = plan.blankRows === "none" ? [] : plan.blankRows === "many" ? [blank, blank, blank] : [blank];
  const width = Math.max(...tables.map((t) => t.table.rows[0]?.length ?? 1));
  const titleBlocks = head.map(
    (text): Block => ({ kind: "line", text, ...(plan.titleMerged === "yes" && width > 1 ? { colSpan: width } : {}) }),
  );
  const notes = NOTES[plan.notes].map(line);
  const only = forceInTitle(plan);
  const force = only !== null && plan.forceIn === "sheet name" ? ` ${forceText(only, plan)}` : "";
  const statement = plan.statementIn === "sheet name" ? (plan.statement === "IS101" ? "IS 101" : "I.S.T") : "";
  const withCaption = (caption: string): string => `${statement} ${caption}${force}`.trim();
  /** A spreadsheet takes 31 characters: « IS 101 Gendarmerie nationale (GN) » is written shorter. */
  const fitting = (name: string): string => (name.length > 31 ? name.replace(/ \([^)]*\)/, "") : name);
  const captionsInNames =
    plan.captionRow === "sheet names" &&
    SPREADSHEETS.includes(plan.format) &&
    tables.length > 1 &&
    tables.every(
      ({ caption }) => caption !== "" && withCaption(caption).length <= 31 && !/[[\]:*?/\\\n]/.test(caption),
    );
  const parts = captionsInNames
    ? tables.map(({ table }): Block[] => [{ kind: "table", rows: table.rows, head: table.head }])
    : captioned(plan, tables);
  const named = (i: number): string => {
    if (captionsInNames) return withCaption(tables[i]?.caption ?? "");
    if (force !== "") return `${statement}${force}${parts.length > 1 ? ` ${i + 1}` : ""}`.trim();
    if (statement === "") return `Feuil${i + 1}`;
    return parts.length > 1 ? `${statement} (${i + 1})` : statement;
  };
  const sheets = parts.map(
    (blocks, i): Sheet => ({
      name: fitting(named(i)),
      blocks: [...titleBlocks, ...around, ...blocks, ...around, ...notes],
    }),
  );
  const known = lines.filter((l) => l.indicator !== null).length;
  return {
    delivery: plan.quarter,
    name: fileName(plan, q, random),
    sheets,
    expected: tables.flatMap((t) => t.table.expected),
    mayRefuse:
      doubt(plan, known) ??
      unnamedDoubt(plan) ??
      (tables.some(({ table }) => opensWithYears(table)) ? "the figures of the first row may be years" : null),
  };
}

/** Nothing in the file names the statement; a sheet's name exists in workbooks only. */
function unnamedDoubt(plan: Plan): string | null {
  const inSheet = plan.statementIn === "sheet name";
  if (plan.statementIn !== "lines only" && (!inSheet || SPREADSHEETS.includes(plan.format))) return null;
  if (inSheet && plan.lineCount < 3) return "two lines do not tell the statement";
  return plan.periods === "years" && plan.quarterIn === "folder" ? "no statement is of whole years" : null;
}

/** "Total | 2 027" just under the headings, where a workbook may show "2027". */
function opensWithYears({ rows, head }: DrawnTable): boolean {
  const figures = (rows[head] ?? []).flatMap(({ text }) => (/^[\d \u00a0\u202f]+$/.test(text) ? [text] : []));
  return figures.length > 0 && figures.every((text) => /^(?:19[89]|20\d)\d$/.test(text.replace(/\D/g, "")));
}
