/** A built bulletin as a reader meets it: tables, figures and sentences parsed from its HTML, never from the model behind it. */
import { DomUtils, parseDocument } from "htmlparser2";

type Node = Parameters<typeof DomUtils.textContent>[0];
type Tag = NonNullable<ReturnType<typeof DomUtils.findOne>>;

export interface PageCell {
  readonly id: string;
  readonly text: string;
  readonly classes: readonly string[];
  /** "hausse établie", of the mark beside its number; "" without. */
  readonly mark: string;
  /** Anchor on the control sheet; null for a cell without a link. */
  readonly origin: string | null;
}

export interface PageRow {
  /** Key of the line, which every table and figure of one line shares. */
  readonly line: string;
  /** By the heads of its column, group first: "3e trimestre / 2026". */
  readonly cells: ReadonlyMap<string, PageCell>;
  readonly label: string;
  /** 1: a sub-line of a family. */
  readonly level: number;
}

export interface PageTable {
  /** "t3" */
  readonly id: string;
  /** Id of the section that it stands in: "is101". */
  readonly section: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly PageRow[];
  readonly notes: readonly string[];
}

/** A line that is drawn, with its row of the table of the quarters; of one that is drawn large, its title and its sentence. */
export interface PageFigure {
  readonly number: number;
  readonly line: string;
  /** As the table of its statement calls it. */
  readonly title: string;
  /** What its title says of it: "hausse établie"; "" for nothing. */
  readonly news: string;
  readonly reading: string;
  readonly note: string;
  /** A year each: its name, its quarters, its total. */
  readonly rows: readonly (readonly PageCell[])[];
}

/** A number that page one shows large. */
export interface PageKeyFigure {
  readonly line: string;
  readonly value: string;
  readonly mark: string;
  readonly before: string;
}

/** One thing that page one says. */
export interface PagePoint {
  readonly tag: string;
  readonly mark: string;
  /** "Cambriolages de logement" */
  readonly lead: string;
  readonly text: string;
}

export interface BulletinPage {
  /** "3e trimestre 2026" */
  readonly quarter: string;
  readonly tables: readonly PageTable[];
  readonly figures: readonly PageFigure[];
  /** Of the small curves: "Les autres lignes, T1 2023 à T1 2026"; "" for none. */
  readonly curves: string;
  readonly headline: string;
  readonly points: readonly PagePoint[];
  readonly keyFigures: readonly PageKeyFigure[];
  /** The text of each section, by its id. */
  readonly sections: ReadonlyMap<string, string>;
  readonly css: string;
}

export interface ControlPage {
  /** What each element that a figure may lead to shows, by its id. */
  readonly places: ReadonlyMap<string, string>;
}

/** Every space, thin or not, as a plain one. */
const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();
const textOf = (node: Node | null): string => (node === null ? "" : squeeze(DomUtils.textContent(node)));
const attribute = (tag: Tag, name: string): string => tag.attribs[name] ?? "";
const classesOf = (tag: Tag): readonly string[] => attribute(tag, "class").split(" ");
const hasClass = (name: string) => (tag: Tag) => classesOf(tag).includes(name);
const all = (test: (tag: Tag) => boolean, within: Node): readonly Tag[] => DomUtils.findAll(test, [within] as never);
const one = (test: (tag: Tag) => boolean, within: Node): Tag | null => all(test, within)[0] ?? null;
const named =
  (...names: readonly string[]) =>
  (tag: Tag) =>
    names.includes(tag.name);

const markIn = (tag: Tag): string => {
  const mark = one(hasClass("mark"), tag);
  return mark === null ? "" : attribute(mark, "aria-label");
};

