/** What a file is, by its content and never by its extension: a format that has a reader, or why it is refused. */

import type { WayOut } from "../model/about-files.ts";
import type { Format, SourceFile } from "../model/grid.ts";
import { anError, type Issue } from "../model/issue.ts";
import { own } from "../model/received.ts";
import { hasEncryptedMark, isCompound, openCompound } from "./container/compound.ts";
import { decodeText } from "./container/encoding.ts";
import { isEmail, isMhtml } from "./container/messages.ts";
import { partName } from "./container/package.ts";
import { bufferOf } from "./container/views.ts";
import { isZip, openZip, type Zip } from "./container/zip.ts";
import { fileTooLarge, MAX_FILE_BYTES, MAX_TEXT_BYTES } from "./contract/limits.ts";
import { NotRead, passwordProtected, unreadable } from "./contract/reader.ts";

type Detected =
  | { readonly kind: "format"; readonly format: Format }
  | { readonly kind: "encrypted" }
  | { readonly kind: "refused"; readonly issue: Issue };

const format = (named: Format): Detected => ({ kind: "format", format: named });
const refuse = (issue: Issue): Detected => ({ kind: "refused", issue });

const notAStatement = (file: SourceFile, what: string, wayOut: WayOut): Detected =>
  refuse(anError("file-format-unknown", { about: { what: own(what), wayOut }, place: { file: file.path } }));

/** Never throws. The file is not empty. */
export function detect(file: SourceFile): Detected {
  try {
    return found(file);
  } catch (error) {
    if (error instanceof NotRead) return refuse(error.issueOf(file, "un fichier Office ou une archive zip"));
    throw error;
  }
}

function found(file: SourceFile): Detected {
  const { bytes } = file;
  if (bytes.length > MAX_FILE_BYTES) return refuse(fileTooLarge(bytes.length)(file));
  if (isCompound(bytes)) return detectCompound(file);
  if (isZip(bytes)) return detectZip(file);
  const start = bufferOf(bytes).toString("latin1", 0, 1024);
  if (start.startsWith("{\\rtf")) return format("rtf");
  if (/%PDF-|^%[\s\S]*?\d 0 obj\b/.test(start)) return format("pdf"); // without its first line, it is no text either
  if (isBareSheet(bytes)) return format("xls");
  const foreign = FOREIGN.find(([, , starts]) => starts.some((first) => start.startsWith(first)));
  return foreign ? notAStatement(file, foreign[0], foreign[1]) : detectText(file);
}

/** What is never a statement and has a remedy of its own, by its first bytes in Latin-1; the rest is told as being no text. */
const FOREIGN: readonly (readonly [what: string, wayOut: WayOut, starts: readonly string[]])[] = [
  ["une image", "table", ["\x89PNG", "\xff\xd8\xff", "GIF8", "II*\0", "MM\0*"]],
  ["une archive", "extract", ["7z\xbc\xaf", "Rar!", "\x1f\x8b", "BZh", "\xfd7zXZ", "MSCF"]],
  ["un raccourci Windows, et non le fichier lui-même", "table", ["L\0\0\0\x01\x14\x02\0"]],
];

/** A sheet of Excel 5 or older without a container: it begins with a record BOF of 4 to 16 bytes ([MS-XLS] 2.4.21). */
const isBareSheet = ([id, version = 0, length = 0, high]: Uint8Array): boolean =>
  id === 9 && [0, 2, 4, 8].includes(version) && length >= 4 && length <= 16 && high === 0;

function detectCompound(file: SourceFile): Detected {
  if (hasEncryptedMark(file.bytes)) return { kind: "encrypted" };
  const names = openCompound(file.bytes)?.rootNames;
  if (!names) return refuse(unreadable(file, "un ancien fichier Word ou Excel", "répertoire absent ou coupé"));
  if (names.includes("encryptedpackage")) return refuse(passwordProtected(file, "Word ou Excel"));
  if (names.includes("workbook") || names.includes("book")) return format("xls");
  if (names.includes("worddocument")) return format("doc");
  if (names.some((name) => name.startsWith("__properties_version1")))
    return notAStatement(file, "un message Outlook", "attachment");
  const what = names.includes("powerpoint document")
    ? "une présentation PowerPoint"
    : "un fichier Microsoft qui n'est ni Word ni Excel";
  return notAStatement(file, what, "table");
}

const CONTENT_TYPES = "[content_types].xml";
/** "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml" */
const MAIN_PART = /"application\/(vnd\.[a-z.-]+\.main)(?:\+xml)?"/i;

