import { expect, test } from "vitest";
import { shorten, wrap } from "../../scripts/shell/wrap.ts";
import { HAS_TERMINAL, runAtTerminal } from "../terminal.ts";

test("a long line is broken between words, and goes on further in; no-break spaces, colours and short lines are left", () => {
  const line = "À VÉRIFIER  Un nombre a changé dans la livraison «\u00a02026-T1\u00a0», entre deux envois.";
  expect(wrap(line, 40).split("\n")).toEqual([
    "À VÉRIFIER  Un nombre a changé dans la",
    "  livraison «\u00a02026-T1\u00a0», entre deux",
    "  envois.",
  ]);
  expect(wrap("    que faire : rien du tout", 22)).toBe("    que faire : rien\n      du tout");
  expect(wrap(`\u001b[31m${"a".repeat(10)}\u001b[39m ${"b".repeat(10)}`, 21)).not.toContain("\n");
  expect(wrap(`à ouvrir : /un/chemin/${"x".repeat(30)}`, 30)).toBe(`à ouvrir :\n  /un/chemin/${"x".repeat(30)}`);
  expect(wrap("les exemplaires n° 1 : ils sont rendus", 20)).toBe("les exemplaires\n  n° 1 : ils sont\n  rendus");
  expect(wrap("court\n  court", 20)).toBe("court\n  court");
  for (const width of [undefined, 0]) expect(wrap(line, width)).toBe(line);
});

test("a text is shortened between words, a name without spaces anywhere", () => {
  expect(shorten("2026-T1/abcdefgh.xls", 20)).toBe("2026-T1/abcdefgh.xls");
  expect(shorten("2026-T1/abcdefghi.xls", 20)).toBe("2026-T1/a…defghi.xls");
  expect(shorten("Coups et blessures volontaires sur une personne", 30)).toBe("Coups et … une personne");
});

test.skipIf(!HAS_TERMINAL)("a command uses the width of its terminal, and cuts no word", async () => {
  const line = "stty cols 50; exec node --import ./scripts/preload.js scripts/reception.ts --aide";
  const { shown } = await runAtTerminal(["sh", "-c", line], [], {});
  const lines = shown.split(/\r?\n/);
  expect(lines.filter((each) => each.length > 50 && /\S +\S/.test(each.trim()))).toEqual([]);
  expect(lines.length).toBeGreaterThan(15);
});
