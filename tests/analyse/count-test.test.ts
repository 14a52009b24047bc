import { describe, expect, test } from "vitest";
import { centralP, ratioOf } from "../../scripts/analyse/methods/count-test.ts";
import { fc } from "../fast-check.ts";

interface Counted {
  readonly count: number;
  readonly exposure: number;
}
const over = (count: number, exposure = 1) => ({ count, exposure });

/** The ratio of rates over exposures of any unit. */
const compareCounts = (before: Counted, after: Counted, phi: number) => {
  const pair = { before: before.count, after: after.count, exposure: before.exposure / after.exposure, phi };
  return { p: centralP(pair), ratio: ratioOf(pair) };
};

describe("known answers", () => {
  test.each([
    [0, 5, 0.0625],
    [0, 6, 0.03125],
    [0, 12, 2 ** -11],
    [16, 25, 0.211024],
    [7, 7, 1],
    [1, 1, 1],
    [0, 0, 1],
    [208, 237, 0.18],
  ])("%i against %i gives p = %f", (before, after, p) => {
    expect(compareCounts(over(before), over(after), 1).p).toBeCloseTo(p, p === 0.18 ? 2 : 6);
  });

  test.each([
    // exactci and rateratio.test documentation; statsmodels tests: rate of the first by that of the second
    [2, 17877, 10, 20000, 0.2237512, 0.06056, 0.02383738, 1.04995468],
    [2, 17877, 9, 16660, undefined, 0.05011, 0.02177406, 1.0005491],
    [60, 51477.5, 30, 54308.7, 2.10999757, undefined, 1.33973572, 3.38836557],
  ])("%i/%f against %i/%f", (a, sizeA, b, sizeB, ratio, p, low, high) => {
    const found = compareCounts(over(b, sizeB), over(a, sizeA), 1);
    if (ratio) expect(a / sizeA / (b / sizeB)).toBeCloseTo(ratio, 6);
    if (p) expect(found.p).toBeCloseTo(p, 5);
    expect(found.ratio.low).toBeCloseTo(low, 7);
    expect(found.ratio.high).toBeCloseTo(high, 7);
  });

  test.each([
    [24, 4, 26, 1, 9.848200885e-7],
    [24, 4, 26, 1.5, 7.921493017e-5],
    [24, 4, 26, 2, 7.380960691e-4],
    [66, 4, 2, 1, 8.246806043e-5],
    [66, 4, 2, 1.5, 0.001930066493],
    [154, 4, 62, 1, 0.002783506636],
    [154, 4, 62, 1.5, 0.01568276801],
    [16, 1, 25, 1, 0.2110235976],
    [16, 1, 25, 1.5, 0.3390870763],
    [0, 3, 6, 1.5, 0.0078125],
    [5, 3, 0, 1.5, 0.7665977501],
  ])("%i over %i years, then %i, with %f facts for one: p = %f", (before, years, after, phi, p) => {
    expect(compareCounts(over(before, years), over(after), phi).p / p).toBeCloseTo(1, 9);
  });

  test.each([
    [24, 4, 26, 2.068011771, 9.136574691],
    [66, 4, 2, 0.006555336747, 0.5895354102],
    [0, 3, 6, 1.980372058, null],
  ])(
    "%i over %i years, then %i, with 1.5 facts for one: the ratio lies between %f and %f",
    (before, years, after, low, high) => {
      const { ratio } = compareCounts(over(before, years), over(after), 1.5);
      expect(ratio.low / low).toBeCloseTo(1, 9);
      if (high === null) expect(ratio.high).toBeNull();
      else expect((ratio.high ?? 0) / high).toBeCloseTo(1, 9);
    },
  );

  test("counts that vary beyond measure give an interval without end, and no error", () => {
    expect(compareCounts(over(1, 3), over(900), 400)).toEqual({
      p: expect.any(Number),
      ratio: { low: expect.any(Number), high: null },
    });
  });

  test("the ratio is unbounded when nothing was counted before, and starts at 0 when nothing is counted after", () => {
    expect(compareCounts(over(0), over(4), 1).ratio.high).toBeNull();
    expect(compareCounts(over(4), over(0), 1).ratio.low).toBe(0);
    expect(compareCounts(over(0), over(0), 1).ratio).toEqual({ low: 0, high: null });
  });
});

describe("properties", () => {
  const count = fc.nat(300);
  const exposure = fc.integer({ min: 1, max: 6 });
  const dispersion = fc.double({ min: 1, max: 6, noNaN: true });

  test("swapping before and after keeps p and inverts the interval", () => {
    fc.assert(
      fc.property(count, exposure, count, exposure, dispersion, (a, ea, b, eb, phi) => {
        const one = compareCounts(over(a, ea), over(b, eb), phi);
        const other = compareCounts(over(b, eb), over(a, ea), phi);
        expect(other.p).toBeCloseTo(one.p, 10);
        if (one.ratio.high === null) expect(other.ratio.low).toBe(0);
        else expect(other.ratio.low * one.ratio.high).toBeCloseTo(1, 8);
      }),
    );
  });

  test("the 95 % interval excludes 1 exactly when p is under 0.05", () => {
    fc.assert(
      fc.property(count, exposure, count, dispersion, (a, k, b, phi) => {
        const { p, ratio } = compareCounts(over(a, k), over(b), phi);
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(p < 0.05).toBe(ratio.low > 1 || (ratio.high !== null && ratio.high < 1));
      }),
    );
  });

  test("an interval that was chosen is wider, the more so the fewer lines were announced", () => {
    const pair = { before: 24, after: 26, exposure: 4, phi: 1.5 };
    const lows = [1, 0.5, 0.05].map((announced) => ratioOf(pair, announced).low);
    expect(lows).toEqual(lows.toSorted((a, b) => b - a));
    expect(new Set(lows).size).toBe(3);
  });

  test("what is not a count over an exposure is refused", () => {
    for (const bad of [over(-1), over(1.5), over(Number.NaN), over(1, 0)])
      expect(() => compareCounts(bad, over(1), 1)).toThrow(RangeError);
  });
});
