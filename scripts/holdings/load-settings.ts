/** data/convention.yaml from the disk; without it, the defaults. */
import { join } from "node:path";
import { readIfThere, readNamedIfThere } from "../disk/files.ts";
import { sha256 } from "../disk/sha256.ts";
import { decodeYaml } from "../disk/yaml.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import type { Settings } from "../model/settings.ts";
import { defaultSettings, parseSettings, SETTINGS_FILE } from "./settings.ts";

/** The settings' file as an input of a bulletin, for the register; none when the defaults are used. */
export function settingsInput(dataDir: string): readonly { readonly path: string; readonly sha256: string }[] {
  const bytes = readIfThere(join(dataDir, SETTINGS_FILE));
  return bytes ? [{ path: SETTINGS_FILE, sha256: sha256(bytes) }] : [];
}

/** @throws UserError (exit 2) when the file is faulty or cannot be read. */
export function loadSettings(dataDir: string): Settings {
  const path = join(dataDir, SETTINGS_FILE);
  const bytes = readNamedIfThere(dataDir, SETTINGS_FILE);
  return bytes ? parseSettings(decodeYaml(bytes, path), path) : defaultSettings();
}

/** @throws UserError without settings: nothing is recorded, nor printed, for a commune that nobody has named. */
export function assertCommune(dataDir: string, { isDefault }: Settings): void {
  if (isDefault)
    throw new UserError(
      `Rien ne dit encore de quelle commune est le dossier ${quote(dataDir)} (${SETTINGS_FILE} est absent) : rien n'y est inscrit, aucun bulletin n'en est fait.`,
      "npm run trimestre le demande, une fois, et écrit les réglages pour vous.",
    );
}

/**
 * Settings of a folder whose register is kept and whose bulletins are handed out.
 * @throws UserError for the demonstration, of which nothing is recorded nor handed out; and as loadSettings.
 */
export function loadRealSettings(dataDir: string): Settings {
  const settings = loadSettings(dataDir);
  if (!settings.fictitious) return settings;
  throw new UserError(
    `${quote(dataDir)} est une démonstration, aux données fictives : ni registre, ni réception, ni exemplaire, ni sauvegarde.`,
    `Relancez la commande sans --data, pour le dossier de la commune. Si c'est lui : ôtez la ligne ${quote("fictif: true")} de ${SETTINGS_FILE}.`,
  );
}
