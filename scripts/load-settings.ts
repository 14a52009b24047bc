/** data/convention.yaml from the disk; without it, the defaults. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import type { Settings } from "./model/settings.ts";
import { defaultSettings, parseSettings, SETTINGS_FILE } from "./settings.ts";
import { decodeYaml } from "./yaml.ts";

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
