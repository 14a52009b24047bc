/** npm run desinstalle: what the program has put outside its own folder is erased; what remains is said. */
import { existsSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { SNAP_PROFILES } from "./browser/profile.ts";
import { readRegister } from "./custody/index.ts";
import { privateFolder } from "./disk/private-folder.ts";
import { toldInFrench } from "./disk/refusal.ts";
import { loadSettings } from "./holdings/load-settings.ts";
import { formatDate, plural } from "./model/format.ts";
import { talkAt } from "./shell/ask.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";
import { openToLook } from "./shell/opening.ts";
import { safeText } from "./shell/wrap.ts";

/** What an uninstalling works with: the folders that it erases. */
export interface UninstallTools {
  readonly outside: readonly string[];
}

export const main = defineCommand(
  {
    name: "npm run desinstalle",
    summary:
      "Avant de retirer le programme d'un poste : demande une sauvegarde, efface ce qu'il a mis hors de son dossier, dit ce qui reste.",
    examples: [""],
    options: [DATA_OPTION, OUT_OPTION],
    words: 0,
  },
  async ({ dataDir, outDir }, context, tools?: UninstallTools): Promise<0> => {
    const { out, err, terminal } = context;
    terminal.assertThere();
    const holds = !loadSettings(dataDir).isDefault;
    if (holds) {
      openToLook(dataDir, context);
      const lines = readRegister(dataDir);
      const last = lines.findLast(({ action }) => action === "backup");
      const since = lines.length - (last?.n ?? 0);
      out(
        last
          ? `Dernière sauvegarde : le ${formatDate(localDay(new Date(last.at)))} ; ${plural(since, "ligne")} au registre depuis.`
          : "Aucune sauvegarde n'a jamais été faite.",
      );
      const question = "Une sauvegarde à jour et sa phrase secrète sont-elles rangées hors de ce poste ?";
      if (!(await talkAt(terminal, out, err).yes(question))) {
        out("Rien n'a été effacé. Faites-la d'abord : npm run sauvegarde -- E:\\");
        return 0;
      }
    }
    for (const folder of tools?.outside ?? [privateFolder(), SNAP_PROFILES].filter((each) => existsSync(each))) {
      toldInFrench(folder, () => rmSync(folder, { recursive: true, force: true }));
      out(safeText(`Effacé : ${resolve(folder)}`));
    }
    const left = [dataDir, outDir].filter((folder) => existsSync(folder)).map((folder) => `  ${resolve(folder)}`);
    out(
      safeText(
        `Restent, et rien ne les efface à votre place :\n${left.join("\n")}\n  ${dirname(resolve(dataDir))} (le programme lui-même)`,
      ),
    );
    if (holds)
      out(
        "Les livraisons et les bulletins ne s'éliminent qu'avec le visa des archives (npm run conservation) ; le service informatique efface ensuite le dossier et sa corbeille.",
      );
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
