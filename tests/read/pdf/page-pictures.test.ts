/** The pictures of the pages that a person is shown: what is drawn stands where it is on the page. */
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { drawPages, type PagePicture } from "../../../scripts/read/pdf/drawn/page-pictures.ts";
import { fileOf, text } from "./hand-made-pdf.ts";

/** In points from the top left of the page: the ink's left, top, right and bottom. */
function inkOf({ width, height, scale, ...picture }: PagePicture): readonly number[] {
  const png = Buffer.from(picture.png);
  const at = png.indexOf("IDAT");
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if ((rows[y * (1 + 4 * width) + 1 + 4 * x] ?? 255) > 128) continue;
      xs.push(x / scale);
      ys.push(y / scale);
    }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(Math.round);
}

test("each page is drawn upright, its text in its place", async () => {
  const [first, second] = await drawPages(fileOf(text(50, 742, "HHH"), text(50, 42, "HHH")).bytes);
  if (!first || !second) throw new Error("two pages were not drawn");
  expect(first.width / first.scale).toBeCloseTo(595, 0);
  expect(inkOf(first)).toEqual([51, 93, 70, 99]);
  expect(inkOf(second)).toEqual([51, 793, 70, 799]);
});
