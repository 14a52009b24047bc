import { strFromU8, strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import type { TooMuch } from "../../../scripts/model/about-files.ts";
import { openZip } from "../../../scripts/read/container/zip.ts";
import {
  fileTooLarge,
  inflatedTooLarge,
  leftAside,
  MAX_COLUMNS,
  MAX_FILE_BYTES,
  MAX_INFLATED_BYTES,
  MAX_ROWS,
  MAX_TEXT_BYTES,
  MAX_TEXTS,
  sizeFault,
  tooDeep,
  tooManyElements,
  tooManyMarks,
  tooManyOrders,
  tooManyPages,
} from "../../../scripts/read/contract/limits.ts";
import { shape } from "../../../scripts/read/contract/shape.ts";
import { read } from "../../../scripts/read/index.ts";
import { quotedBy, spoken } from "../../spoken.ts";
import { source, refusal as whyNot } from "../source.ts";

/** The message of the only issue; the file must have been refused whole. */
async function refusal(content: string | Uint8Array): Promise<string> {
  const result = await read(source("IS101.csv", content));
  expect(result.value.grids).toEqual([]);
  expect(result.issues.map((i) => i.rule)).toEqual(["file-too-large"]);
  expect(spoken(result.issues[0]).hint).toContain("retirez-le");
  return spoken(result.issues[0]).message ?? "";
}

describe("a file over a limit is refused with its own message", () => {
  it("of bytes on the disk", async () => {
    const decode = vi.spyOn(TextDecoder.prototype, "decode"); // of its text
    expect(await refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toContain("32 Mio sur le disque");
    expect(decode).not.toHaveBeenCalled();
    decode.mockRestore();
    expect(spoken(fileTooLarge(200 * 1024 * 1024)({ path: "2026-T1/a.csv" })).message).toContain("200 Mio");
  });

  it("of bytes of text", async () => {
    expect(await refusal("a;1\n".repeat(MAX_TEXT_BYTES / 4 + 1))).toContain("Mio");
  });

  it("of rows", async () => {
    expect(await refusal("a;1\n".repeat(MAX_ROWS + 1))).toMatch(/20.001 lignes/);
  });

  it("of rows that a document says once", async () => {
    const names =
      "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'";
    const odt = (rows: number) => {
      const cell = "<table:table-cell office:value-type='string'><text:p>1</text:p></table:table-cell>";
      const row = `<table:table-row table:number-rows-repeated='${rows}'>${cell}</table:table-row>`;
      const table = `<table:table><table:table-column/>${row}</table:table>`;
      const content = `<office:document-content ${names}><office:body><office:text>${table}</office:text></office:body></office:document-content>`;
      const mimetype = "application/vnd.oasis.opendocument.text";
      return zipSync({ mimetype: [strToU8(mimetype), { level: 0 }], "content.xml": strToU8(content) });
    };
    expect(await refusal(odt(MAX_ROWS + 1))).toMatch(/20.001 lignes/);
    expect((await read(source("IS101.odt", odt(2)))).value.grids[0]?.rows).toHaveLength(2);
  });

  it("of columns", async () => {
    expect(await refusal("a;".repeat(MAX_COLUMNS + 1))).toContain("301 colonnes");
  });

  it("of cells", async () => {
    expect(await refusal("a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v;w;x;y;z\n".repeat(1_924))).toMatch(
      /50.024 cellules/,
    );
  });

  it("of texts that are not the same, figures aside, in a sheet or a document", async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `Ligne ${i};${i}`).join("\n");
    expect(await refusal(lines(MAX_TEXTS + 1))).toMatch(/5.001 textes différents/);
    expect((await read(source("IS101.csv", lines(MAX_TEXTS)))).issues).toEqual([]);
    expect((await read(source("IS101.csv", "Vols;1\n".repeat(MAX_TEXTS + 1)))).issues).toEqual([]);
    const paragraphs = Array.from({ length: MAX_TEXTS + 1 }, (_, i) => `Ligne ${i}\\par\n`).join("");
    expect(await refusal(`{\\rtf1\\ansi ${paragraphs}}`)).toMatch(/5.001 textes différents/);
  });
});

