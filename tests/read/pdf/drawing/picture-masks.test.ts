/** Which parts of a picture of a PDF are painted, by its mask: each way to write one that is read, and those that are not. */
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readMask } from "../../../../scripts/read/pdf/drawing/picture-masks.ts";

/** A mask of these rows of bytes; `entries` is added to its dictionary. */
const mask = (rows: readonly (readonly number[])[], entries: string, most = 1_000) => {
  const dictionary = `<< /Subtype /Image /Filter /FlateDecode ${entries} >>`;
  return readMask({ dictionary, data: deflateSync(Uint8Array.from(rows.flat())) }, most);
};
const GREY = "/BitsPerComponent 8 /ColorSpace /DeviceGray";
/** Opacities at the middle of each point, in tenths. */
const shown = (read: ReturnType<typeof mask>, width: number, height: number) =>
  read &&
  Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) =>
      Math.round(10 * read.opacityAt((column + 0.5) / width, (row + 0.5) / height)),
    ),
  );

test("a grey mask says how much each point hides, or the contrary", () => {
  const rows = [
    [0, 255],
    [51, 0],
  ];
  const size = `/Width 2 /Height 2 ${GREY}`;
  expect(shown(mask(rows, size), 2, 2)).toEqual([
    [0, 10],
    [2, 0],
  ]);
  expect(shown(mask(rows, `${size} /Decode [1 0]`), 2, 2)).toEqual([
    [10, 0],
    [8, 10],
  ]);
});

test("an outline is painted where its points are 0, or 1 where it says so", () => {
  const size = "/Width 3 /Height 1 /ImageMask true";
  expect(shown(mask([[0b01000000]], size), 3, 1)).toEqual([[10, 0, 10]]);
  expect(shown(mask([[0b01000000]], `${size} /Decode [1 0]`), 3, 1)).toEqual([[0, 10, 0]]);
});

test("a picture is not painted where it has the colours that it says, each of their parts between two bounds", () => {
  const size = "/Width 3 /Height 1 /BitsPerComponent";
  const pixels = [250, 0, 0, 255, 9, 0, 249, 0, 0];
  expect(shown(mask([pixels], `${size} 8 /ColorSpace /DeviceRGB /Mask [250 255 0 9 0 0]`), 3, 1)).toEqual([[0, 0, 10]]);
  expect(shown(mask([[0b0001_1011]], `${size} 2 /ColorSpace 9 0 R /Mask [ 1 2 ]`), 3, 1)).toEqual([[10, 0, 0]]);
  const predicted = mask(
    [[1, 1, 2, 3, 1, 0, 0, 0, 0, 1]],
    `${size} 8 /DecodeParms << /Predictor 15 /Colors 3 /Columns 3 >> /Mask [2 2 2 2 3 3]`,
  );
  expect(shown(predicted, 3, 1)).toEqual([[10, 0, 10]]);
  const grey = [
    [0, 50, 50, 50],
    [2, 0, 0, 0],
    [4, 0, 0, 0],
  ];
  const tall = "/Width 1 /Height 3 /BitsPerComponent 8 /DecodeParms << /Predictor 15 >> /Mask [50 50 50 50 50 50]";
  expect(shown(mask(grey, tall), 1, 3)).toEqual([[0], [0], [0]]);
  expect(shown(mask([[0x7f, 0xf0]], `${size} 4`), 3, 1)).toEqual([[5, 10, 10]]);
});

test("rows told from their neighbours, in each of the five ways", () => {
  const rows = [
    [0, 10, 20, 30],
    [1, 10, 10, 10],
    [2, 5, 0, 0],
    [3, 5, 10, 0],
    [4, 1, 2, 245],
  ];
  const entries = `/Width 3 /Height 5 ${GREY} /DecodeParms << /Predictor 15 /Columns 3 >>`;
  const read = mask(rows, entries);
  const bytes = Array.from({ length: 5 }, (_, row) =>
    [0, 1, 2].map((column) => Math.round(255 * (read?.opacityAt((column + 0.5) / 3, (row + 0.5) / 5) ?? -1))),
  );
  expect(bytes).toEqual([
    [10, 20, 30],
    [10, 20, 30],
    [15, 20, 30],
    [12, 26, 28],
    [13, 28, 17],
  ]);
});

test("what is painted is told by its parts, apart from each other", () => {
  const rows = [
    [255, 255, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 255],
    [0, 0, 0, 255],
  ];
  expect(mask(rows, `/Width 4 /Height 4 ${GREY}`)?.parts).toEqual([
    { x0: 0, y0: 0, x1: 0.5, y1: 0.25 },
    { x0: 0.75, y0: 0.5, x1: 1, y1: 1 },
  ]);
  expect(mask([[0, 0]], `/Width 2 /Height 1 ${GREY}`)?.parts).toEqual([]);
  // The last square of a row does not touch the first one of the next.
  const wide = (...painted: readonly (readonly [row: number, column: number])[]) => {
    const points = [0, 1].map((row) =>
      Array.from({ length: 128 }, (_, column) => (painted.some(([r, c]) => r === row && c === column) ? 255 : 0)),
    );
    return mask(points, `/Width 128 /Height 2 ${GREY}`)?.parts.length;
  };
  expect([wide([0, 127], [1, 0]), wide([0, 0], [1, 0], [0, 127]), wide([0, 126], [0, 127])]).toEqual([2, 2, 1]);
});

test.each([
  ["of finer greys", "/Width 1 /Height 1 /BitsPerComponent 16"],
  ["without size", GREY],
  ["whose size is told elsewhere", `/Width 2 0 R /Height 1 ${GREY}`],
  ["larger than its bytes", `/Width 2 /Height 9 ${GREY}`],
  ["larger than is looked at", `/Width 2000 /Height 1 ${GREY}`],
  ["told from neighbours in another way", `/Width 2 /Height 1 ${GREY} /DecodeParms << /Predictor 2 >>`],
  ["told from neighbours in no known way", `/Width 1 /Height 1 ${GREY} /DecodeParms << /Predictor 15 >>`],
])("a mask %s is not read", (_, entries) => {
  expect(mask([[9, 9]], entries)).toBeNull();
});

test("neither is one that is damaged, or packed otherwise", () => {
  const size = `/Width 1 /Height 1 ${GREY}`;
  expect(readMask({ dictionary: `<< /Filter /FlateDecode ${size} >>`, data: Uint8Array.of(1, 2, 3) }, 9)).toBeNull();
  expect(
    readMask({ dictionary: `<< /Filter /CCITTFaxDecode ${size} >>`, data: deflateSync(Uint8Array.of(1)) }, 9),
  ).toBeNull();
});
