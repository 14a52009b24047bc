/** Elements of a page, for the tests of style sheets: three cells of the third row of a table. */
import type { Styled } from "../../../../scripts/read/document/html/css-matching.ts";

export const element = (name: string, more: Partial<Styled> = {}): Styled => ({
  name,
  attributes: {},
  classes: [],
  parent: null,
  previous: null,
  rank: 1,
  ...more,
});
export const BODY = element("body", { parent: element("html") });
export const ROW = element("tr", {
  parent: element("tbody", { parent: element("table", { parent: BODY, classes: ["t"] }) }),
  rank: 3,
});
export const FIRST = element("th", { parent: ROW, classes: ["a"] });
export const SECOND = element("td", {
  parent: ROW,
  previous: FIRST,
  rank: 2,
  classes: ["b", "c"],
  attributes: { id: "x", title: "Vols simples", lang: "fr-FR", "data-n": "12" },
});
export const CELL = element("td", { parent: ROW, previous: SECOND, rank: 3 });
