/** Text from files, made fit to be seen: what is invisible or changes the direction of reading is written out. */

import { showHidden } from "../../model/hidden-characters.ts";

/** Data of the same form, every text of it changed; keys are left as they are, and what needs no change is not copied. */
export const mapTexts = (change: (text: string) => string) =>
  function changed<T>(data: T): T {
    if (typeof data === "string") return change(data) as T;
    if (data === null || typeof data !== "object") return data;
    // An array is walked as an object whose keys are its indices. Plain data has no inherited keys.
    const source = data as Readonly<Record<string, unknown>>;
    let copy: Record<string, unknown> | undefined;
    for (const key in source) {
      const value = source[key];
      const shown = changed(value);
      if (shown === value) continue;
      copy ??= (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>;
      copy[key] = shown;
    }
    return (copy ?? data) as T;
  };

export const printable = mapTexts(showHidden);
