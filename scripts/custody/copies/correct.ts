/** Which corrections of the register can be: what was typed of a copy may have been mistyped; what the program saw happen may not. */
import { formatDate, quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import { ACTION_NAMES, type Correction, chain, FIRST_PREVIOUS, type RegisterLine } from "../register/entry.ts";
import { correctionsOf, inForce } from "../register/in-force.ts";
import { describeChange } from "../register/text.ts";

/** What is done instead, for lines that no correction may touch; what is not here stays as it was done. */
const INSTEAD: Partial<Record<RegisterLine["action"], string>> = {
  reception:
    'Une date de message se corrige en relançant « npm run reception » avec la bonne ; un fichier reçu par erreur, par --motif "pourquoi".',
  build: "Un bulletin qui a été fait le reste : refaites-le par « npm run build ».",
  lecture: "Une lecture confirmée se confirme de nouveau : npm run lecture, et sa livraison.",
  copies:
    "Un exemplaire remis par erreur se reprend : npm run copies -- 2026-T1 --retour (avec son trimestre et son numéro), puis --destruction. Refaites-en un autre.",
  sharing:
    "Le partage a été fait : la ligne reste. Ouvrez les dossiers au bon groupe par « npm run poste -- --partage ».",
};
const SEE = "npm run registre montre chaque ligne et son numéro.";

/** @throws UserError for a line that is not there, that is of a kind that is not corrected, or that would contradict the others. */
export function assertCorrectable(lines: readonly RegisterLine[], correction: Correction, today: string): void {
  const target = lines.find((line) => line.n === correction.line);
  if (!target) throw new UserError(`Le registre n'a pas de ligne ${correction.line}.`, SEE);
  const named = `La ligne ${target.n} (${ACTION_NAMES[target.action]})`;
  const before = correctionsOf(lines).get(target.n);
  if (before?.change.kind === "cancelled")
    throw new UserError(`${named} est déjà annulée, par la ligne ${before.n}.`, SEE);
  if (target.action === "correction") {
    if (correction.change.kind === "dated")
      throw new UserError(
        `${named} n'a pas de date à corriger.`,
        `Corrigez la date de la ligne ${target.line} elle-même : npm run registre -- --corriger ${target.line} --date AAAA-MM-JJ --motif "pourquoi"`,
      );
  } else if (target.action !== "return" && target.action !== "destruction")
    throw new UserError(
      `${named} ne se corrige pas ainsi.`,
      INSTEAD[target.action] ?? "Ce qui a été fait le reste : la ligne aussi.",
    );
  if (correction.change.kind === "dated" && correction.change.day > today)
    throw new UserError(`Le ${formatDate(correction.change.day)} est dans l'avenir.`, "Corrigez la date donnée.");
  const after = [...lines, chain(correction, (lines.at(-1)?.n ?? 0) + 1, lines.at(-1)?.hash ?? FIRST_PREVIOUS)];
  const fault = contradiction(after);
  if (fault !== undefined)
    throw new UserError(
      `${named}, ${describeChange(correction)}, contredirait les autres : ${fault}.`,
      `Corrigez d'abord l'autre ligne, si c'est un retour ou une destruction ; le jour d'une remise ne se corrige pas. ${SEE}`,
    );
}

/** A copy is handed over, comes back at most once, then is destroyed at most once: what is said otherwise of one; undefined: nothing. */
function contradiction(lines: readonly RegisterLine[]): string | undefined {
  const copies = new Map<string, { handed: string; return?: string; destruction?: string }>();
  for (const { line, day } of inForce(lines)) {
    if (line.action === "copies")
      for (const { number } of line.copies) copies.set(`${line.quarter}/${number}`, { handed: day });
    if (line.action !== "return" && line.action !== "destruction") continue;
    const copy = copies.get(`${line.quarter}/${line.number}`);
    if (!copy) continue; // such a line was never written by « npm run copies »
    const name = `l'exemplaire n° ${line.number} (${line.quarter})`;
    if (copy[line.action] !== undefined) return `${name} aurait deux inscriptions ${quote(ACTION_NAMES[line.action])}`;
    copy[line.action] = day;
    if (day < copy.handed) return `${name} n'a été remis que le ${formatDate(copy.handed)}`;
    if (copy.return !== undefined && copy.destruction !== undefined && copy.destruction < copy.return)
      return `${name} serait détruit le ${formatDate(copy.destruction)}, et rendu le ${formatDate(copy.return)} seulement`;
  }
  return undefined;
}
