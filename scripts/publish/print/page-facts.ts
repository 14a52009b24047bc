/// <reference lib="dom" />
/** What runs inside the page before it is printed. Each function is sent to the browser as text: it uses nothing from outside. */

/** What the paper must show: the proofs compare it with the PDF. */
export interface PageFacts {
  /** In order of the document; a cell's text as a reader sees it in print. */
  readonly tables: readonly {
    readonly name: string;
    readonly cells: readonly { readonly text: string; readonly place: string; readonly head: boolean }[];
  }[];
  readonly charts: readonly { readonly name: string; readonly hasTable: boolean; readonly hasAlternative: boolean }[];
}

/** Loads the fonts, which no layout has asked for yet, and takes the local links away (the PDF would carry this machine's path). */
export async function preparePage(): Promise<void> {
  await Promise.all([...document.fonts].map((face) => face.load()));
  await document.fonts.ready;
  for (const link of document.querySelectorAll("a[data-local]")) link.removeAttribute("href");
}

/** What stands on the page that is printed, in order. */
export function gatherFacts(): PageFacts {
  const nameOf = (element: Element): string =>
    (element.querySelector("caption, figcaption, title")?.textContent ?? element.id).replace(/\s+/g, " ").trim();
  return {
    tables: [...document.querySelectorAll("table")].map((table) => ({
      name: nameOf(table),
      cells: [...table.rows].flatMap((row) =>
        // what makes way on page one is not printed
        [...row.cells]
          .filter((cell) => cell.checkVisibility())
          .map((cell) => ({
            // biome-ignore lint/performance/useDomNodeTextContent: what print shows, not what the source holds
            text: cell.innerText,
            place: `ligne ${row.rowIndex + 1}, colonne ${cell.cellIndex + 1}`,
            head: row.parentElement?.tagName === "THEAD",
          })),
      ),
    })),
    charts: [...document.querySelectorAll("[data-chart]")].map((chart) => ({
      name: nameOf(chart.closest("figure") ?? chart),
      hasTable: Boolean(
        document.querySelector(
          `#trimestres ~ .table tr[data-line="${chart.closest<HTMLElement>("figure")?.dataset.line}"] td`,
        ),
      ),
      hasAlternative: (chart.querySelector("svg[role=img]")?.getAttribute("aria-label") ?? nameOf(chart)) !== "",
    })),
  };
}
