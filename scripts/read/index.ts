/**
 * Stage 1 of the main path: bytes -> grids of text, as a person sees them.
 *
 *   SourceFile --detect (by content)--> format --its reader--> Grid[]
 *
 * To read a new format: its reader in sheet/, document/ or pdf/, one line in readers.ts, its signature in detect.ts.
 */
import type { SourceFile } from "../model/grid.ts";
import { isContentOf } from "./delivery.ts";
import { detect } from "./detect.ts";

export { read } from "./readers.ts";

/** Encrypted containers of a delivery whose content is not told by its name: is it there? */
export function sealedFiles(files: readonly SourceFile[]): {
  readonly sealed: readonly SourceFile[];
  readonly open: number;
} {
  const sealed = files.filter((file) => file.bytes.length > 0 && detect(file).kind === "encrypted");
  const open = files.filter((file) => !sealed.includes(file));
  return {
    sealed: sealed.filter((container) => !open.some((file) => isContentOf(container, file))),
    open: open.length,
  };
}
