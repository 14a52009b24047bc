/** Files that a password protects, one a format: refused by name, nothing of them read, and `check` ends with 1. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { read } from "../../scripts/read/index.ts";
import { runCommand } from "../run-main.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { rules, show, source } from "./source.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What Office writes for a protected .docx or .xlsx: a compound file around the encrypted zip ([MS-OFFCRYPTO] 2.3.4.4). */
async function protectedOffice(): Promise<Uint8Array> {
  const { CFB } = await import("@e965/xlsx");
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/EncryptionInfo", Buffer.alloc(200, 4));
  CFB.utils.cfb_add(file, "/EncryptedPackage", Buffer.alloc(6000, 0x5a));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
}

/** A real workbook whose record after BOF is turned into FILEPASS, which stands at that place ([MS-XLS] 2.4.117). */
function protectedXls(): Uint8Array {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([["Homicides", 12]]), "IS 101");
  const bytes = Buffer.from(write(workbook, { type: "buffer", bookType: "biff8" }) as Buffer);
  const bof = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  bytes.writeUInt16LE(0x002f, bof + 4 + bytes.readUInt16LE(bof + 2));
  return new Uint8Array(bytes);
}

/** A real document with the flag fEncrypted of its FIB ([MS-DOC] 2.5.2). */
function protectedDoc(): Uint8Array {
  const bytes = readFileSync(join(ROOT, "tests/fixtures/fuzz/IS101.doc"));
  const fib = bytes.indexOf(Buffer.from([0xec, 0xa5]));
  bytes.writeUInt16LE(bytes.readUInt16LE(fib + 0x0a) | 0x0100, fib + 0x0a);
  return new Uint8Array(bytes);
}

const manifest = (type: string, part: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="${part}" manifest:size="9"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>`,
  );
/** Each part encrypted (OpenDocument 1.2), or, since LibreOffice 24.8, the whole document in one part. */
function protectedOpenDocument(kind: "spreadsheet" | "text", part: "content.xml" | "encrypted-package"): Uint8Array {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  return zipSync({
    mimetype: [strToU8(type), { level: 0 }],
    [part]: [new Uint8Array(500).fill(0x5a), { level: 0 }],
    "META-INF/manifest.xml": manifest(type, part),
  });
}

interface Encryption {
  readonly algorithm?: "RC4-128" | "AES-128" | "AES-256";
  readonly packed?: true;
  /** Absent: anyone may open it, only changing it is forbidden. */
  readonly userPassword?: string;
}
async function encryptedPdf({ algorithm = "AES-256", packed, ...passwords }: Encryption): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage().drawText("Homicides 12", { x: 50, y: 700, size: 11, font });
  pdf.encrypt({ ownerPassword: "propriétaire", algorithm, allowWeakCryptography: true, ...passwords });
  return pdf.save({ useObjectStreams: packed ?? false });
}

const PROTECTED: Readonly<Record<string, Uint8Array>> = {
  "IS101.xlsx": await protectedOffice(),
  "IS101.docx": await protectedOffice(),
  "IS101.xls": protectedXls(),
  "IS101.doc": protectedDoc(),
  "IS101.ods": protectedOpenDocument("spreadsheet", "content.xml"),
  "IS101.odt": protectedOpenDocument("text", "content.xml"),
  "récent.ods": protectedOpenDocument("spreadsheet", "encrypted-package"),
  "récent.odt": protectedOpenDocument("text", "encrypted-package"),
  "IS101.pdf": await encryptedPdf({ userPassword: "secret" }),
};

describe("a file that a password protects", () => {
  it.each(Object.entries(PROTECTED))("is refused by name, and the hint says what to do: %s", async (name, bytes) => {
    const result = await read(source(name, bytes));
    expect(result.value.grids).toEqual([]);
    expect(rules(result)).toEqual(["error file-password-protected"]);
    expect(spoken(result.issues[0])).toMatchObject({
      message: expect.stringMatching(/^Fichier protégé par un mot de passe \(.+\) : il ne peut pas être lu\.$/),
      hint: expect.stringContaining("sans protection"),
      place: { file: `2026-T1/${name}` },
    });
  });

  it("stops check with exit code 1, each file named and no figure read", async () => {
    const data = temporaryFolder("mots-de-passe");
    writeFileSync(join(data, "convention.yaml"), "commune: { nom: Saint-Aubin-les-Tilleuls }\n");
    mkdirSync(join(data, "2026-T1"));
    for (const [name, bytes] of Object.entries(PROTECTED)) writeFileSync(join(data, "2026-T1", name), bytes);
    const run = await runCommand("check", "--data", data, "--json");
    expect(run.status, run.stderr).toBe(1);
    const { observations, issues } = JSON.parse(run.stdout) as {
      readonly observations: readonly unknown[];
      readonly issues: readonly { readonly rule: string; readonly place?: { readonly file: string } }[];
    };
    expect(observations).toEqual([]);
    const named = issues.filter((i) => i.rule === "file-password-protected").map((i) => i.place?.file);
    expect(named.toSorted()).toEqual(
      Object.keys(PROTECTED)
        .map((name) => `2026-T1/${name}`)
        .toSorted(),
    );
  });
});

describe("a PDF that only forbids changes", () => {
  it.each<Encryption>([
    { algorithm: "RC4-128" },
    { algorithm: "AES-128" },
    { algorithm: "AES-256" },
    { algorithm: "AES-256", packed: true },
    { algorithm: "RC4-128", packed: true },
  ])("is read, for anyone may open it: %o", async (encryption) => {
    const result = await read(source("IS101.pdf", await encryptedPdf(encryption)));
    expect(result.issues.map(spoken)).toEqual([]);
    expect(show(result.value.grids[0])).toEqual(["Homicides 12"]);
  });
});
