/** npm run restaure: a backup, back into the program's own folders on a new machine, or into an empty folder to look at. */
import { existsSync, readdirSync } from "node:fs";
import { recordRestored } from "./custody/live-folders.ts";
import { knownPassphrase } from "./custody/passphrase.ts";
import { assertEmpty, placesIn, restore } from "./custody/restore.ts";
import { DEMO_OUT } from "./disk/out-folders.ts";
import { isAsInstalled } from "./holdings/deliveries.ts";
import { formatDate, plural, quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";

/** Only where there is nothing to replace. */
function assertNothingThere(dataDir: string, outDir: string): void {
  const isFree = !existsSync(outDir) || readdirSync(outDir).every((name) => name === DEMO_OUT || name.startsWith("."));
  if (isAsInstalled(dataDir) && isFree) return;
  throw new UserError(
    `${quote(dataDir)} ou ${quote(outDir)} tient déjà des fichiers de la commune : rien n'est remplacé.`,
    "Pour la rouvrir à côté, donnez un dossier neuf : npm run restaure -- SAUVEGARDE restauration",
  );
}

export const main = defineCommand(
  {
    name: "npm run restaure",
    summary:
      "Rouvre une sauvegarde : à sa place, sur un poste où data et dist sont encore vides ; ou dans un dossier vide. Rien d'existant n'est jamais remplacé.",
    examples: ["E:\\sauvegarde-2026-04-09-081200.zip.age", "E:\\sauvegarde-2026-04-09-081200.zip.age restauration"],
    options: [DATA_OPTION, OUT_OPTION],
    words: 2,
  },
  async ({ words: [archive, folder], dataDir, outDir }, { out, err, terminal, now }): Promise<0> => {
    if (archive === undefined)
      throw new UserError(
        "Il faut le nom de la sauvegarde.",
        "Écrivez par exemple : npm run restaure -- E:\\sauvegarde-2026-04-09-081200.zip.age",
      );
    if (folder === undefined) assertNothingThere(dataDir, outDir);
    else assertEmpty(folder);
    const places = folder === undefined ? { dataDir, outDir } : placesIn(folder);
    const restored = await terminal.askHidden((ask) =>
      knownPassphrase(ask, (passphrase) => {
        err("Ouverture, vérification, écriture…");
        return restore(archive, places, passphrase);
      }),
    );
    recordRestored(places.dataDir, now().toISOString(), restored.madeAt);
    const place = folder ?? `${dataDir} et ${outDir}`;
    out(
      `Sauvegarde du ${formatDate(localDay(new Date(restored.madeAt)))} restaurée dans ${place} : ${plural(restored.files, "fichier")}.`,
    );
    const move = "déplacez ce que contiennent ses dossiers data et dist dans ceux du programme ; ";
    out(
      `Ensuite : ${folder === undefined ? "" : move}« npm run poste » (et « -- --partage », si plusieurs comptes s'en servent), puis « npm run registre ».`,
    );
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
