/** A picture that the program writes, read back: its size, and each pixel at its place. */
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { toPng } from "../../../scripts/read/container/png.ts";

test("three pixels over two rows are six, each where it was", () => {
  const pixels = Uint8Array.from({ length: 24 }, (_, i) => i + 1);
  const png = toPng(3, 2, pixels);
  const header = png.subarray(png.indexOf("IHDR") + 4);
  expect([header.readUInt32BE(0), header.readUInt32BE(4), ...header.subarray(8, 13)]).toEqual([3, 2, 8, 6, 0, 0, 0]);
  const at = png.indexOf("IDAT");
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  expect([...rows]).toEqual([0, ...pixels.subarray(0, 12), 0, ...pixels.subarray(12)]);
});
