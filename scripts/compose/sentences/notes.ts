/** Champ, source and notes: what each table and figure covers, where it comes from, what its marks mean. */
import type { Figure } from "../../model/analysis.ts";
import { joinWords } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { receivedWords } from "../context/edition-day.ts";
import { FORCE_NAMES, type Line, onlyForce } from "../context/lines.ts";
import { joinNames } from "../words/words.ts";

/** "Rive-Blanche ; faits enregistrés par la police et la gendarmerie nationales." */
export function champ(c: Context, statement: StatementId, lines: readonly Line[]): string {
  const facts = `${c.settings.commune.name} ; faits enregistrés`;
  const force = onlyForce(lines);
  if (force !== null) return `${facts} par la ${FORCE_NAMES[force]} nationale seule.`;
  // Only IS 101 is known to hold both forces; another statement holds them when it tells them apart.
  if (statement === "IS101" || lines.some((l) => l.police !== null && l.gendarmerie !== null))
    return `${facts} par la police et la gendarmerie nationales.`;
  return `${facts}, dans le champ de l'état ${statementLabel(c, statement)}.`;
}

/** "Direction …, états IS 101 et I.S.T, livraison reçue le 8 avril 2026 ; chiffres provisoires." */
export function source(c: Context, ...statements: readonly StatementId[]): string {
  const which = receivedWords(c);
  const names = joinWords(statements.map((id) => statementLabel(c, id)));
  return `${c.settings.service}, état${statements.length > 1 ? "s" : ""} ${names}${which ? `, livraison ${which}` : ""} ; chiffres provisoires.`;
}

/** Names the lines whose figure the program computed from figures that were sent. */
export function derivedNote(
  lines: readonly Line[],
  figureOf: (line: Line) => Figure | null,
  what: string,
): readonly string[] {
  const derived = lines.filter((l) => figureOf(l)?.status === "derived");
  if (derived.length === 0) return [];
  const which =
    derived.length === lines.length && lines.length > 1 ? "toutes les lignes" : joinNames(derived.map((l) => l.label));
  return [`${what} : calculé par le programme à partir des chiffres transmis (somme ou différence) pour ${which}.`];
}
