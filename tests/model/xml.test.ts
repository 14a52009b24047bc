import { expect, test } from "vitest";
import { parseJson } from "../../scripts/model/text/json.ts";
import { escapeXml } from "../../scripts/model/text/xml.ts";
import { composeXmp } from "../../scripts/publish/pdf/xmp.ts";

test("text is the same for whoever reads the XML, and closes neither an element nor an attribute", () => {
  expect(escapeXml('a < b & "c" > &lt;')).toBe("a &lt; b &amp; &quot;c&quot; &gt; &amp;lt;");
});

test("the PDF's metadata hold a commune's name whatever its signs", () => {
  const xmp = composeXmp({
    title: "Bulletin <1>",
    author: "Bois & Forêts",
    subject: "s",
    day: "2026-04-08",
    fingerprint: "f",
    program: "p",
  });
  expect(xmp).toContain("Bulletin &lt;1&gt;");
  expect(xmp).toContain("Bois &amp; Forêts");
});

test("text that is not JSON is nothing, not an exception", () => {
  expect(parseJson('{"n":1}')).toEqual({ n: 1 });
  expect(parseJson('{"n":')).toBeUndefined();
  expect(parseJson("")).toBeUndefined();
});
