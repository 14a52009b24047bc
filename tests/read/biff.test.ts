import { describe, expect, it } from "vitest";
import { verifyBiff } from "../../scripts/read/sheet/biff.ts";

/** Records as [id, content bytes]. */
const stream = (...records: readonly (readonly [number, readonly number[]])[]): Uint8Array =>
  Uint8Array.from(
    records.flatMap(([id, content]) => [id & 255, id >> 8, content.length & 255, content.length >> 8, ...content]),
  );
const BOF = [0x0809, Array(16).fill(0)] as const;
const EOF = [0x000a, []] as const;
const number = (row: number, column: number) => [0x0203, [row, 0, column, 0, 0, 0, ...Array(8).fill(0)]] as const;

describe("the records of an old workbook", () => {
  it("are whole when each sheet ends and each cell stands once", () => {
    expect(verifyBiff(stream(BOF, EOF, BOF, number(0, 0), number(0, 1), EOF))).toBe("whole");
  });

  it("may be followed by the zeros of the last sector", () => {
    expect(verifyBiff(Uint8Array.from([...stream(BOF, EOF), ...Array(512).fill(0)]))).toBe("whole");
  });

  it("tell a password", () => {
    expect(verifyBiff(stream(BOF, [0x002f, [0, 0]], EOF))).toBe("protected");
  });

  it.each([
    ["a sheet without its end", stream(BOF, number(0, 0))],
    ["a cell twice", stream(BOF, number(0, 0), number(0, 0), EOF)],
    ["a cell of a false length", stream(BOF, [0x0203, [0, 0, 0, 0, 0, 0]], EOF)],
    ["a record that does not exist", stream(BOF, [0x7fff, []], EOF)],
    ["a record cut short", stream(BOF, number(0, 0), EOF).subarray(0, 30)],
    ["a sheet that is not where it is said to be", stream(BOF, [0x0085, [9, 9, 0, 0]], EOF)],
    [
      "a shared text that does not exist",
      stream(BOF, [0x00fc, [1, 0, 0, 0, 1, 0, 0, 0]], EOF, BOF, [0x00fd, [0, 0, 0, 0, 0, 0, 5, 0, 0, 0]], EOF),
    ],
    ["a link over the whole sheet", stream(BOF, [0x01b8, [0, 0, 255, 255, 0, 0, 255, 0, 0, 0]], EOF)],
    ["nothing", new Uint8Array()],
  ])("are refused with %s", (_, bytes) => {
    expect(verifyBiff(bytes)).toHaveProperty("damage");
  });
});
