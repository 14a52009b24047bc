/** "Page web unique" of Excel and Word (.mht, or renamed .xls): a MIME message that holds the pages. RFC 2045, 2557. */
import { bufferOf } from "./views.ts";

interface Page {
  /** Last part of its address: "sheet001.htm". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const latin1 = (bytes: Uint8Array): string => bufferOf(bytes).toString("latin1");

/** Header lines first, among which MIME-Version. */
export const isMhtml = (bytes: Uint8Array): boolean =>
  /^\s*(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,20}?MIME-Version:/i.test(latin1(bytes.subarray(0, 4096)));

/** A line of the head of a message: "Received: from …", and those that go on with it. */
const HEADER_LINES = /^(?:[\w-]+:.*(?:\r?\n|$)(?:[ \t].*(?:\r?\n|$))*)+/;

/** A message that somebody was sent (.eml): its head names who, or the way it came. A saved page names a sender at most. */
export function isEmail(bytes: Uint8Array): boolean {
  const [head = ""] = HEADER_LINES.exec(latin1(bytes.subarray(0, 16_384))) ?? [];
  return /^From:/im.test(head) && /^(?:To|Cc|Received|Return-Path|Delivered-To|Message-ID):/im.test(head);
}

interface Mhtml {
  /** The parts of type text/html, decoded. Empty when there is none, or when the message is cut before its first end mark. */
  readonly pages: readonly Page[];
  /** The style sheets that come with them. */
  readonly sheets: readonly string[];
}

export function openMhtml(bytes: Uint8Array): Mhtml {
  const message = latin1(bytes);
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(message.slice(0, 4096))?.[1];
  if (!boundary) return { pages: [], sheets: [] };
  const pages: Page[] = [];
  const sheets: string[] = [];
  // The first piece is the preamble; the last follows the closing mark "--boundary--".
  for (const piece of message.split(`--${boundary}`).slice(1, -1)) {
    const end = /\r?\n\r?\n/.exec(piece);
    if (!end) continue;
    const headers = piece.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
    const kind = /^content-type:\s*text\/(html|css)/im.exec(headers)?.[1]?.toLowerCase();
    if (kind === undefined) continue;
    const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase() ?? "7bit";
    const location = /^content-location:\s*(\S+)/im.exec(headers)?.[1] ?? "";
    const content = decodeBody(piece.slice(end.index + end[0].length), encoding);
    if (kind === "css") sheets.push(latin1(content));
    else pages.push({ name: location.split("/").at(-1) || `page ${pages.length + 1}`, bytes: content });
  }
  return { pages, sheets };
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const plain = body
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}
