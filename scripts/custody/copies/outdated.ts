/** Copies that are out of date: still out, while a later edition of their bulletin was made; who holds them, and who gets the new one. */
import { plural } from "../../model/format.ts";
import { aWarning, type Issue, UserError } from "../../model/issue.ts";
import { type Entitlements, isEntitledOn, type Person } from "../people/entitlement.ts";
import type { RegisterLine } from "../register/entry.ts";
import { type Copy, copiesOf, isOut } from "./copies.ts";
import { onceEach, sameName } from "./recipients.ts";

/** "n° 1 (Élise Martin), n° 2 (Jean Petit)" */
export const nameHolders = (copies: readonly Copy[]): string =>
  copies.map((copy) => `n° ${copy.number} (${copy.recipient})`).join(", ");

/** One warning a quarter, which build, copies and registre show. */
export const checkCopies = (lines: readonly RegisterLine[]): readonly Issue[] => {
  const all = copiesOf(lines);
  const outdated = Map.groupBy(
    all.filter((copy) => copy.isOutdated),
    ({ quarter }) => quarter,
  );
  return [...outdated].map(([quarter, own]) =>
    aWarning("copies-outdated", {
      message: `Bulletin ${quarter} : ${plural(own.length, "exemplaire d'une édition remplacée est encore en circulation", "exemplaires d'une édition remplacée sont encore en circulation")} : ${nameHolders(own)}.`,
      hint: own.every((copy) => replacedBy(copy, all.filter(isOut)) !== undefined)
        ? `À reprendre, puis à inscrire : npm run copies -- ${quarter} --retour, et le numéro.`
        : `Le remplacement et la liste des échanges se font par : npm run copies -- ${quarter} --remplacer`,
    }),
  );
};

/** The copy of a later edition that its holder has already been given for it. */
export const replacedBy = (copy: Copy, copies: readonly Copy[]): Copy | undefined =>
  copies.find((other) => other.quarter === copy.quarter && other.replaces.includes(copy.number));

/** Copies that this person holds, are out of date, and were not yet replaced. @param copies of one quarter, as all below. */
export const heldOutdated = (copies: readonly Copy[], person: Pick<Person, "name">): readonly Copy[] =>
  copies.filter(
    (copy) => copy.isOutdated && sameName(copy.recipient, person.name) && !replacedBy(copy, copies.filter(isOut)),
  );

/**
 * The persons to whom the last edition is due for an earlier one that they hold. Who is no longer entitled gets none: the old copy is only to
 * be taken back.
 */
export const dueInstead = (copies: readonly Copy[], list: Entitlements | null, today: string): readonly Person[] =>
  onceEach((list?.persons ?? []).filter((person) => isEntitledOn(person, today))).filter(
    (person) => heldOutdated(copies, person).length > 0,
  );

/** The same. @throws UserError when there is nobody. */
export function chooseReplaced(
  copies: readonly Copy[],
  list: Entitlements | null,
  quarter: string,
  today: string,
): readonly Person[] {
  const persons = dueInstead(copies, list, today);
  if (persons.length > 0) return persons;
  const outdated = copies.filter((copy) => copy.isOutdated);
  throw new UserError(
    `Aucun exemplaire d'une édition remplacée du bulletin ${quarter} n'est à refaire${outdated.length > 0 ? ` : à reprendre seulement, ${nameHolders(outdated)}` : ""}.`,
    `npm run copies montre l'état de tous ; un retour s'inscrit par : npm run copies -- ${quarter} --retour, et le numéro.`,
  );
}
