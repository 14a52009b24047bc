/** The same plain data, each text of it changed; `change` is told the keys that the text stands under, the outermost first. */
export function mapTexts<T>(data: T, change: (text: string, keys: readonly string[]) => string): T {
  const visit = (value: unknown, keys: readonly string[]): unknown => {
    if (typeof value === "string") return change(value, keys);
    if (Array.isArray(value)) return value.map((inner) => visit(inner, keys));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner, [...keys, key])]));
  };
  return visit(data, []) as T;
}
