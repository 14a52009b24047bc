/** npm run restaure: a backup, back into an empty folder. */

import { assertEmpty, restore } from "./custody/restore.ts";
import { formatDate, plural } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { localDay } from "./shell/command-line.ts";

export const main = defineCommand(
  {
    name: "npm run restaure",
    summary: "Rouvre une sauvegarde dans un dossier vide. Rien d'existant n'est jamais remplacé.",
    examples: ["E:\\sauvegarde-2026-04-09-081200.zip.age restauration"],
    options: [],
    words: 2,
  },
  async ({ words: [archive, folder] }, { out, err, progress, terminal }): Promise<0> => {
    if (archive === undefined || folder === undefined)
      throw new UserError(
        "Il faut le nom de la sauvegarde et celui d'un dossier neuf ou vide.",
        "Écrivez par exemple : npm run restaure -- E:\\sauvegarde-2026-04-09-081200.zip.age restauration",
      );
    assertEmpty(folder);
    const passphrase = await terminal.askHidden((ask) => ask("Phrase secrète (elle ne s'affiche pas) : "));
    const restored = await restore(archive, folder, passphrase, {
      step: progress.step,
      announce: (text) => {
        progress.end();
        err(`La sauvegarde contient ${text}. Tout est vérifié avant d'être écrit.`);
      },
    }).finally(progress.end);
    out(
      `Sauvegarde du ${formatDate(localDay(new Date(restored.madeAt)))} restaurée dans ${folder} : ${plural(restored.files, "fichier vérifié", "fichiers vérifiés")}.`,
    );
    out(
      "Ensuite : déplacez ce que contiennent ses dossiers data et dist dans ceux du programme ; si le poste a changé, « npm run poste -- --relier » ; puis « npm run registre ».",
    );
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
