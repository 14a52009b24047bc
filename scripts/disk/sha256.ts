import { createHash } from "node:crypto";

/** Hexadecimal SHA-256: what names the bytes of a file in the register, the manifest and the control sheet. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
