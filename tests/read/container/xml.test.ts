import { SaxesParser } from "saxes";
import { describe, expect, it, vi } from "vitest";
import {
  childrenOf,
  descendants,
  findChild,
  MAX_XML_ELEMENTS,
  parseXml,
  type XmlElement,
} from "../../../scripts/read/container/xml.ts";
import { MAX_DEPTH } from "../../../scripts/read/contract/limits.ts";
import { quotedBy, spoken } from "../../spoken.ts";
import { refusal } from "../source.ts";

const parse = (xml: string) => parseXml("word/document.xml", Buffer.from(xml), { "urn:words": "w" });
const parseBytes = (bytes: Uint8Array) => parseXml("word/document.xml", bytes, {});
/** The message, and what is said for whoever looks into it. */
const whyNot = (read: () => unknown): string => {
  const issue = refusal(read);
  return `${spoken(issue).message ?? ""} ${quotedBy(issue)}`;
};

describe("an XML part", () => {
  it("is left at once when its elements are nested without end", () => {
    const write = vi.spyOn(SaxesParser.prototype, "write");
    expect(whyNot(() => parse("<b>".repeat(50_000)))).toContain("imbriqués sans fin");
    const looked = write.mock.calls.reduce((sum, [piece]) => sum + String(piece ?? "").length, 0);
    write.mockRestore();
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(5_000); // of 150 000 characters, which would take 12 s and more
  });

  it("gives names the usual prefix of their namespace, whatever its own", () => {
    const parsed = parse(
      '<x:p xmlns:x="urn:words" x:id="1"><x:t>Vols &amp; cambriolages</x:t><y xmlns="urn:other"/></x:p>',
    );
    expect(parsed).toEqual({
      name: "w:p",
      attributes: expect.objectContaining({ "w:id": "1" }),
      children: [
        { name: "w:t", attributes: {}, children: ["Vols & cambriolages"] },
        { name: "?:y", attributes: expect.anything(), children: [] },
      ],
    });
  });

  it("is refused with a document type (the door to entities), unclosed, or with characters of no encoding", () => {
    for (const xml of ['<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "<a><b></a>", "<a>", "", "<a>&e;</a>"])
      expect(whyNot(() => parse(xml))).toMatch(/abîmé .*word\/document.xml : /);
    // the second: "é" as Windows-1252 has it
    for (const bytes of [
      Uint8Array.of(0x3c, 0xff, 0x3e),
      Uint8Array.of(0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e),
    ])
      expect(whyNot(() => parseBytes(bytes))).toContain("aucun signe de son codage");
  });

  it("may be UTF-16, by its mark", () => {
    const bytes = (): Buffer => Buffer.from("\ufeff<a>Été</a>", "utf16le");
    for (const part of [bytes(), bytes().swap16()])
      expect(parseBytes(part)).toMatchObject({ name: "a", children: ["Été"] });
  });

  it("may be of the encodings of Western texts, where it says so", () => {
    const root = (declaration: string) =>
      parseBytes(Buffer.from(`<?xml version="1.0" ${declaration}?><a>\u00e9</a>`, "latin1"));
    for (const encoding of ["ISO-8859-1", "iso-8859-15", "windows-1252"])
      expect(root(`encoding="${encoding}" standalone="yes"`)).toMatchObject({ children: ["\u00e9"] });
    expect(root("encoding = 'ISO-8859-1'")).toMatchObject({ children: ["\u00e9"] });
    for (const other of ["", 'encoding="UTF-8"', 'encoding="ISO-8859-5"', 'x-encoding="ISO-8859-1"'])
      expect(whyNot(() => root(other))).toContain("aucun signe de son codage");
  });

  it("keeps every sign of its texts, blanks alone too", () => {
    expect(parse("<a>1<b> </b>\n2<![CDATA[ ]]></a>")).toMatchObject({
      children: ["1", { name: "b", children: [" "] }, "\n2", " "],
    });
  });

  it("has children by name: the first down a path, all of them, those at any depth in their order", () => {
    const parsed = parse('<a>x<b n="1"><c n="2"/></b><b n="3"><c n="4"><c n="5"/></c></b></a>');
    const numbers = (found: readonly (XmlElement | undefined)[]) => found.map((one) => one?.attributes.n);
    expect(numbers([findChild(parsed, "b"), findChild(parsed, "b", "c")])).toEqual(["1", "2"]);
    expect(findChild(parsed, "c")).toBeUndefined();
    expect(numbers(childrenOf(parsed, "b"))).toEqual(["1", "3"]);
    expect(numbers(descendants(parsed, "c"))).toEqual(["2", "4", "5"]);
  });

  it("holds as many levels and as many elements as the limits say, and not one more", () => {
    const nested = (depth: number) => whyNot(() => parse("<b>".repeat(depth) + "</b>".repeat(depth)));
    expect(nested(MAX_DEPTH)).toBe(" ");
    expect(nested(MAX_DEPTH + 1)).toContain("imbriqués sans fin");
    expect(whyNot(() => parse(`<a>${"<b/>".repeat(MAX_DEPTH + 1)}</a>`))).toBe(" ");
    const scan = (elements: number) => whyNot(() => parse(`<a>${"<b/>".repeat(elements - 1)}</a>`));
    expect(scan(MAX_XML_ELEMENTS)).toBe(" ");
    expect(scan(MAX_XML_ELEMENTS + 1)).toMatch(/plus de 200\s000 éléments dans la partie «.word\/document.xml.»/);
  });
});
