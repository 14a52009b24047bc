/**
 * One stop of the Tab key a table, where each figure is a link and each head a button: within it the arrow keys lead from one to the
 * next, Home and End to the ends of the row. Without scripts every link keeps its own stop.
 */

const STOPS = "thead button, tbody a";
/** Id of the line that tells the keys. */
const KEYS = "clavier";

const stopsOf = (table: HTMLTableElement): readonly HTMLElement[] =>
  [...table.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());

/** Place of the column, from 0: a head says it, as heads span columns. */
function columnOf(stop: HTMLElement): number {
  const cell = stop.closest<HTMLTableCellElement>("th, td");
  return Number(cell?.dataset.column ?? cell?.cellIndex ?? -1);
}

function target(table: HTMLTableElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const stops = stopsOf(table);
  const row = from.closest("tr");
  const inRow = stops.filter((stop) => stop.closest("tr") === row);
  const inColumn = stops.filter((stop) => columnOf(stop) === columnOf(from));
  switch (key) {
    case "ArrowRight":
      return inRow[inRow.indexOf(from) + 1];
    case "ArrowLeft":
      return inRow[inRow.indexOf(from) - 1];
    case "ArrowDown":
      return inColumn[inColumn.indexOf(from) + 1];
    case "ArrowUp":
      return inColumn[inColumn.indexOf(from) - 1];
    case "Home":
      return inRow[0];
    case "End":
      return inRow.at(-1);
    default:
      return undefined;
  }
}

/** `refresh` when rows have been hidden or shown: the stop of a table is never one that is not seen. */
export function makeTablesRoving(page: Document): { readonly refresh: () => void } {
  const tables = [...page.querySelectorAll<HTMLTableElement>("main table")];
  const setStop = (table: HTMLTableElement, chosen: HTMLElement | undefined): void => {
    for (const stop of table.querySelectorAll<HTMLElement>(STOPS)) stop.tabIndex = stop === chosen ? 0 : -1;
  };
  const refresh = (): void => {
    for (const table of tables) {
      // What is in a closed « Les chiffres de la figure » is not seen: its first stop waits for it.
      const first = stopsOf(table)[0] ?? table.querySelector<HTMLElement>(STOPS) ?? undefined;
      const current = table.querySelector<HTMLElement>(":is(a, button)[tabindex='0']");
      setStop(table, current?.checkVisibility() ? current : first);
    }
  };
  for (const table of tables) {
    table.closest(".scroll")?.setAttribute("aria-describedby", KEYS);
    table.addEventListener("focusin", ({ target: stop }) => {
      if (stop instanceof HTMLElement && stop.matches(STOPS)) setStop(table, stop);
    });
    table.addEventListener("keydown", (event) => {
      const from = event.target;
      if (!(from instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey) return;
      const next = target(table, from, event.key);
      if (next === undefined) return;
      event.preventDefault(); // the page does not scroll as well
      next.focus();
    });
  }
  refresh();
  const keys = page.getElementById(KEYS);
  if (keys) keys.hidden = false;
  return { refresh };
}
