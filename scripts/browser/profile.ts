/** The folder that a browser works in: its own, within the private folder, erased with all that it holds. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { isAlive } from "../disk/alive.ts";
import { privateFolder } from "../disk/private-folder.ts";
import type { BrowserProgram } from "./shipped-chromium.ts";

/** Browsers started by this process so far: each has its own profile. */
let started = 0;

/** A snap may open nothing hidden of the account's home: only the folder that snaps keep for it. Not tried on a real one. */
export const SNAP_PROFILES = join(homedir(), "snap", "chromium", "common", "bulletin-delinquance");
const profilesOf = ({ path }: BrowserProgram): string => (path.startsWith("/snap/") ? SNAP_PROFILES : privateFolder());

export function makeProfile(program: BrowserProgram): string {
  started += 1;
  const profile = join(profilesOf(program), `profil-${process.pid}-${started}`);
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  return profile;
}

/** Once its browser has ended. */
export const eraseProfile = (profile: string): Promise<void> => erase(profile, RETRIES);

/** Profiles left by a build that was killed: "profil-1234-1" whose process 1234 has ended. */
export async function eraseOldProfiles(): Promise<void> {
  for (const folder of [privateFolder(), SNAP_PROFILES].filter(existsSync))
    for (const name of readdirSync(folder)) {
      const pid = /^(?:profil|chromium-.*\.partiel)-(\d+)(?:-\d+)?$/.exec(name)?.[1];
      if (pid !== undefined && !isAlive(Number(pid))) await erase(join(folder, name), 0);
    }
}

/** As best it can: what another program holds, an antivirus or a browser that is still ending, the next build tries again. */
async function erase(profile: string, maxRetries: number): Promise<void> {
  try {
    await rm(profile, { recursive: true, force: true, maxRetries, retryDelay: 50 });
  } catch {
    // it stays in the private folder, which no other account may open
  }
}

/** Windows lets go of a file some time after the process that had it has ended. */
const RETRIES = 8;

/**
 * The pages and their PDF, which Chromium keeps in files without a name while it works, never go to the temporary folder that all the
 * accounts share. A browser with windows also puts a socket there, whose path Linux limits to 107 bytes: then to memory.
 */
export function temporaryFiles(program: BrowserProgram, profile: string): Readonly<Record<string, string>> {
  const isLong = Buffer.byteLength(join(profile, ".org.chromium.Chromium.XXXXXX", "SingletonSocket")) > 107;
  const place = !program.shell && process.platform === "linux" && isLong ? "/dev/shm" : profile;
  return { TMPDIR: place, TMP: place, TEMP: place };
}
