/** A folder or a file of data/ whose name is not what the program wants: the right one is proposed, and given on yes. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ENTITLEMENTS_FILE } from "../custody/people/entitlement.ts";
import { misnamed } from "../disk/files.ts";
import { rename } from "../disk/held.ts";
import { toldInFrench } from "../disk/refusal.ts";
import type { Holdings } from "../holdings/holdings.ts";
import { SETTINGS_FILE } from "../holdings/settings.ts";
import { quote } from "../model/format.ts";
import { deliveryMeant } from "../model/typed.ts";
import type { Talk } from "../shell/ask.ts";

interface FolderNames extends Pick<Talk, "say" | "yes"> {
  readonly dataDir: string;
}

/** @returns was it given its name? */
export async function proposeName(
  { dataDir, say, yes: ask }: FolderNames,
  name: string,
  right: string,
  why: string,
): Promise<boolean> {
  if (existsSync(join(dataDir, right)) && right.toLowerCase() !== name.toLowerCase()) {
    say(
      `${why} Mais ${quote(right)} est déjà là : déplacez-y vous-même les fichiers, ou nommez le dossier ${quote(`${right}-complement`)}.`,
    );
    return false;
  }
  const yes = await ask(`${why} Le renommer ${quote(right)} ?`);
  if (yes) toldInFrench(join(dataDir, name), () => rename(join(dataDir, name), join(dataDir, right)));
  return yes;
}

/** Folders that name a quarter otherwise than the program: "2026 T3". */
export async function proposeNames(folders: FolderNames, { issues }: Holdings): Promise<void> {
  for (const { rule, place } of issues) {
    const name = place?.file ?? "";
    const right = rule === "delivery-name" ? deliveryMeant(name) : undefined;
    if (right === undefined) continue;
    await proposeName(folders, name, right, `Le dossier ${quote(name)} ne porte pas le nom d'une livraison.`);
  }
}

/** Settings and list under the name that an editor gave them: "convention.yaml.txt". */
export async function proposeFileNames(folders: FolderNames): Promise<void> {
  for (const right of [SETTINGS_FILE, ENTITLEMENTS_FILE]) {
    const name = misnamed(folders.dataDir, right);
    if (name === undefined) continue;
    await proposeName(folders, name, right, `Le fichier ${quote(name)} n'est pas lu sous ce nom.`);
  }
}
