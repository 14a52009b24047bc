/** The program's own zip archives: a workbook, a backup, a kit. Wraps adm-zip; received ones are opened by read/container/zip.ts. */
import AdmZip from "adm-zip";

/** Built from its parts, not from a UTC instant: a zip holds local times, and 1 January 1980 is the same in all of them. */
const MTIME = new Date(1980, 0, 1);

const STORED = 0;

/** Parts in their order: the same bytes for the same parts. `stored` ones are not compressed: an OpenDocument file starts with its plain "mimetype". */
export function writeZip(
  parts: readonly { readonly name: string; readonly content: string | Uint8Array; readonly stored?: true }[],
): Uint8Array {
  const zip = new AdmZip({ noSort: true });
  for (const { name, content, stored } of parts) {
    const entry = zip.addFile(name, Buffer.from(content));
    entry.entryName = name; // "a\\b.csv" is a name on Linux: the library would make a folder of it
    entry.header.time = MTIME;
    if (stored) entry.header.method = STORED;
  }
  return zip.toBuffer();
}

export interface ZipPart {
  readonly name: string;
  /** Bytes once it is inflated, as the directory says: no more is written. */
  readonly size: number;
  /** @throws what is cut, or not as its checksum says. */
  readonly content: () => Uint8Array;
}

/** @throws what is no zip. */
export const openZip = (zip: Uint8Array): readonly ZipPart[] =>
  new AdmZip(Buffer.from(zip)).getEntries().map((entry) => ({
    name: entry.entryName,
    size: entry.header.size,
    content: () => entry.getData(),
  }));
