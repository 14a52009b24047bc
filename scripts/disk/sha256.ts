/** What names the bytes of a file in the register, the manifest and the control sheet: a hexadecimal SHA-256. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

const CHUNK_BYTES = 1 << 20;

/** Of a file whatever its size, one piece after another. */
export function sha256OfFile(path: string): string {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const fd = openSync(path, "r");
  try {
    for (let read = readSync(fd, chunk); read > 0; read = readSync(fd, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(fd);
  }
  return hash.digest("hex");
}
