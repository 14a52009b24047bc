/** npm run poste: binds the data folder to this machine, reserves the folders to this account, says where they lie. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  appendRegister,
  assertEntitled,
  assertRegister,
  currentAccount,
  folderWarnings,
  tightenRights,
} from "./custody/index.ts";
import { bindMachine, isThisMachine } from "./custody/machine.ts";
import { thisSystem } from "./custody/system/index.ts";
import { loadRealSettings } from "./holdings/load-settings.ts";
import { formatDate } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { DATA_OPTION, localDay, OUT_OPTION, runCommand } from "./shell/command-line.ts";
import { formatIssue } from "./shell/terminal.ts";

await runCommand(
  {
    name: "npm run poste",
    summary: "Lie le dossier des livraisons à ce poste et le réserve à ce compte.",
    examples: ["", "--relier"],
    options: [
      { name: "relier", value: null, help: "lie à ce poste un dossier qui était lié à un autre" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  (args): 0 => {
    const { dataDir, outDir } = args;
    if (!existsSync(dataDir))
      throw new UserError(`Le dossier ${resolve(dataDir)} n'existe pas.`, "Vérifiez le dossier donné par --data.");
    const now = new Date();
    const today = localDay(now);
    const who = currentAccount();
    for (const issue of assertEntitled(dataDir, today, who).issues) console.error(formatIssue(issue));
    loadRealSettings(dataDir);
    const bind = (): void => {
      assertRegister(dataDir);
      const { machine } = bindMachine(dataDir, today);
      appendRegister(dataDir, { at: now.toISOString(), who, action: "binding", machine });
      console.log(`Dossier lié à ce poste le ${formatDate(today)}, inscrit au registre.`);
    };
    if (args.has("relier")) bind();
    else {
      const bound = isThisMachine(dataDir);
      if (bound === false)
        throw new UserError(
          "Ce dossier est lié à un autre poste.",
          "Si celui-ci est le nouveau poste dédié : npm run poste -- --relier (le registre en garde la trace).",
        );
      if (bound === null) bind();
      else console.log("Ce dossier est déjà lié à ce poste.");
    }
    for (const folder of [dataDir, outDir]) {
      if (!existsSync(folder)) continue;
      if (tightenRights(folder)) console.log(`Réservé à votre compte : ${resolve(folder)}`);
      else
        console.log(
          `À régler à la main, pour réserver ${resolve(folder)} à votre compte :\n  ${thisSystem.tightenAdvice(resolve(folder))}`,
        );
    }
    for (const issue of folderWarnings(dataDir, outDir, { thorough: true })) console.error(formatIssue(issue));
    return 0;
  },
);
