/**
 * The names at the root of a compound file (old .doc and .xls, protected .xlsx): enough to tell what it is. Only the
 * directory is read, through the sector chain. Format: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.6 (directory entries).
 */

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Mark of the still encrypted container (domain.md). */
const ENCRYPTED_MARK = Buffer.from([
  7, 0x65, 0x92, 0x1a, 0x2a, 7, 0x74, 0x53, 0x47, 0x52, 7, 0x33, 0x61, 0x71, 0x93, 0,
]);
const NO_ENTRY = 0xffffffff;

export const isCompound = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);
export const hasEncryptedMark = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_MARK);

/**
 * Names of the streams and storages at the root: ["Workbook", "\u0005SummaryInformation"]. undefined: the directory is
 * cut off or loops (a truncated file loses it: it often stands at the end).
 */
export function rootNames(bytes: Uint8Array): readonly string[] | undefined {
  if (bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorSize = 1 << shift;
  const offsetOf = (sector: number): number => (sector + 1) * sectorSize;
  const holds = (sector: number): boolean => offsetOf(sector) + 4 <= bytes.length;

  // Sectors of the FAT: 109 in the header, the others (files over 6.8 MB) in the DIFAT chain, whose last word is the link.
  const fatSectors = Array.from({ length: 109 }, (_, i) => view.getUint32(76 + 4 * i, true));
  const words = sectorSize / 4 - 1;
  let difat = view.getUint32(68, true);
  for (let hops = 0; hops < bytes.length / sectorSize && offsetOf(difat + 1) <= bytes.length; hops++) {
    for (let i = 0; i < words; i++) fatSectors.push(view.getUint32(offsetOf(difat) + 4 * i, true));
    difat = view.getUint32(offsetOf(difat) + 4 * words, true);
  }
  /** Next sector of a chain. */
  const next = (sector: number): number | undefined => {
    const fatSector = fatSectors[Math.floor((sector * 4) / sectorSize)];
    if (fatSector === undefined) return undefined;
    const at = offsetOf(fatSector) + ((sector * 4) % sectorSize);
    return at + 4 <= bytes.length ? view.getUint32(at, true) : undefined;
  };

  const entries: { name: string; left: number; right: number; child: number }[] = [];
  const seen = new Set<number>();
  const decoder = new TextDecoder("utf-16le");
  let sector: number | undefined = view.getUint32(48, true);
  while (sector !== undefined && holds(sector) && !seen.has(sector)) {
    seen.add(sector);
    for (let at = offsetOf(sector); at + 128 <= Math.min(bytes.length, offsetOf(sector + 1)); at += 128) {
      const nameBytes = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2));
      entries.push({
        name: decoder.decode(bytes.subarray(at, at + nameBytes)),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
      });
    }
    sector = next(sector);
  }
  const root = entries[0];
  if (!root) return undefined;

  const names: string[] = [];
  const waiting = [root.child];
  const visited = new Set<number>();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === NO_ENTRY || visited.has(index)) continue;
    visited.add(index);
    const entry = entries[index];
    if (!entry) return undefined;
    names.push(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}
