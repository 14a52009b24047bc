/**
 * Parts to a zip archive (a workbook, a document), the same bytes for the same parts on every system: fflate deflates by itself, where
 * Node's zlib writes other bytes on Windows than on Linux.
 */
import { strToU8, type Zippable, zipSync } from "fflate";

/** Built from its parts, not from a UTC instant: fflate writes local times, and 1 January 1980 is the same in all of them. */
const MTIME = new Date(1980, 0, 1);

/** `stored` parts are not compressed: an OpenDocument file must start with its plain "mimetype". */
export function writeZip(
  parts: readonly { readonly name: string; readonly content: string | Uint8Array; readonly stored?: true }[],
): Uint8Array {
  const entries: Zippable = {};
  for (const { name, content, stored } of parts)
    entries[name] = [typeof content === "string" ? strToU8(content) : content, { level: stored ? 0 : 6, mtime: MTIME }];
  return zipSync(entries);
}
