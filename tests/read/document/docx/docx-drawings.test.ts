/** How a drawing of a .docx stands to the text of its page. */
import { expect, test } from "vitest";
import type { XmlElement } from "../../../../scripts/read/container/xml.ts";
import { standingOf } from "../../../../scripts/read/document/docx/docx-drawings.ts";

const element = (name: string, ...children: readonly XmlElement[]): XmlElement => ({ name, attributes: {}, children });

test("a box that is anchored over the text is over it, whatever stands in a line of its own text", () => {
  const picture = element("w:drawing", element("wp:inline"));
  expect(standingOf(picture)).toBe("line");
  expect(standingOf(element("w:drawing", element("wp:anchor")))).toBe("over");
  expect(standingOf(element("w:drawing", element("wp:anchor", element("w:txbxContent", picture))))).toBe("over");
});
