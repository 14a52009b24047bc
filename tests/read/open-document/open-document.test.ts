/** What texts and sheets of OpenDocument have in common. */
import { describe, expect, test } from "vitest";
import { parseXml } from "../../../scripts/read/container/xml.ts";
import { countOf, PREFIXES, rowsOf } from "../../../scripts/read/open-document/open-document.ts";
import { openStyles } from "../../../scripts/read/open-document/open-styles.ts";

describe("the elements of OpenDocument", () => {
  const NS = Object.entries(PREFIXES)
    .map(([uri, prefix]) => `xmlns:${prefix}="${uri}"`)
    .join(" ");
  const parsed = (xml: string) => {
    const read = parseXml(new TextEncoder().encode(`<office:document ${NS}>${xml}</office:document>`), PREFIXES);
    if (!read.ok) throw new Error(read.reason);
    return read.root;
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
  test("say what their style says, or its parents, or the default of their family", () => {
    const style = (name: string, properties: string, more = "") =>
      `<style:style style:family="text" style:name="${name}" ${more}>${properties}</style:style>`;
    const size = (points: number) => `<style:text-properties fo:font-size="${points}pt"/>`;
    const shared = `<style:default-style style:family="text">${size(8)}</style:default-style>${style("A", size(9))}${style("B", "", 'style:parent-style-name="A"')}${style("C", '<style:text-properties fo:color="#000"/>', 'style:parent-style-name="B"')}${style("D", "")}${style("E", size(10))}<style:style style:family="paragraph" style:name="A">${size(20)}</style:style>${style("L", "", 'style:parent-style-name="L"')}`;
    const own = `${style("E", size(11))}<style:font-face style:name="F" svg:font-family="'Wing dings'"/>`;
    const styles = openStyles([parsed(shared), parsed(own)]);
    const found = (name: string | undefined, family = "text") =>
      styles.property(family, name, "style:text-properties", "fo:font-size");
    expect([
      found("A"),
      found("B"),
      found("C"),
      found("D"),
      found("E"),
      found("L"),
      found("Z"),
      found(undefined),
      found("A", "paragraph"),
      found("Z", "paragraph"),
    ]).toEqual(["9pt", "9pt", "9pt", "8pt", "11pt", "8pt", "8pt", "8pt", "20pt", undefined]);
    expect([styles.fontFamily("F"), styles.fontFamily("G")]).toEqual(["Wing dings", "G"]);
  });
  test("say what is drawn before the items of a list, level by level", () => {
    const level = (name: string, n: number, attributes: string) =>
      `<text:list-level-style-${name} text:level="${n}" ${attributes}/>`;
    const list = `<text:list-style style:name="L">${level("number", 1, 'style:num-format="1" style:num-prefix="(" style:num-suffix=")"')}${level("bullet", 2, 'text:bullet-char="–"')}${level("number", 3, 'style:num-format=""')}${level("image", 4, 'style:num-format="1"')}${level("bullet", 5, "")}</text:list-style>`;
    const styles = openStyles([parsed(list)]);
    expect([1, 2, 3, 4, 5, 6].map((n) => styles.listMarker("L", n))).toEqual(["(n°)", "–", "", "", "", ""]);
    expect([styles.listMarker(undefined, 1), styles.listMarker("M", 1), styles.headingMarker(1)]).toEqual(["", "", ""]);
  });
});
