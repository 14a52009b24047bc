/**
 * The browsers that are tried: the one named, unless others may change it; the one shipped; those installed (the paths of Windows were not
 * yet tried on a real one).
 */
import { existsSync, lstatSync, realpathSync } from "node:fs";
import path, { dirname, resolve } from "node:path";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { type BrowserProgram, shippedChromium } from "./shipped-chromium.ts";

/** The settings of a shared folder are written by several persons: none of them may have another one's account start a program of theirs. */
function assertOurs(named: string): void {
  const place = changeableByOthers(named);
  if (place !== null)
    throw new UserError(
      `Le navigateur indiqué n’est pas lancé : d’autres comptes que le vôtre peuvent changer ${quote(place)}.`,
      "Effacez la ligne « navigateur » de data/convention.yaml, ou indiquez-y un navigateur installé par le service informatique.",
    );
}

/** In order: the one named in the settings; the one shipped; an installed one. */
export async function* programs(named: string | null, onUnpack: () => void): AsyncGenerator<BrowserProgram> {
  if (named !== null) {
    if (!existsSync(named))
      throw new UserError(
        `Le navigateur indiqué n’existe pas : ${quote(named)}.`,
        "Corrigez la ligne « navigateur » de data/convention.yaml, ou effacez-la : le programme en cherche un.",
      );
    assertOurs(named);
    yield { path: named, env: {}, shell: false };
    return; // the operator chose: a silent replacement would hide that it does not work
  }
  const shipped = await shippedChromium(onUnpack);
  if (shipped !== undefined) yield shipped;
  for (const path of installedBrowsers({ platform: process.platform, env: process.env, exists: existsSync }))
    yield { path, env: {}, shell: false };
}

interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

const WINDOWS = [
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
] as const;

/** The packages of the distributions, those of the makers, then the snap, which a command of Ubuntu only stands for. */
const LINUX = [
  ...["microsoft-edge", "google-chrome", "chromium"].map((name) => `/usr/bin/${name}`),
  "/opt/microsoft/msedge/msedge",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
];

function candidates({ platform, env }: System): readonly string[] {
  if (platform !== "win32") return LINUX; // never through PATH: it may name a folder of others
  const roots = [env["PROGRAMFILES(X86)"], env.PROGRAMFILES, env.LOCALAPPDATA];
  const folders = [...new Set(roots.filter((root) => root !== undefined && root !== ""))] as readonly string[];
  return WINDOWS.flatMap((parts) => folders.map((root) => path.win32.join(root, ...parts)));
}

/** Paths of the browsers found, Edge first (it is on every Windows machine). */
export const installedBrowsers = (system: System): readonly string[] => candidates(system).filter(system.exists);

/** The path itself, and every folder above it: who may write in one of them may put another program there. */
function* upwards(path: string): Generator<string> {
  for (let place = resolve(path); ; place = dirname(place)) {
    yield place;
    if (dirname(place) === place) return;
  }
}

const WRITE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/**
 * The first place, of the path and of what it links to, that another account than this one and the administrator's may change; null for
 * none. Windows has no modes: null there.
 */
export function changeableByOthers(path: string): string | null {
  const own = process.getuid?.();
  if (own === undefined) return null;
  for (const place of [...upwards(path), ...upwards(realpathSync(path))]) {
    const found = lstatSync(place);
    const isOpen = !found.isSymbolicLink() && (found.mode & WRITE_BY_OTHERS) !== 0;
    // in a sticky folder, as /tmp is, nobody takes the place of what is another's
    const isKept = found.isDirectory() && (found.mode & STICKY) !== 0;
    if ((found.uid !== 0 && found.uid !== own) || (isOpen && !isKept)) return place;
  }
  return null;
}
