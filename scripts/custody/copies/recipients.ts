/** Who is named to be given a copy: a person of the list, by the name. */
import { formatDate, quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import { type Entitlements, isEntitledOn, type Person } from "../people/entitlement.ts";

/**
 * The persons named, from the list, each once: "Nom A; Nom B", or "tous" for all who are entitled that day.
 * @throws UserError for a name that is not on the list, or whose entitlement does not hold that day.
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
  const known = `Personnes habilitées aujourd'hui : ${entitled.map((p) => p.name).join(" ; ") || "aucune"}.`;
  if (wanted.length === 0) throw new UserError("Aucun destinataire n'est nommé.", `${known} Ou : --pour tous.`);
  return onceEach(
    wanted.map((name) => {
      const named = list.persons.filter((p) => sameName(p.name, name));
      const person = named.find((p) => isEntitledOn(p, today));
      if (person) return person;
      throw new UserError(
        named.length > 0
          ? `${quote(name)} n'est pas une personne habilitée le ${formatDate(today)}.`
          : `${quote(name)} n'est pas sur la liste des personnes habilitées.`,
        `${known} La liste est tenue par : ${list.contact}.`,
      );
    }),
  );
}

/** One copy a person: whoever is named twice, or has two entries of the list that hold on one day, is one person. */
export const onceEach = (persons: readonly Person[]): readonly Person[] =>
  persons.filter((person, i) => persons.findIndex((other) => sameName(other.name, person.name)) === i);

/** Capitals and accents aside. */
export const sameName = (a: string, b: string): boolean => a.localeCompare(b, "fr", { sensitivity: "base" }) === 0;