it("each limit tells what was found and what is allowed, and whether the file is refused or left aside", () => {
  const size = { rows: 5, columns: 5, cells: 25, texts: 5 };
  const told = [
    fileTooLarge(2 ** 26),
    fileTooLarge(2 ** 24 + 2 ** 19, 12 * 2 ** 20),
    inflatedTooLarge(5 * 2 ** 19),
    sizeFault("F", { ...size, rows: 20_001 }),
    sizeFault("F", { ...size, columns: 301 }),
    sizeFault("F", { ...size, cells: 50_001 }),
    sizeFault("F", { ...size, texts: 5_001 }),
    tooManyPages(61, 60),
    tooManyOrders(6),
    tooManyMarks(9, 8),
    tooDeep,
    tooManyElements("a.xml", 5),
  ].map((refusal) => spoken((typeof refusal === "function" ? refusal : leftAside(refusal as TooMuch))({ path: "f" })));
  expect(sizeFault("F", { rows: 20_000, columns: 300, cells: 50_000, texts: 5_000 })).toBeUndefined();
  const shown = told.map((issue) => `${issue?.severity} : ${/lu : (.*)\. Ce n'est/.exec(issue?.message ?? "")?.[1]}`);
  expect(shown.map((line) => line.replaceAll(/[\u00a0\u202f]/g, " "))).toEqual([
    "error : 64 Mio sur le disque, pour 32 Mio au plus",
    "warning : 17 Mio sur le disque, pour 12 Mio au plus",
    "warning : 2,5 Mio une fois décompressé, pour 24 Mio au plus",
    "warning : 20 001 lignes dans « F », pour 20 000 au plus",
    "warning : 301 colonnes dans « F », pour 300 au plus",
    "warning : 50 001 cellules, pour 50 000 au plus",
    "warning : 5 001 textes différents, pour 5 000 au plus",
    "warning : 61 pages, pour 60 au plus",
    "error : plus de 6 ordres de dessin sur une page, pour 6 au plus",
    "error : au moins 9 caractères ou traits sur une page, pour 8 au plus",
    "error : des éléments imbriqués sans fin, pour 200 niveaux au plus",
    "warning : plus de 5 éléments dans la partie « a.xml », pour 5 au plus",
  ]);
});

describe("a sound file far larger than a statement", () => {
  it("is left aside with a warning, and stops nothing", async () => {
    for (const content of [
      "a;1\n".repeat(MAX_ROWS + 1),
      "a;1\n".repeat(MAX_ROWS * 5 + 2),
      "a;".repeat(MAX_COLUMNS + 1),
      "a;b;c;d;e;f\n".repeat(18_000),
      "a;1\n".repeat(MAX_TEXT_BYTES / 4 + 1),
    ]) {
      const [issue] = (await read(source("IS101.csv", content))).issues;
      expect([issue?.rule, issue?.severity]).toEqual(["file-too-large", "warning"]);
      expect(spoken(issue).message).toContain("laissé de côté");
    }
    const bytes = (await read(source("IS101.csv", new Uint8Array(MAX_FILE_BYTES + 1)))).issues;
    expect(bytes.map(({ severity }) => severity)).toEqual(["error"]);
  });

  const grid = (part: string, height: number, width = 2) => ({
    part,
    rows: Array.from({ length: height }, () => Array.from({ length: width }, () => ({ text: "1" }))),
  });
  const parts = (...raws: readonly ReturnType<typeof grid>[]) => {
    const { value, issues } = shape(source("IS101.xlsx", ""), raws);
    return [
      value.map(({ part }) => part),
      issues.map(({ rule, severity, place }) => `${severity} ${rule} ${place?.part ?? ""}`.trim()),
    ];
  };

  it("or a sheet of a workbook: it is named, and the others are read", () => {
    expect(parts(grid("Données", MAX_ROWS + 1), grid("IS101", 5))).toEqual([
      ["IS101"],
      ["warning part-too-large Données"],
    ]);
    expect(parts(grid("IS101", 5), grid("Large", 1, MAX_COLUMNS + 1))).toEqual([
      ["IS101"],
      ["warning part-too-large Large"],
    ]);
    expect(parts(grid("Données", MAX_ROWS + 1))).toEqual([[], ["warning file-too-large"]]);
  });

  it("or sheets that are too large together: the largest are left first", () => {
    const sheets = [grid("A", 8_000), grid("IS101", 5), grid("B", 12_000), grid("C", 11_000)];
    expect(parts(...sheets)).toEqual([["A", "IS101", "C"], ["warning part-too-large B"]]);
    const labels = (part: string, height: number) => ({
      part,
      rows: Array.from({ length: height }, (_, i) => [{ text: `${part} ${i}` }]),
    });
    expect(parts(labels("A", 2_400), labels("IS101", 5), labels("B", 3_000))).toEqual([
      ["A", "IS101"],
      ["warning part-too-large B"],
    ]);
  });
});

