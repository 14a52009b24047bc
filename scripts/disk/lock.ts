/** One process at a time: a lock of the operating system, held through SQLite on an empty file. */
import { closeSync, fstatSync, ftruncateSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "../model/issue.ts";
import { isThere } from "./files.ts";
import { openWithRights } from "./rights.ts";

interface Lock {
  /** Path of the lock's file, in a folder that exists. The file stays, and is empty. */
  readonly path: string;
  /** How long another process is waited for. */
  readonly patienceMs: number;
  /** What the operator is told when the other one does not end in that time. */
  readonly busy: { readonly message: string; readonly hint: string };
}

/**
 * The lock goes away with its process, however that ends – killed, power cut – so that none is ever found stale, and two processes
 * can never both believe that they took over an old one, as they can with a file that holds a process number.
 * @returns the lock, to be held by « using »: given back where the block ends. One that nothing holds is the garbage collector's to close.
 * @throws UserError when another process holds it; what the disk refuses is thrown as it is: the caller says what stays whole.
 */
export function takeLock({ path, patienceMs, busy }: Lock): Disposable {
  isThere(path);
  const fd = openWithRights(path, "a"); // SQLite would create it readable by others
  if (fstatSync(fd).size > 0) ftruncateSync(fd); // a lock holds nothing: whatever something else has put there is in the way
  closeSync(fd);
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    throw /locked|busy/i.test(String(error)) ? new UserError(busy.message, busy.hint) : error;
  }
  return database;
}
