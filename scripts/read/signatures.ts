/** First bytes of files that are never a statement, with the words that tell the operator what they are. */

interface Signature {
  readonly what: string;
  /** Bytes at `at` (0 when absent), written as text of Latin-1 characters. */
  readonly bytes: string;
  readonly at?: number;
}

const SIGNATURES: readonly Signature[] = [
  { what: "une image PNG", bytes: "\x89PNG\r\n" },
  { what: "une photographie JPEG", bytes: "\xff\xd8\xff" },
  { what: "une image GIF", bytes: "GIF8" },
  { what: "une image TIFF", bytes: "II*\0" },
  { what: "une image TIFF", bytes: "MM\0*" },
  { what: "une image WebP", bytes: "WEBP", at: 8 },
  { what: "une photographie ou une vidéo", bytes: "ftyp", at: 4 },
  { what: "une archive 7z", bytes: "7z\xbc\xaf\x27\x1c" },
  { what: "une archive RAR", bytes: "Rar!\x1a\x07" },
  { what: "une archive gzip", bytes: "\x1f\x8b" },
  { what: "une archive bzip2", bytes: "BZh" },
  { what: "une archive xz", bytes: "\xfd7zXZ" },
  { what: "une archive tar", bytes: "ustar", at: 257 },
  { what: "une archive CAB", bytes: "MSCF" },
  { what: "un raccourci Windows, et non le fichier lui-même", bytes: "L\0\0\0\x01\x14\x02\0" },
  { what: "un programme", bytes: "\x7fELF" },
  { what: "un fichier son ou vidéo", bytes: "ID3" },
  { what: "un fichier son ou vidéo", bytes: "OggS" },
  { what: "une base de données", bytes: "SQLite format 3" },
  { what: "une base de données Access", bytes: "\0\x01\0\0Standard" },
];

/** Short signatures that a text may also begin with: they count only when the rest is not text. */
const BINARY_ONLY: readonly Signature[] = [
  { what: "un programme", bytes: "MZ" },
  { what: "une image BMP", bytes: "BM" },
];

const matches = (bytes: Uint8Array, signature: Signature): boolean => {
  const at = signature.at ?? 0;
  for (let i = 0; i < signature.bytes.length; i++) if (bytes[at + i] !== signature.bytes.charCodeAt(i)) return false;
  return true;
};

/** Is it a file that holds others? "une archive RAR" */
export const isArchive = (what: string): boolean => what.startsWith("une archive");

/** "une image PNG"; undefined for none of these. */
export const knownForeign = (bytes: Uint8Array): string | undefined => SIGNATURES.find((s) => matches(bytes, s))?.what;
/** The same for a file already known not to be text. */
export const knownBinary = (bytes: Uint8Array): string =>
  BINARY_ONLY.find((s) => matches(bytes, s))?.what ?? "un fichier binaire de type inconnu";
