import { describe, expect, test } from "vitest";
import { centralP, type Pair } from "../../scripts/analyse/methods/count-test.ts";
import { ordinaryRange } from "../../scripts/analyse/methods/ordinary-range.ts";
import { chanceToShow, stepDown, thresholdOf } from "../../scripts/analyse/methods/step-down.ts";
import { fc } from "../fast-check.ts";

const pair = (before: number, after: number, exposure = 4, phi = 1) => ({ before, after, exposure, phi });

describe("the chance that a line shows p or less, knowing its total", () => {
  test.each([
    [5, 3, 1, 0.05, 0.015625],
    [5, 3, 1.5, 0.05, 0.009843133202],
    [50, 4, 1, 0.01, 0.003796618286],
    [2, 3, 1, 0.05, 0], // too small to show anything: it costs nothing
  ])("%i facts, %i years, %f for one, at %f: %f (R)", (total, years, phi, t, chance) => {
    expect(chanceToShow(t, pair(total, 0, years, phi))).toBeCloseTo(chance, 11);
  });

  test("it is what a count of all the splits finds, and never more than t", () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.double({ min: 1e-6, max: 0.9, noNaN: true }),
        (total, years, phi, t) => {
          const chance = chanceToShow(t, pair(total, 0, years, phi));
          expect(chance).toBeLessThanOrEqual(t * (1 + 1e-8));
          const shown = Array.from({ length: total + 1 }, (_, after) =>
            centralP(pair(total - after, after, years, phi)),
          ).filter((p) => p <= t);
          expect(chance > 0).toBe(shown.length > 0);
        },
      ),
    );
  });

  test("at 1 everything is shown", () => {
    expect(chanceToShow(1, pair(3, 1))).toBe(1);
  });
});

/** φ is that of each line. */
const anyPair = fc.record({
  before: fc.nat(80),
  after: fc.nat(40),
  exposure: fc.integer({ min: 1, max: 5 }),
  phi: fc.double({ min: 1, max: 3, noNaN: true }),
});

describe("all the lines of a bulletin", () => {
  const lines = [pair(24, 26), pair(66, 2), pair(1, 0), pair(0, 0), pair(51, 19)];
  const counted = (pairs: readonly Pair[], phi: number) => pairs.map((one) => ({ ...one, phi }));
  test.each([
    [1, [1.700952305e-6, 1.217210504e-4, 1, 1, 0.1850779256]],
    [1.5, [1.353824975e-4, 3.285299798e-3, 1, 1, 0.2999642549]],
  ])("with %f facts for one: %j (R)", (phi, expected) => {
    stepDown(counted(lines, phi)).forEach((a, i) => {
      expect(a / (expected[i] ?? 0)).toBeCloseTo(1, 9);
    });
  });

  test("no line's adjusted p is under its own, a smaller p never has a greater one, and the order does not matter", () => {
    fc.assert(
      fc.property(fc.array(anyPair, { maxLength: 12 }), (pairs) => {
        const adjusted = stepDown(pairs);
        const rows = pairs.map((p, i) => ({ p: centralP(p), a: adjusted[i] ?? 0 }));
        for (const { p, a } of rows) expect(a).toBeGreaterThanOrEqual(p);
        for (const x of rows) for (const y of rows) if (x.p < y.p) expect(x.a).toBeLessThanOrEqual(y.a);
        const turned = stepDown(pairs.toReversed()).toReversed();
        turned.forEach((a, i) => {
          expect(a).toBeCloseTo(adjusted[i] ?? 0, 12);
        });
      }),
    );
  });

  test("a line more, that could show something, never makes another easier to announce", () => {
    const own = pair(24, 14);
    const alone = stepDown([own])[0] ?? 1;
    expect(stepDown([own, pair(40, 10)])[0]).toBeGreaterThan(alone);
    expect(stepDown([own, pair(1, 0)])[0]).toBe(alone);
  });
});

describe("the p under which one more line would be announced", () => {
  test("a line is announced if, and only if, its own p is at most that one: the range behind its curve cannot disagree", () => {
    fc.assert(
      fc.property(
        fc.array(anyPair, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0.01, 0.05, 0.3),
        (pairs, level) => {
          const adjusted = stepDown(pairs);
          const threshold = thresholdOf(pairs, adjusted, level);
          pairs.forEach((own, i) => {
            const announced = (adjusted[i] ?? 1) < level;
            expect(centralP(own) <= threshold).toBe(announced);
            const { low, high } = ordinaryRange(own, threshold);
            expect(own.after < low || own.after > high).toBe(announced);
          });
        },
      ),
    );
  });

  test("one line alone: the level itself, or the most that it can show under it", () => {
    const own = pair(20, 20, 1);
    const threshold = thresholdOf([own], stepDown([own]), 0.05);
    expect(threshold).toBeGreaterThan(0.04);
    expect(threshold).toBeLessThanOrEqual(0.05);
  });

  test("others beside it lower it", () => {
    const own = pair(80, 20);
    const crowd = [own, ...Array.from({ length: 11 }, () => pair(80, 20))];
    expect(thresholdOf(crowd, stepDown(crowd), 0.05)).toBeLessThan(0.01);
  });
});
