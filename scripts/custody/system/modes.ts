/** Permission bits, for the systems that have them (Linux, macOS). */
import { chmodSync, lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Can other accounts read the path? Its own bits must allow it, and every folder above must let them pass.
 * 0755 in a home folder of mode 0700 => null.
 */
export function readersByMode(path: string): string | null {
  const mode = modeOf(path);
  const group = (mode & 0o070) !== 0;
  const others = (mode & 0o007) !== 0;
  if (!group && !others) return null;
  for (let above = dirname(path), below = path; above !== below; below = above, above = dirname(above))
    if ((modeOf(above) & 0o011) === 0) return null;
  return others ? "les autres comptes du poste" : "les comptes du même groupe";
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** 0700 for folders, 0600 for files. Links are left alone: what they point to is not ours. */
export function tightenModes(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (found.isDirectory()) {
    if ((found.mode & 0o777) !== 0o700) chmodSync(path, 0o700);
    for (const name of readdirSync(path)) tightenModes(join(path, name));
  } else if (found.isFile() && (found.mode & 0o777) !== 0o600) chmodSync(path, 0o600);
}
