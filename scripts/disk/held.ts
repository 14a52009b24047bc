/** Renaming what another program may hold. */
import { renameSync } from "node:fs";

const HELD: readonly unknown[] = ["EBUSY", "EPERM", "EACCES"];
const PAUSE_MS = 50;
const ATTEMPTS = 20;

const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
};

/**
 * Windows refuses to rename what another program has open. An antivirus, which reads each new file, lets go of it within a second; a
 * reader that a person has open does not, and the refusal is thrown.
 */
export function rename(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !HELD.includes((error as NodeJS.ErrnoException).code)) throw error;
      pause();
    }
  }
}
