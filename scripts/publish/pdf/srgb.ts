/**
 * The colours of the PDF, told once for the whole file (PDF/A's output intent): an ICC profile of sRGB, written here, for no library
 * ships one. Pure. Sources: ICC.1:2001-04 (version 2 profiles), IEC 61966-2-1 (sRGB); primaries adapted to D50 (Bradford).
 */

/** Points of the curve: sRGB's own, to a thousandth. */
const CURVE_POINTS = 1024;

/** X, Y, Z under D50. */
const WHITE = [0.9642, 1, 0.8249];
const RED = [0.4361, 0.2225, 0.0139];
const GREEN = [0.3851, 0.7169, 0.0971];
const BLUE = [0.1431, 0.0606, 0.7141];

const fixed = (value: number): number => Math.round(value * 65_536);

function xyz(values: readonly number[]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write("XYZ ");
  values.forEach((value, i) => {
    tag.writeInt32BE(fixed(value), 8 + 4 * i);
  });
  return tag;
}

/** Light of a value from 0 to 1: IEC 61966-2-1, 5.2. */
const light = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function curve(): Buffer {
  const tag = Buffer.alloc(12 + 2 * CURVE_POINTS);
  tag.write("curv");
  tag.writeUInt32BE(CURVE_POINTS, 8);
  for (let i = 0; i < CURVE_POINTS; i++)
    tag.writeUInt16BE(Math.round(65_535 * light(i / (CURVE_POINTS - 1))), 12 + 2 * i);
  return tag;
}

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from("text\0\0\0\0"), Buffer.from(`${words}\0`)]);
}

/** textDescriptionType: the ASCII text, then an empty Unicode one and an empty script one. */
function description(words: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length + 1);
  return Buffer.concat([
    Buffer.from("desc\0\0\0\0"),
    length,
    Buffer.from(`${words}\0`),
    Buffer.alloc(4 + 4 + 2 + 1 + 67),
  ]);
}

const padded = (tag: Buffer): Buffer => Buffer.concat([tag, Buffer.alloc((4 - (tag.length % 4)) % 4)]);

/** The bytes of the profile: the same each time. */
export function srgbProfile(): Buffer {
  const shared = curve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", description("sRGB IEC61966-2.1")],
    ["cprt", text("Domaine public")],
    ["wtpt", xyz(WHITE)],
    ["rXYZ", xyz(RED)],
    ["gXYZ", xyz(GREEN)],
    ["bXYZ", xyz(BLUE)],
    ["rTRC", shared],
    ["gTRC", shared],
    ["bTRC", shared],
  ];
  const blocks = [...new Set(tags.map(([, tag]) => tag))];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  const starts = new Map<Buffer, number>();
  let position = 128 + table.length;
  for (const block of blocks) {
    starts.set(block, position);
    position += padded(block).length;
  }
  tags.forEach(([name, tag], i) => {
    table.write(name, 4 + 12 * i);
    table.writeUInt32BE(starts.get(tag) ?? 0, 8 + 12 * i);
    table.writeUInt32BE(tag.length, 12 + 12 * i);
  });
  const head = Buffer.alloc(128);
  head.writeUInt32BE(position);
  head.writeUInt32BE(0x02100000, 8); // version 2.1
  head.write("mntrRGB XYZ ", 12);
  [2026, 1, 1].forEach((part, i) => {
    head.writeUInt16BE(part, 24 + 2 * i);
  });
  head.write("acsp", 36);
  xyz(WHITE).copy(head, 68, 8);
  return Buffer.concat([head, table, ...blocks.map(padded)]);
}