describe("a zip", () => {
  const sheet = (size: number, more: Zippable = {}): Uint8Array =>
    zipSync({
      ...more,
      "[Content_Types].xml": strToU8("x"),
      "_rels/.rels": strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
      "xl/workbook.xml": new Uint8Array(size),
    });

  it("is refused by the sizes that it declares, before anything is inflated", async () => {
    expect(await refusal(sheet(MAX_INFLATED_BYTES + 1))).toContain("une fois décompressé");
    // and by those of its sheets together, the first of which is damaged
    const links = ["a", "b"].map((name) => `<Relationship Id="${name}" Type="x/worksheet" Target="${name}.xml"/>`);
    const sheets = sheet(1_000, {
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`,
      ),
      "xl/a.xml": new Uint8Array(MAX_INFLATED_BYTES),
      "xl/b.xml": new Uint8Array(1),
    });
    expect(await refusal(sheets)).toContain("une fois décompressé");
  });

  const open = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
    const { names, member } = openZip(bytes);
    return new Map(names.map((name) => [name, member(name) ?? new Uint8Array()]));
  };
  const ruleOf = (bytes: Uint8Array): string => whyNot(() => open(bytes))?.rule ?? `${open(bytes).size} parts`;

  it("is read up to its limits: of bytes, however well they are compressed", () => {
    const zeros = (size: number, level: 0 | 9 = 0) => zipSync({ a: new Uint8Array(size) }, { level });
    expect(ruleOf(zeros(MAX_INFLATED_BYTES))).toBe("1 parts");
    expect(ruleOf(zeros(MAX_INFLATED_BYTES + 1))).toBe("file-too-large");
    expect(ruleOf(zeros(MAX_INFLATED_BYTES + 1, 9))).toBe("file-too-large");
  });

  it("is not refused for the size of what is not read", () => {
    const bytes = zipSync({ a: strToU8("1"), "image.png": new Uint8Array(MAX_INFLATED_BYTES) }, { level: 0 });
    expect(openZip(bytes).member("a")?.toString()).toBe("1");
  });

  const extra = { 21589: strToU8("12345") };
  const WHOLE = zipSync({
    "dossier/": new Uint8Array(),
    "é.xml": [strToU8("12".repeat(50)), { level: 9, extra, comment: "note" }],
    "b.xml": [strToU8("stocké"), { level: 0, extra }],
    c: [new Uint8Array(), { level: 9 }],
  });

  it("gives its members by name, and leaves folders, comments and other fields", () => {
    const texts = [...open(WHOLE)].map(([name, content]) => [name, strFromU8(content)]);
    expect(texts).toEqual([
      ["é.xml", "12".repeat(50)],
      ["b.xml", "stocké"],
      ["c", ""],
    ]);
  });

  it("may end with a comment, even the longest one", () => {
    const withComment = (length: number): Uint8Array => {
      const bytes = Buffer.concat([WHOLE, Buffer.alloc(length, 0x61)]);
      bytes.writeUInt16LE(Math.min(length, 0xffff), WHOLE.length - 2);
      return bytes;
    };
    expect([0, 1, 0xffff, 0x10000].map((length) => ruleOf(withComment(length)))).toEqual([
      "3 parts",
      "3 parts",
      "3 parts",
      "file-unreadable",
    ]);
  });

  /** Where the fields of a member stand in the central directory. */
  const FIELD = { method: 10, packed: 20, size: 24, extra: 30, offset: 42 } as const;
  const entryOf = (name: string, bytes: Uint8Array): number => Buffer.from(bytes).lastIndexOf(name) - 46;
  const changed = (field: keyof typeof FIELD, value: number): Uint8Array => {
    const bytes = Buffer.from(WHOLE);
    bytes.writeUInt16LE(value, entryOf("b.xml", bytes) + FIELD[field]);
    return bytes;
  };
  const end = WHOLE.length - 22;
  it.each<readonly [string, string, Uint8Array]>([
    ["a member that is nowhere", "« b.xml » est coupée ou", changed("offset", 3)],
    ["a member after the end", "« b.xml » est coupée ou", changed("offset", WHOLE.length - 29)],
    ["a member that is cut", "« b.xml » est coupée ou", changed("packed", 9_999)],
    ["a compression that is not known", "« b.xml » est coupée ou", changed("method", 12)],
    ["a compression that is another", "« b.xml » est coupée ou", changed("method", 8)],
    ["a size that is larger", "« b.xml » est coupée", changed("size", 999)],
    ["a directory that goes on too far", "la liste de ce qu'il contient", changed("extra", 999)],
    [
      "a directory that is elsewhere",
      "la liste de ce qu'il contient",
      Uint8Array.from(WHOLE).fill(9, end + 16, end + 17),
    ],
    ["more members than there are", "la liste de ce qu'il contient", Uint8Array.from(WHOLE).fill(5, end + 8, end + 9)],
    [
      "the same member twice",
      "la liste de ce qu'il contient",
      (() => {
        const bytes = Buffer.from(zipSync({ "b.xml": strToU8("1"), "B.xml": strToU8("2") }, { level: 0 }));
        bytes.write("b", bytes.lastIndexOf("B.xml"));
        return bytes;
      })(),
    ],
  ])("is refused with %s, which is named", (_, words, bytes) => {
    const issue = whyNot(() => open(bytes));
    expect([issue?.rule, quotedBy(issue)]).toEqual(["file-unreadable", expect.stringContaining(words)]);
  });

  it("is refused when it lies about a size: inflation stops there", async () => {
    const bytes = sheet(1_000_000);
    const view = new DataView(bytes.buffer);
    const size = Uint8Array.of(0x40, 0x42, 0x0f, 0); // 1 000 000
    for (let at = 0; at + 4 <= bytes.length; at++)
      if (size.every((byte, i) => bytes[at + i] === byte)) view.setUint32(at, 1000, true);
    const result = await read(source("a.xlsx", bytes));
    expect(result.issues.map((i) => i.rule)).toEqual(["file-unreadable"]);
  });

  it("is refused when a member does not have its checksum", () => {
    const bytes = zipSync({ a: strToU8("12") }, { level: 0 });
    const at = Buffer.from(bytes).indexOf("12");
    bytes[at] = 0x39;
    expect(ruleOf(bytes)).toBe("file-unreadable");
  });
});
