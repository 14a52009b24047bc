/// <reference lib="dom" />
/** The cells of the tables that are shown: see tools.ts. */
import type { Box } from "./tools.ts";

export interface CellBox {
  readonly table: number;
  readonly row: number;
  readonly rowSpan: number;
  readonly box: Box;
  /** It does not stand where its table would put it. */
  readonly isMoved: boolean;
  /** The words of what stands in it and is no text of the page: a picture, a form field; "" where it has none. */
  readonly drawn: readonly string[];
  /** What a style sheet or a list writes in it: `"9"`, "counter(rows)". */
  readonly written: readonly string[];
}

interface CellTools {
  readonly isMoved: (element: Element, display: RegExp) => boolean;
  readonly drawnIn: (cell: Element) => readonly string[];
  readonly writtenIn: (cell: Element) => readonly string[];
}
declare global {
  var cellTools: CellTools;
}

export function prepareCells(): void {
  const isOf = (cell: Element) => (element: Element) => element.closest("td,th") === cell;
  const wordsOf = (element: Element): string =>
    element.getAttribute("alt") ??
    (element instanceof SVGElement
      ? [...element.querySelectorAll("text")].map((text) => text.textContent).join(" ")
      : String((element as HTMLInputElement).value ?? element.textContent ?? ""));
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    const isEmpty =
      element.matches("input[type=checkbox],input[type=radio],input[type=submit],input[type=button]") ||
      (element.matches("input,textarea") && wordsOf(element) === "");
    return tools.isRendered(element) && width > 3 && height > 3 && !isEmpty; // a smaller picture holds a place open
  };
  const writtenBy = (element: Element): readonly string[] => {
    const { display, listStyleType } = getComputedStyle(element);
    const isNumbered = display === "list-item" && !/^(?:none|disc|circle|square|disclosure-.*)$/.test(listStyleType);
    const contents = [null, "::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo).content);
    const own = contents.filter((one) => !/^(?:none|normal|"\s*")$/.test(one));
    return isNumbered ? ["counter(list-item)", ...own] : own;
  };
  const styles = [...document.querySelectorAll("style"), ...document.querySelectorAll("[style*=content]")];
  const mayBeWritten =
    document.querySelector("q,li") !== null ||
    styles.some((one) => /content|list-item/i.test(`${one.textContent} ${one.getAttribute("style")}`));
  const pictures = "img,svg,canvas,input,select,textarea,object,embed,iframe,math,video,meter,progress,button,ruby";
  globalThis.cellTools = {
    isMoved: (element, display) => {
      const style = getComputedStyle(element);
      return (
        !display.test(style.display) ||
        style.transform !== "none" ||
        /absolute|fixed/.test(style.position) ||
        (style.position === "relative" && [style.top, style.left].some((offset) => Number.parseFloat(offset) !== 0)) ||
        style.float !== "none" ||
        style.direction === "rtl" ||
        style.writingMode !== "horizontal-tb"
      );
    },
    drawnIn: (cell) => [...cell.querySelectorAll(pictures)].filter(isOf(cell)).filter(isShown).map(wordsOf),
    writtenIn: (cell) =>
      mayBeWritten ? [cell, ...cell.querySelectorAll("*")].filter(isOf(cell)).flatMap(writtenBy) : [],
  };
}

/** Row by row as they are shown, whatever the order in which they are written. */
export function layTables(): readonly CellBox[] {
  const { isMoved, drawnIn, writtenIn } = cellTools;
  const tables = [...document.querySelectorAll("table")].filter(tools.isRendered);
  const elements: HTMLTableCellElement[] = [];
  const cells: CellBox[] = [];
  for (const [t, table] of tables.entries()) {
    const unsorted = [...table.rows].map((row) => ({ row, top: row.getBoundingClientRect().top }));
    const rows = unsorted.toSorted((a, b) => a.top - b.top);
    for (const [r, { row }] of rows.entries()) {
      const group = row.parentElement as Element;
      const isRowMoved =
        isMoved(table, /^(?:inline-)?table$/) ||
        isMoved(row, /^table-row$/) ||
        (group !== table && isMoved(group, /^table-(?:row|header|footer)-group$/));
      for (const cell of row.cells) {
        const isCollapsed = [cell, row].some((one) => getComputedStyle(one).visibility === "collapse");
        if (isCollapsed || cell.getClientRects().length === 0) continue;
        const { bottom } = cell.getBoundingClientRect();
        elements.push(cell);
        cells.push({
          table: t,
          row: r,
          rowSpan: cell.rowSpan === 1 ? 1 : Math.max(1, rows.slice(r).filter(({ top }) => top < bottom - 1).length),
          box: tools.boxOf(cell.getBoundingClientRect()),
          isMoved: isRowMoved || isMoved(cell, /^table-cell$/),
          drawn: drawnIn(cell),
          written: writtenIn(cell),
        });
      }
    }
  }
  Object.assign(kept, { tables, cells: elements });
  return cells;
}
