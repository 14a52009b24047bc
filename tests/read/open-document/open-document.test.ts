/** What texts and sheets of OpenDocument have in common. */
import { describe, expect, test } from "vitest";
import { parseXml } from "../../../scripts/read/container/xml.ts";
import { countOf, PREFIXES, rowsOf } from "../../../scripts/read/open-document/open-document.ts";
import { propertiesSaid } from "../../../scripts/read/open-document/properties.ts";
import { NAMES } from "../../../scripts/read/plain/rule.ts";
import { constructsOf } from "../../../scripts/read/plain/said.ts";

describe("the elements of OpenDocument", () => {
  const NS = Object.entries(PREFIXES)
    .map(([uri, prefix]) => `xmlns:${prefix}="${uri}"`)
    .join(" ");
  const parsed = (xml: string) => {
    return parseXml("content.xml", Buffer.from(`<office:document ${NS}>${xml}</office:document>`), PREFIXES);
  };
  test("count what is repeated, within bounds", () => {
    const count = (value: string) => {
      const [element] = parsed(`<text:s text:c="${value}"/>`).children;
      return typeof element === "string" || !element ? 0 : countOf(element, "text:c", 5);
    };
    expect(["1", "2", "5", "6", "0", "-1", "1.5", "x", ""].map(count)).toEqual([1, 2, 5, 5, 1, 1, 1, 1, 1]);
    const row = "<table:table-row/>";
    const groups = ["header-rows", "rows", "row-group"].map(
      (name) => `<table:table-${name}>${row}</table:table-${name}>`,
    );
    expect(rowsOf(parsed(`${groups.join("")}${row}<table:table-cell>${row}</table:table-cell>`))).toHaveLength(4);
  });
  test("say of a blank above a text whether it lowers it, or raises it out of its row", () => {
    const said = (top: string) => {
      const properties = parsed(`<style:paragraph-properties fo:margin-top="${top}"/>`).children;
      return constructsOf(propertiesSaid(properties.filter((one) => typeof one !== "string")));
    };
    expect(["6pt", "7pt", "-5pt", "-6pt"].map(said)).toEqual([[], [NAMES.lowered], [], [NAMES.clipped]]);
  });
});
