/** The commands of the page: light or dark, print. */

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
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
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
