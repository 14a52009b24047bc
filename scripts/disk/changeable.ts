/** Who else may put another program in the place of one that this account is about to start. */
import { lstatSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The path itself, and every folder above it: who may write in one of them may put another program there. */
function* upwards(path: string): Generator<string> {
  for (let place = resolve(path); ; place = dirname(place)) {
    yield place;
    if (dirname(place) === place) return;
  }
}

const WRITE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/**
 * The first place, of the path and of what it links to, that another account than this one and the administrator's may change; null for
 * none. Windows has no modes: null there.
 */
export function changeableByOthers(path: string): string | null {
  const own = process.getuid?.();
  if (own === undefined) return null;
  for (const place of [...upwards(path), ...upwards(realpathSync(path))]) {
    const found = lstatSync(place);
    const isOpen = !found.isSymbolicLink() && (found.mode & WRITE_BY_OTHERS) !== 0;
    // in a sticky folder, as /tmp is, nobody takes the place of what is another's
    const isKept = found.isDirectory() && (found.mode & STICKY) !== 0;
    if ((found.uid !== 0 && found.uid !== own) || (isOpen && !isKept)) return place;
  }
  return null;
}
