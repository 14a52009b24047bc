/** Two builds at once would mix their files: the second is refused. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as disk from "../disk/lock.ts";

/** Takes the lock of the output folder. @returns what gives it back. @throws UserError when another build holds it. */
export function takeLock(out: string): () => void {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  return disk.takeLock({
    path: join(out, ".verrou"),
    patienceMs: 3000, // a build that has just been killed lets go within this time: its publisher ends at its next step
    busy: {
      message: `Une autre construction écrit en ce moment dans ${out}.`,
      hint: "Attendez qu’elle se termine, puis relancez la commande. Si rien ne semble tourner, fermez les autres fenêtres de terminal : le verrou disparaît avec la commande qui le tenait.",
    },
  });
}
