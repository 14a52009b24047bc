/** What the first day asks, a line each; those for which something can be proposed are asked only when the person wants another answer. */
import { currentAccount } from "../custody/index.ts";
import { ENTITLEMENTS_FILE } from "../custody/people/entitlement.ts";
import { SETTINGS_FILE } from "../holdings/settings.ts";
import { loadNomenclature } from "../nomenclature/index.ts";
import { askCommune } from "./first-day-commune.ts";
import {
  type Draft,
  describeCount,
  describePerson,
  describePlace,
  type FirstDay,
  personOf,
} from "./first-day-draft.ts";

export interface Line {
  readonly file: string;
  readonly title: string;
  /** Nothing can be proposed for it. */
  readonly isFirst?: boolean;
  readonly show: (draft: Draft) => string;
  /** null: the person leaves. */
  readonly change: (day: FirstDay, draft: Draft) => Promise<Draft | null>;
}

/** A line whose answer becomes a part of the draft; `read` gives a sentence for what is not understood, and it is asked again. */
const line = (
  file: string,
  title: string,
  show: Line["show"],
  question: string,
  read: (text: string) => Partial<Draft> | string,
  isFirst = false,
): Line => ({
  file,
  title,
  isFirst,
  show,
  change: async ({ ask, say }, draft) => {
    for (;;) {
      const text = await ask(question);
      if (text === null) return null;
      const part = read(text);
      if (typeof part !== "string") return { ...draft, ...part };
      say(part);
    }
  },
});

/** "6459", "6 459 en 2023" */
function countOf(text: string, key: "population" | "dwellings"): Partial<Draft> | string {
  if (text === "") return { [key]: {} };
  const [, count = "", year = ""] = /^(\d[\d\s]*?)[\s,]+(?:en\s+)?((?:19|20)\d\d)$/i.exec(text) ?? [];
  const number = Number(count.replaceAll(/\s/g, ""));
  return number > 0
    ? { [key]: { [year]: number } }
    : "Écrivez le nombre puis l'année du recensement, par exemple : 6459 en 2023";
}

const A_PERSON = "Écrivez le nom, une virgule, puis la fonction ; par exemple : Élise Martin, maire";

function othersOf(text: string): Partial<Draft> | string {
  const others = text
    .split(";")
    .filter((part) => part.trim() !== "")
    .map(personOf);
  const known = others.filter((person) => person !== undefined);
  return known.length < others.length ? A_PERSON : { others: known };
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
    (service) => (service === "" ? "Écrivez son nom." : { service }),
  ),
  line(
    SETTINGS_FILE,
    "Jour attendu",
    ({ deliveryDay }) => `le ${deliveryDay} du mois qui suit le trimestre`,
    "Jour du mois où les états sont attendus (1 à 28) :",
    (text) => {
      const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
      return day >= 1 && day <= 28 ? { deliveryDay: day } : "Un nombre de 1 à 28 est attendu.";
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
      return statements.every((name) => known.some(({ id }) => id === name))
        ? { statements }
        : `Écrivez ${known.map(({ label }) => label).join(", ")}, ou l'un d'eux.`;
    },
  ),
  line(
    ENTITLEMENTS_FILE,
    "Vous",
    ({ me }) => describePerson(me),
    "Votre nom et votre fonction (par exemple : Élise Martin, responsable de la police municipale) :",
    (text) => {
      const person = personOf(text);
      return person ? { me: { ...person, account: currentAccount() } } : A_PERSON;
    },
    true,
  ),
  line(
    ENTITLEMENTS_FILE,
    "Autres personnes",
    ({ others }) => others.map(describePerson).join(" ; ") || "aucune",
    "Les autres personnes habilitées par la convention : nom, fonction ; nom, fonction, compte sur ce poste… (Entrée : aucune) :",
    othersOf,
    true,
  ),
  line(
    ENTITLEMENTS_FILE,
    "Qui tient la liste",
    ({ contact }) => contact,
    "À qui s'adresser quand un compte est refusé :",
    (contact) => (contact === "" ? "Écrivez un nom ou une fonction." : { contact }),
  ),
];
