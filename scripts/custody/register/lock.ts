/** One command at a time writes the register: two at once must not chain to the same line. */
import { join } from "node:path";
import { takeLock } from "../../disk/lock.ts";
import { toldInFrench } from "../../disk/refusal.ts";

export function withRegisterLock<T>(dataDir: string, work: () => T): T {
  const path = join(dataDir, "registre.verrou");
  const release = toldInFrench(path, () =>
    takeLock({
      path,
      patienceMs: 5000, // adding a line takes milliseconds
      busy: {
        message: "Une autre commande écrit dans le registre en ce moment.",
        hint: "Attendez qu'elle se termine, puis relancez.",
      },
    }),
  );
  try {
    return work();
  } finally {
    release();
  }
}
