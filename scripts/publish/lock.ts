/** Two builds at once would mix their files: the second is refused. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "../model/issue.ts";

const LOCK = ".verrou";
/** A build that has just been killed lets go within this time: its publisher ends at its next step. */
const PATIENCE_MS = 3000;

/** Held as long as the process: a database that nothing refers to is closed by the garbage collector, and its lock with it. */
const HELD = new Set<DatabaseSync>();

/**
 * Takes the lock of the output folder. It is a lock of the operating system, held through SQLite (empty file, no data): it goes
 * away with its process, however that ends – killed, power cut – so that none is ever found stale, and two processes can never
 * both believe that they took over an old one, as they can with a file that holds a process number.
 * @returns what gives it back.
 * @throws {UserError} when another build holds it.
 */
export function takeLock(out: string): () => void {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(out, LOCK), { timeout: PATIENCE_MS });
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!/locked|busy/i.test(String(error))) throw error;
    throw new UserError(
      `Une autre construction écrit en ce moment dans ${out}.`,
      "Attendez qu’elle se termine, puis relancez la commande. Si rien ne semble tourner, fermez les autres fenêtres de terminal : le verrou disparaît avec la commande qui le tenait.",
    );
  }
  HELD.add(database);
  return () => {
    HELD.delete(database);
    database.close();
  };
}
