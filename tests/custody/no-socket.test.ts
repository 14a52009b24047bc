import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDERS = ["scripts", "templates"];
const SOCKETS = [
  /\bfrom\s+["'](?:node:)?(?:net|tls|http|https|http2|dgram|dns|inspector)(?:\/\w+)?["']/,
  /\b(?:import|require)\(\s*["'](?:node:)?(?:net|tls|http|https|http2|dgram|dns|inspector)(?:\/\w+)?["']/,
  /(?<![.\w])fetch\s*\(/,
  /\bnew\s+(?:WebSocket|EventSource|XMLHttpRequest)\b/,
  /\bsendBeacon\b/,
];
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js|njk|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** Comments may speak of the network. */
const code = (path: string): string => readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|(?<![:"'])\/\/.*$/gm, "");

test("no source file of the program opens a socket or asks for one", () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter((path) => SOCKETS.some((socket) => socket.test(code(path))))).toEqual([]);
});

test("the search would find one", () => {
  const seen = (text: string) => SOCKETS.some((socket) => socket.test(text));
  for (const text of [
    'import { request } from "node:https";',
    "await import('http')",
    "fetch(url)",
    "new WebSocket(u)",
    'import d from "dns/promises"',
  ])
    expect([text, seen(text)]).toEqual([text, true]);
  for (const text of ["prefetch(x)", 'import { get } from "node:path"', "this.fetch(x)"])
    expect([text, seen(text)]).toEqual([text, false]);
});
