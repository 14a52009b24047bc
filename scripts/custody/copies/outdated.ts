/** Copies that are out of date: still out, while a later edition of their bulletin was made; who holds them, and who gets the new one. */
import { plural } from "../../model/format.ts";
import { aWarning, type Issue, UserError } from "../../model/issue.ts";
import { type Entitlements, isEntitledOn, type Person } from "../people/entitlement.ts";
import type { RegisterLine } from "../register/entry.ts";
import { type Copy, copiesOf, editionOf } from "./copies.ts";
import { onceEach, sameName } from "./recipients.ts";

/** Where the copies of one quarter are. */
export interface Circulation {
  /** "2026-T1" */
  readonly quarter: string;
  /** Neither returned nor destroyed. */
  readonly out: readonly Copy[];
  /** Those of `out` whose edition is not the last that was built. */
  readonly outdated: readonly Copy[];
}

/** One a quarter of which copies were ever made, in the order of the register. */
export function circulationOf(lines: readonly RegisterLine[]): readonly Circulation[] {
  const last = new Map(lines.flatMap((line) => (line.action === "build" ? [[line.quarter, editionOf(line)]] : [])));
  return [...Map.groupBy(copiesOf(lines), (copy) => copy.quarter)].map(([quarter, copies]) => {
    const out = copies.filter((copy) => copy.state === "out");
    return { quarter, out, outdated: out.filter((copy) => copy.edition !== (last.get(quarter) ?? copy.edition)) };
  });
}

/** "n° 1 (Élise Martin), n° 2 (Jean Petit)" */
export const nameHolders = (copies: readonly Copy[]): string =>
  copies.map((copy) => `n° ${copy.number} (${copy.recipient})`).join(", ");

/** One warning a quarter, which build, copies and registre show. */
export const checkCopies = (lines: readonly RegisterLine[]): readonly Issue[] =>
  circulationOf(lines).flatMap(({ quarter, out, outdated }): readonly Issue[] =>
    outdated.length === 0
      ? []
      : [
          aWarning("copies-outdated", {
            message: `Bulletin ${quarter} : ${plural(outdated.length, "exemplaire d'une édition remplacée est encore en circulation", "exemplaires d'une édition remplacée sont encore en circulation")} : ${nameHolders(outdated)}.`,
            hint: outdated.every((copy) => replacedBy(copy, out) !== undefined)
              ? `À reprendre, puis à inscrire : npm run copies -- ${quarter} --retour, et le numéro.`
              : `Le remplacement et la liste des échanges se font par : npm run copies -- ${quarter} --remplacer`,
          }),
        ],
  );

/** The copy of a later edition that its holder has already been given for it. */
export const replacedBy = (copy: Copy, copies: readonly Copy[]): Copy | undefined =>
  copies.find((other) => other.quarter === copy.quarter && other.replaces.includes(copy.number));

/** Copies that this person holds, are out of date, and were not yet replaced. */
export const heldOutdated = ({ out, outdated }: Circulation, person: Pick<Person, "name">): readonly Copy[] =>
  outdated.filter((copy) => sameName(copy.recipient, person.name) && !replacedBy(copy, out));

/**
 * The persons to whom the last edition is due for an earlier one that they hold. Who is no longer entitled gets none: the old copy is only to
 * be taken back.
 */
export const dueInstead = (circulation: Circulation, list: Entitlements | null, today: string): readonly Person[] =>
  onceEach((list?.persons ?? []).filter((person) => isEntitledOn(person, today))).filter(
    (person) => heldOutdated(circulation, person).length > 0,
  );

/** The same. @throws UserError when there is nobody. */
export function chooseReplaced(
  circulation: Circulation | undefined,
  list: Entitlements | null,
  quarter: string,
  today: string,
): readonly Person[] {
  if (!circulation || circulation.outdated.length === 0)
    throw new UserError(
      `Aucun exemplaire d'une édition remplacée du bulletin ${quarter} n'est en circulation.`,
      "npm run copies montre l'état de tous les exemplaires.",
    );
  const persons = dueInstead(circulation, list, today);
  if (persons.length > 0) return persons;
  throw new UserError(
    `Il n'y a pas d'exemplaire à refaire pour ${quarter} : ${nameHolders(circulation.outdated)} ${circulation.outdated.length > 1 ? "sont" : "est"} seulement à reprendre.`,
    `Chaque personne a déjà le nouveau, ou n'est plus habilitée. Inscrivez les retours : npm run copies -- ${quarter} --retour, et le numéro.`,
  );
}
