import { expect, test } from "vitest";
import { withExponents } from "../../scripts/publish/filters/ordinals.ts";

test("ordinals of the text are raised; a word, a hash, an attribute, a drawing, a script or a title keep what they say", () => {
  expect(withExponents("<p>au 1er, aux 3es et 2<b>e</b> trimestres</p>")).toBe(
    "<p>au 1<sup>er</sup>, aux 3<sup>es</sup> et 2<b>e</b> trimestres</p>",
  );
  expect(withExponents("4e trim.")).toBe("4<sup>e</sup> trim.");
  for (const kept of [
    "<code>8742aab11e</code>",
    "<td>2023-T1/IS101 1er trim 2023.xls</td>",
    "<p>T1e3 1e3 123e</p>",
    '<p title="1er"></p>',
    "<svg><text>1er</text></svg>",
    "<script>1er</script>",
    "<title>1er</title>",
  ])
    expect(withExponents(kept)).toBe(kept);
});
