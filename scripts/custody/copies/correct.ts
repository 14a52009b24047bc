/** Which corrections of the register can be: what was typed of a copy may have been mistyped; what the program saw happen may not. */
import { UserError } from "../../model/issue.ts";
import { ACTION_NAMES, type RegisterLine } from "../register/entry.ts";
import { correctionsOf } from "../register/in-force.ts";

/** What is done instead, for lines that no correction may touch; what is not here stays as it was done. */
const INSTEAD: Partial<Record<RegisterLine["action"], string>> = {
  reception:
    'Une date de message se corrige en relançant « npm run reception » avec la bonne ; un fichier reçu par erreur, par --motif "pourquoi".',
  copies:
    "Un exemplaire remis par erreur se reprend : npm run copies -- 2026-T1 --retour (avec son trimestre et son numéro), puis --destruction. Refaites-en un autre.",
  correction: "Ce qu'elle annule s'inscrit de nouveau : npm run copies.",
};
const SEE = "npm run registre montre chaque ligne et son numéro.";

/** @throws UserError for a line that is not there, that is of a kind that is not corrected, or that counts no longer. */
export function assertCorrectable(lines: readonly RegisterLine[], n: number): void {
  const target = lines.find((line) => line.n === n);
  if (!target) throw new UserError(`Le registre n'a pas de ligne ${n}.`, SEE);
  const named = `La ligne ${n} (${ACTION_NAMES[target.action]})`;
  if (target.action !== "return" && target.action !== "destruction")
    throw new UserError(
      `${named} ne se corrige pas ainsi.`,
      INSTEAD[target.action] ?? "Ce qui a été fait le reste : la ligne aussi.",
    );
  const before = correctionsOf(lines).get(n);
  if (before) throw new UserError(`${named} est déjà annulée, par la ligne ${before.n}.`, SEE);
}
