/**
 * The members of a zip (.xlsx, .ods, .docx, .odt). Wraps adm-zip, which stops an inflation at the size that the directory says, and holds
 * each member to its checksum: a bomb costs nothing, and a damaged sheet is never half read. (fflate, which writes the zips of the bulletin,
 * knows no checksum.)
 */
import AdmZip from "adm-zip";
import { inflatedTooLarge, MAX_INFLATED_BYTES } from "../contract/limits.ts";
import { damaged, notRead } from "../contract/reader.ts";
import { bufferOf } from "./views.ts";

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);

/** @throws {NotRead} what the library cannot read is damaged; its own words, in English, help nobody who has the file before him. */
function readable<T>(said: string, read: () => T): T {
  try {
    return read();
  } catch {
    return damaged(said);
  }
}

const DIRECTORY = "la liste de ce qu'il contient, à sa fin, est coupée ou fausse";

export interface Zip {
  readonly names: readonly string[];
  /** Bytes of a member once it is inflated, as the directory says; 0: there is none of that name. */
  readonly sizeOf: (name: string) => number;
  /** What is in it, inflated; undefined: there is no member of that name. @throws {NotRead} it is damaged, or all are too much. */
  readonly member: (name: string) => Uint8Array | undefined;
}

/** All that is inflated of a file. @throws {NotRead} */
export function checkInflated(total: number): void {
  if (total > MAX_INFLATED_BYTES) notRead(inflatedTooLarge(total));
}

/**
 * Its members, each inflated when it is asked for (pictures are not), within MAX_INFLATED_BYTES in all, checked on the declared sizes first.
 * @throws {NotRead} the directory is missing or cut (a truncated file loses it first), or names a member twice.
 */
export function openZip(bytes: Uint8Array): Zip {
  const zip = readable(DIRECTORY, () => new AdmZip(bufferOf(bytes)));
  const entries = readable(DIRECTORY, () => zip.getEntries()).filter(({ isDirectory }) => !isDirectory);
  const named = new Map(entries.map((entry) => [entry.entryName, entry]));
  const known = new Map<string, Uint8Array>();
  let total = 0;
  const sizeOf = (name: string): number => named.get(name)?.header.size ?? 0;
  const member = (name: string): Uint8Array | undefined => {
    const entry = named.get(name);
    const found = known.get(name);
    if (found || !entry) return found;
    total += sizeOf(name);
    checkInflated(total);
    const content = readable(`sa partie « ${name} » est coupée ou n'est pas celle qui est annoncée`, () =>
      entry.getData(),
    );
    if (content.length !== sizeOf(name)) damaged(`sa partie « ${name} » est coupée`);
    known.set(name, content);
    return content;
  };
  return { names: [...named.keys()], sizeOf, member };
}
