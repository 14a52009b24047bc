/** One command at a time writes the register. */
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { toldInFrench } from "../../disk/files.ts";
import { UserError } from "../../model/issue.ts";

const LOCK_FILE = "registre.verrou";
/** How long a command waits for another that adds a line, which takes milliseconds. */
const WAIT_MS = 5000;

/**
 * Two commands at once must not chain to the same line. A lock of the operating system, held through SQLite on an empty file: it
 * goes away with its process, however that ends, so that a crash leaves none behind.
 */
export function withRegisterLock<T>(dataDir: string, work: () => T): T {
  const path = join(dataDir, LOCK_FILE);
  const lock = toldInFrench(path, () => {
    closeSync(openSync(path, "a", 0o600));
    return new DatabaseSync(path, { timeout: WAIT_MS });
  });
  try {
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      if (!/locked|busy/i.test(String(error))) throw error;
      throw new UserError(
        "Une autre commande écrit dans le registre en ce moment.",
        "Attendez qu'elle se termine, puis relancez.",
      );
    }
    return work();
  } finally {
    lock.close();
  }
}
