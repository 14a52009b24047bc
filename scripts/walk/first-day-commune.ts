/** Which commune: by its name or its code, from the official list; nothing of it is typed by hand. */
import { quote } from "../model/format.ts";
import { type Commune, communeOfCode, communesLike, communesNamed } from "../nomenclature/index.ts";
import { chosen, type Draft, describePlace, type FirstDay } from "./first-day-draft.ts";

/** As many as can be told apart at a glance. */
const MOST_SHOWN = 9;

/** null: the person leaves. */
export async function askCommune(day: FirstDay, draft: Draft): Promise<Draft | null> {
  for (;;) {
    const typed = await day.ask("Votre commune (son nom, ou son code INSEE) :");
    if (typed === null) return null;
    const only = onlyOne(typed);
    if (only) return { ...draft, ...chosen(only) };
    if (typed === "") continue;
    const picked = await pick(day, typed);
    if (picked === null) return null;
    if (picked !== undefined) return { ...draft, ...picked };
  }
}

/** The commune of that code, or the only one of that name. One that is a part of another is not the convention's. */
function onlyOne(typed: string): Commune | undefined {
  const coded = /^\d[0-9AB]\d{3}$/i.test(typed) ? communeOfCode(typed.toUpperCase()) : undefined;
  const named = coded ? [coded] : communesNamed(typed);
  const today = named.filter(({ within }) => within === null);
  return today.length === 1 ? today[0] : undefined;
}

/** undefined: the question is to be asked again; null: the person leaves. */
async function pick({ say, ask }: FirstDay, typed: string) {
  const found = communesLike(typed, MOST_SHOWN);
  const names = found.map((commune, i) => `  ${i + 1}  ${describePlace(chosen(commune).commune)}`);
  say([...names, `  0  Aucune : garder ${quote(typed)}, qui n'est pas dans la liste officielle`].join("\n"));
  const answer = await ask("Le numéro de la vôtre (Entrée : l'écrire autrement) :");
  if (answer === null) return null;
  if (answer === "0") return { commune: { name: typed, code: null, departement: null }, population: {} };
  const commune = found[Number(answer) - 1];
  return commune && chosen(commune);
}
