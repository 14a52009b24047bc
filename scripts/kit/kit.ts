/** npm run kit: the program, its libraries and Node in one archive, for a machine that has none of them and no network. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../disk/files.ts";
import { sha256 } from "../disk/sha256.ts";
import { formatNumber, plural } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { defineCommand, runAsProgram } from "../shell/command.ts";
import { packKit } from "./archive.ts";
import { composeKit } from "./content.ts";
import { isTargetName, TARGETS } from "./targets.ts";

const NAMES = Object.keys(TARGETS).join(" ou ");

export const main = defineCommand(
  {
    name: "npm run kit",
    summary:
      "Fait l'archive à remettre à un poste sans installation ni réseau : le programme, ses bibliothèques et Node, tels que git les a enregistrés.",
    examples: ["--cible windows-x64 --out ../kits"],
    options: [
      { name: "cible", value: "SYSTÈME", help: `${NAMES}` },
      { name: "out", value: "DOSSIER", help: "dossier de l'archive" },
    ],
    words: 0,
  },
  async (args, { out }): Promise<0> => {
    const name = args.get("cible") ?? "";
    const folder = args.get("out");
    if (!isTargetName(name)) throw new UserError("Pour quel système ?", `Ajoutez --cible ${NAMES}.`);
    if (folder === undefined) throw new UserError("Où écrire l'archive ?", "Ajoutez --out et un dossier.");
    const target = TARGETS[name];
    const { files, version, unrecorded } = await composeKit(target);
    const bytes = await packKit(files, "bulletin-delinquance", target);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `bulletin-delinquance-${version}-${name}.${target.archive}`);
    writeWhole(path, bytes);
    out(`${path} : ${plural(files.size, "fichier")}, ${formatNumber(bytes.length / 1e6, 1)} Mo.`);
    if (unrecorded.length > 0)
      out(`Ne sont pas dans le kit, faute d'être enregistrés dans git : ${unrecorded.join(", ")}.`);
    out(`SHA-256 : ${sha256(bytes)}`);
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
