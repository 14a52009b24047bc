/** A file whatever its size, one piece after another. */
import { closeSync, openSync, readSync } from "node:fs";

const PIECE_BYTES = 1 << 16;

/** Each piece is the caller's own: nothing is written over it. */
export function* readPieces(path: string): Generator<Uint8Array> {
  const fd = openSync(path, "r");
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE_BYTES);
      const read = readSync(fd, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(fd);
  }
}
