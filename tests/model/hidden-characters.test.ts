import { expect, test } from "vitest";
import { plainJson, showHidden } from "../../scripts/model/hidden-characters.ts";
import { safeLine, safeText } from "../../scripts/shell/wrap.ts";
import { anyText, fc } from "../fast-check.ts";

test("what is not seen, or turns the reading round, is written out; all else stays", () => {
  expect(showHidden("a\u202eb\u0000\u200b\ufeff\u009b")).toBe("a[U+202E]b[U+0000][U+200B][U+FEFF][U+009B]");
  expect(showHidden("Éte\u0301, 1\u202f012\u00a0« œ »\n\t<script>")).toBe(
    "Éte\u0301, 1\u202f012\u00a0« œ »\n\t<script>",
  );
});

test("a name cannot begin a line of its own on the terminal", () => {
  expect(safeText("message\n  → remède\u001b[31m")).toBe("message\n  → remède[U+001B][31m");
  expect(safeLine("a.csv\nERREUR\tfausse\r")).toBe("a.csv[U+000A]ERREUR fausse[U+000D]");
});

test("JSON holds the same data, with no hidden character in its text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), anyText, (value, text) => {
      const data = { value, [text]: `${text}\u202e\u0085` };
      const json = plainJson(data, 1);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(data)));
      expect(showHidden(json)).toBe(json);
    }),
  );
});

test("a word joiner and the invisible signs after it are written out", () => {
  expect(showHidden("a\u2060b\u2063c\u2064")).toBe("a[U+2060]b[U+2063]c[U+2064]");
});

test("JSON is laid out as it is asked for, hidden characters spelled out", () => {
  expect(plainJson({ a: "b\u202e" })).toBe('{"a":"b\\u202E"}');
  expect(plainJson({ a: ["b\u202e"] }, 2)).toBe('{\n  "a": [\n    "b\\u202E"\n  ]\n}');
});
