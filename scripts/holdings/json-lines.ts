/** JSON that a person can read: its lines stay short, an item of a list a line. */

/** A list of which each item is written on a line of its own. */
export class Items {
  readonly list: readonly unknown[];
  constructor(list: readonly unknown[]) {
    this.list = list;
  }
}

export function writeJson(value: unknown, margin = ""): string {
  const inner = `${margin} `;
  const block = (open: string, parts: readonly string[], close: string): string =>
    parts.length === 0 ? open + close : `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${margin}${close}`;
  if (value instanceof Items)
    return block(
      "[",
      value.list.map((item) => JSON.stringify(item)),
      "]",
    );
  if (Array.isArray(value))
    return block(
      "[",
      value.map((item) => writeJson(item, inner)),
      "]",
    );
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  return block(
    "{",
    entries.map(([key, own]) => `${JSON.stringify(key)}: ${writeJson(own, inner)}`),
    "}",
  );
}
