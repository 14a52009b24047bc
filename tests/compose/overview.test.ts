import { expect, test } from "vitest";
import { rangeWords } from "../../scripts/compose/sentences/overview.ts";
import { plain } from "./find.ts";

test.each([
  [0, 0, "0"],
  [1, 2, "de 1 à 2"],
  [0, 1012, "de 0 à 1 012"],
])("the range from %d to %d is said « %s »", (low, high, said) => {
  expect(plain(rangeWords({ low, high, method: "poisson", basis: [] }))).toBe(said);
});
