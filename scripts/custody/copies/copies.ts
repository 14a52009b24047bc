/** Numbered copies: who received which, what came back. The register is the only memory. */
import { FIRST_EDITION } from "../../model/edition.ts";
import { formatDate } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import type { Person } from "../people/entitlement.ts";
import { dayOf, type RegisterLine } from "../register/entry.ts";
import { inForce } from "../register/in-force.ts";
import { sameName } from "./recipients.ts";

export interface Copy {
  readonly quarter: string;
  readonly number: number;
  readonly recipient: string;
  readonly role: string;
  /** Day of the distribution. */
  readonly date: string;
  /** Number of the edition that it was stamped from. */
  readonly edition: number;
  /** Numbers of the copies that its recipient was to give back for it. */
  readonly replaces: readonly number[];
  /** Still out, while a later edition was made. */
  readonly isOutdated: boolean;
  /** Days of its return and of its destruction; null for what was not recorded. */
  readonly returnedOn: string | null;
  readonly destroyedOn: string | null;
}

/** Every copy ever made, in the order of the register. */
export function copiesOf(lines: readonly RegisterLine[]): readonly Copy[] {
  const copies = new Map<string, Copy>();
  const editions = new Map<string, number>();
  for (const line of inForce(lines)) {
    const day = dayOf(line.at);
    if (line.action === "build") editions.set(line.quarter, editionOf(line));
    if (line.action === "copies") {
      const { quarter } = line;
      const edition = editions.get(quarter) ?? FIRST_EDITION.number;
      for (const { number, recipient, role, replaces = [] } of line.copies)
        copies.set(`${quarter}/${number}`, {
          quarter,
          number,
          recipient,
          role,
          date: day,
          edition,
          replaces,
          isOutdated: false,
          returnedOn: null,
          destroyedOn: null,
        });
    }
    if (line.action === "return" || line.action === "destruction") {
      const copy = copies.get(`${line.quarter}/${line.number}`);
      if (copy)
        copies.set(`${line.quarter}/${line.number}`, {
          ...copy,
          ...(line.action === "return" ? { returnedOn: day } : { destroyedOn: day }),
        });
    }
  }
  return [...copies.values()].map((copy) => {
    const last = editions.get(copy.quarter) ?? copy.edition;
    return { ...copy, isOutdated: isOut(copy) && copy.edition !== last };
  });
}

export const isOut = ({ returnedOn, destroyedOn }: Copy): boolean => returnedOn === null && destroyedOn === null;

/** A line that says no edition is of a program that knew one only. */
export const editionOf = ({ edition }: Build): number => edition?.number ?? FIRST_EDITION.number;

type Build = Extract<RegisterLine, { readonly action: "build" }>;

export const lastBuild = (lines: readonly RegisterLine[], quarter: string): Build | undefined =>
  lines.filter((line) => line.action === "build").findLast((line) => line.quarter === quarter);

export function lastEdition(lines: readonly RegisterLine[], quarter: string): number {
  const built = lastBuild(lines, quarter);
  return built ? editionOf(built) : FIRST_EDITION.number;
}

/** Copies of the last edition that these persons were given, wherever they are now. */
export function alreadyGiven(
  lines: readonly RegisterLine[],
  quarter: string,
  persons: readonly Pick<Person, "name">[],
): readonly Copy[] {
  const edition = lastEdition(lines, quarter);
  return copiesOf(lines).filter(
    (copy) =>
      copy.quarter === quarter &&
      copy.edition === edition &&
      persons.some(({ name }) => sameName(name, copy.recipient)),
  );
}

/**
 * The one copy that `number` means, to be recorded as returned, once, while it is out, or as destroyed, once, returned or not. Without a
 * quarter, the number must mean one copy only.
 * @throws UserError when there is none, or several.
 */
export function findCopy(
  copies: readonly Copy[],
  number: number,
  quarter: string | null,
  action: "return" | "destruction",
): Copy {
  const numbered = copies.filter((c) => c.number === number && (quarter === null || c.quarter === quarter));
  const possible = numbered.filter((c) => (action === "return" ? isOut(c) : c.destroyedOn === null));
  const [only, ...others] = possible;
  if (only && others.length === 0) return only;
  if (only)
    throw new UserError(
      `L'exemplaire n° ${number} existe pour plusieurs trimestres : ${possible.map((c) => c.quarter).join(", ")}.`,
      `Dites lequel avant les numéros, par exemple : npm run copies -- ${only.quarter} --${action === "return" ? "retour" : "destruction"}, et les mêmes numéros`,
    );
  const ended = numbered.at(-1);
  if (ended)
    throw new UserError(
      `L'exemplaire n° ${number} (${ended.quarter}) est déjà inscrit comme ${endOf(ended)}.`,
      "npm run copies montre l'état de tous les exemplaires.",
    );
  throw new UserError(
    `Aucun exemplaire n° ${number} n'a été remis${quarter ? ` pour ${quarter}` : ""}.`,
    "npm run copies montre l'état de tous les exemplaires.",
  );
}

/** "rendu le 2 mai 2026, détruit le 4 mai 2026" */
const endOf = ({ returnedOn, destroyedOn }: Copy): string =>
  [returnedOn && `rendu le ${formatDate(returnedOn)}`, destroyedOn && `détruit le ${formatDate(destroyedOn)}`]
    .filter((end) => end !== null)
    .join(", ");

/** "n° 3, édition 2 – Mme X, maire – remis le 9 avril 2026 – rendu le 2 mai 2026" */
export const describeCopy = (copy: Copy): string =>
  `n° ${copy.number}${copy.edition > 1 ? `, édition ${copy.edition}` : ""} – ${copy.recipient}, ${copy.role} – remis le ${formatDate(copy.date)} – ${endOf(copy) || "en circulation"}`;
