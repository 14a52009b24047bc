/** What names the bytes of a file in the register, the manifest and the control sheet: a hexadecimal SHA-256. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

const PIECE_BYTES = 1 << 16;

/** Of a file whatever its size, one piece after another. */
export function sha256OfFile(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(PIECE_BYTES);
  const fd = openSync(path, "r");
  try {
    for (let read = readSync(fd, piece); read > 0; read = readSync(fd, piece)) hash.update(piece.subarray(0, read));
    return hash.digest("hex");
  } finally {
    closeSync(fd);
  }
}
