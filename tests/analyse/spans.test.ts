import { describe, expect, test } from "vitest";
import { type KnownSpan, spanDeriver } from "../../scripts/analyse/spans.ts";
import { fc } from "../fast-check.ts";

const known = (first: number, end: number, value: number, age = 0): KnownSpan => ({
  first,
  end,
  value,
  age,
  from: [{ file: `${first}-${end}`, part: "", row: 1, column: 1, raw: String(value) }],
});
const derive = (spans: readonly KnownSpan[], first: number, end: number) => {
  const found = spanDeriver(spans)(first, end);
  return found && { value: found.value, from: found.from.map((p) => p.file) };
};

describe("a span that is not printed", () => {
  test("second quarter = half-year − first quarter", () => {
    expect(derive([known(0, 6, 20), known(0, 3, 8)], 3, 6)).toEqual({ value: 12, from: ["0-3", "0-6"] });
  });
  test("fourth quarter = year − cumulative count", () => {
    expect(derive([known(0, 12, 50), known(0, 9, 41)], 9, 12)?.value).toBe(9);
  });
  test("a quarter = its three months; a year = its quarters", () => {
    expect(derive([known(0, 1, 1), known(1, 2, 2), known(2, 3, 3)], 0, 3)?.value).toBe(6);
    expect(derive([known(0, 3, 1), known(3, 6, 2), known(6, 9, 3), known(9, 12, 4)], 0, 12)?.value).toBe(10);
  });
  test("a rolling year from cumulative counts only", () => {
    expect(derive([known(0, 3, 5), known(0, 12, 30), known(12, 15, 7)], 3, 15)?.value).toBe(32);
  });
  test("sums come before differences, then fewer parts, then later deliveries", () => {
    const quarters = [known(0, 3, 1), known(3, 6, 1), known(6, 9, 1), known(9, 12, 1)];
    expect(derive([...quarters, known(0, 24, 40), known(12, 24, 20)], 0, 12)?.value).toBe(4);
    expect(derive([...quarters, known(0, 6, 3), known(6, 12, 3)], 0, 12)?.value).toBe(6);
    expect(
      derive([known(0, 6, 9, 2), known(0, 3, 4, 2), known(0, 12, 30), known(6, 12, 22), known(0, 3, 4)], 3, 6)?.value,
    ).toBe(5);
  });
  test("two differences are a count, three mix too many deliveries", () => {
    const ways = [known(0, 10, 90), known(8, 10, 20), known(8, 20, 60)];
    expect(derive([...ways, known(1, 20, 125)], 0, 1)?.value).toBe(90 - 20 + 60 - 125);
    expect(derive([...ways, known(5, 20, 100), known(5, 30, 150), known(1, 30, 175)], 0, 1)).toBeNull();
  });
  test("a negative result is no count, zero is one; no way is no count", () => {
    expect(derive([known(0, 6, 8), known(0, 3, 8)], 3, 6)).toEqual({ value: 0, from: ["0-3", "0-6"] });
    expect(derive([known(0, 6, 9), known(0, 3, 8)], 3, 6)?.value).toBe(1);
    expect(derive([known(0, 6, 7), known(0, 3, 8)], 3, 6)).toBeNull();
    expect(derive([known(0, 3, 8), known(6, 9, 2)], 0, 9)).toBeNull();
    expect(derive([], 0, 3)).toBeNull();
  });
});

test("from any spans of one true series, what is derived is the truth, whatever the order of the spans", () => {
  const truth = fc.array(fc.nat(9), { minLength: 24, maxLength: 24 });
  const span = fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 4 }));
  let derived = 0;
  fc.assert(
    fc.property(truth, fc.array(span, { maxLength: 14 }), span, (months, spans, [q, length]) => {
      const sum = (first: number, end: number) => months.slice(first, end).reduce((a, b) => a + b, 0);
      const ends = (at: number, n: number): [number, number] => [at * 3, Math.min(24, (at + n) * 3)];
      const all = spans.map(([at, n]) => known(...ends(at, n), sum(...ends(at, n))));
      const found = derive(all, ...ends(q, length));
      expect(derive([...all].reverse(), ...ends(q, length))?.value).toBe(found?.value);
      if (!found) return;
      derived += 1;
      expect(found.value).toBe(sum(...ends(q, length)));
    }),
  );
  expect(derived).toBeGreaterThan(15); // of a hundred, where some have no way
});
