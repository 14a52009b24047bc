/**
 * The theme chosen by the reader, kept by the browser from one page to the next. A browser may refuse to keep anything, above all
 * for a page opened from the disk: the choice then lasts as long as the page, and no message is needed.
 */
export type Theme = "light" | "dark";

const KEY = "bulletin-fond";

export function rememberedTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "light" || kept === "dark" ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // refused: see above
  }
}
