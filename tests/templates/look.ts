/// <reference lib="dom" />
/** What must hold of the look of every page, on a screen and on paper. Sent to the browser as text: it uses nothing from outside. */

/** Faults by rule. Cells and notices of every kind are written into the page first: see SPECIMENS. */
export function faultsOfLook(isPaper: boolean): Readonly<Record<string, readonly string[]>> {
  const faults = new Map<string, string[]>();
  const all = (selector: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  const tell = (rule: string, element: Element, what: string): void => {
    const place = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
    const fault = `${place} « ${(element.textContent ?? "").trim().slice(0, 40)} » : ${what}`;
    faults.set(rule, [...(faults.get(rule) ?? []), fault]);
  };
  const style = (element: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(element, pseudo);
  const number = (value: string): number => Number.parseFloat(value) || 0;

  // --- colours ----------------------------------------------------------------------------------
  const partsOf = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const isSeeThrough = (colour: string): boolean => colour === "transparent" || (partsOf(colour)[3] ?? 1) < 1;
  const lightness = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = partsOf(colour).map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [lightness(a), lightness(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const under = (element: Element): string => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (!isSeeThrough(style(at).backgroundColor)) return style(at).backgroundColor;
    return "rgb(255, 255, 255)";
  };

  // --- every word is seen -----------------------------------------------------------------------
  /** Out of sight until it is asked for; on paper, what only serves a screen. */
  const aside =
    "script, style, title, desc, [hidden], .visually-hidden, .skip, .keys, [data-shows], [data-shows-from], .chart__live, .chart__readout, .chart svg, " +
    `${innerWidth < 768 ? ".bulletins thead" : ".bulletins .part"}, ${isPaper || innerWidth > 600 ? "" : ".page-one thead, "}` +
    (isPaper ? ".toolbar, .banner, .filter, .contents, body > footer, summary" : "details:not([open]) > :not(summary)");
  const isCut = (text: DOMRect, element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { overflowX, clipPath } = style(at);
      if (clipPath !== "none") return true;
      if (overflowX === "auto" || overflowX === "scroll") return false; // it is reached
      const box = at.getBoundingClientRect();
      const isWithin =
        text.left >= box.left - 1 &&
        text.right <= box.right + 1 &&
        text.top >= box.top - 1 &&
        text.bottom <= box.bottom + 1;
      if (overflowX !== "visible" && !isWithin) return true;
    }
    return text.left < -1 || text.right > innerWidth + 1;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement;
    // A button that stands without its box: the words are those of the head.
    const element = own && style(own).display === "contents" ? own.parentElement : own;
    if (!element || element.closest(aside) || (node.textContent ?? "").trim() === "") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const { color, fontSize, fontWeight } = style(element);
    const size = number(fontSize);
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) tell("seen", element, "hidden");
    else if (box.width < 1 || box.height < size / 2) tell("seen", element, "no room");
    else if (isCut(box, element)) tell("seen", element, "cut");
    // On the paper of a session eight points; some six where cells are checked.
    const least = isPaper
      ? document.body.matches(".bulletin") && !element.closest(".control-table")
        ? 10.6
        : 7.7
      : 11;
    if (size < least && !element.matches("sup")) tell("seen", element, `${fontSize} is too small`);
    const isLarge = size >= 24 || (size >= 18.6 && Number(fontWeight) >= 700);
    const found = contrast(color, under(element));
    if (found < (isLarge ? 3 : 4.5)) tell("contrast", element, `${found.toFixed(1)} of ${color}`);
  }

  if (isPaper && contrast(style(document.documentElement).backgroundColor, "rgb(255, 255, 255)") > 1)
    tell("contrast", document.documentElement, "the paper is not white");

  // --- drawings ---------------------------------------------------------------------------------
  const paint = (shape: Element): string => {
    const { fill, stroke, strokeWidth } = style(shape);
    return stroke !== "none" && number(strokeWidth) > 0 ? stroke : fill;
  };
  for (const shape of all("svg.mark *, .legend svg *, svg.sparkline *")) {
    const colour = paint(shape);
    const least = shape.matches(".key-band, .sparkline__band") ? 1.15 : 3;
    if (colour === "none" || contrast(colour, under(shape)) < least) tell("drawings", shape, `drawn in ${colour}`);
  }
  // The legend shows the charts' own colours and dashes.
  const drawn = (shape: Element): string => {
    const { fill, stroke, strokeDasharray } = style(shape);
    return stroke === "none" ? fill : `${stroke} ${strokeDasharray === "none" ? "" : "dashed"}`;
  };
  const inCharts = new Set(all(".chart > svg *").map(drawn));
  for (const key of all(".key-line, .key-dot, .key-band, .key-mean"))
    if (!inCharts.has(drawn(key))) tell("drawings", key, `no chart draws in ${drawn(key)}`);
  for (const chart of all(".chart")) {
    const svg = chart.querySelector("svg");
    const isShown = svg?.checkVisibility() ?? false;
    if (isShown === (!isPaper && chart.matches(".is-live"))) tell("drawings", chart, `its drawing: ${isShown}`);
    const width = svg?.clientWidth ?? 0;
    if (isPaper && width < (chart.closest(".curve") ? 100 : 320)) tell("drawings", chart, `${width} px wide`);
    for (const word of chart.querySelectorAll("svg text")) {
      const set = number(word.getAttribute("font-size") ?? "") * (width / (svg?.viewBox.baseVal.width || 1));
      if (isPaper && set < 10.6) tell("drawings", chart, `words of ${set} px`);
    }
  }
  for (const sparkline of all("svg.sparkline"))
    if (sparkline.getBoundingClientRect().width < 40) tell("drawings", sparkline, "too narrow to be read");

  // --- not by colour alone ----------------------------------------------------------------------
  const differ = (selectors: readonly string[], look: (element: Element) => string): void => {
    const looks = selectors.flatMap((selector) => {
      const element = document.querySelector(selector);
      return element ? [{ element, look: look(element) }] : [];
    });
    for (const [i, one] of looks.entries())
      if (looks.some((other, j) => j < i && other.look === one.look)) tell("words", one.element, `looks: ${one.look}`);
  };
  const edge = (element: Element): string => {
    const { borderLeftWidth, borderLeftStyle, borderTopStyle, outlineStyle } = style(element);
    return `${borderLeftWidth} ${borderLeftStyle} ${borderTopStyle} ${outlineStyle}`;
  };
  differ([".notice--error", ".notice--warning", ".notice--info"], edge);
  differ(["td.r-count", "td.r-printed", "td.r-ignored", "td.r-not-understood", "td.r-ignored.has-issue"], edge);
  differ([".legend button[aria-pressed=true]", ".legend button[aria-pressed=false]"], (button) =>
    isPaper ? button.outerHTML : style(button).textDecorationLine,
  );
  differ([".key-line", ".key-mean", ".key-break"], (line) => style(line).strokeDasharray);
  differ([".contents a[aria-current]", ".contents a:not([aria-current])"], (link) =>
    isPaper ? link.outerHTML : style(link).fontWeight,
  );
  const widths = ["error", "warning", "info"].map((name) =>
    number(style(document.querySelector(`.notice--${name}`) ?? document.body).borderLeftWidth),
  );
  if (String(widths) !== String([...widths].sort((a, b) => b - a))) tell("words", document.body, `notices: ${widths}`);
  for (const [order, sign] of Object.entries({ ascending: "↑", descending: "↓" }))
    for (const button of all(`th[aria-sort=${order}] button`))
      if (!isPaper && !style(button, "::after").content.includes(sign)) tell("words", button, `no ${sign}`);
  if (!isPaper)
    for (const link of all("main :is(p, li, td, small) a"))
      if (!link.closest("nav") && !style(link).textDecorationLine.includes("underline"))
        tell("words", link, "a link without a line");

  /** On a telephone the lines of page one's table are cards. */
  const inCards = (selector: string): string =>
    isPaper || innerWidth > 600 ? selector : `${selector}:not(.page-one *)`;

  // --- tables -----------------------------------------------------------------------------------
  for (const cell of all(inCards("td.number"))) {
    const { textAlign, whiteSpace, fontVariantNumeric } = style(cell);
    if (textAlign !== "right") tell("tables", cell, textAlign);
    if (whiteSpace !== "nowrap") tell("tables", cell, "a number may be cut in two");
    if (!fontVariantNumeric.includes("tabular-nums")) tell("tables", cell, "figures of unequal widths");
  }
  for (const cell of all(inCards(".figures-table td")))
    if (Number(style(cell).fontWeight) >= 600 !== cell.matches(".strong")) tell("tables", cell, "bold, or not");
  for (const head of all(
    ".figures-table tbody th, .figures-table th.label, .figures-table th.text, .figures-table td.text",
  ))
    if (!/left|start/.test(style(head).textAlign)) tell("tables", head, style(head).textAlign);
  const labels = [".level-0 > th", ".level-1 > th"].map((selector) => document.querySelector(selector));
  const [left = 0, inner = 0] = labels.map((label) => (label ? number(style(label).paddingLeft) : 0));
  if (labels[1] && inner - left < 5) tell("tables", labels[1], "stands as its family does");
  for (const table of all("main table")) {
    const scroll = table.closest(".scroll");
    if (!scroll) tell("tables", table, "in no region that scrolls");
    else if (style(scroll).overflowX !== (isPaper ? "visible" : "auto"))
      tell("tables", scroll, style(scroll).overflowX);
  }
  if (!isPaper)
    for (const head of all(innerWidth < 992 ? inCards(".figures-table:not(.bulletins) tbody th") : ".control-table th"))
      if (style(head).position !== "sticky" || isSeeThrough(style(head).backgroundColor))
        tell("tables", head, "does not stay in sight while its table scrolls");

  // --- pages ------------------------------------------------------------------------------------
  if (isPaper) {
    const holds = (
      selector: string,
      property: "breakInside" | "breakAfter" | "breakBefore" | "display",
      value: string,
    ) => {
      for (const element of all(selector)) if (style(element)[property] !== value) tell("pages", element, property);
    };
    holds("tr, .table--short, .figure, .point, .notice, .definitions > div, .source, main p", "breakInside", "avoid");
    holds("h2, h3, .figure figcaption, caption:not(.control caption)", "breakAfter", "avoid");
    holds("tbody, section:not(.section--methode) figure > .source", "breakBefore", "avoid");
    holds("thead:not(.bulletins thead)", "display", "table-header-group");
    holds(".section--methode .source", "breakBefore", "auto");
    const figures = all(".multiples__grid").flatMap((grid) => [...grid.children].slice(0, 2));
    for (const [i, figure] of figures.entries())
      if (i % 2 === 1 && figures[i - 1]?.getBoundingClientRect().top !== figure.getBoundingClientRect().top)
        tell("pages", figure, "does not stand beside the other");
    for (const cell of all("td:target, tr:target"))
      if (style(cell).boxShadow !== "none") tell("pages", cell, "is marked as on the screen");
  } else
    for (const cell of all("td:target, tr:target"))
      if (style(cell).boxShadow === "none" && style(cell).outlineStyle === "none") tell("words", cell, "is not marked");
  return Object.fromEntries(faults);
}

/** Where the keyboard is: seen on everything that can be reached with it. Called after a key, so that the focus is shown. */
export function faultsOfFocus(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>("a[href], button, input, summary, [tabindex]:not(main)")].flatMap(
    (stop) => {
      if (!stop.checkVisibility()) return [];
      stop.focus();
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop);
      const { top, right } = stop.getBoundingClientRect();
      const isMarked =
        outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== "transparent";
      const isThere = !stop.matches(".skip") || (top >= 0 && right > 0);
      return isMarked && isThere ? [] : [`${stop.tagName} « ${stop.textContent?.trim().slice(0, 40)} »`];
    },
  );
}

/** One of each kind, at the end of the page: what a page's own content happens not to hold. */
export function addSpecimens(): void {
  const main = document.querySelector("main");
  if (!main) return;
  const heads = document.querySelectorAll("th[data-column]");
  for (const [i, order] of ["ascending", "descending"].entries()) heads[i]?.setAttribute("aria-sort", order);
  document.querySelector(".legend button")?.setAttribute("aria-pressed", "false");
  const notices = ["error", "warning", "info"].map((kind) => `<li class="notice notice--${kind}"><p>${kind}</p></li>`);
  const kinds = ["r-count", "r-printed", "r-ignored", "r-not-understood", "r-ignored has-issue"];
  main.insertAdjacentHTML(
    "beforeend",
    `<section><ul class="notices">${notices.join("")}</ul><div class="scroll"><table class="control-table"><tbody><tr>` +
      `${kinds.map((kind) => `<td class="${kind}">${kind}</td>`).join("")}</tr></tbody></table></div></section>`,
  );
}
