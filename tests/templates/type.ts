/// <reference lib="dom" />
/** How words are set: sizes, weights, colours, and the lines between things. Sent to the browser as text: it uses nothing from outside. */
import type { Page } from "./read-page.ts";

/** A least and a most. */
type Range = readonly [number, number];

export function faultsOfType(page: Page): void {
  const { isPaper, all, style, number, within, texts, tell } = page;

  // --- sizes: from the title down to the notes, each a step smaller ----------------------------------
  const SIZES: readonly (readonly [selector: string, paper: Range, screen: Range])[] = [
    [".news", [16, 20], [24, 38]],
    [".key-figure__value", [16, 20], [24, 38]],
    ["main section:not([aria-labelledby^=fichier-]) > :is(h2, .section__title):not(.control h2)", [12, 14], [22, 26]],
    [
      "main h3:not(.section__title, .figure__title), main .section__part:not(.section--methode *, .section--controles *)",
      [10, 11.5],
      [18, 20],
    ],
    [".point dd, :is(.section--questions, .section--tendances) .list li", [9.5, 10.5], [15.5, 20]],
    [".point dt, .key-figure__before", [7.9, 8.6], [12.8, 15]],
    [
      "main section:not(.section--methode, .section--controles) > p:not(.control__note), .notice p:not(.notice__title, .notice__rule, .section--controles p)",
      [8.4, 10.1],
      [15.5, 17],
    ],
    [".figure__title", [9.5, 10.5], [14.5, 16.5]],
    [
      ".figures-table:not(.derived) :is(tbody th, td.number), .caption:not(.control .caption)",
      [7.9, 8.6],
      [12.8, 16.5],
    ],
    [
      ".section--methode > p, .section--controles > p, .list li:not(.section--questions *, .section--tendances *), .legend li, .figure__reading",
      [7.9, 8.6],
      [12.8, 16.5],
    ],
    [
      "thead th:not(.control-table th, .section--controles th), td.text, .more, .asof, .control__note, .totals dt",
      [7.9, 8.6],
      [12.8, 13.5],
    ],
    [
      ".banner, .toolbar a, button:not(.bulletins *), .filter :is(label, p), .notice pre, .contents li, summary:not(.control-table *)",
      [7, 8.5],
      [12.8, 13.5],
    ],
    [".source p", [7.9, 8.1], [11.5, 12.5]],
    [".control-table td", [6.8, 7.2], [12.8, 13.5]],
    [".control-table :is(small, summary, td a)", [5.8, 6.2], [11.5, 12.5]],
  ];
  for (const [selector, paper, screen] of SIZES)
    for (const element of all(selector)) {
      const size = number(style(element).fontSize) * (isPaper ? 0.75 : 1);
      if (!within(size, isPaper ? paper : screen)) tell("sizes", element, `${size} ${isPaper ? "pt" : "px"}`);
    }
  for (const { own } of texts()) {
    if (own.matches("sup")) continue; // an exponent raises no line
    const { fontSize, lineHeight, letterSpacing } = style(own);
    const lead = number(lineHeight) / number(fontSize);
    const isPressed = own.matches(".strip__marking, .control-table :is(a, summary)");
    if (!within(lead, isPressed ? [1.2, 2] : [1.08, own.matches("h1 *, h1, h2") ? 1.25 : 1.52]))
      tell("sizes", own, `lines ${lead.toFixed(2)} apart`);
    if (Math.abs(number(letterSpacing)) > 0.09 * number(fontSize)) tell("sizes", own, `letters ${letterSpacing} apart`);
  }

  // --- weights and colours: each says one thing ------------------------------------------------------
  const BOLD =
    "h1, h2, h3, h4, strong, caption, thead th:not(.control-table th), .definitions dt, .ordinal, .source__word, .strip__name strong, .strip__marking, .strip__edition, .key-figure__value, .key-figure__label, .point dt, .notice__title, .contents__title, .filter label, .state, .totals dd, .banner, .control-table td.bold, .found";
  const PLAIN =
    "main section > p, .point dd, .notice p:not(.notice__title), td.number:not(.strong), .figures-table:not(.bulletins) tbody :not(.theme) > th, .list li, .definitions dd, .source p, .key-figure__before, .figure__reading, .legend li, td small:not(.r-not-understood small), .more, .control-table td:not(.bold)";
  for (const element of all(BOLD)) if (number(style(element).fontWeight) < 600) tell("weights", element, "is not bold");
  for (const element of all(PLAIN)) if (number(style(element).fontWeight) > 400) tell("weights", element, "is bold");
  const paint = document.createElement("i");
  document.body.append(paint);
  const colourOf = (token: string): string => {
    paint.style.color = `var(--${token})`;
    return style(paint).color;
  };
  const COLOURS: Readonly<Record<string, string>> = {
    accent: "main h2, .section__title, .strip__edition, .point dt, .ordinal, .contents a[aria-current]:not(.toolbar *)",
    muted:
      ".source p, .figure__reading, .legend li, .key-figure__before, .theme th, .more, .asof, .control__note, td.muted, td.short:not(.strong), td.r-ignored, .notice__rule, .control-table th, .filter p, .control-table small:not(.r-not-understood small), .control-table summary",
    alert: ".state--warning, .state--error, .found, .r-not-understood small",
    ink: "main section > p:not(.control__note), .point dd, td.number:not(.muted), .figures-table tbody :not(.theme) > th, thead th:not(.control-table th), h3:not(.section__title), .news, .list li, td.strong",
  };
  for (const [token, selector] of Object.entries(COLOURS)) {
    const wanted = colourOf(token);
    for (const element of all(selector)) {
      if (isPaper && element.matches("[aria-current]")) continue;
      if (style(element).color !== wanted) tell("colours", element, `${style(element).color}, not ${token}`);
    }
  }
  paint.remove();

  // --- lines: what parts one thing from the next -----------------------------------------------------
  const LINES: Readonly<Record<"Top" | "Bottom" | "Left", string>> = {
    Top: "main section > :is(h2, .section__title):not(.annexe + section > *), .keys-figures, .definitions div:first-child, .figures-table:not(.bulletins) thead tr:first-child th, .figure, tr:not(:first-child).family > *",
    Bottom: `.strip, .keys-figures, .definitions div, .figures-table:not(.bulletins) tr > *:not(thead *), .figures-table:not(.bulletins) thead tr:last-child th, ${isPaper ? "" : ".contents li, .toolbar, .banner"}`,
    Left: ".notice, .totals div, .control-table td",
  };
  for (const [side, selector] of Object.entries(LINES))
    for (const element of all(selector.replace(/, $/, ""))) {
      const {
        [`border${side}Width` as "borderTopWidth"]: width,
        [`border${side}Style` as "borderTopStyle"]: kind,
        [`border${side}Color` as "borderTopColor"]: colour,
      } = style(element);
      const own = element.closest("table") && style(element.closest("table") as Element).borderCollapse;
      if (own === "separate") tell("lines", element, "cells stand apart");
      if (
        number(width) < 0.3 ||
        number(width) > 8 ||
        kind === "none" ||
        colour === style(document.documentElement).backgroundColor
      )
        tell("lines", element, `${side}: ${width} ${kind} ${colour}`);
    }
  // The graver a notice, the heavier its edge: seen at a glance, and not only when measured.
  const edges = ["info", "warning", "error"].flatMap((kind) => {
    const [notice] = all(`.notice--${kind}`);
    return notice ? [{ notice, width: number(style(notice).borderLeftWidth) }] : [];
  });
  for (const [i, { notice, width }] of edges.entries()) {
    const lighter = edges[i - 1]?.width ?? 0;
    if (width < 1.8 * lighter) tell("lines", notice, `${width} px, beside ${lighter} px`);
  }
}
