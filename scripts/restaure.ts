/** npm run restaure: a backup, back into an empty folder. */
import { runCommand } from "./command-line.ts";
import { assertEmpty, restore } from "./custody/backup.ts";
import { askHidden } from "./custody/passphrase.ts";
import { formatDate, plural } from "./model/format.ts";
import { UserError } from "./model/issue.ts";

await runCommand(
  {
    name: "npm run restaure",
    summary: "Rouvre une sauvegarde dans un dossier vide. Rien d'existant n'est jamais remplacé.",
    examples: ["E:\\sauvegarde-2026-04-09-081200.zip.age restauration"],
    options: [],
    words: 2,
  },
  async ({ words: [archive, folder] }): Promise<0> => {
    if (archive === undefined || folder === undefined)
      throw new UserError(
        "Il faut le nom de la sauvegarde et celui d'un dossier vide.",
        "npm run restaure -- --aide montre un exemple.",
      );
    assertEmpty(folder);
    const restored = await restore(archive, folder, await askHidden("Phrase secrète (elle ne s'affiche pas) : "));
    console.log(
      `${plural(restored.files, "fichier")} du ${formatDate(restored.madeAt.slice(0, 10))} dans ${folder}, chacun vérifié.`,
    );
    console.log(
      "Ensuite : déplacez son contenu (data, dist) dans le dossier du programme, puis « npm run poste -- --relier » si le poste a changé, et « npm run registre ».",
    );
    return 0;
  },
);
