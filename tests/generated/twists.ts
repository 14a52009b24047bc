/**
 * What may be wrong with a statement that is right in itself: figures of other places, figures that a person does not see, a title
 * of another period. Each twist is drawn upon a plain statement; what is right of it is our figures, or a refusal that is told.
 */

import { COVERED, EMPTY } from "../../scripts/model/grid.ts";
import { monthOf, parseQuarterId, quarter, shiftQuarters, yearOf } from "../../scripts/model/period.ts";
import type { Random } from "../demo/random.ts";
import { type Block, cell, line, type Sheet, type WrittenCell } from "../demo/write/sheet.ts";
import type { Plan } from "./choices.ts";
import type { DrawnStatement } from "./statement.ts";

type Table = Extract<Block, { kind: "table" }>;

export interface Twist {
  /** What the plan must be for the twist to say what it should. */
  readonly plan?: Partial<Plan>;
  readonly applies?: (plan: Plan) => boolean;
  /** undefined when this statement cannot be twisted so: no table of one kind, merged cells in the way. */
  readonly change: (drawn: DrawnStatement, random: Random, plan: Plan) => DrawnStatement | undefined;
  /** Something must be said of it: what was left out, or why the file is refused. */
  readonly told: boolean | ((plan: Plan) => boolean);
}

/** A page of the web is read as the browser shows it: what is hidden there is nowhere. */
const toldUnlessHtml = ({ format }: Plan): boolean => format !== "html";

const OURS = "Saint-Aubin-les-Tilleuls";
/** Chief towns of départements, far from each other, and none of them near any commune of the program. */
const OTHERS = ["Foix", "Mende", "Privas", "Guéret", "Aurillac", "Tulle", "Rodez"];

const SPREADSHEETS: readonly Plan["format"][] = ["xlsx", "xls", "ods"];
const RICH: readonly Plan["format"][] = ["html", "docx", "odt", "rtf", "xlsx"];

/** Titles say nothing of the place, and no column repeats it. */
const PLACELESS = { subject: "none", attributes: "none", letterhead: "none", columnNumbers: "none" } as const;
/** One table, labels in its first column and counts in all the others. */
const ONE_TABLE = {
  ...PLACELESS,
  layout: "P/F columns",
  blankColumn: "none",
  change: "none",
  measures: "none",
  observations: "none",
  captionRow: "line",
} as const;
const oneTable = (plan: Plan): boolean =>
  plan.statement === "IS101" || !["two columns", "tables"].includes(plan.familyRows);

const isCount = (text: string): boolean => /^\d[\d \u00a0\u202f]*$/.test(text);
/** Figures that are not ours: three times as many, so that sums still hold; 0 stays 0. */
const times = (text: string, factor: number): string =>
  isCount(text) ? String(Number(text.replace(/\D/g, "")) * factor) : text;

const tablesOf = (sheets: readonly Sheet[]): readonly Table[] =>
  sheets.flatMap((sheet) => sheet.blocks.filter((block): block is Table => block.kind === "table"));

const withCounts = (table: Table, factor: number): Table => ({
  ...table,
  rows: table.rows.map((row, r) =>
    r < table.head ? row : row.map((c, i) => (i === 0 ? c : { ...c, text: times(c.text, factor) })),
  ),
});
const mapTables = (drawn: DrawnStatement, change: (table: Table) => readonly Block[]): DrawnStatement => ({
  ...drawn,
  sheets: drawn.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.flatMap((block) => (block.kind === "table" ? change(block) : [block])),
  })),
});

/** The place leaves the titles, where it was drawn, and the file says another. */
const placeless = (text: string): string =>
  text.replace(/ - (?:Commune de )?saint-aubin-les-tilleuls(?: \(99001\))?/i, "");
const mapLines = (drawn: DrawnStatement, change: (text: string, i: number) => string): DrawnStatement => ({
  ...drawn,
  sheets: drawn.sheets.map((sheet) => {
    let i = 0;
    return {
      ...sheet,
      blocks: sheet.blocks.map((block) =>
        block.kind === "line" ? { ...block, text: change(block.text, i++) } : block,
      ),
    };
  }),
});
const withoutPlace = (drawn: DrawnStatement): DrawnStatement => mapLines(drawn, placeless);
const notOurs = (drawn: DrawnStatement): DrawnStatement => ({ ...drawn, expected: [], mayRefuse: "another place" });
const mayRefuse = (drawn: DrawnStatement, why: string): DrawnStatement => ({ ...drawn, mayRefuse: why });

