/** Before a paper bears the day of this machine: a clock that its register contradicts is asked about. */
import { clockInDoubt, type RegisterLine } from "../custody/index.ts";
import { UserError } from "../model/issue.ts";
import { isSomebodyThere, talkAt } from "./ask.ts";
import type { CommandContext } from "./command.ts";

/** @throws UserError where the person says that the day is wrong, or nobody can be asked. */
export async function assertClock(
  lines: readonly RegisterLine[],
  { now, terminal, out, err }: Pick<CommandContext, "now" | "terminal" | "out" | "err">,
): Promise<void> {
  const doubt = clockInDoubt(lines, now());
  if (doubt === undefined) return;
  const isRight =
    isSomebodyThere(terminal) &&
    (await talkAt(terminal, out, err).yes(`${doubt} La date de l'horloge est-elle juste ?`));
  if (isRight) return;
  throw new UserError(
    `${doubt} Ce qui serait imprimé porterait cette date.`,
    "Réglez la date du poste, puis relancez la commande. Si elle est juste, lancez la commande dans un terminal, et répondez oui.",
  );
}
