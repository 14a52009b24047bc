/** A champ or a source that an earlier table has said is not said again: the document names that table. */
import type { Block, Section } from "../model/document/bulletin.ts";
import type { SaidBefore } from "../model/document/table.ts";

/** Shorter texts are read as quickly as the name of another table. */
const WORTH_NAMING = 60;

export function withoutRepeats(sections: readonly Section[]): readonly Section[] {
  const champs = new Map<string, number>();
  const sources = new Map<string, number>();
  /** Number of the table that has said it; a table that says it first is remembered. */
  const before = (said: Map<string, number>, text: string, number: number | undefined): number | undefined => {
    const earlier = said.get(text);
    if (earlier === undefined && number !== undefined && text.length >= WORTH_NAMING) said.set(text, number);
    return earlier;
  };
  const saidBefore = (
    { champ, source }: { readonly champ: string; readonly source: string },
    number?: number,
  ): { readonly saidBefore?: SaidBefore } => {
    const said = { champ: before(champs, champ, number), source: before(sources, source, number) };
    return said.champ === undefined && said.source === undefined ? {} : { saidBefore: said };
  };
  const block = (b: Block): Block => {
    if (b.kind === "table") return { ...b, table: { ...b.table, ...saidBefore(b.table, b.table.number) } };
    return b.kind === "charts" ? { ...b, ...saidBefore(b) } : b;
  };
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(block) }));
}
