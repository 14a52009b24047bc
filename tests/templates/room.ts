/// <reference lib="dom" />
/** Where things stand: clear of each other, in line, with room between them. Sent to the browser as text: it uses nothing from outside. */
import type { Page } from "./read-page.ts";

/** A least and a most. */
type Range = readonly [number, number];

export function faultsOfRoom(page: Page): void {
  const { isPaper, all, style, number, box, within, texts, tell } = page;
  const isWide = !isPaper && innerWidth > 1000;
  /** Millimetres on paper, pixels on a screen. */
  const unit = isPaper ? 96 / 25.4 : 1;

  // --- words stand clear of each other --------------------------------------------------------------
  const pieces = texts().toSorted((a, b) => a.rect.top - b.rect.top);
  for (const [i, { own, rect }] of pieces.entries())
    for (const other of pieces.slice(i + 1)) {
      if (other.rect.top > rect.bottom) break;
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top;
      if (across > 1 && down > 0.45 * Math.min(rect.height, other.rect.height))
        tell("clear", other.own, `stands on « ${own.textContent?.trim().slice(0, 30)} »`);
    }

  // --- edges: what is read down stands in one line ---------------------------------------------------
  for (const table of all("main .figures-table, .control-files table")) {
    if (style(table.querySelector("tbody tr") ?? table).display !== "table-row") continue; // small cards
    const rows = [...table.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility());
    const inner = (cell: Element, side: "Left" | "Right"): number => {
      const { left, right } = box(cell);
      const { [`padding${side}` as "paddingLeft"]: padding } = style(cell);
      return side === "Left" ? left + number(padding) : right - number(padding);
    };
    for (const row of rows) {
      if (row.matches(".theme")) continue; // a heading: more room above it than under it
      const cells = [...row.children];
      for (const [i, cell] of cells.entries()) {
        const side = cell.matches(".number") ? "Right" : "Left";
        const first = rows.find((other) => !other.matches(".theme"))?.children[i];
        const isSet = cell.matches(".level-1 > th");
        if (first && !isSet && Math.abs(inner(cell, side) - inner(first, side)) > 0.6)
          tell("edges", cell, `not under « ${first.textContent?.slice(0, 20)} »`);
      }
      const { paddingTop, paddingBottom } = style(cells.at(-1) ?? row);
      if (Math.abs(number(paddingTop) - number(paddingBottom)) > 0.1)
        tell("edges", row, "not in the middle of its row");
      if (!within(number(paddingTop) / unit, isPaper ? [0.1, 1] : [2, 10]))
        tell("edges", row, `rows ${paddingTop} apart`);
      const [name, ...rest] = cells;
      if (name && !isPaper && innerWidth < 1000) continue;
      if (name && !name.closest(".level-1") && inner(name, "Left") - box(table).left > 0.6)
        tell("edges", name, "stands in from the table's edge");
      const lastCell = rest.at(-1);
      if (lastCell?.matches(".figures-table .number") && box(table).right - inner(lastCell, "Right") > 0.6)
        tell("edges", lastCell, "stands in from the table's edge");
    }
    const heads = [...table.querySelectorAll<HTMLElement>("thead th[data-column], thead th.number")];
    for (const head of heads) {
      const index =
        head.dataset.column === undefined
          ? [...(head.parentElement?.children ?? [])].indexOf(head)
          : Number(head.dataset.column);
      const cell = rows[0]?.children[index];
      if (!cell || !head.matches(".number") || !cell.matches(".number")) continue;
      if (style(head).textAlign !== "right" || Math.abs(inner(head, "Right") - inner(cell, "Right")) > 0.6)
        tell("edges", head, "not over its numbers");
    }
  }

  // --- room: neither crammed nor lost ----------------------------------------------------------------
  /** From the first to what follows it. On a screen in pixels, on paper in millimetres. */
  const ROOM: readonly (readonly [before: string, after: string, paper: Range, screen: Range])[] = [
    [".bulletin main > section", "section", [2.5, 9], [30, 60]],
    [".bulletin .section__title", "p, figure", [1.4, 2.2], [14, 26]],
    [".control main h2", "p, ul, div", [1.4, 2.2], [6, 10]],
    ["main h3:not(.section__title), .section__part", "p, dl, .legend", [0.9, 1.7], [7, 10]],
    ["main section > :not(.section__title)", ".section__part", [2.8, 4.2], [30, 34]],
    ["main section > p", "p", [1, 2], [10, 14]],
    ["main section > p", "ul, ol, dl", [1, 2], [10, 14]],
    ["main section > p", "figure, .multiples", [1.8, 4.2], [22, 34]],
    [".table", ".table, p, .multiples", [2.8, 3.4], [30, 34]],
    [".list, .definitions", "p", [1.9, 3.2], [10, 18]],
    [".table .scroll", ".source", [0.8, 1.2], [5, 8]],
    [".legend", ".source", [0.8, 1.2], [5, 8]],
    ["figcaption", ".figure__reading", [0.2, 0.5], [2, 4]],
    [".figure__reading", ".chart", [0.4, 0.8], [6, 10]],
    [".notice", ".notice", [1.2, 2], [14, 18]],
    [".list li:not(.section--tendances *)", "li", [0.2, 0.5], [3, 6]],
    [".section--tendances .list li", "li", [0.8, 1.2], [3, 6]],
    [".strip", "p", [1.8, 3.2], [10, 14]],
    [".strip__edition", "h1", [2.8, 4.2], [18, 24]],
    ["h1", "dl", [2, 3.5], [14, 24]],
    [".contents__title", "ol", [0.4, 1], [5, 8]],
    [".control__note", ".notices", [1, 2], [10, 14]],
    [".toolbar", ".cover", [0, 0], [20, 28]],
    ["body > .frame, body > main", "footer", [0, 0], [56, 72]],
    [".filter label", "input", [0, 0], [2, 8]],
  ];
  for (const [before, after, paper, screen] of ROOM)
    for (const element of all(before)) {
      const next = element.nextElementSibling;
      if (!next?.matches(after) || !next.checkVisibility() || box(next).top < box(element).bottom - 2 * unit) continue; // in another column
      const room = (box(next).top - box(element).bottom) / unit;
      if (!within(room, isPaper ? paper : screen))
        tell("room", next, `${room.toFixed(1)} under ${element.tagName.toLowerCase()}.${element.className}`);
    }
  /** Room inside, before the words begin. */
  const INNER: readonly (readonly [selector: string, sides: string, paper: Range, screen: Range])[] = [
    [".bulletin .section__title", "Top", [0.8, 1.3], [6, 10]],
    [".figure", "Top", [0.8, 1.3], [5, 8]],
    [".notice", "Left", [1.8, 4], [10, 20]],
    [".notice", "Top Bottom", [0, 0.3], [1, 3]],
    [".list", "Left", [3, 6], [14, 22]],
    [".point", "Top Bottom", [0.4, 1], [4, 8]],
    [".definitions div", "Top Bottom", [0.3, 0.6], [5, 8]],
    [".strip", "Bottom", [1, 2.5], [6, 10]],
    [".keys-figures", "Top Bottom", [1.2, 2.4], [10, 16]],
    [".strip__marking", "Left Right", [1, 3], [6, 10]],
    [".totals div", "Left Right", [1.5, 2.5], [10, 14]],
    [".totals div", "Top Bottom", [0.8, 1.3], [6, 10]],
    [".control-table td", "Left Right", [0.6, 1], [6, 9]],
    [".control-table td", "Top Bottom", [0.4, 0.7], [3, 5]],
    [".level-1 > th", "Left", [2.5, 3.5], [11, 18.5]],
    [".figures-table:not(.bulletins) tr:not(.theme) > td:not(.first-of-group)", "Left", [0.9, 1.6], [3.5, 8]],
    [".figures-table td.first-of-group", "Left", [1, 3], [7, 17]],
    [".toolbar button, .legend button", "Left Right", [0, 0], [9, 14]],
    [".contents li a", "Top Bottom", [0.2, 0.5], [4, 6]],
    [".toolbar", "Top Bottom", [0, 0], [10, 14]],
    [".banner", "Top Bottom", [0, 0], [3, 5]],
    [".notice pre", "Left Top", [0.5, 3], [5, 11]],
    ["body", "Left Right", [0, 0], [15, 33]],
  ];
  for (const [selector, sides, paper, screen] of INNER)
    for (const element of all(selector))
      for (const side of sides.split(" ")) {
        const { [`padding${side}` as "paddingTop"]: padding } = style(element);
        if (!within(number(padding) / unit, isPaper ? paper : screen))
          tell("room", element, `${padding} at its ${side}`);
      }
  // A page that is scrolled through keeps its contents in sight.
  if (isWide) {
    scrollTo(0, document.body.scrollHeight / 2);
    for (const contents of all(".contents"))
      if (!within(box(contents).top, [-1, 8]) || box(contents).bottom > innerHeight + 1)
        tell("room", contents, "has gone");
    scrollTo(0, 0);
  }

  // --- small drawings: their width, and how many times their height -----------------------------------
  const DRAWINGS: readonly (readonly [selector: string, paper: Range, screen: Range, ratio: number])[] = [
    ["svg.mark", [1.2, 3.5], [7, 20], 1],
    [".legend svg", [5, 7], [20, 28], 2],
    ["td svg.sparkline", [11, 23], [46, 68], 4],
    [".key-figure svg.sparkline", [30, 45], [120, 280], 4.7],
  ];
  for (const [selector, paper, screen, ratio] of DRAWINGS)
    for (const drawing of all(selector)) {
      const { width, height } = box(drawing);
      if (!within(width / unit, isPaper ? paper : screen)) tell("room", drawing, `${width} px wide`);
      if (!within(width / height / ratio, [0.7, 1.3])) tell("room", drawing, `${width} × ${height}`);
    }

  // --- what stands side by side ----------------------------------------------------------------------
  /** How many of them stand in the first row of each place. */
  const ROWS: readonly (readonly [place: string, items: string, paper: number, wide: number, narrow: number])[] = [
    [".keys-figures", ":scope > li", 4, 4, 2],
    [".totals", ":scope > div", 2, 4, 2],
    [".multiples__grid", ":scope > .figure", 2, 2, 1],
    [".definitions div", ":scope > *", 0, 2, 1],
    [".point", ":scope > *", 2, 2, 1],
    [".frame", ":scope > *", 1, 2, 1],
    [".strip", ":scope > *", 2, 2, 1],
    [".toolbar", "a", 0, 3, 2],
  ];
  for (const [place, items, paper, wide, narrow] of ROWS)
    for (const element of isPaper && paper === 0 ? [] : all(place)) {
      const found = [...element.querySelectorAll(items)]
        .filter((item) => item.checkVisibility())
        .map(box)
        .toSorted((a, b) => a.top - b.top || a.left - b.left);
      const [first] = found;
      const wanted = Math.min(found.length, isPaper ? paper : isWide ? wide : narrow);
      const beside = found.filter(({ top, bottom }) => first && top < first.bottom - 1 && bottom > first.top + 1);
      if (beside.length !== wanted) tell("beside", element, `${beside.length} in a row, not ${wanted}`);
      for (const [i, { left }] of beside.entries()) {
        const gap = left - (beside[i - 1]?.right ?? left);
        if (i > 0 && !within(gap / unit, isPaper ? [0.5, 120] : [6, 900]))
          tell("beside", element, `${gap / unit} between them`);
      }
    }
  /** Words that a line never cuts. */
  const WHOLE = ".ordinal, .strip__marking, .bulletins tbody th a, .toolbar a, button:not(th button), .state";
  for (const element of all(WHOLE)) {
    const lines = new Set([...element.getClientRects()].map(({ top }) => Math.round(top)));
    if (lines.size > 1 || box(element).height > 2.2 * number(style(element).lineHeight)) tell("beside", element, "cut");
  }
  for (const element of all(".banner, .figures-table thead th.group, .control-table th"))
    if (style(element).textAlign !== "center") tell("beside", element, "not centred");
  // On paper each term opens its own paragraph: it begins where the titles of its column do.
  const starts = new Set(all("main :is(h2, h3, .section__part)").map((title) => Math.round(box(title).left)));
  for (const term of isPaper ? all(".definitions dt") : [])
    if (!starts.has(Math.round(box(term).left))) tell("beside", term, "does not begin its line");
  // A line that is read through has some hundred characters at most.
  if (isWide)
    for (const text of all("main p:not(.control__note, .notice__rule), .point dd, .list li, .definitions dd"))
      if (box(text).width > 48.5 * 16 && !text.matches(".source p")) tell("beside", text, `${box(text).width} px wide`);
  for (const pressed of all("button, summary"))
    if (style(pressed).cursor !== "pointer") tell("beside", pressed, "no hand over it");
}
