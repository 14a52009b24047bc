/** A small .doc made in code: a compound file with the streams of a document of Word 97. Formats: [MS-CFB], [MS-DOC]. */

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

export interface Stream {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Numbers of two bytes, low byte first. */
export const words = (...values: readonly number[]): number[] =>
  values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]);
const longs = (...values: readonly number[]): number[] =>
  values.flatMap((value) => words(value & 0xffff, Math.floor(value / 65_536) & 0xffff));

/** `root`: streams at the root. `embedded`: those of a storage within it, written before them. */
export function makeCompound(root: readonly Stream[], embedded: readonly Stream[] = []): Uint8Array {
  const streams = [...embedded, ...root];
  // Streams under 4 096 bytes stand elsewhere: these are all as long.
  const padded = streams.map(({ bytes }) => {
    const whole = new Uint8Array(Math.max(8, Math.ceil(bytes.length / SECTOR)) * SECTOR);
    whole.set(bytes);
    return whole;
  });
  const entries = 1 + streams.length + (embedded.length > 0 ? 1 : 0);
  const directorySectors = Math.ceil(entries / 4);
  const fat: number[] = [0xfffffffd];
  const chain = (sectors: number): number => {
    const first = fat.length;
    for (let i = 0; i < sectors; i++) fat.push(i === sectors - 1 ? END : first + i + 1);
    return first;
  };
  const directoryStart = chain(directorySectors);
  const starts = padded.map((bytes) => chain(bytes.length / SECTOR));
  const directory = new Uint8Array(directorySectors * SECTOR);
  const write = (index: number, name: string, type: number, links: readonly number[], start: number, size: number) => {
    const at = 128 * index;
    directory.set(words(...[...name].map((letter) => letter.charCodeAt(0))), at);
    directory.set(words(2 * name.length + 2), at + 64);
    directory.set([type, 1, ...longs(...links)], at + 66);
    directory.set(longs(start, size), at + 116);
  };
  const storage = streams.length + 1;
  const rootIndexes = [...root.map((_, i) => embedded.length + i + 1), ...(embedded.length > 0 ? [storage] : [])];
  const next = (index: number, of: readonly number[]): number => of[of.indexOf(index) + 1] ?? FREE;
  const embeddedIndexes = embedded.map((_, i) => i + 1);
  write(0, "Root Entry", 5, [FREE, FREE, rootIndexes[0] ?? FREE], END, 0);
  for (const [i, { name }] of streams.entries()) {
    const siblings = i < embedded.length ? embeddedIndexes : rootIndexes;
    write(i + 1, name, 2, [FREE, next(i + 1, siblings), FREE], starts[i] ?? END, padded[i]?.length ?? 0);
  }
  if (embedded.length > 0) write(storage, "ObjectPool", 1, [FREE, next(storage, rootIndexes), 1], 0, 0);
  const header = new Uint8Array(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.set(words(0x3e, 3, 0xfffe, 9, 6), 24);
  header.set(longs(1, directoryStart, 0, 4096, END, 0, END, 0), 44);
  header.set(longs(0, ...Array.from({ length: 108 }, () => FREE)), 76);
  const table = longs(...fat, ...Array.from({ length: 128 - fat.length }, () => FREE));
  return Uint8Array.from(Buffer.concat([header, Uint8Array.from(table), directory, ...padded]));
}

export interface DocRun {
  readonly text: string;
  /** Modifications of its characters, and of its paragraph when the run ends one. */
  readonly characters?: readonly number[];
  readonly paragraph?: readonly number[];
  readonly style?: number;
}

const TEXT = 0x800;

/** Streams of a document, in one piece of text. Each run that ends with "\r" or "\x07" ends a paragraph. `sheet`: its style sheet. `piece`: its last piece's own change. `drawings`: what floats, by its place and how the text runs around it. */
export function makeDocStreams(
  runs: readonly DocRun[],
  {
    sheet = [],
    fonts = [],
    lists = [],
    piece = 0,
    before = [],
    isOneRun = false,
    drawings = [],
    headers = [],
    notes = 0,
    boxes = 0,
    boxesInHeaders = 0,
    content = [],
    flags,
    sections = [],
  }: {
    sheet?: readonly number[];
    fonts?: readonly number[];
    lists?: readonly number[];
    piece?: number;
    /** Pieces before the last one: where each ends, and its own change. */
    before?: readonly (readonly [to: number, change: number])[];
    /** All its characters are told as one run, that of the first, whatever its paragraphs. */
    isOneRun?: boolean;
    drawings?: readonly { readonly at: number; readonly flags: number }[];
    /** Lengths of the stories at the end of the text: separators of notes, headers and footers. */
    headers?: readonly number[];
    /** Characters at the end of the text that stand in text boxes. */
    boxes?: number;
    /** After those: in text boxes of the headers. */
    boxesInHeaders?: number;
    /** Characters of footnotes, between the body and the headers. */
    notes?: number;
    /** Of the document: 1 for even pages of their own. */
    flags?: number | undefined;
    /** What is said of each section: modifications. */
    sections?: readonly (readonly number[] | null)[];
    /** What is drawn. */
    content?: readonly number[];
  } = {},
): readonly Stream[] {
  const text = runs.map((run) => run.text).join("");
  const pages = Math.ceil((TEXT + text.length) / SECTOR);
  const sectionPage = pages + 2 + runs.length;
  const main = new Uint8Array((sectionPage + sections.length) * SECTOR);
  main.set(
    [...text].map((letter) => letter.charCodeAt(0)),
    TEXT,
  );
  const characters = runs.map((run, i) => {
    const from = TEXT + runs.slice(0, i).reduce((length, { text: before }) => length + before.length, 0);
    return { from, to: from + run.text.length, list: run.characters ?? [], style: 0 };
  });
  const paragraphs: { from: number; to: number; list: readonly number[]; style: number }[] = [];
  for (const [i, { to }] of characters.entries()) {
    const run = runs[i];
    if (run && ["\r", "\x07"].includes(run.text.slice(-1)))
      paragraphs.push({ from: paragraphs.at(-1)?.to ?? TEXT, to, list: run.paragraph ?? [], style: run.style ?? 0 });
  }
  const characterPage = pages;
  const paragraphPage = pages + 1;
  const [first] = characters;
  const told = isOneRun && first ? [{ ...first, to: TEXT + text.length }] : characters;
  main.set(page(told, 1), characterPage * SECTOR);
  main.set(page(paragraphs, 13), paragraphPage * SECTOR);
  main.set(words(0xa5ec, 0xc1), 0);
  main.set(words(0x0200), 0x0a);
  const inHeaders = headers.reduce((sum, length) => sum + length, 0);
  main.set(longs(text.length - notes - inHeaders - boxes - boxesInHeaders, notes, inHeaders), 0x4c);
  main.set(longs(boxes, boxesInHeaders), 0x64);
  const table: number[] = [];
  const part = (index: number, bytes: readonly number[]): void => {
    main.set(longs(table.length, bytes.length), 0x9a + 8 * index);
    table.push(...bytes);
  };
  if (flags !== undefined) part(31, [flags, 0]);
  const places = sections.map((list, i) => (list ? (sectionPage + i) * SECTOR : 0xffffffff));
  for (const [i, list] of sections.entries())
    if (list) main.set([...words(list.length), ...list], (sectionPage + i) * SECTOR);
  if (sections.length > 0)
    part(6, [
      ...longs(...sections.map((_, i) => i), text.length),
      ...places.flatMap((at) => [...words(0), ...longs(at), ...words(0, 0, 0)]),
    ]);
  part(1, sheet);
  part(50, content);
  part(15, fonts);
  if (drawings.length > 0)
    part(40, [
      ...longs(...drawings.map(({ at }) => at), text.length),
      ...drawings.flatMap(({ flags }) => [...longs(1, 0, 0, 4000, 4000), ...words(flags), ...longs(0)]),
    ]);
  if (headers.length > 0)
    part(
      11,
      longs(...headers.map((_, i) => headers.slice(0, i).reduce((sum, length) => sum + length, 0)), inHeaders, 0),
    );
  part(12, longs(TEXT, TEXT + text.length, characterPage));
  part(13, longs(TEXT, TEXT + text.length, paragraphPage));
  const own = lists.length > 0 ? [1, ...words(lists.length), ...lists] : [];
  const pieces = [...before, [text.length, piece] as const].map(([to, change], i, all) => {
    return { from: all[i - 1]?.[0] ?? 0, to, change };
  });
  part(33, [
    ...own,
    2,
    ...longs(4 + 12 * pieces.length),
    ...longs(0, ...pieces.map(({ to }) => to)),
    ...pieces.flatMap(({ from, change }) => [...words(0), ...longs(0x40000000 + 2 * (TEXT + from)), ...words(change)]),
  ]);
  return [
    { name: "WordDocument", bytes: main },
    { name: "1Table", bytes: Uint8Array.from(table) },
  ];
}

/** A page of 512 bytes that says where the lists of the runs stand. `bx`: 1 for characters, 13 for paragraphs. */
function page(
  runs: readonly {
    readonly from: number;
    readonly to: number;
    readonly list: readonly number[];
    readonly style: number;
  }[],
  bx: 1 | 13,
): Uint8Array {
  const bytes = new Uint8Array(SECTOR);
  bytes.set(longs(...runs.map((run) => run.from), runs.at(-1)?.to ?? 0));
  let end = SECTOR - 2;
  for (const [i, { list, style }] of runs.entries()) {
    const own =
      bx === 1
        ? [list.length, ...list]
        : list.length % 2 === 1
          ? [(list.length + 3) / 2, ...words(style), ...list]
          : [0, (list.length + 2) / 2, ...words(style), ...list];
    end = Math.floor((end - own.length) / 2) * 2;
    bytes.set(own, end);
    bytes[4 * (runs.length + 1) + bx * i] = end / 2;
  }
  bytes[SECTOR - 1] = runs.length;
  return bytes;
}

/** One modification: its code, its operand. */
export const sprm = (code: number, ...operand: readonly number[]): number[] => [...words(code), ...operand];

/** A style sheet of styles by number; `list`: modifications of characters. */
export function makeSheet(
  styles: readonly {
    readonly kind: 1 | 2;
    readonly basedOn?: number;
    readonly list: readonly number[];
    /** Of its paragraphs. */
    readonly paragraph?: readonly number[];
  }[],
): number[] {
  const style = ({ kind, basedOn = 0xfff, list, paragraph = [] }: (typeof styles)[number]): number[] => {
    const even = (bytes: readonly number[]) => [...words(bytes.length), ...bytes, ...(bytes.length % 2 ? [0] : [])];
    const body = [
      ...words(0, kind | (basedOn << 4), 0, 0, 0),
      ...words(1, 0x41, 0),
      ...(kind === 1 ? even([...words(0), ...paragraph]) : []),
      ...words(list.length),
      ...list,
    ];
    return even(body);
  };
  return [...words(18, styles.length, 10, 0, 0, 0, 0, 0, 0, 0), ...styles.flatMap(style)];
}

/** A table of fonts by their names. */
export const makeFonts = (...names: readonly string[]): number[] => [
  ...words(names.length, 0),
  ...names.flatMap((name) => {
    const own = [
      ...Array.from({ length: 39 }, () => 0),
      ...words(...[...name].map((letter) => letter.charCodeAt(0)), 0),
    ];
    return [own.length, ...own];
  }),
];

/** Of a paragraph: it stands in a table. */
export const IN_TABLE = sprm(0x2416, 1);
