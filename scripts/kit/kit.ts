/** npm run kit: the program, its libraries and Node in one archive, for a machine that has none of them and no network. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../disk/files.ts";
import { HASHES_FILE } from "../disk/kit-hashes.ts";
import { privateKey, publicPart, SIGNATURE_FILE, shortForm, signatureOf } from "../disk/kit-signature.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { sha256 } from "../disk/sha256.ts";
import { formatNumber, plural } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { defineCommand, runAsProgram } from "../shell/command.ts";
import { packKit } from "./archive.ts";
import { composeKit } from "./content.ts";
import { isTargetName, TARGETS } from "./targets.ts";

const NAMES = Object.keys(TARGETS).join(" ou ");

const keyIn = (path: string | undefined): KeyObject | undefined =>
  path === undefined ? undefined : privateKey(toldInFrench(path, () => readFileSync(path, "utf8")));

function makeKey(path: string, out: (text: string) => void): 0 {
  const { privateKey: key } = generateKeyPairSync("ed25519");
  const pem = key.export({ type: "pkcs8", format: "pem" });
  toldInFrench(path, () => writeFileSync(path, pem, { flag: "wx", mode: 0o600 }));
  out(
    `Clé privée : ${path}. Qui la tient peut signer un kit : gardez-la sous clé, hors de tout dépôt et de tout poste de mairie.`,
  );
  out(
    `Forme courte de sa clé publique, à donner à la mairie par un autre chemin que le kit : ${shortForm(publicPart(key))}`,
  );
  return 0;
}

export const main = defineCommand(
  {
    name: "npm run kit",
    summary:
      "Fait l'archive à remettre à un poste sans installation ni réseau : le programme, ses bibliothèques et Node, tels que git les a enregistrés.",
    examples: ["--cible windows-x64 --out ../kits"],
    options: [
      { name: "cible", value: "SYSTÈME", help: `${NAMES}` },
      { name: "out", value: "DOSSIER", help: "dossier de l'archive" },
      { name: "cle", value: "FICHIER", help: "la clé privée qui signe le kit (PEM) ; sans elle, il est non signé" },
      { name: "ancienne-cle", value: "FICHIER", help: "avec une clé nouvelle : celle d'avant, qui l'annonce" },
      {
        name: "nouvelle-cle",
        value: "FICHIER",
        help: "fait une clé privée, à garder hors de tout dépôt, et ne fait rien d'autre",
      },
    ],
    words: 0,
  },
  async (args, { out, progress }): Promise<0> => {
    const wanted = args.get("nouvelle-cle");
    if (wanted !== undefined) return makeKey(wanted, out);
    const name = args.get("cible") ?? "";
    const folder = args.get("out");
    if (!isTargetName(name)) throw new UserError("Pour quel système ?", `Ajoutez --cible ${NAMES}.`);
    if (folder === undefined) throw new UserError("Où écrire l'archive ?", "Ajoutez --out et un dossier.");
    const target = TARGETS[name];
    const [key, before] = ["cle", "ancienne-cle"].map((option) => keyIn(args.get(option)));
    const { files, version, unrecorded } = await composeKit(target, progress.step);
    if (key) files.set(SIGNATURE_FILE, Buffer.from(signatureOf(String(files.get(HASHES_FILE)), key, before)));
    progress.step("archive");
    const bytes = await packKit(files, "bulletin-delinquance", target);
    progress.end();
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `bulletin-delinquance-${version}-${name}.${target.archive}`);
    writeWhole(path, bytes);
    chmodSync(path, 0o666 & ~process.umask()); // to be handed over: as the account's other files
    out(`${path} : ${plural(files.size, "fichier")}, ${formatNumber(bytes.length / 1e6, 1)} Mo.`);
    if (unrecorded.length > 0)
      out(`Ne sont pas dans le kit, faute d'être enregistrés dans git : ${unrecorded.join(", ")}.`);
    if (key)
      out(
        `Signé par la clé ${shortForm(publicPart(key))} : à dire ou à écrire à la mairie, par un autre chemin que le kit.`,
      );
    else out(`Non signé. SHA-256, à comparer à l'œil : ${sha256(bytes)}`);
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
