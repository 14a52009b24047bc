/** A small .xls made in code, record by record, as no library writes it ([MS-XLS]), and what is read of it. */
import { readXls } from "../../../scripts/read/sheet/xls.ts";
import { source } from "../source.ts";

export type Content = readonly number[];
export type Written = readonly [id: number, content: Content];
export const u16 = (...values: readonly number[]): Content => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
export const u32 = (value: number): Content => [...u16(value & 0xffff), ...u16(Math.floor(value / 65536) & 0xffff)];
export const f64 = (value: number): Content => [...new Uint8Array(new Float64Array([value]).buffer)];
export const latin = (text: string): Content => [...text].map((sign) => sign.charCodeAt(0));
export const record = ([id, content]: Written): Content => [...u16(id, content.length), ...content];
export const text8 = (text: string): Content => [...u16(text.length), 0, ...latin(text)];

export const bof = (type: number, version = 0x0600): Written => [0x0809, [...u16(version, type), ...Array(12).fill(0)]];
export const EOF: Written = [0x000a, []];
export const font = ({
  height = 220,
  flags = 0,
  colour = 0x7fff,
  script = 0,
  name = "A",
  charset = 0,
} = {}): Written => [
  0x0031,
  [...u16(height, flags, colour, 400, script), 0, 0, charset, 0, name.length, 0, ...latin(name)],
];
export const xf = ({
  font: f = 0,
  format = 0,
  align = 0,
  order = 0,
  indent = 0,
  diagonal = 0,
  pattern = 0,
  fore = 64,
  back = 65,
} = {}): Written => [
  0x00e0,
  [
    ...u16(
      f,
      format,
      0,
      align,
      indent | (order << 6),
      0,
      diagonal << 14,
      0,
      (diagonal << 5) | (pattern << 10),
      fore | (back << 7),
    ),
  ],
];
export const number = (row: number, column: number, value: number, style = 0): Written => [
  0x0203,
  [...u16(row, column, style), ...f64(value)],
];
export const label = (row: number, column: number, index: number, style = 0): Written => [
  0x00fd,
  [...u16(row, column, style), ...u32(index)],
];
export const sst = (...texts: readonly Content[]): Written => [
  0x00fc,
  [...u32(texts.length), ...u32(texts.length), ...texts.flat()],
];
/** A text with the places where its fonts change. */
export const rich = (text: string, ...changes: readonly (readonly [from: number, font: number])[]): Content => [
  ...u16(text.length),
  8,
  ...u16(changes.length),
  ...latin(text),
  ...changes.flatMap(([from, index]) => u16(from, index)),
];
export const format = (id: number, code: string): Written => [0x041e, [...u16(id), ...text8(code)]];
export const formula = (row: number, column: number, value: number, tokens: Content): Written => [
  0x0006,
  [...u16(row, column, 0), ...f64(value), ...u16(0, 0, 0), ...u16(tokens.length), ...tokens],
];

export interface Book {
  readonly globals?: readonly Written[];
  readonly sheet?: readonly Written[];
  readonly state?: number;
  readonly version?: number;
  /** Of its place in the stream: added to what is said. */
  readonly off?: number;
}

/** Fonts 0 to 3 and 5 are plain, unless `globals` holds fonts; style 0 is plain. */
export const xls = ({ globals = [], sheet = [], state = 0, version = 0x0600, off = 0 }: Book): Uint8Array => {
  const name = version === 0x0600 ? [6, 0, ...latin("IS 101")] : [6, ...latin("IS 101")];
  const head = (start: number): Content =>
    [bof(5, version), ...globals, [0x0085, [...u32(start), state, 0, ...name]] as const, EOF].flatMap(record);
  const start = head(0).length;
  return Uint8Array.from([...head(start + off), ...[bof(16, version), ...sheet, EOF].flatMap(record)]);
};

/** The version of Excel 5 and 95. */
export const OLD = 0x0500;
/** What a workbook needs to have a cell: a font and a style. */
export const PLAIN: readonly Written[] = [font(), xf()];
export const read = (book: Book) => readXls(source("a.xls", xls(book)));
export const inPlain = (...sheet: readonly Written[]) => read({ globals: PLAIN, sheet });
/** The cells of the first row, with what stands beside them. */
export const row = async (book: Book): Promise<readonly string[]> => {
  const { value, issues } = await read(book);
  const cells = (value[0]?.rows[0] ?? []).map(({ text, beside = [] }) =>
    [text, ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ").trim(),
  );
  return [...cells, ...issues.map(({ rule }) => rule)];
};
