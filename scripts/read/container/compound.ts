/** A compound file (old .doc and .xls, protected .docx and .xlsx): what stands at its root, and its streams by name. Wraps @e965/xlsx. */
import { CFB } from "@e965/xlsx";
import { bufferOf } from "./views.ts";

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Mark of the container in which the police sends its files: it is still encrypted. */
const ENCRYPTED_MARK = Buffer.from([
  7, 0x65, 0x92, 0x1a, 0x2a, 7, 0x74, 0x53, 0x47, 0x52, 7, 0x33, 0x61, 0x71, 0x93, 0,
]);

export const isCompound = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);
export const hasEncryptedMark = (bytes: Uint8Array): boolean => bufferOf(bytes).includes(ENCRYPTED_MARK);

/** What CFB gives of a file. */
interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number>; readonly size: number }[];
}

interface Compound {
  /** Names of the streams and storages at the root, in which capitals make no difference ([MS-CFB] 2.6.4): ["workbook"]. */
  readonly rootNames: readonly string[];
  /** Bytes of the stream of that name at the root: an embedded object has streams of the same names. undefined: absent or cut. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

/** undefined: the directory is cut off or loops (a truncated file loses it: it often stands at the end). */
export function openCompound(bytes: Uint8Array): Compound | undefined {
  let file: Container;
  try {
    file = CFB.read(Buffer.from(bytes), { type: "buffer" });
  } catch {
    return undefined;
  }
  const paths = file.FullPaths.map((path) => path.toLowerCase());
  const [root = ""] = paths;
  const entries = new Map(paths.map((path, i) => [path, file.FileIndex[i]]));
  return {
    rootNames: [...entries.keys()].flatMap((path) => {
      const name = path.slice(root.length).replace(/\/$/, "");
      return path.startsWith(root) && name !== "" && !name.includes("/") ? [name] : [];
    }),
    stream: (name) => {
      const entry = entries.get(root + name.toLowerCase());
      const content = entry?.content && Uint8Array.from(entry.content);
      return content && content.length >= entry.size ? content.subarray(0, entry.size) : undefined;
    },
  };
}
