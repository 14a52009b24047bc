/** The last steps: what was done is saved elsewhere, and the register is verified. */
import { dirname, isAbsolute } from "node:path";
import { dayOf } from "../custody/register/entry.ts";
import { formatDate, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { does, type ExitCode, type Walk } from "./walk.ts";

/** null: not now. @throws UserError */
const placeTyped =
  (before: string | null) =>
  (line: string): string | null => {
    const word = line.trim().replace(/^"(.*)"$/, "$1");
    if (/^n(on)?$/i.test(word)) return null;
    if (/^o(ui)?$/i.test(word) && before !== null) return before;
    if (word !== "" && !/^o(ui)?$/i.test(word)) return word;
    throw new UserError(
      "Il faut un chemin :",
      "celui d'une clé ou d'un disque, par exemple E:\\ ou /media/cle ; « non » pour plus tard.",
    );
  };

export async function save(walk: Walk): Promise<ExitCode | null> {
  const { lines } = walk.look();
  const last = lines.findLast((line) => line.action === "backup");
  if (last && last === lines.at(-1)) {
    walk.say(`Déjà faite, le ${formatDate(dayOf(last.at))} : rien n'a été inscrit depuis.`);
    return null;
  }
  const before = last && isAbsolute(last.archive) ? dirname(last.archive) : null;
  const place = await walk.line(
    before === null
      ? "Sauvegarder sur quelle clé, ou quel disque ? (son chemin, par exemple E:\\ ; non : plus tard)"
      : `Sauvegarder comme la dernière fois, dans ${quote(before)} ? (oui ; non : plus tard ; ou un autre chemin)`,
    placeTyped(before),
  );
  if (place !== null) return await does(walk, "sauvegarde", place);
  walk.say("Sans sauvegarde, un poste perdu emporte tout. Dès que possible : npm run sauvegarde -- E:\\");
  return null;
}

export const verify = (walk: Walk): Promise<ExitCode | null> => does(walk, "registre", "--bref");
