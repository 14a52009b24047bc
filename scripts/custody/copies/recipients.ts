/** Who is named to be given a copy: a person of the list, by the name or the surname. */
import { formatDate, quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import { nearest } from "../../model/text/nearest.ts";
import { type Entitlements, isEntitledOn, type Person } from "../people/entitlement.ts";

/**
 * The persons named, from the list, each once: "Nom A; Nom B", or "tous" for all who are entitled that day. A part of the name is enough
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

/** Who has this name, else a name that holds these words: of the whole list, so that a colleague who left is not taken for the one who stays. */
function personsNamed(persons: readonly Person[], name: string): readonly Person[] {
  const whole = persons.filter((p) => sameName(p.name, name));
  return whole.length > 0 ? whole : persons.filter((p) => holdsWords(p.name, name));
}

/** "Mme Anne de La Tour" holds "Tour", "La Tour", "de La Tour" */
function holdsWords(whole: string, part: string): boolean {
  const words = whole.split(/\s+/);
  const count = part.split(/\s+/).length;
  return words.some((_, i) => sameName(words.slice(i, i + count).join(" "), part));
}

/** One copy a person: whoever is named twice, or has two entries of the list that hold on one day, is one person. */
export const onceEach = (persons: readonly Person[]): readonly Person[] =>
  persons.filter((person, i) => persons.findIndex((other) => sameName(other.name, person.name)) === i);

/** Capitals and accents aside. */
export const sameName = (a: string, b: string): boolean => a.localeCompare(b, "fr", { sensitivity: "base" }) === 0;
