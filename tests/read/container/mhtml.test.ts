/** A page saved as one file (.mht, or named .xls), and what tells it from a message that somebody was sent. */
import { describe, expect, it } from "vitest";
import { isEmail, isMhtml, openMhtml } from "../../../scripts/read/container/mhtml.ts";

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

  const part = (head: string, body: string): string => `--xyz\r\n${head}\r\n\r\n${body}\r\n`;
  const message = (...parts: readonly string[]): string =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="xyz"; type="text/html"\r\n\r\nÀ ouvrir dans un navigateur\r\n${parts.join("")}--xyz--\r\n<p>après</p>\r\n`;
  const pages = (content: string) =>
    openMhtml(bytes(content)).pages.map(({ name, bytes: own }) => [name, Buffer.from(own).toString("latin1").trim()]);

  it.each([
    ["as they are", "Content-Type: text/html", "été =E9\r\nà", "été =E9\r\nà"],
    ["in 8 bits", "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit", "été =E9", "été =E9"],
    [
      "in base 64",
      "content-type:text/html\r\ncontent-transfer-encoding:BASE64",
      `${Buffer.from("été", "latin1").toString("base64")}\r\n`,
      "été",
    ],
    [
      "quoted, with lines that go on",
      "Content-Type:  text/html;\r\n\tcharset=windows-1252\r\nContent-Transfer-Encoding:  Quoted-Printable",
      "=E9t=e9 =3D 1=\r\n2=  \r\n3",
      "été = 123",
    ],
    [
      "whose head goes on in the next line",
      "Content-Type:\r\n text/html\r\nContent-Transfer-Encoding:\r\n\t quoted-printable",
      "=41",
      "A",
    ],
  ])("gives its pages %s", (_, head, body, expected) => {
    expect(pages(message(part(head, body)))).toEqual([["page 1", expected]]);
    expect(pages(message(part(head, body)).replaceAll("\r\n", "\n"))).toEqual([
      ["page 1", expected.replaceAll("\r\n", "\n")],
    ]);
  });

  it("gives them in order, by the last part of their addresses; its style sheets apart; nothing else of it", () => {
    const opened = openMhtml(
      bytes(
        message(
          part("Content-Type: text/html\r\nContent-Location: file:///C:/a/sheet001.htm", "<p>1</p>"),
          part("Content-Type: text/css\r\nContent-Location: a/style.css", "p{}"),
          part("Content-Type: image/png\r\nX-Content-Type: text/html", "PNG"),
          part("Content-Type: text/plain", "Content-Type: text/html"),
          part("Content-Location: sheet002.htm\r\nContent-Type: TEXT/HTML", "<p>2</p>"),
          "--xyz\r\nContent-Type: text/html\r\n",
          part("Content-Type: text/html\r\nContent-Location: a/", "<p>3</p>"),
        ),
      ),
    );
    expect(opened.pages.map(({ name, bytes: own }) => [name, Buffer.from(own).toString().trim()])).toEqual([
      ["sheet001.htm", "<p>1</p>"],
      ["sheet002.htm", "<p>2</p>"],
      ["page 3", "<p>3</p>"],
    ]);
    expect(opened.sheets.map((sheet) => sheet.trim())).toEqual(["p{}"]);
  });

  it("holds none where it says no boundary, says it too far, or is cut before its first end", () => {
    const whole = message(part("Content-Type: text/html", "<p>1</p>"));
    expect(pages(whole.replaceAll('"xyz"', "xyz"))).toEqual([["page 1", "<p>1</p>"]]);
    expect(pages(whole.replace(/boundary="xyz"; /, ""))).toEqual([]);
    expect(pages(`X: ${"a".repeat(4096)}\r\n${whole}`)).toEqual([]);
    expect(pages(whole.slice(0, whole.indexOf("--xyz--")))).toEqual([]);
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
