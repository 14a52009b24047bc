/** npm run sauvegarde: one encrypted archive of data, settings, register and bulletins. */
import { backUp, chooseDestination } from "./custody/backup.ts";
import { appendRegister, assertRegister, assertRegisterKept } from "./custody/index.ts";
import { newPassphrase } from "./custody/passphrase.ts";
import { PROGRAM_VERSION } from "./holdings/holdings.ts";
import { formatNumber, plural } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { askHidden } from "./shell/ask.ts";
import { DATA_OPTION, OUT_OPTION, runCommand } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { formatIssue } from "./shell/terminal.ts";

await runCommand(
  {
    name: "npm run sauvegarde",
    summary:
      "Une archive chiffrée des livraisons, des réglages, du registre et des bulletins. Sauvegarde locale : ce n'est pas l'outil d'échange de la convention.",
    examples: ["E:\\", "/media/cle/sauvegarde.zip.age"],
    options: [DATA_OPTION, OUT_OPTION],
    words: 1,
  },
  async ({ words, dataDir, outDir }): Promise<0> => {
    const [destination] = words;
    if (destination === undefined)
      throw new UserError(
        "Où faut-il mettre la sauvegarde ?",
        "Écrivez par exemple : npm run sauvegarde -- E:\\ (une clé ou un disque, rangé ensuite sous clé).",
      );
    const { at, who } = openForCustody(dataDir);
    assertRegister(dataDir);
    assertRegisterKept(dataDir);
    chooseDestination({ dataDir, outDir, destination, at });
    const passphrase = await askHidden(newPassphrase);
    console.error("Chiffrement, écriture, relecture…");
    const { value, issues } = await backUp({
      dataDir,
      outDir,
      destination,
      passphrase,
      at,
      programVersion: PROGRAM_VERSION,
    });
    appendRegister(dataDir, {
      at,
      who,
      action: "backup",
      archive: value.path,
      sha256: value.sha256,
      files: value.files,
    });
    for (const issue of issues) console.error(formatIssue(issue));
    console.log(
      `Sauvegarde faite et relue : ${value.path} (${plural(value.files, "fichier")}, ${formatNumber(value.bytes / 1e6, 1)} Mo).`,
    );
    console.log(
      "Gardez la phrase secrète hors du poste, sous enveloppe : sans elle, personne ne peut rouvrir la sauvegarde.",
    );
    return 0;
  },
);
