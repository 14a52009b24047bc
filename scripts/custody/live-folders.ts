/**
 * Two folders at work on one machine that hold the same register: a folder that was copied, or restored from its backup, beside the first. A note
 * in the account's private folder, named by the register's first line, which both have, remembers where a command has worked on it.
 */
import { existsSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { quote } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { currentAccount } from "./people/account.ts";
import { REGISTER_FILE, readRegisterText } from "./register/end.ts";
import type { RegisterLine } from "./register/entry.ts";
import { noteOn } from "./register/note.ts";
import { appendRegister } from "./register/register.ts";
import { writingFaults } from "./register/verify-chain.ts";
import { readRegister } from "./verify-register.ts";

/** Where a register is, when it has a line. */
interface Live {
  readonly folder: string;
  /** Hash of its first line. */
  readonly first: string;
  /** The file itself, under whatever name: of a drive with two letters it is one. */
  readonly file: string;
}

function liveIn(folder: string, lines: readonly RegisterLine[] = readRegister(folder)): Live | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const { dev, ino } = statSync(join(folder, REGISTER_FILE), { bigint: true });
  return { folder: realpathSync(folder), first: first.hash, file: `${dev}:${ino}` };
}

/**
 * The line of a restoring in the register that it brought back. A register whose end was damaged when it was saved is left as it is, for
 * whoever repairs it.
 * @param madeAt instant of the backup.
 */
export function recordRestored(dataDir: string, at: string, madeAt: string): void {
  const register = readRegisterText(dataDir);
  if (register.lines.length === 0 || writingFaults(register).length > 0) return;
  appendRegister(dataDir, { at, who: currentAccount(), action: "restore", madeAt });
  checkLiveFolders(dataDir);
}

/** The other folders of this machine where a command has worked on the same register; from now on, this one is known too. */
export function checkLiveFolders(dataDir: string, lines?: readonly RegisterLine[]): readonly Issue[] {
  const own = liveIn(dataDir, lines);
  const note = own && noteOn("registres", own.first);
  if (!own || !note) return [];
  const known = note.read().filter(existsSync);
  if (!known.includes(own.folder)) note.write([...known, own.folder]);
  return known.flatMap((folder) => {
    const other = liveIn(folder);
    if (other?.first !== own.first || other.file === own.file) return [];
    return [
      aWarning("register-elsewhere", {
        message: `Le même registre, copié ou restauré d'une sauvegarde, est aussi dans ${quote(folder)} : ce qui s'inscrit d'un côté manque de l'autre.`,
        hint: "Un seul des deux dossiers doit servir : effacez l'autre une fois qu'il est regardé. Les papiers d'un dossier ne sont pas reconnus par le registre de l'autre.",
      }),
    ];
  });
}
