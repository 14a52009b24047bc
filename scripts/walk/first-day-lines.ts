/** What the first day asks, a line each; those for which something can be proposed are asked only when the person wants another answer. */
import { currentAccount } from "../custody/index.ts";
import { ENTITLEMENTS_FILE } from "../custody/people/entitlement.ts";
import { SETTINGS_FILE } from "../holdings/settings.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { type Commune, communeOfCode, communesLike, communesNamed, loadNomenclature } from "../nomenclature/index.ts";
import {
  chosen,
  type Draft,
  describeCount,
  describePerson,
  describePlace,
  type FirstDay,
  type NewPerson,
  personOf,
} from "./first-day-draft.ts";

interface Line {
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

/** As many as can be told apart at a glance. */
const MOST_SHOWN = 9;

async function askCommune(day: FirstDay, draft: Draft): Promise<Draft> {
  for (;;) {
    const typed = await day.line("Votre commune (son nom, ou son code INSEE) :", (line) => line.trim());
    if (typed === "") continue;
    const only = onlyOne(typed);
    const picked = only ? chosen(only) : await pick(day, typed);
    if (picked) return { ...draft, ...picked };
  }
}

/** The commune of that code, or the only one of that name. One that is a part of another is not the convention's. */
function onlyOne(typed: string): Commune | undefined {
  const coded = /^\d[0-9AB]\d{3}$/i.test(typed) ? communeOfCode(typed.toUpperCase()) : undefined;
  const named = coded ? [coded] : communesNamed(typed);
  const today = named.filter(({ within }) => within === null);
  return today.length === 1 ? today[0] : undefined;
}

/** undefined: the question is to be asked again. */
async function pick({ say, line }: FirstDay, typed: string) {
  const found = communesLike(typed, MOST_SHOWN);
  const names = found.map((commune, i) => `  ${i + 1}  ${describePlace(chosen(commune).commune)}`);
  say([...names, `  0  Aucune : garder ${quote(typed)}, qui n'est pas dans la liste officielle`].join("\n"));
  const answer = await line("Le numéro de la vôtre (Entrée : l'écrire autrement) :", (text) => text.trim());
  if (answer === "0") return { commune: { name: typed, code: null, departement: null }, population: {} };
  const commune = found[Number(answer) - 1];
  return commune && chosen(commune);
}
