/** Finds parts of a composed edition, for assertions that read as sentences. */
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import type { Block, Edition, NumberedChart, Section } from "../../scripts/model/document/bulletin.ts";
import type { Table } from "../../scripts/model/document/table.ts";

type Kind = Block["kind"];
type Of<K extends Kind> = Extract<Block, { kind: K }>;

export const section = (edition: Edition, id: string): Section | undefined =>
  edition.bulletin.sections.find((s) => s.id === id);

export function blocksOf<K extends Kind>(edition: Edition, id: string, kind: K): readonly Of<K>[] {
  return (section(edition, id)?.blocks ?? []).filter((b): b is Of<K> => b.kind === kind);
}

export const tables = (edition: Edition, id: string): readonly Table[] =>
  blocksOf(edition, id, "table").map((b) => b.table);

export const figures = (edition: Edition, id = "tendances"): readonly NumberedChart[] =>
  blocksOf(edition, id, "charts").flatMap((b) => b.charts);

/** Every line that is drawn, large or small, in the order of the page. */
export const drawn = (edition: Edition, id = "tendances"): readonly Pick<NumberedChart, "chart" | "line">[] =>
  (section(edition, id)?.blocks ?? []).flatMap((b): readonly Pick<NumberedChart, "chart" | "line">[] =>
    b.kind === "charts" ? b.charts : b.kind === "curves" ? b.themes.flatMap(({ curves }) => curves) : [],
  );

/** Plain spaces in place of the no-break ones, so that expectations can be typed. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/** What page one says: "Établi | Cambriolages : 26, contre 8 un an plus tôt …". */
export const points = (input: ComposeInput): readonly string[] =>
  compose(input).bulletin.front.points.map(({ tag, lead, text }) => plain(`${tag} | ${lead}${lead && " "}${text}`));

export const notices = (input: ComposeInput): readonly string[] =>
  blocksOf(compose(input), "avertissements", "notices").flatMap((b) =>
    b.items.map((i) => plain(`${i.title}. ${i.text}`)),
  );

/** The cells of the row that a label heads, by column id. */
export function rowOf(table: Table | undefined, label: string): Record<string, string> {
  const row = table?.rows.find((r) => plain(r.cells[0]?.text ?? "") === label);
  return Object.fromEntries((table?.columns ?? []).map((c, i) => [c.id, plain(row?.cells[i]?.text ?? "")]));
}

/** Every text of the document that a person reads. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "from" ? [] : textsOf(inner)));
}