/** Parts of the documents of Apple's programs, of today and of 2009. */
const APPLE = /^(?:.*\/)?(?:Index\/Document\.iwa|Index\.zip|index\.apxl|buildVersionHistory\.plist)$/;

function detectZip(file: SourceFile): Detected {
  const zip = openZip(file.bytes);
  const names = new Set(zip.names.map(partName));
  const has = (name: string): boolean => names.has(name);
  if (has(CONTENT_TYPES)) {
    if (has("xl/workbook.xml")) return format("xlsx");
    if (has("xl/workbook.bin")) return binaryWorkbook(file);
    if ([...names].some((name) => /^word\/document\d*\.xml$/.test(name))) return format("docx");
    if (has("ppt/presentation.xml")) return notAStatement(file, "une présentation PowerPoint", "table");
    const byType = detectByType(file, zip);
    if (byType) return byType;
  }
  // LibreOffice 24.8 and later encrypt a whole document into one part.
  if (has("content.xml") || has("encrypted-package")) return detectOpenDocument(file, zip);
  if (zip.names.some((name) => name.endsWith(".fdseq"))) return notAStatement(file, "un document XPS", "original");
  if (zip.names.some((name) => APPLE.test(name)))
    return notAStatement(file, "un document d'Apple (Numbers, Pages ou Keynote)", "mac");
  return notAStatement(file, "une archive zip", "extract");
}

const binaryWorkbook = (file: SourceFile): Detected =>
  notAStatement(file, "un classeur Excel binaire (.xlsb)", "workbook");

/** By the type of the part that the others hang on, whose name and folder may be any. */
function detectByType(file: SourceFile, zip: Zip): Detected | undefined {
  const named = zip.names.find((name) => partName(name) === CONTENT_TYPES) ?? "";
  const types = decodeText(zip.member(named) ?? new Uint8Array())?.text ?? "";
  const main = MAIN_PART.exec(types)?.[1];
  if (main === undefined) return undefined;
  if (main.includes("binary")) return binaryWorkbook(file);
  if (/excel|spreadsheet/.test(main)) return format("xlsx");
  return main.includes("word") ? format("docx") : undefined;
}

/** The type stands in the member "mimetype", or at the root of the manifest; the manifest tells what is encrypted. */
function detectOpenDocument(file: SourceFile, { member }: Zip): Detected {
  const textOf = (name: string): string => new TextDecoder().decode(member(name) ?? new Uint8Array());
  const manifest = textOf("META-INF/manifest.xml");
  if (manifest.includes("encryption-data")) return refuse(passwordProtected(file, "OpenDocument"));
  const type = textOf("mimetype") || (/application\/vnd\.oasis\.opendocument\.[a-z]+/.exec(manifest)?.[0] ?? "");
  if (type.includes("opendocument.spreadsheet")) return format("ods");
  if (type.includes("opendocument.text")) return format("odt");
  return notAStatement(file, "un fichier OpenDocument qui n'est ni un tableau ni un texte", "table");
}

function detectText(file: SourceFile): Detected {
  if (/\.zed$/i.test(file.name)) return { kind: "encrypted" };
  // The first 64 KiB tell: a picture of 30 MB is not decoded whole.
  const start = decodeText(file.bytes.subarray(0, 65_536));
  if (!start) return notAStatement(file, "un fichier qui n'est pas du texte", "table");
  if (file.bytes.length > MAX_TEXT_BYTES) return refuse(fileTooLarge(file.bytes.length, MAX_TEXT_BYTES)(file));
  const head = start.text.replace(/^\ufeff/, "").trimStart();
  if (isEmail(file.bytes)) return notAStatement(file, "un message électronique", "attachment");
  if (isMhtml(file.bytes)) return notAStatement(file, "une page web à fichier unique (.mht)", "workbook");
  if (isHtml(head)) return format("html");
  if (/^<\?|^<[a-z]+:|^<Workbook\s/i.test(head)) {
    if (head.includes("urn:schemas-microsoft-com:office:spreadsheet"))
      return notAStatement(file, "un classeur « XML Excel 2003 »", "workbook");
    return notAStatement(file, "un fichier XML", "table");
  }
  return format("csv");
}

/** A tag of HTML at the very start, or <html> after a declaration and comments: "<?xml …?><!-- … --><html xmlns=…>" */
function isHtml(head: string): boolean {
  const start = head.slice(0, 8192).replace(/^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)*/, "");
  return /^<(?:!doctype\s+html|html|head|body|meta|title|style|link|script|table|thead|tbody|tr|center|div|font|p|h[1-6]|b|span|br)[\s>/]/i.test(
    start,
  );
}
