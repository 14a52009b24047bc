/** The streams of a compound file, by name. Format: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory). */

const END = 0xfffffffa; // this and above: end of chain, free, FAT and DIFAT sectors
const MINI_LIMIT = 4096; // smaller streams stand in the mini stream
const MINI_SECTOR = 64;

/** Bytes of the stream at any depth of that name; undefined when it is absent, or its chain is cut or loops. */
export type StreamReader = (name: string) => Uint8Array | undefined;

export function openCompound(bytes: Uint8Array): StreamReader | undefined {
  if (bytes.length < 1536) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorSize = 1 << shift;
  const perSector = sectorSize / 4;
  const most = Math.ceil(bytes.length / sectorSize);
  const sectorAt = (sector: number): number => (sector + 1) * sectorSize;

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
  /** A chain of whole sectors, put end to end. The last sector of the file may be cut short. */
  const chain = (first: number): Uint8Array | undefined => {
    const pieces: Uint8Array[] = [];
    let sector: number | undefined = first;
    while (sector !== undefined && sector < END) {
      if (pieces.length > most || sectorAt(sector) >= bytes.length) return undefined;
      pieces.push(bytes.subarray(sectorAt(sector), sectorAt(sector + 1)));
      sector = next(sector);
    }
    return sector === undefined ? undefined : concat(pieces);
  };

  const directory = chain(view.getUint32(48, true));
  if (!directory || directory.length < 128) return undefined;
  const entries = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const miniStream = chain(entries.getUint32(116, true));
  const miniFat = chain(view.getUint32(60, true));
  const miniChain = (first: number): Uint8Array | undefined => {
    if (!miniStream || !miniFat) return undefined;
    const links = new DataView(miniFat.buffer, miniFat.byteOffset, miniFat.byteLength);
    const pieces: Uint8Array[] = [];
    for (let sector = first; sector < END; sector = links.getUint32(4 * sector, true)) {
      if (pieces.length > miniFat.length || 4 * sector + 4 > miniFat.length) return undefined;
      pieces.push(miniStream.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR));
    }
    return concat(pieces);
  };

  return (name) => {
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const length = entries.getUint16(at + 64, true);
      if (length < 2 || length > 64 || entries.getUint8(at + 66) !== 2) continue;
      if (new TextDecoder("utf-16le").decode(directory.subarray(at, at + length - 2)) !== name) continue;
      const size = entries.getUint32(at + 120, true);
      const first = entries.getUint32(at + 116, true);
      const content = size < MINI_LIMIT ? miniChain(first) : chain(first);
      return content && content.length >= size ? content.subarray(0, size) : undefined;
    }
    return undefined;
  };
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
