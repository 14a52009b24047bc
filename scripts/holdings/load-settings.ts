/** data/convention.yaml from the disk; without it, the defaults. */
import { join } from "node:path";
import { readIfThere } from "../disk/files.ts";
import { sha256 } from "../disk/sha256.ts";
import { decodeYaml } from "../disk/yaml.ts";
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
  const bytes = readIfThere(path);
  return bytes ? parseSettings(decodeYaml(bytes, path), path) : defaultSettings();
}
