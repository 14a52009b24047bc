/** Numbered copies: who received which, what came back. The register is the only memory. */
import { FIRST_EDITION } from "../../model/edition.ts";
import { formatDate, quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import { nearest } from "../../model/nearest.ts";
import { type Entitlements, isEntitledOn, type Person } from "../people/entitlement.ts";
import type { RegisterLine } from "../register/entry.ts";
import { inForce } from "../register/in-force.ts";

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
  readonly state: "out" | "returned" | "destroyed";
  /** Days of its return and of its destruction; null for what was not recorded. */
  readonly returnedOn: string | null;
  readonly destroyedOn: string | null;
}

/** Every copy ever made, in the order of the register. */
export function copiesOf(lines: readonly RegisterLine[]): readonly Copy[] {
  const copies = new Map<string, Copy>();
  const editions = new Map<string, number>();
  for (const { line, day } of inForce(lines)) {
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
          state: "out",
          returnedOn: null,
          destroyedOn: null,
        });
    }
    if (line.action === "return" || line.action === "destruction") {
      const copy = copies.get(`${line.quarter}/${line.number}`);
      if (copy)
        copies.set(`${line.quarter}/${line.number}`, {
          ...copy,
          ...(line.action === "return"
            ? { state: "returned", returnedOn: day }
            : { state: "destroyed", destroyedOn: day }),
        });
    }
  }
  return [...copies.values()];
}

/** A line that says no edition is of a program that knew one only. */
export const editionOf = ({ edition }: Extract<RegisterLine, { readonly action: "build" }>): number =>
  edition?.number ?? FIRST_EDITION.number;

/** Copies of the last edition that these persons were given, wherever they are now. */
export function alreadyGiven(
  lines: readonly RegisterLine[],
  quarter: string,
  persons: readonly Pick<Person, "name">[],
): readonly Copy[] {
  const built = lines.filter((line) => line.action === "build").findLast((line) => line.quarter === quarter);
  const edition = built ? editionOf(built) : FIRST_EDITION.number;
  return copiesOf(lines).filter(
    (copy) =>
      copy.quarter === quarter &&
      copy.edition === edition &&
      persons.some(({ name }) => sameName(name, copy.recipient)),
  );
}

/** Numbers go on within a quarter, so that a number names one copy: 5 made already => 6, 7 … */
export const nextNumber = (copies: readonly Copy[], quarter: string): number =>
  Math.max(0, ...copies.filter((c) => c.quarter === quarter).map((c) => c.number)) + 1;

/**
 * The persons named, from the list, each once: "Nom A; Nom B", or "tous" for all who are entitled that day. A surname is enough
 * where one person of the list has it.
 * @throws UserError for a name that is not on the list, that several have, or whose entitlement does not hold that day.
 */
export function chooseRecipients(list: Entitlements | null, names: string, today: string): readonly Person[] {
  if (!list)
    throw new UserError(
      "Sans liste des personnes habilitées, le programme ne sait pas à qui un exemplaire peut être remis.",
      "Copiez data/habilitations.example.yaml sous le nom data/habilitations.yaml et remplissez-la.",
    );
  const entitled = list.persons.filter((p) => isEntitledOn(p, today));
  if (names.trim().toLowerCase() === "tous") return onceEach(entitled);
  const wanted = names
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (wanted.length === 0)
    throw new UserError(
      "Aucun destinataire n'est nommé.",
      'Écrivez par exemple : --pour "Nom A; Nom B", ou --pour tous.',
    );
  const found = wanted.map((name) => {
    const named = personsNamed(list.persons, name);
    if (onceEach(named).length > 1)
      throw new UserError(
        `${quote(name)} peut être ${onceEach(named)
          .map((p) => quote(p.name))
          .join(" ou ")}.`,
        "Écrivez le nom entier, comme il est dans la liste.",
      );
    const person = named.find((p) => isEntitledOn(p, today));
    if (person) return person;
    if (named.length > 0)
      throw new UserError(
        `${quote(name)} n'est pas une personne habilitée le ${formatDate(today)}.`,
        `Adressez-vous à ${list.contact}, qui tient la liste.`,
      );
    const close = nearest(
      name,
      entitled.map((p) => p.name),
    );
    throw new UserError(
      `${quote(name)} n'est pas sur la liste des personnes habilitées${close ? ` ; vouliez-vous dire ${quote(close)} ?` : "."}`,
      `Personnes habilitées aujourd'hui : ${entitled.map((p) => p.name).join(" ; ") || "aucune"}.`,
    );
  });
  return onceEach(found);
}

/** Who has this name, else this surname: of the whole list, so that a colleague who left is not taken for the one who stays. */
function personsNamed(persons: readonly Person[], name: string): readonly Person[] {
  const whole = persons.filter((p) => sameName(p.name, name));
  return whole.length > 0 ? whole : persons.filter((p) => surnamesOf(p.name).some((own) => sameName(own, name)));
}

/** "Mme Anne de La Tour" => "Tour", "La Tour", "de La Tour", "Anne de La Tour"; "PETIT Jean" => "PETIT" too. */
function surnamesOf(name: string): readonly string[] {
  const words = name.split(/\s+/);
  const inCapitals = words.filter((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word));
  return [...words.slice(1).map((_, i) => words.slice(i + 1).join(" ")), inCapitals.join(" ")].filter(
    (own) => own !== "",
  );
}

/** One copy a person: whoever is named twice, or has two entries of the list that hold on one day, is one person. */
export const onceEach = (persons: readonly Person[]): readonly Person[] =>
  persons.filter((person, i) => persons.findIndex((other) => sameName(other.name, person.name)) === i);

/** A copy is returned once, while it is out; it is destroyed once, returned or not. */
const MAY_HAPPEN: Readonly<Record<"return" | "destruction", readonly Copy["state"][]>> = {
  return: ["out"],
  destruction: ["out", "returned"],
};

/**
 * The one copy that `number` means, to be recorded as returned or destroyed. Without a quarter, the number must mean one copy only.
 * @throws UserError when there is none, or several.
 */
export function findCopy(
  copies: readonly Copy[],
  number: number,
  quarter: string | null,
  action: "return" | "destruction",
): Copy {
  const numbered = copies.filter((c) => c.number === number && (quarter === null || c.quarter === quarter));
  const possible = numbered.filter((c) => MAY_HAPPEN[action].includes(c.state));
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

/** Capitals and accents aside. */
export const sameName = (a: string, b: string): boolean => a.localeCompare(b, "fr", { sensitivity: "base" }) === 0;
