import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isSystemFile } from "../../scripts/model/system-file.ts";
import { read, readAll } from "../../scripts/read/index.ts";
import { rules, source } from "./source.ts";

const bytes = (latin1: string): Uint8Array => Uint8Array.from(latin1, (c) => c.charCodeAt(0));

/** The smallest compound file: header, a FAT sector, a directory sector whose root holds the names given. */
function compound(names: readonly string[], tail = new Uint8Array()): Uint8Array {
  const file = Buffer.alloc(512 * 3 + tail.length, 0);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48); // directory at sector 1
  file.writeUInt32LE(0xfffffffe, 68); // no DIFAT
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76); // FAT at sector 0
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xfffffffe, 512 + 4);
  for (const [i, name] of ["Root Entry", ...names].entries()) {
    const at = 1024 + 128 * i;
    Buffer.from(name, "utf16le").copy(file, at);
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
    file.writeUInt8(i === 0 ? 5 : 2, at + 66);
    file.writeUInt32LE(0xffffffff, at + 68);
    file.writeUInt32LE(i > 0 && i < names.length ? i + 1 : 0xffffffff, at + 72);
    file.writeUInt32LE(i === 0 && names.length > 0 ? 1 : 0xffffffff, at + 76);
  }
  Buffer.from(tail).copy(file, 1536);
  return new Uint8Array(file);
}
const MARK = Uint8Array.of(7, 0x65, 0x92, 0x1a, 0x2a, 7, 0x74, 0x53, 0x47, 0x52, 7, 0x33, 0x61, 0x71, 0x93, 0);

describe("the format", () => {
  it.each([
    ["IS101.xls", "Type;T1\nVols;1\n", "csv"],
    ["IS101.csv", "<html><table><tr><td>a<td>1</table></html>", "html"],
    ["IS101.doc", "\ufeff\n <!-- x --><TABLE><tr><td>a<td>1</table>", "html"],
    ["IS101.pdf", "{\\rtf1 IS 101}", "rtf"],
  ])("comes from the content, never from the name: %s", async (name, content, format) => {
    const result = await read(source(name, content));
    expect(result.value.format).toBe(format);
    expect(result.issues.filter((i) => i.severity === "error")).toEqual([]);
  });
});

describe("a file that is not a table", () => {
  it.each([
    ["une image PNG", bytes("\x89PNG\r\n\x1a\n")],
    ["une photographie JPEG", bytes("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["une archive 7z", bytes("7z\xbc\xaf\x27\x1c\0")],
    ["une archive RAR", bytes("Rar!\x1a\x07\0")],
    ["une archive gzip", bytes("\x1f\x8b\x08\0")],
    ["une archive zip", zipSync({ "IS101.csv": strToU8("a;1") })],
    ["un raccourci Windows, et non le fichier lui-même", bytes("L\0\0\0\x01\x14\x02\0\0\0")],
    ["un programme", bytes("MZ\x90\0\x03\0\0\0")],
    ["un fichier binaire de type inconnu", bytes("\0\x01\x02\x03abc")],
    ["un fichier XML", strToU8('<?xml version="1.0"?><a/>')],
    ["une présentation PowerPoint", compound(["PowerPoint Document"])],
    ["un message Outlook", compound(["__properties_version1.0"])],
    ["un fichier Microsoft qui n'est ni Word ni Excel", compound(["Contents"])],
  ])("is named and refused: %s", async (what, content) => {
    const result = await read(source("IS101.xls", content));
    expect(result.value).toMatchObject({ format: null, grids: [] });
    expect(rules(result)).toEqual(["error file-format-unknown"]);
    expect(result.issues[0]?.message).toContain(what);
  });

  const iwa = (name: string) => zipSync({ [name]: strToU8("x") });
  const mail =
    "Received: from a\r\n\tby b\r\nFrom: CPN <cpn@exemple.fr>\r\nTo: mairie@exemple.fr\r\nSubject: IS 101\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n";
  it.each([
    ["un message Outlook", "pièce jointe", compound(["__properties_version1.0"])],
    ["un message électronique", "pièce jointe", strToU8(mail)],
    ["un message électronique", "pièce jointe", strToU8("Message-ID: <1>\nFrom: a\nX-Long: b\n c\n\nBonjour;1\n")],
    ["une archive 7z", "Extrayez-en les fichiers", bytes("7z\xbc\xaf\x27\x1c\0")],
    ["une archive RAR", "Extrayez-en les fichiers", bytes("Rar!\x1a\x07\0")],
    ["une archive zip", "Extrayez-en les fichiers", iwa("IS101.csv")],
    ["une image PNG", "sous forme de tableau", bytes("\x89PNG\r\n\x1a\n")],
    ["Numbers, Pages ou Keynote", "exportez-le", iwa("Index/Document.iwa")],
    ["Numbers, Pages ou Keynote", "exportez-le", iwa("IS101.numbers/Index.zip")],
    ["Numbers, Pages ou Keynote", "exportez-le", iwa("buildVersionHistory.plist")],
    ["un document XPS", "imprimez-le en PDF", iwa("FixedDocSeq.fdseq")],
    [
      "un document XPS",
      "imprimez-le en PDF",
      zipSync({ "[Content_Types].xml": strToU8("x"), "FixedDocumentSequence.fdseq": strToU8("x") }),
    ],
  ])("is refused with what to do about it: %s, « %s »", async (what, todo, content) => {
    const result = await read(source("IS101.xls", content));
    expect(rules(result)).toEqual(["error file-format-unknown"]);
    expect(result.issues[0]?.message).toContain(what);
    expect(result.issues[0]?.hint).toContain(todo);
  });

  it("is not taken for a message: a page that a browser or Excel saved, a table whose first words end with a colon", async () => {
    const page = (head: string) =>
      `${head}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<table><tr><td>Vols<td>1</table>\r\n--x--\r\n`;
    for (const head of ["", "From: <Saved by Blink>\r\nSubject: IS 101\r\nDate: Mon\r\n"])
      expect((await read(source("IS101.mht", page(head)))).value.format).toBe("html");
    expect((await read(source("IS101.csv", "De: CPN;\nTo: mairie;\nType;T1\nVols;1\n"))).value.format).toBe("csv");
  });

  it.each([
    ["Office", compound(["EncryptedPackage", "EncryptionInfo"])],
    [
      "OpenDocument",
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
        "content.xml": strToU8("x"),
        "META-INF/manifest.xml": strToU8("<manifest:encryption-data/>"),
      }),
    ],
  ])("is refused with what to do when a password protects it: %s", async (_, content) => {
    expect(rules(await read(source("a", content)))).toEqual(["error file-password-protected"]);
  });

  it("is refused when empty, or cut", async () => {
    expect(rules(await read(source("a.csv", "")))).toEqual(["error file-empty"]);
    expect(rules(await read(source("a.xls", compound(["Workbook"]).subarray(0, 900))))).toEqual([
      "error file-unreadable",
    ]);
    const zip = zipSync({ "[Content_Types].xml": strToU8("x"), "xl/workbook.xml": strToU8("x") });
    expect(rules(await read(source("a.xlsx", zip.subarray(0, zip.length - 30))))).toEqual(["error file-unreadable"]);
  });
});

