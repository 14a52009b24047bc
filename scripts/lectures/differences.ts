/** What differs between two templates, as a person would list it. */
import { quote } from "../model/format.ts";
import type { Provenance } from "../model/observation.ts";
import { type Item, showItem, type Template, type TemplateRow, type TemplateTable } from "./template.ts";

export interface Difference {
  /** In French, of the new file: "nouveau : « Hors plaintes en ligne »". */
  readonly says: string;
  readonly place?: Provenance;
}

/** Rows that a comparison by order takes on; more are compared as sets. */
const MOST_ROWS = 600;

/** None: the later file holds nothing new, and nothing is gone. */
export function differences(known: Template, later: Template): readonly Difference[] {
  const found: Difference[] = [];
  if (known.format !== later.format) found.push({ says: `format .${later.format}, confirmé en .${known.format}` });
  if (known.name !== later.name)
    found.push({ says: `nom de fichier ${quote(later.fileName)}, confirmé ${quote(known.fileName)}` });
  for (const [old, now] of pairs(known.tables, later.tables)) {
    if (!old) {
      if (now && (now.rows.length > 0 || now.besides.size > 0))
        found.push({ says: `partie nouvelle ${quote(now.part)}`, ...placeOf(now.rows[0]) });
    } else if (!now) {
      if (old.rows.length > 0) found.push({ says: `la partie ${quote(old.part)} n'y est plus` });
    } else found.push(...inTable(old, now));
  }
  return found;
}

const placeOf = (row: TemplateRow | undefined): { readonly place?: Provenance } => {
  const place = row?.items[0]?.place;
  return place ? { place } : {};
};

/** Each table beside the one of the same name; of those left, the most alike first. The order of sheets says nothing. */
function pairs(
  known: readonly TemplateTable[],
  later: readonly TemplateTable[],
): readonly (readonly [TemplateTable | undefined, TemplateTable | undefined])[] {
  const left = new Set(known);
  const likeness = (a: TemplateTable, b: TemplateTable): number => {
    const keys = new Set(a.rows.map((row) => row.key));
    return b.rows.filter((row) => keys.has(row.key)).length + (a.key === b.key ? 0.5 : 0);
  };
  const found = later.map((now) => {
    const [best] = [...left].map((old) => ({ old, like: likeness(old, now) })).toSorted((a, b) => b.like - a.like);
    const isOnly = known.length === 1 && later.length === 1;
    if (!best || (best.like === 0 && !isOnly)) return [undefined, now] as const;
    left.delete(best.old);
    return [best.old, now] as const;
  });
  return [...found, ...[...left].map((old) => [old, undefined] as const)];
}

function inTable(known: TemplateTable, later: TemplateTable): readonly Difference[] {
  const found: Difference[] = [];
  if (known.key !== later.key)
    found.push({
      says: `la partie ${quote(later.part)} était ${quote(known.part)}, ou n'avait pas les mêmes lignes et colonnes masquées`,
    });
  for (const [key, text] of later.besides)
    if (!known.besides.has(key)) found.push({ says: `texte nouveau à côté du tableau : ${quote(text)}` });
  for (const [key, text] of known.besides)
    if (!later.besides.has(key)) found.push({ says: `le texte ${quote(text)}, à côté du tableau, n'y est plus` });
  return [...found, ...inRows(known.rows, later.rows)];
}

function inRows(known: readonly TemplateRow[], later: readonly TemplateRow[]): readonly Difference[] {
  const knownKeys = new Set(known.map((row) => row.key));
  const laterKeys = new Set(later.map((row) => row.key));
  const gone = known.filter((row) => !laterKeys.has(row.key));
  const added = later.filter((row) => !knownKeys.has(row.key));
  const left = [...gone];
  const found = added.flatMap((row): readonly Difference[] => {
    const before = nearestRow(row, left);
    if (before) left.splice(left.indexOf(before), 1);
    return before ? changedRow(before, row) : [{ says: `nouveau : ${showRow(row)}`, ...placeOf(row) }];
  });
  const missing = left.map((row): Difference => ({ says: `n'y est plus : ${showRow(row)}` }));
  const all = [...found, ...missing];
  return all.length > 0 ? all : inOrder(known, later);
}

/** Of the rows that are gone, the one that this row was: it shares a text with it. */
const nearestRow = (row: TemplateRow, gone: readonly TemplateRow[]): TemplateRow | undefined => {
  const keys = new Set(row.items.map((item) => item.key));
  const shared = (other: TemplateRow): number => other.items.filter((item) => keys.has(item.key)).length;
  const [best] = gone.map((other) => ({ other, n: shared(other) })).toSorted((a, b) => b.n - a.n);
  return best && best.n > 0 ? best.other : undefined;
};

/** One row, before and now: the places of it that differ. */
function changedRow(before: TemplateRow, row: TemplateRow): readonly Difference[] {
  const only = (a: TemplateRow, b: TemplateRow): readonly Item[] => {
    const at = new Map(b.items.map((item) => [item.place.column, item.key]));
    return a.items.filter((item) => at.get(item.place.column) !== item.key);
  };
  const now = only(row, before);
  const then = only(before, row);
  const was = (column: number): Item | undefined => then.find((item) => item.place.column === column);
  const label = row.items.find((item) => item.text !== "");
  const on = label ? ` (ligne ${quote(label.text)})` : "";
  return [
    ...now.map((item): Difference => {
      const old = was(item.place.column);
      const says = item.text === "" ? `un chiffre marqué ${quote(item.place.raw.trim())}` : showItem(item);
      return {
        says: old
          ? `${says}, confirmé ${old.text === "" ? "comme un chiffre" : showItem(old)}`
          : `nouveau : ${says}${item === label ? "" : on}`,
        place: item.place,
      };
    }),
    ...then
      .filter((item) => !now.some((n) => n.place.column === item.place.column))
      .map(
        (item): Difference => ({
          says: `${item.text === "" ? "un chiffre" : showItem(item)} n'y est plus${on}`,
          ...placeOf(row),
        }),
      ),
  ];
}

const showRow = (row: TemplateRow): string => {
  const texts = row.items.filter((item) => item.text !== "");
  return texts.length === 0 ? "une ligne de chiffres sans libellé" : texts.slice(0, 3).map(showItem).join(", ");
};

/** The same rows in another order. */
function inOrder(known: readonly TemplateRow[], later: readonly TemplateRow[]): readonly Difference[] {
  if (later.length > MOST_ROWS) return [];
  const moved = later.find((row, i) => row.key !== known[i]?.key);
  return moved
    ? [
        {
          says: `l'ordre des lignes n'est plus celui qui a été confirmé, à partir de ${showRow(moved)}`,
          ...placeOf(moved),
        },
      ]
    : [];
}
