import { describe, expect, it } from "vitest";
import { withinPage } from "../../scripts/compose/words/typography.ts";

describe("a text of unheard-of length", () => {
  const word = "L".repeat(10_000);

  it("is cut in a table's cell and in a sentence", () => {
    const short = `${"L".repeat(120)}…`;
    expect(withinPage({ table: { rows: [{ text: word }] }, text: `La ligne ${word} est là.` })).toEqual({
      table: { rows: [{ text: `${"L".repeat(32)}…` }] },
      text: `La ligne ${short} est là.`,
    });
  });

  it("of many words takes less than a page of a table, and flows in prose", () => {
    const words = "mot ".repeat(3000).trim();
    expect(withinPage({ table: [words] }).table[0]).toHaveLength(400);
    expect(withinPage({ text: words })).toEqual({ text: words });
  });

  it("is whole where it identifies, and ordinary texts are untouched", () => {
    const plain = { line: word, from: [word], table: { text: "Vols de véhicules", value: 3, none: null } };
    expect(withinPage(plain)).toEqual(plain);
  });
});
