import { expect, test } from "vitest";
import { comparePlaces, compareText } from "../../scripts/model/order.ts";

test("places are in the order in which a person reads them: files, parts, rows, then columns", () => {
  const place = (text: string) => {
    const [file = "", part = "", row, column] = text.split(" ");
    return { file, part, row: Number(row), column: Number(column), raw: "" };
  };
  const inOrder = ["a A 1 1", "a A 1 2", "a A 1 10", "a A 2 1", "a A 10 1", "a B 1 1", "b A 1 1"];
  const name = ({ file, part, row, column }: ReturnType<typeof place>) => `${file} ${part} ${row} ${column}`;
  expect(inOrder.map(place).toReversed().toSorted(comparePlaces).map(name)).toEqual(inOrder);
});

test("texts are in the order of their signs, whatever the machine's language", () => {
  const inOrder = ["", "2026-T1", "2026-T1-rectificatif", "2026-T2", "B", "a", "\u00e9"];
  expect(inOrder.toReversed().toSorted(compareText)).toEqual(inOrder);
  expect(compareText("a", "a")).toBe(0);
});
