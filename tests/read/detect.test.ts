import { CFB } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isSystemFile } from "../../scripts/disk/system-file.ts";
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from "../../scripts/read/contract/limits.ts";
import { detect } from "../../scripts/read/detect.ts";
import { read, sealedFiles } from "../../scripts/read/index.ts";
import { spoken } from "../spoken.ts";
import { rules, source } from "./source.ts";

const bytes = (latin1: string): Uint8Array => Uint8Array.from(latin1, (c) => c.charCodeAt(0));

/** A compound file whose root holds streams of these names. */
function compound(names: readonly string[], tail = new Uint8Array()): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const name of names) CFB.utils.cfb_add(container, `/${name}`, Buffer.from("x"));
  return new Uint8Array(Buffer.concat([Buffer.from(CFB.write(container, { type: "buffer" })), tail]));
}
const MARK = Uint8Array.of(7, 0x65, 0x92, 0x1a, 0x2a, 7, 0x74, 0x53, 0x47, 0x52, 7, 0x33, 0x61, 0x71, 0x93, 0);

const zip = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
const office = (...names: readonly string[]): Uint8Array => zip("[Content_Types].xml", "docProps/app.xml", ...names);
/** A package whose main part, of any name, is of this type. */
const typed = (type: string, name: string): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(
      `<Types><Override PartName="/${name}" ContentType="application/vnd.${type}"/></Types>`,
    ),
    [name]: strToU8("x"),
  });
