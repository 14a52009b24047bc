/** The commands of the page: light or dark, print. */
import { rememberedTheme, rememberTheme } from "./theme-memory.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");

/** @param onTheme called when the colours have changed */
export function makeCommands(page: Document, onTheme: () => void): void {
  const root = page.documentElement;
  const bar = page.getElementById("commandes");
  const theme = page.getElementById("theme");
  const print = page.getElementById("imprimer");
  if (!bar || !theme || !print) return;
  const isDark = (): boolean => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const name = (): void => {
    theme.textContent = isDark() ? "Fond clair" : "Fond sombre";
  };
  const kept = rememberedTheme();
  if (kept !== undefined) root.dataset.theme = kept;
  theme.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    root.dataset.theme = chosen;
    rememberTheme(chosen);
    name();
    onTheme();
  });
  dark.addEventListener("change", () => {
    name();
    onTheme();
  });
  print.addEventListener("click", () => print.ownerDocument.defaultView?.print());
  name();
  bar.hidden = false;
}