function cellOf(tag: Tag): PageCell {
  const link = one((t) => t.name === "a" && hasClass("origin")(t), tag);
  return {
    id: attribute(tag, "id"),
    text: textOf(tag),
    classes: classesOf(tag),
    mark: markIn(tag),
    origin: link === null ? null : attribute(link, "href").replace(/^controle\.html#/, ""),
  };
}

/** One head a column; a group stands over several: "3e trimestre / 2026". */
function headsOf(table: Tag): readonly string[] {
  const [upper, lower] = all(named("thead"), table).flatMap((head) => all(named("tr"), head));
  if (upper === undefined) return [];
  const below = lower === undefined ? [] : [...all(named("th"), lower)];
  return all(named("th"), upper).flatMap((head) => {
    const span = Number(attribute(head, "colspan") || 1);
    if (!hasClass("group")(head)) return [textOf(head)];
    return below.splice(0, span).map((column) => `${textOf(head)} / ${textOf(column)}`);
  });
}

const rowsIn = (table: Tag): readonly Tag[] => all(named("tbody"), table).flatMap((body) => all(named("tr"), body));
const cellsIn = (row: Tag): readonly PageCell[] => all(named("th", "td"), row).map(cellOf);

function tableOf(figure: Tag, section: string): PageTable {
  const table = one(hasClass("figures-table"), figure);
  if (table === null) throw new Error(`no table in ${attribute(figure, "id")}`);
  const heads = headsOf(table);
  return {
    id: attribute(table, "id"),
    section,
    caption: textOf(one(named("caption"), table)),
    heads,
    rows: rowsIn(table).map((row) => {
      const cells = cellsIn(row);
      return {
        line: attribute(row, "data-line"),
        label: cells[0]?.text ?? "",
        level: hasClass("level-1")(row) ? 1 : 0,
        cells: new Map(
          heads.map((head, i) => [head, cells[i] ?? { id: "", text: "", classes: [], mark: "", origin: null }]),
        ),
      };
    }),
    notes: all(hasClass("source"), figure).flatMap((source) => all(named("p"), source).map(textOf)),
  };
}

const NO_CELL: PageCell = { id: "", text: "–", classes: [], mark: "", origin: null };

/** "2025 / T3" … of a row, as the years that they make up. */
function yearsOf({ cells }: PageRow): PageFigure["rows"] {
  const columns = [...cells].filter(([head]) => / \/ /.test(head));
  return [...Map.groupBy(columns, ([head]) => head.split(" / ")[0] ?? "")].map(([year, own]) => [
    { ...NO_CELL, text: year },
    ...["T1", "T2", "T3", "T4", "Total"].map(
      (part) => own.find(([head]) => head.endsWith(` / ${part}`))?.[1] ?? NO_CELL,
    ),
  ]);
}

/** The lines of the table of the quarters, each with its chart where there is a large one. */
function figuresOf(page: Node, tables: readonly PageTable[]): readonly PageFigure[] {
  const drawn = all((t) => t.name === "figure" && hasClass("figure")(t), page);
  const quarters = tables.find(({ section }) => section === "trimestres");
  return (quarters?.rows ?? []).map((row, i): PageFigure => {
    const chart = drawn.find((figure) => attribute(figure, "data-line") === row.line) ?? null;
    const part = (name: string) => (chart === null ? "" : textOf(one(hasClass(name), chart)));
    const detailed = tables.filter(({ section }) => ["is101", "ist"].includes(section)).flatMap(({ rows }) => rows);
    const title = detailed.find(({ line }) => line === row.line)?.label ?? row.label;
    return {
      number: i + 1,
      line: row.line,
      title,
      news: part("figure__news").replace(/^: /, ""),
      reading: part("figure__reading").replace(/^[^.]* par trimestre\. /, ""),
      note: (quarters?.notes ?? []).filter((note) => note.includes(`« ${title} »`)).join(" "),
      rows: yearsOf(row),
    };
  });
}

export function parseBulletin(html: string): BulletinPage {
  const page = parseDocument(html);
  const sections = all(named("section"), page);
  const idOf = (section: Tag): string => attribute(section, "aria-labelledby");
  const tables = sections.flatMap((section) =>
    all((t) => t.name === "figure" && hasClass("table")(t), section).map((t) => tableOf(t, idOf(section))),
  );
  const [curves] = all(hasClass("curves"), page);
  return {
    quarter: textOf(one(hasClass("strip__edition"), page)).split(" ·")[0] ?? "",
    tables,
    figures: figuresOf(page, tables),
    curves: curves ? textOf(one(hasClass("section__part"), curves)) : "",
    headline: textOf(one(named("h1"), page)),
    points: all(hasClass("point"), page).map((point) => ({
      tag: textOf(one(named("dt"), point)),
      mark: markIn(point),
      lead: textOf(one(named("strong"), point)).replace(/ ?:$/, ""),
      text: textOf(one(named("dd"), point)),
    })),
    keyFigures: all(hasClass("key-figure"), page).map((item) => ({
      line: attribute(item, "data-line"),
      value: textOf(one(hasClass("key-figure__value"), item)),
      mark: markIn(item),
      before: textOf(one(hasClass("key-figure__before"), item)),
    })),
    sections: new Map(sections.map((section) => [idOf(section), textOf(section)])),
    css: all(named("style"), page).map(textOf).join("\n"),
  };
}

/** The number that a place of the control sheet shows: of a source cell, its own text; of a figure drawn from several cells, its « Nombre ». */
function shownAt(tag: Tag): string {
  if (tag.name !== "tr") return squeeze(tag.children.flatMap((child) => ("data" in child ? child.data : [])).join(" "));
  return textOf(one(hasClass("number"), tag));
}

export const parseControl = (html: string): ControlPage => ({
  places: new Map(
    all((t) => attribute(t, "id") !== "", parseDocument(html)).map((t) => [attribute(t, "id"), shownAt(t)] as const),
  ),
});
