/** Files that a person drops or chooses: stored byte for byte in the folder of a delivery, or refused. */
import { lstatSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readIfThere, writeWhole } from "../disk/files.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { isSystemFile } from "../disk/system-file.ts";
import { formatNumber, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { MAX_FILE_BYTES } from "../read/contract/limits.ts";
import type { Dropped } from "./glass.ts";

/** What is asked of the page at once. */
const CHUNK = 256 * 1024;

/** @returns was it stored? Not one that is there already, with the same bytes. @throws UserError for what is not taken: why. */
export async function storeFile(folder: string, dropped: Dropped): Promise<boolean> {
  const name = basename(dropped.name.replaceAll("\\", "/"));
  if (name === "" || name.startsWith(".") || isSystemFile(name))
    throw new UserError(`${quote(dropped.name)} n'est pas un fichier du service.`, "Il n'est pas pris.", 1);
  const bytes = await bytesOf(dropped);
  const path = join(folder, name);
  const there = readIfThere(path);
  if (there?.equals(bytes)) return false;
  if (there)
    throw new UserError(
      `Un autre fichier s'appelle déjà ${quote(name)} dans cette livraison : celui-ci n'est pas pris.`,
      "Si le service a envoyé les deux, renommez le second, puis déposez-le.",
      1,
    );
  writeWhole(path, bytes);
  return true;
}

async function bytesOf({ name, path, size, slice }: Dropped): Promise<Buffer> {
  const found = path === "" ? { size, isFile: () => true } : toldInFrench(path, () => lstatSync(path));
  if (!found.isFile())
    throw new UserError(`${quote(name)} est un dossier ou un raccourci.`, "Déposez les fichiers eux-mêmes.", 1);
  if (found.size > MAX_FILE_BYTES)
    throw new UserError(
      `${quote(name)} est trop gros pour un état (${formatNumber(found.size / 1e6)} Mo).`,
      "Il n'est pas pris.",
      1,
    );
  if (path !== "") return toldInFrench(path, () => readFileSync(path));
  const parts: Buffer[] = [];
  for (let at = 0; at < size; at += CHUNK) parts.push(await slice(at, Math.min(size, at + CHUNK)));
  return Buffer.concat(parts);
}
