/** What texts and sheets of OpenDocument have in common. */
import { describe, expect, test } from "vitest";
import { parseXml } from "../../../scripts/read/container/xml.ts";
import { countOf, PREFIXES, rowsOf } from "../../../scripts/read/open-document/open-document.ts";

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
    expect(
      rowsOf(
        parsed(
          "<table:table-header-rows><table:table-row/></table:table-header-rows><table:table-row/><table:table-rows><table:table-row/></table:table-rows><table:table-row-group><table:table-row/></table:table-row-group><table:table-cell><table:table-row/></table:table-cell>",
        ),
      ),
    ).toHaveLength(4);
  });
});