/** Places that are not the commune of the settings. */
function otherPlace(random: Random): string {
  const other = random.pick(OTHERS);
  return random.pick([
    other.toUpperCase(),
    `Commune de ${other}`,
    `Commune : ${other}`,
    `Territoire : ${other.toUpperCase()}`,
    `Communes de ${OURS} et ${other}`,
    `${OURS} et ${other}`,
    `${OURS} - quartier des Acacias`,
    `Ensemble de la circonscription de ${other}`,
    `Circonscription de police de ${other}`,
    "Département de la Creuse",
    "Région Occitanie",
    "France métropolitaine",
    `Compagnie de gendarmerie de ${other}`,
    "Code INSEE : 09122",
  ]);
}

/** A name for each table, sheet, row or column: some others, ours among them, a total at times. */
function placesAround(random: Random): readonly { readonly name: string; readonly factor: number }[] {
  const others = random.shuffle(OTHERS).slice(0, random.integer(1, 3));
  const all = random.shuffle([OURS, ...others]);
  const total = random.pick(["", "", "Total", "Total CPN", "Ensemble de la circonscription", "Total général"]);
  return [...all, ...(total === "" ? [] : [total])].map((name, i) => ({ name, factor: name === OURS ? 1 : i + 2 }));
}

/** Merges the head of the row labels over the head row that is added above it. */
function columnsOfPlaces(table: Table, places: ReturnType<typeof placesAround>): Table {
  const width = (table.rows[0]?.length ?? 1) - 1;
  const of = (row: readonly WrittenCell[], factor: number): readonly WrittenCell[] =>
    row.slice(1).map((c) => ({ ...c, text: times(c.text, factor) }));
  const names = [
    EMPTY,
    ...places.flatMap(({ name }) => [cell(name, width), ...Array.from({ length: width - 1 }, () => COVERED)]),
  ];
  const rows = table.rows.map((row, r) => [
    row[0] ?? EMPTY,
    ...places.flatMap(({ factor }) => (r < table.head ? row.slice(1) : of(row, factor))),
  ]);
  return { ...table, rows: [names, ...rows], head: table.head + 1 };
}

/** A column of names before the labels, each line repeated for each place. */
function rowsOfPlaces(table: Table, places: ReturnType<typeof placesAround>, repeated: boolean): Table {
  const head = table.rows
    .slice(0, table.head)
    .map((row, r) => [r === 0 ? cell("Commune", 1, table.head) : COVERED, ...row]);
  const body = places.flatMap(({ name, factor }) =>
    withCounts(table, factor)
      .rows.slice(table.head)
      .map((row, r) => [repeated || r === 0 ? cell(name) : EMPTY, ...row]),
  );
  return { ...table, rows: [...head, ...body] };
}

const isMerged = (table: Table): boolean => table.rows.some((row) => row.some((c) => c.covered));

/** Up to three counts of the bodies changed; undefined when there is none. */
function someCounts(
  drawn: DrawnStatement,
  random: Random,
  change: (count: WrittenCell) => WrittenCell,
): DrawnStatement | undefined {
  const places = tablesOf(drawn.sheets).flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      row.flatMap((c, i) => (r >= table.head && i > 0 && isCount(c.text) ? [`${t} ${r} ${i}`] : [])),
    ),
  );
  const chosen = new Set(random.shuffle(places).slice(0, random.integer(1, 3)));
  if (chosen.size === 0) return undefined;
  let t = -1;
  return mapTables(drawn, (table) => {
    t++;
    return [
      { ...table, rows: table.rows.map((row, r) => row.map((c, i) => (chosen.has(`${t} ${r} ${i}`) ? change(c) : c))) },
    ];
  });
}

const beside = (kind: "struck" | "hidden", random: Random) => (count: WrittenCell) => ({
  ...count,
  beside: [{ kind, text: String(random.integer(1, 30)) }],
});

