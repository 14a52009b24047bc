/**
 * Two folders at work on one machine that hold the same register: a folder that was copied, or restored from its backup, beside the first. A note
 * in the account's private folder, named by the register's first line, which both have, remembers where a command has worked on it.
 */
import { existsSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { readTextIfThere, writeWhole } from "../disk/files.ts";
import { privateFolder } from "../disk/private-folder.ts";
import { v } from "../disk/schema.ts";
import { quote } from "../model/format.ts";
import { aWarning, type Issue, UserError } from "../model/issue.ts";
import { parseJson } from "../model/text/json.ts";
import { currentAccount } from "./people/account.ts";
import { REGISTER_FILE, readRegisterText, writingFaults } from "./register/end.ts";
import type { RegisterLine } from "./register/entry.ts";
import { appendRegister } from "./register/register.ts";
import { readRegister } from "./verify-register.ts";

const noteSchema = v.strictObject({ folders: v.array(v.string()) });

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

/** Path of the note on a register; undefined where the account has no private folder, and nothing was ever remembered. */
function notePath({ first }: Live): string | undefined {
  try {
    return join(privateFolder(), "registres", `${first}.json`);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The folders that the note names; none where there is no note, or a damaged one: it is written anew. */
function foldersOf(note: string): readonly string[] {
  const read = v.safeParse(noteSchema, parseJson(readTextIfThere(note) ?? ""));
  return read.success ? read.output.folders : [];
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
  const note = own && notePath(own);
  if (!own || note === undefined) return [];
  const known = foldersOf(note).filter(existsSync);
  if (!known.includes(own.folder)) writeWhole(note, `${JSON.stringify({ folders: [...known, own.folder] })}\n`);
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
