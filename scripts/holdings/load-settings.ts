/** data/convention.yaml from the disk; without it, the defaults. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeYaml } from "../disk/yaml.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import type { Settings } from "../model/settings.ts";
import { defaultSettings, parseSettings, SETTINGS_FILE } from "./settings.ts";

/** The settings' file as an input of a bulletin, for the register; none when the defaults are used. */
export function settingsInput(dataDir: string): readonly { readonly path: string; readonly sha256: string }[] {
  const path = join(dataDir, SETTINGS_FILE);
  if (!existsSync(path)) return [];
  return [{ path: SETTINGS_FILE, sha256: createHash("sha256").update(readFileSync(path)).digest("hex") }];
}

/** @throws UserError (exit 2) when the file is faulty or cannot be read. */
export function loadSettings(dataDir: string): Settings {
  const path = join(dataDir, SETTINGS_FILE);
  if (!existsSync(path)) return defaultSettings();
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UserError(
      `Les réglages ${quote(path)} ne peuvent pas être lus.`,
      "Vérifiez les droits de ce fichier (npm run diagnostic).",
    );
  }
  return parseSettings(decodeYaml(bytes, path), path);
}
