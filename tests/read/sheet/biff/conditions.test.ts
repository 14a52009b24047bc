import { describe, expect, it } from "vitest";
import { type Content, f64, font, number, PLAIN, row, text8, u16, u32, type Written, xf } from "../hand-made-xls.ts";

describe("a conditional format", () => {
  const HAS_FORMAT = 1 << 25;
  const HAS_FONT = 1 << 26;
  const HAS_PATTERN = 1 << 29;
  /** A font that sets its colour, and strike or script where they are given. */
  const look = ({
    colour = -1,
    struck = undefined as boolean | undefined,
    script = undefined as number | undefined,
  } = {}): Content => [
    ...Array<number>(68).fill(0),
    ...u32(struck ? 0x80 : 0),
    ...u16(400, script ?? 0),
    ...u32(0),
    ...u32(colour >>> 0),
    ...u32(0),
    ...u32(struck === undefined ? 0x80 : 0),
    ...u32(script === undefined ? 1 : 0),
    ...Array<number>(22).fill(0),
  ];
  const WHITE = look({ colour: 9 });
  const over = (...areas: readonly (readonly [number, number, number, number])[]): Written => [
    0x01b0,
    [...u16(1, 0), ...u16(0, 0, 0, 0), ...u16(areas.length), ...areas.flatMap((area) => u16(...area))],
  ];
  const rule = (
    type: number,
    operator: number,
    [first, second = []]: readonly Content[],
    flags: number,
    change: Content,
    own = 0,
  ): Written => [
    0x01b1,
    [
      type,
      operator,
      ...u16(first?.length ?? 0, second.length),
      ...u32(flags),
      ...u16(own),
      ...change,
      ...(first ?? []),
      ...second,
    ],
  ];
  const A1: Written = over([0, 0, 0, 0]);
  const figure = async (globals: readonly Written[], ...laid: readonly Written[]) =>
    (await row({ globals, sheet: [number(0, 0, 99), ...laid] }))[0];
  const int = (value: number): Content => [0x1e, ...u16(value)];

  it.each([
    ["between", 1, [98, 100], true],
    ["between, the larger first", 1, [100, 99], true],
    ["between lower ones", 1, [1, 98], false],
    ["not between", 2, [1, 98], true],
    ["not between, at its bound", 2, [1, 99], false],
    ["equal", 3, [99], true],
    ["equal to another", 3, [98], false],
    ["not equal", 4, [98], true],
    ["not equal to itself", 4, [99], false],
    ["greater", 5, [98], true],
    ["greater than itself", 5, [99], false],
    ["less", 6, [100], true],
    ["less than itself", 6, [99], false],
    ["greater or equal", 7, [99], true],
    ["greater or equal to more", 7, [100], false],
    ["less or equal", 8, [99], true],
    ["less or equal to less", 8, [98], false],
  ])("that compares: %s", async (_, operator, bounds, holds) => {
    const integers = bounds.map(int);
    expect(await figure(PLAIN, A1, rule(1, operator, integers, HAS_FONT, WHITE))).toBe(holds ? "[faint 99]" : "99");
    const doubles = bounds.map((bound): Content => [0x1f, ...f64(bound)]);
    expect(await figure(PLAIN, A1, rule(1, operator, doubles, HAS_FONT, WHITE))).toBe(holds ? "[faint 99]" : "99");
  });

  it.each<readonly [string, number, number, readonly Content[], string]>([
    ["a formula that is true", 2, 0, [[0x1d, 1]], "[faint 99]"],
    ["a formula that is false", 2, 0, [[0x1d, 0]], "99"],
    ["a formula that is a number", 2, 0, [int(1)], "[faint 99]"],
    ["a bound that is a cell", 1, 5, [[0x44, ...u16(0, 1)]], "99 [unsure ]"],
    ["a second bound that is a cell", 1, 1, [int(1), [0x44, ...u16(0, 1)]], "99 [unsure ]"],
    ["an operator that is none", 1, 0, [int(1)], "99 [unsure ]"],
    ["an operator of later", 1, 9, [int(1)], "99 [unsure ]"],
    ["no formula", 2, 0, [[]], "99 [unsure ]"],
    ["more than a constant", 2, 0, [[0x1e, 1, 0, 3]], "99 [unsure ]"],
  ])("with %s", async (_, type, operator, formulas, text) => {
    expect(await figure(PLAIN, A1, rule(type, operator, formulas, HAS_FONT, WHITE))).toBe(text);
  });

  it("whose formulas are longer than it is leaves a doubt", async () => {
    const [id, content] = rule(1, 5, [int(1)], HAS_FONT, WHITE);
    expect(await figure(PLAIN, A1, [id, content.with(3, 9)])).toBe("99 [unsure ]");
  });

  it("lies over its own areas, all of them and no others", async () => {
    const white = rule(2, 0, [[0x1d, 1]], HAS_FONT, WHITE);
    const nothing = rule(2, 0, [[0x1d, 0]], 0, []); // it does not hold
    expect(await figure(PLAIN, over([1, 5, 0, 5]), white)).toBe("99");
    expect(await figure(PLAIN, over([0, 5, 1, 5]), white)).toBe("99");
    expect(await figure(PLAIN, over([3, 4, 3, 4], [0, 0, 0, 0]), white)).toBe("[faint 99]");
    expect(await figure(PLAIN, A1, nothing, over([3, 4, 3, 4]), white)).toBe("99");
    expect(await figure(PLAIN, A1, nothing, white)).toBe("[faint 99]");
  });

  it("changes what it says of the font, and nothing else", async () => {
    const changed = (change: Content, globals = PLAIN) =>
      figure(globals, A1, rule(2, 0, [[0x1d, 1]], HAS_FONT, change));
    const struck = [font({ flags: 8 }), xf()];
    const raised = [font({ script: 1 }), xf()];
    expect(await changed(look({ struck: true }))).toBe("[struck 99]");
    expect(await changed(look(), struck)).toBe("[struck 99]");
    expect(await changed(look({ struck: false }), struck)).toBe("99");
    expect(await changed(look({ script: 1 }))).toBe("99 [unsure ]");
    expect(await changed(look(), raised)).toBe("99 [unsure ]");
    expect(await changed(look({ script: 0 }), raised)).toBe("99");
    expect(await changed(look(), [font({ colour: 9 }), xf()])).toBe("[faint 99]");
    expect(await changed(look({ colour: 8 }), [font({ colour: 9 }), xf()])).toBe("99");
  });

  it("changes the number format: one of the program by its number, its own by its code", async () => {
    const holds: readonly Content[] = [[0x1d, 1]];
    expect(await figure(PLAIN, A1, rule(2, 0, holds, HAS_FORMAT, [0, 9]))).toBe("9900%");
    const code: Content = [...u16(9), ...text8('0"!"')].slice(0);
    expect(await figure(PLAIN, A1, rule(2, 0, holds, HAS_FORMAT, code, 1))).toBe("99!");
    const all = HAS_FORMAT | HAS_FONT;
    expect(await figure(PLAIN, A1, rule(2, 0, holds, all, [...code, ...look({ struck: true })], 1))).toBe(
      "[struck 99!]",
    );
    expect(await figure(PLAIN, A1, rule(2, 0, holds, all, [0, 9, ...look({ struck: true })]))).toBe("[struck 9900%]");
  });

  const pattern = (kind: number, fore: number, back: number): Content =>
    u32(((kind << 10) | (fore << 16) | (back << 23)) >>> 0);
  it.each([
    ["a solid ground, in its second colour", 0, pattern(1, 10, 8), "[faint 99]"],
    ["a solid ground that is not told", 0, pattern(0, 10, 8), "[faint 99]"],
    ["a solid ground of one colour", 0, pattern(1, 8, 0), "[faint 99]"],
    ["dots on a ground", 0, pattern(4, 10, 8), "[faint 99]"],
    ["dots on another ground", 0, pattern(4, 8, 10), "99"],
    ["a ground after an alignment", 1 << 27, [...Array<number>(8).fill(0), ...pattern(1, 10, 8)], "[faint 99]"],
    ["a ground after a border", 1 << 28, [...Array<number>(8).fill(0), ...pattern(1, 10, 8)], "[faint 99]"],
    ["a ground after both", (1 << 27) | (1 << 28), [...Array<number>(16).fill(0), ...pattern(1, 10, 8)], "[faint 99]"],
    ["a ground after a font", HAS_FONT, [...look({ colour: 10 }), ...pattern(1, 8, 10)], "[faint 99]"],
  ])("lays %s", async (_, flags, change, text) => {
    expect(await figure(PLAIN, A1, rule(2, 0, [[0x1d, 1]], flags | HAS_PATTERN, change))).toBe(text);
  });
});
