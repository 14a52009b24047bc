/** What names the bytes of a file in the register, the manifest and the control sheet: a hexadecimal SHA-256. */
import { createHash, type Hash } from "node:crypto";
import { readPieces } from "./pieces.ts";

export const sha256 = (content: string | Uint8Array): string => startSha256().update(content).digest("hex");

/** Of what comes in pieces. */
export const startSha256 = (): Hash => createHash("sha256");

/** Of a file whatever its size. */
export function sha256OfFile(path: string): string {
  const hash = startSha256();
  for (const piece of readPieces(path)) hash.update(piece);
  return hash.digest("hex");
}
