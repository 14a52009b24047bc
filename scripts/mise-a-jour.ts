/** npm run mise-a-jour: a newer kit, made ready to take the place of the program. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { HASHES_FILE, hashesIn } from "./disk/kit-hashes.ts";
import { shortForm } from "./disk/kit-signature.ts";
import { toldInFrench } from "./disk/refusal.ts";
import { sha256 } from "./disk/sha256.ts";
import { PROGRAM_VERSION } from "./holdings/holdings.ts";
import { prepare } from "./menu/new-version.ts";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { type Talk, talkAt } from "./shell/ask.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";

/** Of a kit: scripts/ lies in programme/, which lies in it. */
const HOME = resolve(import.meta.dirname, "../..");

const WHICH =
  "Le chemin de l'archive reçue, ou du dossier extrait (un fichier glissé dans cette fenêtre écrit son chemin) : ";
/** Windows puts a path with spaces between quotes when it is dropped there, a desktop of Linux between others. */
const pathTyped = (line: string): string => line.trim().replace(/^(["'])(.*)\1$/, "$2");

/** An older version may not understand what a newer one has written: a backup first, and a phrase that nobody types by habit. */
async function agreesToOlder(talk: Talk, version: string): Promise<boolean> {
  talk.say(`La version ${version} est plus ancienne que celle en place : elle pourrait ne pas comprendre le registre.`);
  if (!(await talk.yes("Une sauvegarde faite aujourd'hui (npm run sauvegarde) est-elle rangée hors de ce poste ?")))
    return false;
  const phrase = `revenir à la version ${version}`;
  return await talk.line(`Pour continuer, tapez ${quote(phrase)} :`, (typed) => typed.trim() === phrase);
}

/** What an update works with: the folder of the kit in place. */
export interface UpdateTools {
  readonly home?: string;
}

export const main = defineCommand(
  {
    name: "npm run mise-a-jour",
    summary:
      "Vérifie un kit plus récent et le prépare : il prend la place du programme au lancement suivant, l'ancien est gardé. Les données, les réglages et les bulletins ne changent pas.",
    examples: ["E:\\bulletin-delinquance-1.1.0-windows-x64.zip"],
    options: [],
    words: 1,
  },
  async ({ words: [given] }, { out, err, terminal }, { home = HOME }: UpdateTools = {}): Promise<0> => {
    if (hashesIn(home) === null)
      throw new UserError(
        `Ce dossier ne vient pas d'un kit (il n'a pas d'${HASHES_FILE}).`,
        "Installé depuis le dépôt, le programme se met à jour par git pull, puis npm ci.",
      );
    terminal.assertThere();
    const kit = given ?? pathTyped(await terminal.askShown(WHICH));
    const prepared = prepare(home, kit, PROGRAM_VERSION);
    try {
      if (prepared.key !== null) out(`Signé par la clé ${shortForm(prepared.key)}.`);
      else if (toldInFrench(kit, () => statSync(kit)).isFile())
        out(
          `Kit non signé. SHA-256 de l'archive, à comparer à celle qu'annonce qui l'a faite :\n  ${sha256(readFileSync(kit))}`,
        );
      const question = `Le kit est entier. Remplacer la version ${PROGRAM_VERSION} par la version ${prepared.version} ?`;
      const talk = talkAt(terminal, out, err);
      if ((await talk.yes(question)) && (!prepared.isOlder || (await agreesToOlder(talk, prepared.version)))) {
        prepared.settle();
        out(
          "Prête. Quittez le menu (0) et relancez-le : la nouvelle version prend sa place, l'ancienne reste dans « programme-ancien ».",
        );
      } else out("Rien n'a changé.");
    } finally {
      prepared.forget();
    }
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
