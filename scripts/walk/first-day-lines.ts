/** What the first day asks, a line each; those for which something can be proposed are asked only when the person wants another answer. */
import { currentAccount } from "../custody/index.ts";
import { ENTITLEMENTS_FILE } from "../custody/people/entitlement.ts";
import { SETTINGS_FILE } from "../holdings/settings.ts";
import { UserError } from "../model/issue.ts";
import { loadNomenclature } from "../nomenclature/index.ts";
import { askCommune } from "./first-day-commune.ts";
import {
  type Draft,
  describeCount,
  describePerson,
  describePlace,
  type FirstDay,
  type NewPerson,
  personOf,
} from "./first-day-draft.ts";

export interface Line {
  readonly file: string;
  readonly title: string;
  /** Nothing can be proposed for it. */
  readonly isFirst?: boolean;
  readonly show: (draft: Draft) => string;
  readonly change: (day: FirstDay, draft: Draft) => Promise<Draft>;
}

/** A line whose answer becomes a part of the draft. @param read throws UserError for what is not understood: it is asked again. */
const line = (
  file: string,
  title: string,
  show: Line["show"],
  question: string,
  read: (text: string) => Partial<Draft>,
  isFirst = false,
): Line => ({
  file,
  title,
  isFirst,
  show,
  change: async (day, draft) => ({ ...draft, ...(await day.line(question, (text) => read(text.trim()))) }),
});

const again = (message: string): UserError => new UserError(message, "(q pour arrêter là)");

/** "6459", "6 459 en 2023" */
function countOf(text: string, key: "population" | "dwellings"): Partial<Draft> {
  if (text === "") return { [key]: {} };
  const [, count = "", year = ""] = /^(\d[\d\s]*?)[\s,]+(?:en\s+)?((?:19|20)\d\d)$/i.exec(text) ?? [];
  const number = Number(count.replaceAll(/\s/g, ""));
  if (number > 0) return { [key]: { [year]: number } };
  throw again("Écrivez le nombre puis l'année du recensement, par exemple : 6459 en 2023");
}

function personIn(text: string): NewPerson {
  const person = personOf(text);
  if (person) return person;
  throw again("Écrivez le nom, une virgule, puis la fonction ; par exemple : Élise Martin, maire");
}

/** What is typed, or the sentence that asks for it. */
function written(text: string, otherwise: string): string {
  if (text !== "") return text;
  throw again(otherwise);
}

export const LINES: readonly Line[] = [
  {
    file: SETTINGS_FILE,
    title: "Commune",
    isFirst: true,
    show: ({ commune }) => describePlace(commune),
    change: askCommune,
  },
  line(
    SETTINGS_FILE,
    "Habitants",
    ({ population }) => describeCount(population, "habitants"),
    "Population municipale et année du recensement (Entrée : non renseignée) :",
    (text) => countOf(text, "population"),
  ),
  line(
    SETTINGS_FILE,
    "Logements",
    ({ dwellings }) => describeCount(dwellings, "logements"),
    "Nombre de logements et année du recensement, sur le site de l'Insee (Entrée : non renseigné) :",
    (text) => countOf(text, "dwellings"),
  ),
  line(
    SETTINGS_FILE,
    "Service qui envoie",
    ({ service }) => service,
    "Le service qui envoie les états, tel qu'il sera imprimé :",
    (text) => ({ service: written(text, "Écrivez son nom.") }),
  ),
  line(
    SETTINGS_FILE,
    "Jour attendu",
    ({ deliveryDay }) => `le ${deliveryDay} du mois qui suit le trimestre`,
    "Jour du mois où les états sont attendus (1 à 28) :",
    (text) => {
      const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
      if (day >= 1 && day <= 28) return { deliveryDay: day };
      throw again("Un nombre de 1 à 28 est attendu.");
    },
  ),
  line(
    SETTINGS_FILE,
    "États attendus",
    ({ statements }) =>
      loadNomenclature()
        .statements.filter(({ id }) => statements.includes(id))
        .map(({ label }) => label)
        .join(", "),
    "Les états envoyés chaque trimestre, séparés par une virgule (IS 101, I.S.T) :",
    (text) => {
      const statements = text.split(",").map((part) => part.replace(/[\s.]/g, "").toUpperCase());
      const known = loadNomenclature().statements;
      if (statements.every((name) => known.some(({ id }) => id === name))) return { statements };
      throw again(`Écrivez ${known.map(({ label }) => label).join(", ")}, ou l'un d'eux.`);
    },
  ),
  line(
    ENTITLEMENTS_FILE,
    "Vous",
    ({ me }) => describePerson(me),
    "Votre nom et votre fonction (par exemple : Élise Martin, responsable de la police municipale) :",
    (text) => ({ me: { ...personIn(text), account: currentAccount() } }),
    true,
  ),
  line(
    ENTITLEMENTS_FILE,
    "Autres personnes",
    ({ others }) => others.map(describePerson).join(" ; ") || "aucune",
    "Les autres personnes habilitées par la convention : nom, fonction ; nom, fonction, compte sur ce poste… (Entrée : aucune) :",
    (text) => ({
      others: text
        .split(";")
        .filter((part) => part.trim() !== "")
        .map(personIn),
    }),
    true,
  ),
  line(
    ENTITLEMENTS_FILE,
    "Qui tient la liste",
    ({ contact }) => contact,
    "À qui s'adresser quand un compte est refusé :",
    (text) => ({ contact: written(text, "Écrivez un nom ou une fonction.") }),
  ),
];
