import { expect, test } from "vitest";
import { type Copy, nextNumber } from "../../scripts/custody/copies/copies.ts";
import { parseNumbers } from "../../scripts/custody/copies/numbers.ts";

test("one number, a row of numbers and a list of both are understood, each number once", () => {
  expect(parseNumbers("3")).toEqual([3]);
  expect(parseNumbers("1-5")).toEqual([1, 2, 3, 4, 5]);
  expect(parseNumbers("7, 1 – 3;2")).toEqual([7, 1, 2, 3]);
  expect(parseNumbers("4-4")).toEqual([4]);
});

test.each(["", "0", "trois", "5-1", "1-", "-3", "1-2-3", "99999", "1 2"])("« %s » is no number of a copy", (text) => {
  expect(() => parseNumbers(text)).toThrow(/n'est pas un numéro d'exemplaire/);
});

test("numbers go on within a quarter, and begin again with the next one", () => {
  const copy = (quarter: string, number: number): Copy => ({
    quarter,
    number,
    recipient: "Jean Petit",
    role: "Adjoint",
    date: "2026-04-09",
    edition: 1,
    replaces: [],
    state: "destroyed",
    isOutdated: false,
    returnedOn: null,
    destroyedOn: "2026-05-04",
  });
  const copies = [copy("2025-T4", 7), copy("2026-T1", 2), copy("2026-T1", 1)];
  expect(["2025-T4", "2026-T1", "2026-T2"].map((quarter) => nextNumber(copies, quarter))).toEqual([8, 3, 1]);
});
