/** One command at a time writes the register: two at once must not chain to the same line. */
import { join } from "node:path";
import { takeLock } from "../../disk/lock.ts";
import { toldInFrench } from "../../disk/refusal.ts";

/** @returns what gives it back. @throws UserError when another command does not end. */
export function lockRegister(dataDir: string): () => void {
  const path = join(dataDir, "registre.verrou");
  return toldInFrench(path, () =>
    takeLock({
      path,
      patienceMs: 30_000, // adding a line takes milliseconds; a distribution of many copies, seconds
      busy: {
        message: "Une autre commande écrit dans le registre en ce moment.",
        hint: "Attendez qu'elle se termine, puis relancez.",
      },
    }),
  );
}

export function withRegisterLock<T>(dataDir: string, work: () => T): T {
  const release = lockRegister(dataDir);
  try {
    return work();
  } finally {
    release();
  }
}
