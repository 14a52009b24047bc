/** Which commune: by its name or its code, from the official list; nothing of it is typed by hand. */
import { quote } from "../model/format.ts";
import { type Commune, communeOfCode, communesLike, communesNamed } from "../nomenclature/index.ts";
import { chosen, type Draft, describePlace, type FirstDay } from "./first-day-draft.ts";

/** As many as can be told apart at a glance. */
const MOST_SHOWN = 9;

export async function askCommune(day: FirstDay, draft: Draft): Promise<Draft> {
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
