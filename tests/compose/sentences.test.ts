/** Every word that the program itself writes on a page: listed (tests/artefacts/sentences.txt, to be read aloud), and none as it must not be said. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOMS = ["scripts/compose", "scripts/draw", "scripts/publish", "scripts/model/document", "templates"];
/** A sentence, or some words of one: two words of small letters, or an accent. */
const IS_FRENCH = /\p{Ll}{2,} [\p{Ll}«(]|[éèàêçîôû]/u;

/** Of a template, what stands between its tags; of a script, its texts. */
function textsIn(file: string): readonly string[] {
  const source = readFileSync(file, "utf8");
  if (file.endsWith(".njk"))
    return source
      .replace(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}/g, " ")
      .replace(/\{\{[\s\S]*?\}\}/g, "…")
      .split(/<[^>]*>/)
      .map((text) => text.replace(/&nbsp;/g, "\u00A0").replace(/\s*\n\s*/g, " "));
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
  return [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, made]) => plain ?? made ?? "");
}
const sentences = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|njk)$/.test(name))
    .toSorted()
    .flatMap((name) => textsIn(join(room, name)).map((text) => ({ file: join(room, name), text: text.trim() }))),
).filter(({ text }) => IS_FRENCH.test(text));

/** What was printed and was false, unclear or no French; each named once by a reader. */
const NEVER = [
  /à côté du département/,
  /aux mêmes saisons/,
  /faute du moindre/,
  /se détache/,
  /porte le signe de ce qui est dit/,
  /12 mois d.avant/,
  /fois moins/,
  /entre .* et .* fois/,
  /le hasard suffit|ne se distingue pas/,
  /(?:^|[:;] )plus (?:d['’]|de )\p{L}/iu, // « plus d'homicides » is read « no more »
  /par an d.avant/,
  /vols avec arme(?!s)/i,
  /\bcommis(?:e|es)?\b|explosion|significati/,
];

test("every sentence of the pages is listed, and none is as a reader found it false or unclear", () => {
  mkdirSync("tests/artefacts", { recursive: true });
  writeFileSync("tests/artefacts/sentences.txt", sentences.map(({ file, text }) => `${file}\t${text}\n`).join(""));
  expect(sentences.length).toBeGreaterThan(400);
  const bad = sentences.flatMap((one) => NEVER.flatMap((rule) => (rule.test(one.text) ? [`${rule} ${one.text}`] : [])));
  expect(bad).toEqual([]);
});
