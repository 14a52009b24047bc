/** Files to one archive, the same bytes for the same files: in the order of their names, all of one date. Wraps tar-stream. */

import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { writeZip } from "../disk/zip.ts";
import { compareText } from "../model/order.ts";
import type { Target } from "./targets.ts";

/** Path in the kit -> content: "programme/scripts/build.ts". */
export type KitFiles = ReadonlyMap<string, Uint8Array>;

export const inOrder = (files: KitFiles): readonly (readonly [path: string, bytes: Uint8Array])[] =>
  [...files].toSorted(([a], [b]) => compareText(a, b));

/** That of the files in a zip. */
const MTIME = new Date("1980-01-01T00:00:00Z");

/** @param folder the one that the archive unpacks. */
export async function packKit(files: KitFiles, folder: string, target: Target): Promise<Uint8Array> {
  const entries = inOrder(files);
  if (target.archive === "zip")
    return writeZip(entries.map(([path, content]) => ({ name: `${folder}/${path}`, content })));
  const tar = pack();
  const whole = buffer(tar);
  for (const [path, bytes] of entries) {
    const mode = target.executables.some((one) => one.test(path)) ? 0o755 : 0o644;
    tar.entry({ name: `${folder}/${path}`, mtime: MTIME, mode }, Buffer.from(bytes));
  }
  tar.finalize();
  return gzipSync(await whole, { level: 9 });
}
