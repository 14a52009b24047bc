import { describe, expect, it } from "vitest";
import { rules } from "../../source.ts";
import {
  type Content,
  EOF,
  font,
  inPlain,
  latin,
  number,
  OLD,
  PLAIN,
  row,
  u16,
  u32,
  type Written,
  xf,
} from "../hand-made-xls.ts";

describe("what is drawn over a sheet", () => {
  const atom = (instance: number, type: number, content: Content, version = 0): Content => [
    ...u16((instance << 4) | version, type),
    ...u32(content.length),
    ...content,
  ];
  const anchor = (...places: readonly number[]): Content => atom(0, 0xf010, u16(0, ...places));
  const shape = (...content: readonly Content[]): Written => [0x00ec, atom(0, 0xf004, content.flat(), 15)];
  const object = (type: number): Written => [0x005d, u16(0x15, 18, type, 1, 0, 0, 0, 0, 0, 0, 0)];
  const OVER = anchor(0, 0, 0, 0, 1, 0, 1, 0);
  const form = (number: number): Content => atom(number, 0xf00a, [...u32(1), ...u32(0)], 2);
  const RECTANGLE = form(1);
  const figure = async (...drawn: readonly Written[]) =>
    (await row({ globals: PLAIN, sheet: [number(0, 0, 99), ...drawn] }))[0];
  const COVERED = "[covered 99]";

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0x0b, 0x0c, 0x1e])("an object of kind %i covers a figure", async (kind) => {
    expect(await figure(shape(OVER), object(kind))).toBe(COVERED);
  });

  it.each<readonly [string, readonly number[], string]>([
    ["a row and a column", [0, 0, 0, 0, 1, 0, 1, 0], COVERED],
    ["four fifths of a row", [0, 0, 0, 0, 1, 0, 0, 205], COVERED],
    ["the row from a fifth of it on", [0, 0, 0, 51, 1, 0, 1, 0], COVERED],
    ["less than the last fifth of the row", [0, 0, 0, 206, 1, 0, 1, 0], "99"],
    ["less than the last fifth of the column", [0, 820, 0, 0, 1, 0, 1, 0], "99"],
    ["the column from its middle on", [0, 512, 0, 0, 1, 0, 1, 0], COVERED],
    ["the next row", [0, 0, 1, 0, 1, 0, 2, 0], "99"],
  ])("a picture covers what it lies over: %s", async (_, places, text) => {
    expect(await figure(shape(anchor(...places)), object(8))).toBe(text);
  });

  const options = (...properties: readonly (readonly [id: number, value: number])[]): Content =>
    atom(
      properties.length,
      0xf00b,
      properties.flatMap(([id, value]) => [...u16(id), ...u32(value)]),
      3,
    );
  it.each<readonly [string, Content, string]>([
    ["says nothing of its filling", options([0x0181, 9]), COVERED],
    ["is not filled, said after others", options([0x0181, 9], [0x01bf, 0x100000]), "99"],
    ["is not filled, said with a mark", options([0x41bf, 0x100000]), "99"],
    ["is filled, said after others", options([0x0181, 0x100000], [0x01bf, 0x100010]), COVERED],
    ["does not say whether it is", options([0x01bf, 0x10]), COVERED],
    [
      "has fewer properties than it counts",
      [...u16((9 << 4) | 3, 0xf00b), ...u32(6), ...u16(0x0181), ...u32(0)],
      COVERED,
    ],
  ])("a shape that %s", async (_, properties, text) => {
    expect(await figure(shape(RECTANGLE, properties, OVER), object(2))).toBe(text);
  });

  it.each<readonly [string, number, Content, string]>([
    ["a rectangle", 1, options([0x01bf, 0x100000]), "99"],
    ["a rounded rectangle", 2, options([0x01bf, 0x100000]), "99"],
    ["an ellipse", 3, options([0x01bf, 0x100000]), "99"],
    ["a text box", 202, options([0x01bf, 0x100000]), "99"],
    ["a line", 20, options([0x01bf, 0x100000]), COVERED],
    ["a cross", 11, options([0x01bf, 0x100000]), COVERED],
    ["a line that is drawn", 20, options([0x01bf, 0x100000], [0x01ff, 0x80008]), COVERED],
    ["a line that is not drawn", 20, options([0x01bf, 0x100000], [0x01ff, 0x80000]), "99"],
    ["a cross that is filled, whose lines are not drawn", 11, options([0x01ff, 0x80000]), COVERED],
  ])("%s that is not filled", async (_, number, properties, text) => {
    expect(await figure(shape(form(number), properties, OVER), object(2))).toBe(text);
  });

  it("the properties of a shape are not those of the next one", async () => {
    const group = [form(1), options([0x01bf, 0x100000]), form(1), OVER].flat();
    expect(await figure(shape(group), object(2))).toBe(COVERED);
  });

  it.each<readonly [string, readonly (readonly [number, number])[], readonly number[], string]>([
    ["upright", [], [1, 0, 3, 0, 9, 0, 4, 0], "99"],
    ["by half a right angle", [[0x0004, 45 * 65_536]], [0, 0, 3, 0, 6, 0, 4, 0], COVERED],
    ["the other way", [[0x0004, -45 * 65_536]], [0, 0, 3, 0, 6, 0, 4, 0], COVERED],
    [
      "by a right angle: the box of a shape is said as it is then",
      [[0x0004, 90 * 65_536]],
      [1, 0, 3, 0, 9, 0, 4, 0],
      "99",
    ],
    ["away from the figure", [[0x0004, 45 * 65_536]], [5, 0, 3, 0, 9, 0, 4, 0], "99"],
  ])("a shape that leans covers what it lies over: %s", async (_, properties, places, text) => {
    expect(await figure(shape(RECTANGLE, options(...properties), anchor(...places)), object(2))).toBe(text);
  });

  it("a shape that leans reaches as far as the rows are high and the columns wide", async () => {
    const leaning = shape(RECTANGLE, options([0x0004, 45 * 65_536]), anchor(0, 0, 3, 0, 6, 0, 4, 0));
    const height = (points: number): Written => [0x0225, u16(0, points * 20)];
    expect(await figure(height(60), leaning, object(2))).toBe("99");
    expect(await figure(height(20), leaning, object(2))).toBe(COVERED);
    const width = (characters: number): Written => [0x007d, u16(0, 255, characters * 256, 15, 0, 0)];
    expect(await figure(width(2.5), leaning, object(2))).toBe("99");
    expect(await figure(width(9), leaning, object(2))).toBe(COVERED);
  });

  it("each object has the shape before it, and only one; one that has none covers nothing", async () => {
    const beside = shape(anchor(5, 0, 5, 0, 6, 0, 6, 0));
    expect(await figure(shape(OVER), object(8), beside, object(8))).toBe(COVERED);
    expect(await figure(beside, object(8), shape(OVER), object(0x19))).toBe("99");
    expect(await figure(beside, object(8), object(8))).toBe("99");
    expect(await figure(shape(OVER), object(0x19), object(8))).toBe("99");
    // a piece that holds no shape leaves the one before it
    expect(await figure(shape(OVER), [0x00ec, atom(0, 0xf00d, [])], object(8))).toBe(COVERED);
    // a group, whose own anchor comes first
    expect(
      await figure(
        [
          0x00ec,
          atom(0, 0xf003, [...atom(0, 0xf004, anchor(5, 0, 5, 0, 6, 0, 6, 0), 15), ...atom(0, 0xf004, OVER, 15)], 15),
        ],
        object(0),
      ),
    ).toBe(COVERED);
    expect(await figure(shape(atom(0, 0xf010, u16(0, 0, 0, 0, 0, 1, 0, 1)), OVER), object(8))).toBe(COVERED);
    expect(await figure([0x00ec, anchor(0, 0, 0, 0, 1, 0, 1, 0).slice(0, -2)], object(8))).toBe("99");
  });

  it("of Excel 95 says itself where it is", async () => {
    const old = (...places: readonly number[]): Written => [0x005d, u16(0, 0, 8, 1, 0, ...places)];
    const cells = (drawn: Written) => row({ version: OLD, globals: [font(), xf()], sheet: [number(0, 0, 99), drawn] });
    expect(await cells(old(0, 0, 0, 0, 1, 0, 1, 0))).toEqual([COVERED]);
    expect(await cells(old(3, 0, 0, 0, 4, 0, 1, 0))).toEqual(["99"]);
  });

  const text = (content: string, length = content.length): readonly Written[] => [
    [0x01b6, [...u16(0, 0, 0, 0, 0, length), ...u16(16, 0, 0)]],
    [0x003c, [0, ...latin(content)]],
  ];
  const clear = shape(RECTANGLE, options([0x01bf, 0x100000]), OVER);
  it("hides what is under it when it is not filled but holds a text, and only its own", async () => {
    expect(await figure(clear, object(6), ...text("12"))).toBe(COVERED);
    expect(await figure(clear, object(6), ...text(" "))).toBe("99");
    expect(await figure(clear, object(6), ...text("12", 0))).toBe("99");
    expect(await figure(clear, object(6), text("12")[0] ?? EOF, number(0, 1, 1))).toBe("99");
    expect(await figure(clear, object(6), number(0, 1, 1), number(0, 2, 1), number(0, 3, 1), ...text("12"))).toBe("99");
  });

  it("shows a picture alone: the sheet is told", async () => {
    expect(rules(await inPlain(shape(OVER), object(8)))).toEqual([
      "warning sheet-only-drawings",
      "error file-without-content",
    ]);
    expect(rules(await inPlain(shape(OVER), object(1)))).toEqual(["error file-without-content"]);
  });
});
