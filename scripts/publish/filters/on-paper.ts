/** Text from files, made fit for paper: every character that is printed is one that the typeface has, or the fonts of any machine. */
import { nameOf } from "../../model/hidden-characters.ts";
import { mapTexts } from "../../model/text/json.ts";

/**
 * What is drawn everywhere: French and its neighbours, Greek (the page « Méthode »), Cyrillic, signs and numbers of mathematics. The browser of
 * the kit has two typefaces, and shows an empty box for the rest.
 */
const DRAWN =
  /^(?:[\u0300-\u0304\u0308\u0323\u0327-\u0329]|[\t\n\u0020-\u007e\u00a0-\u017f\u0192\u0218-\u021b\u02bb\u02bc\u02c6\u02c7\u02c9\u02d8-\u02dd\u0384-\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u045f\u1e9e\u2009-\u200b\u2013-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2074-\u207a\u207c-\u2089\u20ac\u2116\u2122\u2191\u2193\u2202\u2211\u2212\u2215\u221a\u221e\u2248\u2260\u2264\u2265\u25ca\ufb01\ufb02])*$/;

/** "①" => "1", "＝" => "=", "→" => "->"; what has no other form is named: "☎" => "[U+260E]" */
function writtenOut(character: string): string {
  const plain = character
    .normalize("NFKC")
    .replace(/[→➔➜]/, "->")
    .replace("⇒", "=>")
    .replace(/[\u2010-\u2012]/, "-");
  return DRAWN.test(plain) ? plain : `[${nameOf(character)}]`;
}

/** The same data, every text of it fit for paper. */
export const onPaper = mapTexts((text) =>
  DRAWN.test(text)
    ? text
    : [...text].map((character) => (DRAWN.test(character) ? character : writtenOut(character))).join(""),
);
