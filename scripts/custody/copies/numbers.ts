/** The copies that a person names by their numbers: one, several, or a whole row of them. */
import { quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";

const ONE = /^[1-9]\d{0,3}$/;
const ROW = /^([1-9]\d{0,3})\s*[-–]\s*([1-9]\d{0,3})$/;

/** "3" => [3]; "1-5" => [1, 2, 3, 4, 5]; "1-3, 7" => [1, 2, 3, 7]. Each once. @throws UserError */
export function parseNumbers(text: string): readonly number[] {
  const numbers = text.split(/[,;]/).flatMap((part): readonly number[] => {
    const word = part.trim();
    if (ONE.test(word)) return [Number(word)];
    const [, first, last] = (ROW.exec(word) ?? []).map(Number);
    if (first !== undefined && last !== undefined && first <= last)
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    throw new UserError(
      `${quote(word)} n'est pas un numéro d'exemplaire.`,
      "Écrivez un numéro, une suite ou une liste : --retour 3, --retour 1-5, --retour 1,3,4",
    );
  });
  return [...new Set(numbers)];
}
