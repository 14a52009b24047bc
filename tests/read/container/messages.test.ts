/** A page saved as one file (.mht, or named .xls), and what tells it from a message that somebody was sent. */
import { describe, expect, it } from "vitest";
import { isEmail, isMhtml } from "../../../scripts/read/container/messages.ts";

const bytes = (latin1: string): Uint8Array => Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));

describe("a page saved as one file", () => {
  it.each([
    ["MIME-Version: 1.0\r\n", true],
    ["\r\n\r\nmime-version: 1.0\n", true],
    ["From: <Saved by Blink>\nSubject: IS\n 101\n\tT1\nMIME-Version: 1.0\n", true],
    [`${"X-A: b\r\n".repeat(20)}MIME-Version: 1.0\r\n`, true],
    [`${"X-A: b\r\n".repeat(21)}MIME-Version: 1.0\r\n`, false],
    ["Type;T1\r\nMIME-Version: 1.0\r\n", false],
    ["From: a\r\n\r\nMIME-Version: 1.0\r\n", false],
    [`X-A: ${"b".repeat(4096)}\r\nMIME-Version: 1.0\r\n`, false],
  ])("begins with lines of a head, among the first of which its version: %j is one: %s", (head, expected) => {
    expect(isMhtml(bytes(head))).toBe(expected);
  });
});

describe("a message that somebody was sent", () => {
  it.each([
    ["From: a\r\nTo: b\r\n\r\ntexte", true],
    ["Received: from a\r\n\tby b\r\nX: y\r\nfrom: c\n\nFrom", true],
    ["From: a\nCc: b", true],
    ["From: a\n b\nMessage-ID: <1>", true],
    ["Return-Path: <a>\nFrom: a\n", true],
    ["Delivered-To: a\nFrom: a\n", true],
    ["From: a\r\nSubject: b\r\n\r\nTo: c\r\n", false],
    ["To: b\r\nX-From: a\r\n", false],
    ["From: a\r\nX-To: b\r\n", false],
    ["\r\nFrom: a\r\nTo: b\r\n", false],
    ["From: a;1\nVols;1\nTo: b\n", false],
    [`X: ${"a".repeat(16_384)}\r\nFrom: a\r\nTo: b\r\n`, false],
  ])("is known by its head: %j is one: %s", (head, expected) => {
    expect(isEmail(bytes(head))).toBe(expected);
  });
});
