/** French typography for all that is read: no-break spaces and apostrophes, applied once, at the end. */
import { NBSP, NNBSP } from "../../model/format.ts";

/** Keys that hold identifiers and places, never prose. */
const IDENTIFIERS: ReadonlySet<string> = new Set(["id", "line", "from", "kind", "severity", "tone", "emphasis"]);

/** "« l'an dernier » : 3 %" gets its no-break spaces and its apostrophe; everything else stays as written. */
export const typography = (text: string): string =>
  text
    .replace(/ (?=:(?:\s|$))/g, NBSP)
    .replace(/ (?=[;!?%](?:\s|[).,]|$))/g, NNBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/(?<=\p{L})'(?=[\p{L}\d])/gu, "’");

/** The same plain data, every text of it with French typography. */
export function withTypography<T>(value: T): T {
  return visit(value) as T;
}

function visit(value: unknown): unknown {
  if (typeof value === "string") return typography(value);
  if (Array.isArray(value)) return value.map(visit);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, IDENTIFIERS.has(key) ? inner : visit(inner)]),
  );
}