const openDocument = (kind: string, manifest = "<m/>"): Uint8Array =>
  zipSync(
    {
      ...(kind !== "" && { mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`) }),
      "content.xml": strToU8("x"),
      "META-INF/manifest.xml": strToU8(manifest),
    },
    { level: 0 },
  );
const EXCEL_XML = "urn:schemas-microsoft-com:office:spreadsheet";
const atPlace = (at: number, sign: string): Uint8Array => bytes(`${"\0".repeat(at)}${sign}`);

describe("the format", () => {
  it.each<readonly [format: string, content: Uint8Array | string]>([
    ["csv", "Type;T1\nVols;1\n"],
    ["csv", "<bonjour>;1\n"],
    ["csv", "Vols <b>;1\n"],
    ["html", "<html><table><tr><td>a<td>1</table></html>"],
    ["html", "\ufeff\n <!-- x --><TABLE><tr><td>a<td>1</table>"],
    ["html", "<!DOCTYPE\n HTML PUBLIC>"],
    ["html", '<?xml version="1.0"?>\n<!-- a --><!-- <csv> -->\n<html xmlns="x">'],
    ["html", "<br/>Vols"],
    ["html", `<!-- ${"x".repeat(4_000)} -->\n<table><tr><td>a<td>1</table>`],
    ["rtf", "{\\rtf1 IS 101}"],
    ["pdf", "%PDF-1.7\n"],
    ["pdf", "%âãÏÓ\n1 0 obj\n"],
    ["pdf", `${"\n".repeat(1000)}%PDF-1.4\n`],
    ["xls", compound(["Workbook"])],
    ["xls", compound(["WORKBOOK"])],
    ["xls", compound(["SummaryInformation", "Book"])],
    ["xls", bytes("\x09\x00\x04\0\x02\0\x10\0")],
    ["xls", bytes("\x09\x02\x06\0\0\0\x10\0")],
    ["xls", bytes("\x09\x04\x06\0\0\0\x10\0")],
    ["xls", bytes("\x09\x08\x10\0\0\x05\x10\0")],
    ["doc", compound(["SummaryInformation", "WordDocument"])],
    ["xlsx", office("xl/workbook.xml")],
    ["docx", office("word/document.xml")],
    ["docx", office("word/document12.xml")],
    ["docx", office("\\Word\\Document.xml")],
    ["docx", typed("openxmlformats-officedocument.wordprocessingml.document.main+xml", "contenu/texte.xml")],
    ["xlsx", typed("ms-excel.sheet.macroEnabled.main+xml", "contenu/classeur.xml")],
    ["ods", openDocument("spreadsheet")],
    ["odt", openDocument("text")],
    ["ods", openDocument("", '<x media-type="application/vnd.oasis.opendocument.spreadsheet"/>')],
  ])("is told by the content, whatever the name: %s", (format, content) => {
    expect(detect(source("IS101.csv", content))).toEqual({ kind: "format", format });
  });

  it("is that of its content when the file is read, and another name is no fault", async () => {
    for (const [name, content, format] of [
      ["IS101.xls", "Type;T1\nVols;1\n", "csv"],
      ["IS101.doc", "\ufeff\n <!-- x --><TABLE><tr><td>a<td>1</table>", "html"],
      ["IS101.pdf", "{\\rtf1 IS 101}", "rtf"],
    ] as const) {
      const result = await read(source(name, content));
      expect(result.value.format).toBe(format);
      expect(result.issues.filter((i) => i.severity === "error")).toEqual([]);
    }
  });
});

describe("a file that is not a table", () => {
  it.each([
    ["une image", bytes("\x89PNG\r\n\x1a\n")],
    ["une image", bytes("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["une image", bytes("GIF89a")],
    ["une image", bytes("II*\0")],
    ["une image", bytes("MM\0*")],
    ["un fichier qui n'est pas du texte", bytes("RIFF\x01\0\0\0WEBP")],
    ["un fichier qui n'est pas du texte", atPlace(4, "ftypheic")],
    ["une archive", bytes("7z\xbc\xaf\x27\x1c\0")],
    ["une archive", bytes("Rar!\x1a\x07\0")],
    ["une archive", bytes("\x1f\x8b\x08\0")],
    ["une archive", bytes("BZh9")],
    ["une archive", bytes("\xfd7zXZ\0")],
    ["un fichier qui n'est pas du texte", atPlace(257, "ustar")],
    ["une archive", bytes("MSCF\0")],
    ["une archive zip", zip("IS101.csv", "copie/[Content_Types].xml", "copie/xl/workbook.xml", "copie/content.xml")],
    ["une archive zip", zip("xl/workbook.xml", "word/document.xml")],
    ["un raccourci Windows, et non le fichier lui-même", bytes("L\0\0\0\x01\x14\x02\0\0\0")],
    ["un fichier qui n'est pas du texte", bytes("MZ\x90\0\x03\0\0\0")],
    ["un fichier qui n'est pas du texte", bytes("\x7fELF\x02")],
    ["un fichier qui n'est pas du texte", bytes("BM\x90\0\x03\0\0\0")],
    ["un fichier qui n'est pas du texte", bytes("ID3\x04")],
    ["un fichier qui n'est pas du texte", bytes("OggS\0")],
    ["un fichier qui n'est pas du texte", bytes("SQLite format 3\0")],
    ["un fichier qui n'est pas du texte", bytes("\0\x01\0\0Standard Jet DB")],
    ["un fichier qui n'est pas du texte", bytes("\0\x01\x02\x03abc")],
    ["un fichier qui n'est pas du texte", bytes("BZx9\0")],
    ["un fichier qui n'est pas du texte", bytes("\x09\x08\x03\0\0\x05\x10\0")],
    ["un fichier qui n'est pas du texte", bytes("\x09\x08\x11\0\0\x05\x10\0")],
    ["un fichier qui n'est pas du texte", bytes("\x09\x08\x10\x01\0\x05\x10\0")],
    ["un fichier qui n'est pas du texte", bytes("\x09\x05\x10\0\0\x05\x10\0")],
    ["un fichier XML", strToU8('<?xml version="1.0"?><a/>')],
    ["un fichier XML", strToU8("<soap:Envelope/>")],
    ["un classeur « XML Excel 2003 »", strToU8(`<?xml version="1.0"?><Workbook xmlns="${EXCEL_XML}"/>`)],
    ["un classeur « XML Excel 2003 »", strToU8(`<ss:Workbook xmlns:ss="${EXCEL_XML}"/>`)],
    ["une présentation PowerPoint", compound(["Contents", "PowerPoint Document"])],
    ["une présentation PowerPoint", office("ppt/presentation.xml")],
    ["un classeur Excel binaire (.xlsb)", office("xl/workbook.bin")],
    ["un classeur Excel binaire (.xlsb)", typed("ms-excel.sheet.binary.macroEnabled.main", "a.bin")],
    ["une archive zip", typed("openxmlformats-officedocument.presentationml.presentation.main+xml", "a.xml")],
    ["une archive zip", typed("openxmlformats-officedocument.theme+xml", "word/theme/theme1.xml")],
    ["un message Outlook", compound(["Contents", "__properties_version1.0"])],
    ["un fichier Microsoft qui n'est ni Word ni Excel", compound(["Contents"])],
    ["un fichier OpenDocument qui n'est ni un tableau ni un texte", openDocument("presentation")],
    ["un fichier OpenDocument qui n'est ni un tableau ni un texte", openDocument("")],
  ])("is named and refused: %s", async (what, content) => {
    const result = await read(source("IS101.xls", content));
    expect(result.value).toMatchObject({ format: null, grids: [] });
    expect(rules(result)).toEqual(["error file-format-unknown"]);
    expect(spoken(result.issues[0])).toMatchObject({
      message: expect.stringContaining(`Ce fichier est ${what} :`),
      place: { file: "2026-T1/IS101.xls" },
    });
  });

  it("may begin with the letters of a program or of a picture, and still be a table", () => {
    for (const content of ["MZ;1\n", "BM;1\n"])
      expect(detect(source("IS101.csv", content))).toEqual({ kind: "format", format: "csv" });
  });

  it("is refused by its size alone from one byte too many on, as a file and as a text", () => {
    const ruleOf = (content: Uint8Array) => {
      const found = detect(source("IS101.csv", content));
      return found.kind === "refused" ? found.issue.rule : found.kind;
    };
    expect(ruleOf(new Uint8Array(MAX_FILE_BYTES))).toBe("file-format-unknown"); // zeros are no text
    expect(ruleOf(new Uint8Array(MAX_FILE_BYTES + 1))).toBe("file-too-large");
    expect(ruleOf(new Uint8Array(MAX_TEXT_BYTES).fill(0x41))).toBe("format");
    expect(ruleOf(new Uint8Array(MAX_TEXT_BYTES + 1).fill(0x41))).toBe("file-too-large");
  });

  const mail =
    "Received: from a\r\n\tby b\r\nFrom: CPN <cpn@exemple.fr>\r\nTo: mairie@exemple.fr\r\nSubject: IS 101\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n";
  it.each([
    ["un message Outlook", "pièce jointe", compound(["__properties_version1.0"])],
    ["un message électronique", "pièce jointe", strToU8(mail)],
    ["un message électronique", "pièce jointe", strToU8("Message-ID: <1>\nFrom: a\nX-Long: b\n c\n\nBonjour;1\n")],
    ["une archive", "Extrayez-en les fichiers", bytes("7z\xbc\xaf\x27\x1c\0")],
    ["une archive", "Extrayez-en les fichiers", bytes("Rar!\x1a\x07\0")],
    ["une archive zip", "Extrayez-en les fichiers", zip("IS101.csv")],
    ["un classeur Excel binaire", "enregistrez-le en .xlsx", office("xl/workbook.bin")],
    ["une image", "sous forme de tableau", bytes("\x89PNG\r\n\x1a\n")],
    ["Numbers, Pages ou Keynote", "exportez-le", zip("Index/Document.iwa")],
    ["Numbers, Pages ou Keynote", "exportez-le", zip("IS101.numbers/Index.zip")],
    ["Numbers, Pages ou Keynote", "exportez-le", zip("preview.jpg", "buildVersionHistory.plist")],
    ["une archive zip", "Extrayez-en les fichiers", zip("xIndex.zip", "Index/Document.iwa.txt")],
    ["un document XPS", "imprimez-le en PDF", zip("FixedDocSeq.fdseq")],
    [
      "un document XPS",
      "imprimez-le en PDF",
      zipSync({ "[Content_Types].xml": strToU8("x"), "FixedDocumentSequence.fdseq": strToU8("x") }),
    ],
  ])("is refused with what to do about it: %s, « %s »", async (what, todo, content) => {
    const result = await read(source("IS101.xls", content));
    expect(rules(result)).toEqual(["error file-format-unknown"]);
    expect(spoken(result.issues[0]).message).toContain(what);
    expect(spoken(result.issues[0]).hint).toContain(todo);
  });

  it("is not taken for a message: a page that a browser or Excel saved, a table whose first words end with a colon", async () => {
    for (const head of ["", "From: <Saved by Blink>\r\nSubject: IS 101\r\nDate: Mon\r\n"])
      expect((await read(source("IS101.mht", `${head}MIME-Version: 1.0\r\n`))).issues.map(spoken)).toMatchObject([
        {
          message: expect.stringContaining("une page web à fichier unique (.mht)"),
          hint: expect.stringContaining(".xlsx"),
        },
      ]);
    expect((await read(source("IS101.csv", "De: CPN;\nTo: mairie;\nType;T1\nVols;1\n"))).value.format).toBe("csv");
  });

  it.each([
    ["Word ou Excel", compound(["EncryptedPackage", "EncryptionInfo"])],
    ["OpenDocument", openDocument("spreadsheet", "<manifest:encryption-data/>")],
  ])("is refused with what to do when a password protects it: %s", async (what, content) => {
    const result = await read(source("a", content));
    expect(rules(result)).toEqual(["error file-password-protected"]);
    expect(spoken(result.issues[0]).message).toContain(`mot de passe (${what})`);
  });

  it.each([
    ["un ancien fichier Word ou Excel", "répertoire absent", compound(["Workbook"]).subarray(0, 900)],
    [
      "un fichier Office ou une archive zip",
      "la liste de ce qu'il contient",
      office("xl/workbook.xml").subarray(0, -30),
    ],
    [
      "un fichier Office ou une archive zip",
      "n'est pas celle qui est annoncée",
      // another letter in one of its parts
      openDocument("text").with(Buffer.from(openDocument("text")).indexOf("opendocument"), 0x41),
    ],
  ])("is refused when it is cut or damaged: %s, %s", async (what, words, content) => {
    const result = await read(source("a.xls", content));
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(spoken(result.issues[0]).message).toContain(`comme ${what},`);
    expect(spoken(result.issues[0]).message).toContain(words);
  });

  it("is refused when it is empty", async () => {
    expect(rules(await read(source("a.csv", "")))).toEqual(["error file-empty"]);
  });
});

describe("a still encrypted file", () => {
  const container = source("IS 101.xls.zed", compound(["Contents"], MARK));

  it("is one by its name too, whatever its bytes", async () => {
    for (const content of [bytes("\0\x01\x02\x03abc"), strToU8("texte")])
      expect(rules(await read(source("IS 101.xls.zed", content)))).toEqual(["error file-still-encrypted"]);
    expect(detect(source("IS 101.XLS.ZED", "texte"))).toEqual({ kind: "encrypted" });
    expect(detect(source("IS 101.zed.csv", "a;1\n"))).toEqual({ kind: "format", format: "csv" });
  });

  it.each([
    ["IS 101.xls.zed", "IS 101.xls"],
    ["IS 101.xls.zed", "IS 101.XLS.csv"],
    ["IS 101.v2.xls.ZED", "IS 101.V2.XLS"],
    ["e\u0301tat.xls.zed", "\u00e9tat.xls"],
    ["\u00e9tat.xls.zed", "e\u0301tat.xls"],
  ])("%s beside its content %s: nobody is asked whether it is there", (name, own) => {
    const others = [source("AAA.csv", "a;1\n"), source(own, "a;1\n")];
    expect(sealedFiles([source(name, container.bytes), ...others])).toEqual({ sealed: [], open: 2 });
  });

  it("beside content of another name, is a question of the reception", () => {
    const others = [source("IST.csv", "a;1\n"), source("état 4001.csv", "a;1\n")];
    expect(sealedFiles([container, ...others])).toEqual({ sealed: [container], open: 2 });
    expect(sealedFiles([container])).toEqual({ sealed: [container], open: 0 });
  });

  it("is known by its content, whatever its name", async () => {
    expect(rules(await read(source("IS 101.doc", container.bytes)))).toEqual(["error file-still-encrypted"]);
  });
});

describe("system files", () => {
  it("are left out", async () => {
    const names = ["Thumbs.db", ".DS_Store", "desktop.ini", "~$IS101.xlsx", ".~lock.IS101.ods#", "._IS101.xls"];
    expect(names.filter((name) => !isSystemFile(name))).toEqual([]);
    expect(isSystemFile("IS101.xls")).toBe(false);
  });
});
