import { describe, expect, test } from "vitest";
import { dispersionOf } from "../../scripts/analyse/methods/dispersion.ts";
import { fc } from "../fast-check.ts";

describe("how many times more counts vary than chance alone", () => {
  test("two lines over three years: 2.927007299 (R)", () => {
    const a = [
      [5, 17, 9],
      [4, 1, 10],
      [10, 22, 8],
      [6, 3, 19],
    ];
    const b = [
      [0, 1, 0],
      [2, 0, 1],
      [1, 1, 1],
      [0, 0, 3],
    ];
    expect(dispersionOf([...a, ...b])).toBeCloseTo(2.927007299, 9);
  });

  test("without two years of anything, what like towns show: 1.5", () => {
    expect(dispersionOf([])).toBe(1.5);
    expect(dispersionOf([[12], [3], []])).toBe(1.5);
  });

  test("counts that never move are chance's own at the least: 1", () => {
    expect(dispersionOf(Array.from({ length: 40 }, () => [10, 10, 10]))).toBe(1);
  });

  test("one past burst raises it, and does not blind the bulletin", () => {
    const calm = Array.from({ length: 24 }, () => [6, 10, 14]);
    const burst = dispersionOf([...calm, [10, 10, 40]]);
    expect(burst).toBeGreaterThan(dispersionOf(calm));
    // left whole, its sum of squares would make φ that much
    expect(burst).toBeLessThan((24 * 32 + 600 + 150) / (24 * 20 + 40 + 100) - 0.2);
  });

  test("bursts are capped time and again: another round would change nothing more", () => {
    const groups = [...Array.from({ length: 6 }, () => [6, 10, 14]), [10, 10, 140], [3, 90, 3], [55, 5, 0]];
    const moments = groups.map((group) => {
      const mean = group.reduce((a, b) => a + b, 0) / 3;
      return { mean, squares: group.reduce((sum, y) => sum + (y - mean) ** 2, 0) };
    });
    const facts = moments.reduce((sum, { mean }) => sum + 2 * mean, 0);
    const CHI_SQUARE = 9.210340371976182; // R: qchisq(0.99, 2)
    const phi = dispersionOf(groups);
    const capped = moments.map(({ mean, squares }) => Math.min(squares, mean * phi * CHI_SQUARE));
    const next = (capped.reduce((a, b) => a + b, 0) + 150) / (facts + 100);
    expect(Math.abs(next / phi - 1)).toBeLessThan(1e-6);
    expect(phi).toBeGreaterThan(2);
  });

  test("the order of lines and years does not matter", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(40), { maxLength: 5 }), { maxLength: 12 }), (groups) => {
        const phi = dispersionOf(groups);
        expect(phi).toBeGreaterThanOrEqual(1);
        expect(dispersionOf(groups.toReversed().map((g) => g.toReversed()))).toBeCloseTo(phi, 9);
      }),
    );
  });
});
