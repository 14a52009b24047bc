/**
 * The template of a file: all its texts, without what changes with the quarter, where each stands, and what it was taken for. Drawn from
 * the tables as they were read, those of a confirmed lecture as those of a new file: a later version of the program draws both alike.
 */

import { quote } from "../model/format.ts";
import type { Beside, Cell } from "../model/grid.ts";
import { parseNumber } from "../model/number.ts";
import {
  OTHER_STATEMENT,
  type Provenance,
  placeAt,
  type Reading,
  type ReadTable,
  type Recognition,
} from "../model/observation.ts";
import { abstract, abstractName } from "./abstract.ts";

/** A place of a table that counts when two files are compared. */
export interface Item {
  /** What is compared. */
  readonly key: string;
  /** Of a text: what it says, as it stands in the file; "" for a number. */
  readonly text: string;
  /** What it was taken for, in French: "ligne : Homicides". */
  readonly means: string;
  readonly place: Provenance;
}

export interface TemplateRow {
  readonly key: string;
  readonly items: readonly Item[];
}

export interface TemplateTable {
  readonly part: string;
  readonly key: string;
  /** Each row that holds something; one that repeats an earlier row's key is left out: a long list has as many as it has periods. */
  readonly rows: readonly TemplateRow[];
  /** Texts in boxes, headers and footers of pages, comments. */
  readonly besides: ReadonlyMap<string, string>;
}

export interface Template {
  readonly format: string;
  readonly statements: readonly string[];
  readonly name: string;
  readonly fileName: string;
  readonly tables: readonly TemplateTable[];
}

/** "=", "en hausse": what stands in the place of a change, beside numbers, arrows and the marks for none. */
const TREND = /^(?:[-–—−=/*.]+|(?:en )?(?:hausse|baisse|stables?))$/i;
const isValue = (text: string): boolean => parseNumber(text) !== undefined || TREND.test(text);

/** Of a count: the marks that it bears, "12¹" or "12 (*)": a new one is seen. */
const marksOf = (text: string): string => text.replace(/[\d\s.,\u00a0\u202f+%–−-]/g, "");

const besideKey = (beside: readonly Beside[] | undefined): string =>
  (beside ?? []).map(({ kind, text }) => text && `[${kind} ${abstract(text)}]`).join("");

const meansOf = (reading: Reading | undefined): string => {
  if (reading?.kind === "text") return reading.means;
  if (reading?.kind === "ignored" || reading?.kind === "not-understood") return reading.why;
  return "";
};

function itemKey(cell: Cell, reading: Reading | undefined): string {
  const beside = besideKey(cell.beside);
  const text = cell.text.trim();
  if (reading?.kind === "count") {
    const { value, status } = reading.observation;
    const isZeroInWords = value !== null && !/\d/.test(text);
    const marks = (value === null && status !== "missing") || isZeroInWords ? "" : marksOf(text);
    return `${marks && `#${marks}`}${beside}`; // the figure itself is held to its line and months: spans.ts
  }
  if (text === "" || isValue(text) || reading?.kind === "printed") return beside;
  // the months of the figures are held in spans.ts: "12 mois à fin décembre 2026" is a whole year, "à fin mars" is none
  const means = abstract(meansOf(reading).replace(/période : [^;]*(?:; )?/g, ""));
  return `${abstract(text)}>${reading?.kind === "text" ? reading.role : (reading?.kind ?? "")}>${means}${beside}`;
}

function templateTable({ grid, readings }: ReadTable): TemplateTable {
  const rows = new Map<string, TemplateRow>();
  grid.rows.forEach((cells, row) => {
    const items = cells.map((cell, column): Item => {
      const reading = readings[row]?.[column];
      const key = cell.covered ? "" : itemKey(cell, reading);
      const place = placeAt(grid, row, column);
      return { key, text: key === "" || key.startsWith("#") ? "" : cell.text.trim(), means: meansOf(reading), place };
    });
    const key = items
      .map((item) => item.key)
      .join("|")
      .replace(/\|+$/, "");
    if (key !== "" && !rows.has(key)) rows.set(key, { key, items: items.filter((item) => item.key !== "") });
  });
  return {
    part: grid.part,
    key: `${grid.hidden ? "hidden " : ""}${abstract(grid.part)}${(grid.hiddenRows ?? []).length > 0 ? " rows" : ""}${(grid.hiddenColumns ?? []).length > 0 ? " columns" : ""}`,
    rows: [...rows.values()],
    besides: new Map([...(grid.besides ?? []), ...(grid.comments ?? [])].map((text) => [abstract(text), text])),
  };
}

export function templateOf({ file, tables }: Recognition): Template {
  const statements = new Set(tables.map((t) => t.statement).filter((id) => id !== OTHER_STATEMENT));
  return {
    format: file.format ?? "",
    statements: [...statements].toSorted(),
    name: abstractName(file.source.name),
    fileName: file.source.name,
    tables: tables.map(templateTable),
  };
}

/** "« Total » (ligne 4)" */
export const showItem = ({ text, means }: Item): string => {
  const said = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return means === "" ? quote(said) : `${quote(said)} (${means})`;
};
