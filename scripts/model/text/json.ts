/** Plain data, as JSON holds it: read, and the texts in it changed. */

/** undefined for what is not JSON, such as a file cut short: each caller says what that means where it reads. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Change = (text: string) => string;

/**
 * Data of the same form, every text of it changed; keys are left as they are, and what needs no change is not copied.
 * @param under key -> what is done instead to the texts under it; null: nothing
 */
export const mapTexts = (change: Change, under: Readonly<Record<string, Change | null>> = {}) => {
  const changed = (data: unknown, own: Change): unknown => {
    if (typeof data === "string") return own(data);
    if (data === null || typeof data !== "object") return data;
    // An array is walked as an object whose keys are its indices. Plain data has no inherited keys.
    const source = data as Readonly<Record<string, unknown>>;
    let copy: Record<string, unknown> | undefined;
    for (const key in source) {
      const inner = Object.hasOwn(under, key) ? under[key] : own;
      if (!inner) continue;
      const value = source[key];
      const shown = changed(value, inner);
      if (shown === value) continue;
      copy ??= (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>;
      copy[key] = shown;
    }
    return copy ?? data;
  };
  return <T>(data: T): T => changed(data, change) as T;
};
