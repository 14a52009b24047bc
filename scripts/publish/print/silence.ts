/** A browser that did not answer in time, or ended, while it printed: in an operator's words. */
import { silenceOf } from "../../browser/browser.ts";
import { formatNumber } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";

/** @returns a UserError in place of one that says so; any other as it is. */
export function explainSilence(error: unknown, patienceMs: number): unknown {
  const silence = silenceOf(error);
  if (silence === undefined) return error;
  return new UserError(
    silence === "silent"
      ? `Le navigateur n’a pas fini d’imprimer le bulletin après ${formatNumber(patienceMs / 60_000)} min : il a été arrêté.`
      : "Le navigateur s’est arrêté en imprimant le bulletin : la mémoire lui a manqué, ou un autre programme l’a fermé.",
    "Fermez les autres programmes et relancez la commande. Si cela recommence, indiquez un autre navigateur par la ligne « navigateur » de data/convention.yaml.",
  );
}
