/** npm run sauvegarde: one encrypted archive of data, settings, register and bulletins. */
import { type Backup, backUp, chooseDestination } from "./custody/backup.ts";
import { appendRegister, assertRegister } from "./custody/index.ts";
import { drawWords, newPassphrase } from "./custody/passphrase.ts";
import { PROGRAM_VERSION } from "./holdings/holdings.ts";
import { formatNumber, plural } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { plainNames } from "./nomenclature/index.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, OUT_OPTION } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { formatIssue } from "./shell/terminal.ts";

/** What a backup works with. */
export type BackupTools = Pick<Backup, "workFactor">;

export const main = defineCommand(
  {
    name: "npm run sauvegarde",
    summary:
      "Une archive chiffrée des livraisons, des réglages, du registre et des bulletins. Sauvegarde locale : ce n'est pas l'outil d'échange de la convention.",
    examples: ["E:\\", "/media/cle/sauvegarde.zip.age"],
    options: [DATA_OPTION, OUT_OPTION],
    words: 1,
  },
  async ({ words, dataDir, outDir }, context, { workFactor }: BackupTools = {}): Promise<0> => {
    const { out, err, terminal, now } = context;
    const [destination] = words;
    if (destination === undefined)
      throw new UserError(
        "Où faut-il mettre la sauvegarde ?",
        "Écrivez par exemple : npm run sauvegarde -- E:\\ (une clé ou un disque, rangé ensuite sous clé).",
      );
    const { at, who } = openForCustody(dataDir, context);
    assertRegister(dataDir);
    chooseDestination({ dataDir, outDir, destination, at });
    const passphrase = await terminal.askHidden((ask) => newPassphrase(ask, drawWords(plainNames())));
    err("Chiffrement, écriture, relecture…");
    const { value, issues } = await backUp({
      dataDir,
      outDir,
      destination,
      passphrase,
      at,
      programVersion: PROGRAM_VERSION,
      workFactor,
      record: ({ path, sha256, files }) =>
        appendRegister(dataDir, { at: now, who, action: "backup", archive: path, sha256, files }),
    });
    for (const issue of issues) err(formatIssue(issue));
    out(
      `Sauvegarde faite et relue : ${value.path} (${plural(value.files, "fichier")}, ${formatNumber(value.bytes / 1e6, 1)} Mo).`,
    );
    out("Gardez la phrase secrète hors du poste, sous enveloppe : sans elle, personne ne peut rouvrir la sauvegarde.");
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
