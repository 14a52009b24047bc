/** Messages, by their first lines: those that somebody was sent, and pages that are saved in one ("Page web à fichier unique"). RFC 2045, 2557. */
import { bufferOf } from "./views.ts";

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
