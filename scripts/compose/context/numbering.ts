/** Numbers of tables and figures, in the order in which the document holds them, and ids that are safe in HTML. */
import type { Table } from "../../model/document/table.ts";

export interface Numbering {
  /** The id and the number of a table: { id: "t1", number: 1 }, then 2, 3 … */
  readonly nextTable: () => Pick<Table, "id" | "number">;
  /** 1, 2, 3 … */
  readonly nextChart: () => number;
  /** A text made an HTML id, and made unique: "Vols & co" => "vols-co", the second time "vols-co-2". */
  readonly uniqueId: (text: string) => string;
}

export function createNumbering(): Numbering {
  let tables = 0;
  let charts = 0;
  const taken = new Set<string>();
  return {
    nextTable: () => {
      tables += 1;
      return { id: `t${tables}`, number: tables };
    },
    nextChart: () => ++charts,
    uniqueId: (text) => {
      const base = slug(text);
      let id = base;
      for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
      taken.add(id);
      return id;
    },
  };
}

/** "Dépôts d'ordures (voie publique)" => "depots-d-ordures-voie-publique"; at most 60 characters; never empty. */
export function slug(text: string): string {
  const ascii = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  return ascii === "" ? "ligne" : ascii;
}