describe("a still encrypted file", () => {
  const container = source("IS 101.xls.zed", compound(["Contents"], MARK));

  it("is one by its name too, whatever its bytes", async () => {
    for (const content of [bytes("\0\x01\x02\x03abc"), strToU8("texte")])
      expect(rules(await read(source("IS 101.xls.zed", content)))).toEqual(["error file-still-encrypted"]);
  });

  it("alone, is an error that says to decrypt it", async () => {
    const others = [
      source("IST.xls.zed", container.bytes),
      source("Thumbs.db", "a;1\n"),
      source("scan.png", bytes("\x89PNG\r\n\x1a\n")),
    ];
    const result = await readAll([container, ...others, source("IS 101.xls", "a;1\n", "2025-T4")]);
    const own = { ...result, issues: result.issues.filter((i) => i.place?.file === container.path) };
    expect(rules(own)).toEqual(["error file-still-encrypted"]);
    expect(own.issues[0]?.hint).toContain("Déchiffrez-le sur ce poste");
    expect(result.value[0]).toMatchObject({ format: null, grids: [] });
  });

  it.each(["IS 101.xls", "IS 101.XLS.csv"])(
    "beside its content (%s), is left alone with an information",
    async (name) => {
      const result = await readAll([container, source(name, "a;1\n")]);
      expect(rules(result)).toEqual(["info file-still-encrypted"]);
    },
  );

  it("beside content of another name, is an information that asks to look whether all of it is there", async () => {
    const result = await readAll([container, source("IST.csv", "a;1\n"), source("état 4001.csv", "a;1\n")]);
    expect(rules(result)).toEqual(["info file-still-encrypted"]);
    expect(result.issues[0]?.message).toContain("« IST.csv »…");
    expect(result.issues[0]?.hint).toContain("tout ce qu'il contenait");
  });

  it("is known by its content, whatever its name", async () => {
    expect(rules(await read(source("IS 101.doc", container.bytes)))).toEqual(["error file-still-encrypted"]);
  });
});

describe("system files", () => {
  it("are left out", async () => {
    const names = ["Thumbs.db", ".DS_Store", "desktop.ini", "~$IS101.xlsx", ".~lock.IS101.ods#", "._IS101.xls"];
    expect(names.filter((name) => !isSystemFile(name))).toEqual([]);
    expect(await readAll(names.map((name) => source(name, "x")))).toEqual({ value: [], issues: [] });
    expect(isSystemFile("IS101.xls")).toBe(false);
  });
});
