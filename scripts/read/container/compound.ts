/**
 * A compound file (old .doc and .xls, protected .docx and .xlsx): what stands at its root, and its streams by name.
 * Format: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory entries).
 */
import { bufferOf, viewOf } from "./views.ts";

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Mark of the still encrypted container (domain.md). */
const ENCRYPTED_MARK = Buffer.from([
  7, 0x65, 0x92, 0x1a, 0x2a, 7, 0x74, 0x53, 0x47, 0x52, 7, 0x33, 0x61, 0x71, 0x93, 0,
]);
const END = 0xfffffffa; // this and above: end of chain, free, FAT and DIFAT sectors
const NO_ENTRY = 0xffffffff;
const MINI_LIMIT = 4096; // smaller streams stand in the mini stream
const MINI_SECTOR = 64;
const STREAM = 2; // type of a directory entry

export const isCompound = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);
export const hasEncryptedMark = (bytes: Uint8Array): boolean => bufferOf(bytes).includes(ENCRYPTED_MARK);

export interface Compound {
  /** Names of the streams and storages at the root, as ["Workbook", "\u0005SummaryInformation"]; undefined: an entry is lost. */
  readonly rootNames: () => readonly string[] | undefined;
  /** Bytes of the stream of that name at the root: an embedded object has streams of the same names. undefined: absent, cut or in a loop. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly first: number;
  readonly size: number;
}

/** undefined: the directory is cut off or loops (a truncated file loses it: it often stands at the end). */
export function openCompound(bytes: Uint8Array): Compound | undefined {
  const chain = openSectors(bytes);
  const directory = chain?.(viewOf(bytes).getUint32(48, true));
  if (!chain || !directory) return undefined;
  const entries = entriesOf(directory);
  const [root] = entries;
  if (!root) return undefined;
  const miniStream = chain(root.first);
  const miniFat = chain(viewOf(bytes).getUint32(60, true));
  const miniChain = (first: number): Uint8Array | undefined => {
    if (!miniStream || !miniFat) return undefined;
    const links = viewOf(miniFat);
    const pieces: Uint8Array[] = [];
    for (let sector = first; sector < END; sector = links.getUint32(4 * sector, true)) {
      if (pieces.length > miniFat.length || 4 * sector + 4 > miniFat.length) return undefined;
      pieces.push(miniStream.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR));
    }
    return Buffer.concat(pieces);
  };
  return {
    rootNames: () => childrenOf(root, entries)?.map(({ name }) => name),
    stream: (name) => {
      const entry = childrenOf(root, entries)?.find((e) => e.type === STREAM && e.name === name);
      if (!entry) return undefined;
      const content = entry.size < MINI_LIMIT ? miniChain(entry.first) : chain(entry.first);
      return content && content.length >= entry.size ? content.subarray(0, entry.size) : undefined;
    },
  };
}

/** From the number of a chain's first sector to its sectors, put end to end. The last sector of the file may be cut short. */
function openSectors(bytes: Uint8Array): ((first: number) => Uint8Array | undefined) | undefined {
  if (bytes.length < 512) return undefined;
  const view = viewOf(bytes);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorSize = 1 << shift;
  const perSector = sectorSize / 4;
  const most = Math.ceil(bytes.length / sectorSize);
  const sectorAt = (sector: number): number => (sector + 1) * sectorSize;

  // Sectors of the FAT: 109 in the header, the others (files over 6.8 MB) in the DIFAT chain, whose last word is the link.
  const fatSectors = Array.from({ length: 109 }, (_, i) => view.getUint32(76 + 4 * i, true)).filter((s) => s < END);
  for (let difat = view.getUint32(68, true), hops = 0; difat < END && hops < most; hops++) {
    if (sectorAt(difat + 1) > bytes.length) return undefined;
    for (let i = 0; i < perSector - 1; i++) {
      const sector = view.getUint32(sectorAt(difat) + 4 * i, true);
      if (sector < END) fatSectors.push(sector);
    }
    difat = view.getUint32(sectorAt(difat) + 4 * (perSector - 1), true);
  }
  const next = (sector: number): number | undefined => {
    const fat = fatSectors[Math.floor(sector / perSector)];
    const at = fat === undefined ? bytes.length : sectorAt(fat) + 4 * (sector % perSector);
    return at + 4 <= bytes.length ? view.getUint32(at, true) : undefined;
  };
  return (first) => {
    const pieces: Uint8Array[] = [];
    let sector: number | undefined = first;
    while (sector !== undefined && sector < END) {
      if (pieces.length > most || sectorAt(sector) >= bytes.length) return undefined;
      pieces.push(bytes.subarray(sectorAt(sector), sectorAt(sector + 1)));
      sector = next(sector);
    }
    return sector === undefined ? undefined : Buffer.concat(pieces);
  };
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = viewOf(directory);
  const decoder = new TextDecoder("utf-16le");
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, i) => {
    const at = 128 * i;
    const nameBytes = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2)); // without the final zero
    return {
      name: decoder.decode(directory.subarray(at, at + nameBytes)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      first: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** The entries of a storage are a tree: its child, then left and right from each. */
function childrenOf(storage: Entry, entries: readonly Entry[]): readonly Entry[] | undefined {
  const children: Entry[] = [];
  const waiting = [storage.child];
  const visited = new Set<number>();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === NO_ENTRY || visited.has(index)) continue;
    visited.add(index);
    const entry = entries[index];
    if (!entry) return undefined;
    children.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return children;
}
