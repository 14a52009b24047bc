/** Where the folders lie and who can read them: synchronised, on the network, open to other accounts. */
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { quote } from "../model/format.ts";
import { aNote, aWarning, type Issue } from "../model/issue.ts";
import { thisSystem } from "./system/index.ts";
import type { System } from "./system/system.ts";

/** Names that synchronisation clients give to their folder: "OneDrive - Mairie", "Mon Drive" (Google), "kDrive"… */
const SYNCHRONISED: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .*)?$/i, "OneDrive"],
  [/^dropbox( \(.*\))?$/i, "Dropbox"],
  [/^(nextcloud|owncloud)\d*$/i, "Nextcloud"],
  [/^(icloud ?drive|icloud~.*|com~apple~clouddocs|mobile documents)$/i, "iCloud"],
  [/^(google ?drive|googledrive-.*|my drive|mon drive|drivefs)$/i, "Google Drive"],
  [/^kdrive\d*$/i, "kDrive"],
  [
    /^(pcloud ?drive|pclouddrive|pcloudsync|megasync|mega|seafile|synologydrive|synology drive|box|box sync|proton ?drive|hubic)$/i,
    "synchronisé",
  ],
  [/^cloudstorage$/i, "synchronisé (CloudStorage)"],
];
/** Files that a client leaves at the root of what it synchronises, whatever that folder's name. */
const MARKS: readonly (readonly [string, string])[] = [
  [".dropbox", "Dropbox"],
  [".nextcloudsync.log", "Nextcloud"],
  [".owncloudsync.log", "Nextcloud"],
  [".stfolder", "Syncthing"],
];

/** "/home/a/Nextcloud/bulletin/data" => "Nextcloud"; null for a folder that no known client synchronises. `path` is absolute. */
export function synchronisedBy(path: string, exists: (path: string) => boolean = existsSync): string | null {
  const parts = path.split(/[\\/]/);
  for (const part of parts) {
    const client = SYNCHRONISED.find(([name]) => name.test(part));
    if (client) return client[1];
  }
  for (let folder = path; ; folder = dirname(folder)) {
    const mark = MARKS.find(([file]) => exists(join(folder, file)));
    if (mark) return mark[1];
    if (dirname(folder) === folder) return null;
  }
}

/** The real path, links resolved, of the folder or of the nearest one above that exists already. */
function realPath(folder: string): string {
  const full = resolve(folder);
  if (existsSync(full)) return realpathSync.native(full);
  return dirname(full) === full ? full : join(realPath(dirname(full)), basename(full));
}

/**
 * Warnings about the data and output folders. Fast (under 2 ms); `thorough` also asks what needs another program (Windows).
 * A folder that does not exist yet is judged by where it will lie.
 */
export function folderWarnings(
  dataDir: string,
  outDir: string,
  { system = thisSystem, thorough = false }: { readonly system?: System; readonly thorough?: boolean } = {},
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const folder of [dataDir, outDir]) {
    const path = realPath(folder);
    const client = synchronisedBy(path);
    if (client)
      issues.push(
        aWarning("folder-synchronised", {
          message: `Le dossier ${quote(path)} est dans un espace synchronisé (${client}) : son contenu quitte le poste.`,
          hint: "Déplacez tout le dossier du programme sur le disque du poste, hors de l'espace synchronisé, puis effacez la copie en ligne.",
        }),
      );
    const mount = system.networkMount(path);
    if (mount)
      issues.push(
        aWarning("folder-on-network", {
          message: `Le dossier ${quote(path)} est sur un disque réseau : ${mount}.`,
          hint: "Déplacez tout le dossier du programme sur le disque du poste dédié.",
        }),
      );
    const readers = existsSync(path) ? system.readers(path, thorough) : null;
    if (readers === undefined)
      issues.push(
        aNote("folder-readable-by-others", {
          message: `Les droits du dossier ${quote(path)} n'ont pas pu être lus : ce poste n'a pas dit qui peut l'ouvrir.`,
          hint: `Vérifiez-les avec le service informatique. Pour le réserver à votre compte : ${system.tightenAdvice(path)}`,
        }),
      );
    if (readers)
      issues.push(
        aWarning("folder-readable-by-others", {
          message: `Le dossier ${quote(path)} peut être lu par ${readers}.`,
          hint: `npm run poste le réserve à votre compte ; à la main : ${system.tightenAdvice(path)}`,
        }),
      );
  }
  return issues;
}

/**
 * Reserves a folder to the account at work, or to the group that it was opened to: see disk/rights.ts. False where the system has no modes (Windows).
 * @throws UserError where something in it is another account's.
 */
export const tightenRights = (folder: string, system: System = thisSystem): boolean =>
  existsSync(folder) ? toldInFrench(folder, () => system.tighten(resolve(folder))) : true;