/** Quarters that the statement does not name, in titles that a service would write. */
function otherTitle(plan: Plan, random: Random): string {
  const q = parseQuarterId(plan.quarter);
  if (!q) throw new RangeError(plan.quarter);
  const number = monthOf(q.last) / 3;
  const year = yearOf(q.last);
  const other = shiftQuarters(q, -random.pick([2, 3, 5]));
  const n = monthOf(other.last) / 3;
  const words = `${n === 1 ? "1er" : `${n}e`} trimestre ${yearOf(other.last)}`;
  return random.pick([
    words,
    `Période : ${words}`,
    `du 01/${String(number * 3 - 2).padStart(2, "0")}/${year} au 15/${String(number * 3).padStart(2, "0")}/${year}`,
    `Année ${year - 3}`,
    `${quarter(year, number).first.slice(5)}/${year}`,
  ]);
}

export const TWISTS: Readonly<Record<string, Twist>> = {
  "another place in the title": {
    plan: PLACELESS,
    change: (drawn, random) =>
      notOurs(mapLines(withoutPlace(drawn), (text, i) => (i === 0 ? `${text} - ${otherPlace(random)}` : text))),
    told: true,
  },
  "another place on a line of its own": {
    plan: PLACELESS,
    change: (drawn, random) => {
      const place = line(otherPlace(random));
      const sheets = withoutPlace(drawn).sheets.map((sheet) => ({ ...sheet, blocks: [place, ...sheet.blocks] }));
      return notOurs({ ...drawn, sheets });
    },
    told: true,
  },
  "a column of a wider place": {
    plan: ONE_TABLE,
    applies: oneTable,
    change: (drawn, random) => {
      const [heading, place] = random.pick([
        ["Zone géographique", "France"],
        ["Région", "Occitanie"],
        ["Département", "Creuse"],
        ["Circonscription", "VALMONT"],
        ["Unité", "CGD VALMONT"],
        ["Secteur", "Foix"],
        ["Lieu", "Mende"],
        ["Code INSEE", "09122"],
      ] as const);
      return notOurs(
        mapTables(withoutPlace(drawn), (table) => [
          {
            ...table,
            rows: table.rows.map((row, r) => [
              r >= table.head ? cell(place) : r === 0 ? cell(heading, 1, table.head) : COVERED,
              ...row,
            ]),
          },
        ]),
      );
    },
    told: true,
  },
  "a sheet for each commune": {
    plan: { ...ONE_TABLE, forceIn: "headings" },
    applies: (plan) => oneTable(plan) && SPREADSHEETS.includes(plan.format) && plan.statementIn !== "sheet name",
    change: (drawn, random) => {
      const own = withoutPlace(drawn);
      const [sheet, ...more] = own.sheets;
      if (!sheet || more.length > 0) return undefined;
      const sheets = placesAround(random).map(({ name, factor }) => ({
        name: name.slice(0, 31),
        blocks: sheet.blocks.map((block) => (block.kind === "table" ? withCounts(block, factor) : block)),
      }));
      return mayRefuse({ ...own, sheets }, "several communes");
    },
    told: true,
  },
  "a table for each commune": {
    plan: ONE_TABLE,
    applies: oneTable,
    change: (drawn, random) => {
      const places = placesAround(random);
      const caption = random.pick([(name: string) => name, (name: string) => name.toUpperCase()]);
      return mayRefuse(
        mapTables(withoutPlace(drawn), (table) =>
          places.flatMap(({ name, factor }) => [line(caption(name)), withCounts(table, factor), { kind: "blank" }]),
        ),
        "several communes",
      );
    },
    told: true,
  },
  "columns for each commune": {
    plan: ONE_TABLE,
    applies: oneTable,
    change: (drawn, random) => {
      const places = placesAround(random);
      return mayRefuse(
        mapTables(withoutPlace(drawn), (table) => [columnsOfPlaces(table, places)]),
        "several communes",
      );
    },
    told: true,
  },
  "rows for each commune": {
    plan: { ...ONE_TABLE, totalRow: "none", blankRows: "usual" },
    applies: oneTable,
    change: (drawn, random) => {
      const places = placesAround(random);
      const repeated = random.chance(0.5);
      return mayRefuse(
        mapTables(withoutPlace(drawn), (table) => [rowsOfPlaces(table, places, repeated)]),
        "several communes",
      );
    },
    told: true,
  },
  "struck text before some figures": {
    plan: { columnNumbers: "none" },
    applies: ({ format }) => RICH.includes(format),
    change: (drawn, random) => {
      const changed = someCounts(drawn, random, beside("struck", random));
      return changed && mayRefuse(changed, "struck text");
    },
    told: true,
  },
  "hidden text before some figures": {
    plan: { columnNumbers: "none" },
    applies: ({ format }) => RICH.includes(format) && format !== "xlsx",
    change: (drawn, random) => {
      const changed = someCounts(drawn, random, beside("hidden", random));
      return changed && mayRefuse(changed, "hidden text");
    },
    told: toldUnlessHtml,
  },
  "raised note marks after some figures": {
    plan: { columnNumbers: "none" },
    applies: ({ format }) => RICH.includes(format),
    change: (drawn, random) => {
      const changed = someCounts(drawn, random, (count) => ({ ...count, raised: String(random.integer(1, 3)) }));
      return changed && mayRefuse(changed, "note marks");
    },
    told: false,
  },
  "a hidden row": {
    plan: { blankRows: "usual" },
    applies: ({ format }) => ["xlsx", "html", "docx"].includes(format),
    change: (drawn) => {
      const [first] = tablesOf(drawn.sheets);
      if (!first || first.rows.slice(first.head).some((row) => row.some((c) => c.covered || c.rowSpan)))
        return undefined;
      const at = first.head;
      const hidden = withCounts(first, 5).rows[at];
      if (!hidden?.some((c, i) => i > 0 && isCount(c.text))) return undefined;
      return mapTables(drawn, (table) => [
        table === first
          ? { ...table, rows: [...table.rows.slice(0, at), hidden, ...table.rows.slice(at)], hiddenRows: [at] }
          : table,
      ]);
    },
    told: toldUnlessHtml,
  },
  "a hidden column": {
    applies: ({ format }) => format === "xlsx",
    change: (drawn) => {
      // a sheet hides whole columns: those of the tables above and below too
      const [first, ...others] = tablesOf(drawn.sheets);
      if (!first || others.length > 0 || isMerged(first)) return undefined;
      const at = (first.rows[0]?.length ?? 1) - 1;
      const body = first.rows.slice(first.head);
      if (at < 1 || !body.some((row) => isCount(row[at]?.text ?? ""))) return undefined;
      const factor = 5;
      const rows = first.rows.map((row, r) => {
        const own = row[at] ?? EMPTY;
        const copy = r < first.head ? own : { ...own, text: times(own.text, factor) };
        return [...row.slice(0, at), copy, own];
      });
      return mapTables(drawn, (table) => [table === first ? { ...table, rows, hiddenColumns: [at] } : table]);
    },
    told: true,
  },
  "a hidden sheet": {
    applies: ({ format }) => SPREADSHEETS.includes(format) && format !== "ods",
    change: (drawn, random) => {
      const copies = drawn.sheets.map((sheet, i) => ({
        name: `Ancien ${i + 1}`,
        hidden: true as const,
        blocks: sheet.blocks.map((block) => (block.kind === "table" ? withCounts(block, 5) : block)),
      }));
      return { ...drawn, sheets: random.chance(0.5) ? [...copies, ...drawn.sheets] : [...drawn.sheets, ...copies] };
    },
    told: true,
  },
  "a title of another period": {
    plan: { quarterIn: "folder", periodSplit: "together", letterhead: "none" },
    applies: ({ periods, statementIn }) =>
      statementIn !== "title on two lines" && ["two quarters", "one quarter", "date ranges"].includes(periods),
    change: (drawn, random, plan) =>
      mayRefuse(
        mapLines(drawn, (text, i) => (i === 0 ? `${text} - ${otherTitle(plan, random)}` : text)),
        "the title says another period",
      ),
    told: true,
  },
};
