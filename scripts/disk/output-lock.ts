/**
 * One command at a time changes the bulletins: two builds would mix their files, and a build that replaces a bulletin's folder would
 * lose the copies that another command is putting in it.
 */
import { join } from "node:path";
import { takeLock } from "./lock.ts";
import { assertReachable, makeFolder } from "./rights.ts";

/** Takes the lock of the output folder, to be held by « using ». @throws UserError when another command holds it. */
export function lockOutput(out: string): Disposable {
  makeFolder(out);
  assertReachable(out);
  return takeLock({
    path: join(out, ".verrou"),
    patienceMs: 3000, // the other may be about to end
    busy: {
      message: `Une autre commande écrit en ce moment dans ${out}.`,
      hint: "Attendez qu’elle se termine, puis relancez la vôtre. Si rien ne semble tourner, fermez les autres fenêtres de terminal : le verrou disparaît avec la commande qui le tenait.",
    },
  });
}
