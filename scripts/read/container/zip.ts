/**
 * The members of a zip (.xlsx, .ods, .docx, .odt). Wraps adm-zip, which stops an inflation at the size that the directory says, and holds
 * each member to its checksum: a bomb costs nothing, and a damaged sheet is never half read. (fflate, which writes the zips of the bulletin,
 * knows no checksum.)
 */
import AdmZip from "adm-zip";
import { inflatedTooLarge, MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES, tooManyMembers } from "../contract/limits.ts";
import { damaged, notRead } from "../contract/reader.ts";
import { bufferOf } from "./views.ts";

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);

/** @throws {NotRead} what the library cannot read is damaged. */
function readable<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    return damaged(`${part} : ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws {NotRead} the directory is missing or cut (a truncated file loses it first), or names a member twice. */
function membersOf(bytes: Uint8Array): readonly AdmZip.IZipEntry[] {
  const zip = readable("répertoire du zip", () => new AdmZip(bufferOf(bytes)));
  const count = zip.getEntryCount();
  if (count > MAX_ZIP_ENTRIES) notRead(tooManyMembers(count));
  return readable("répertoire du zip", () => zip.getEntries());
}

/** Names of its members. @throws {NotRead} */
export const namesIn = (bytes: Uint8Array): readonly string[] => membersOf(bytes).map(({ entryName }) => entryName);

/**
 * Inflates the members that `wanted` names (e.g. all the .xml ones; pictures are left), within MAX_INFLATED_BYTES in all, checked on the
 * declared sizes first.
 * @throws {NotRead} one bad member refuses the whole file.
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const chosen = membersOf(bytes).filter(({ entryName, isDirectory }) => !isDirectory && wanted(entryName));
  const total = chosen.reduce((sum, { header }) => sum + header.size, 0);
  if (total > MAX_INFLATED_BYTES) notRead(inflatedTooLarge(total));
  return new Map(
    chosen.map((member) => {
      const part = `partie « ${member.entryName} »`;
      const content = readable(part, () => member.getData());
      return [member.entryName, content.length === member.header.size ? content : damaged(`${part} coupée`)];
    }),
  );
}
