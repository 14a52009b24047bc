/**
 * Two folders at work on one machine that hold the same register: a backup restored beside the folder that it was made of. A restored register
 * gets a line of its own, with an identity drawn anew; and a note in the account's private folder, named by the register's first line, which
 * both have, remembers where they are. Without a restoring there is no note.
 */
import { randomBytes } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { readTextIfThere, writeWhole } from "../disk/files.ts";
import { privateFolder } from "../disk/private-folder.ts";
import { v } from "../disk/schema.ts";
import { quote } from "../model/format.ts";
import { aWarning, type Issue, UserError } from "../model/issue.ts";
import { parseJson } from "../model/text/json.ts";
import { currentAccount } from "./people/account.ts";
import { endFaults, readRegisterText } from "./register/end.ts";
import type { RegisterLine } from "./register/entry.ts";
import { appendRegister } from "./register/register.ts";
import { readRegister } from "./verify-register.ts";

const noteSchema = v.strictObject({ folders: v.array(v.string()) });

/** Where a register is, when it has a line. `first`: hash of its first line. `identity`: that of its last restoring; "" before any. */
interface Live {
  readonly folder: string;
  readonly first: string;
  readonly identity: string;
}

function liveIn(folder: string, lines: readonly RegisterLine[] = readRegister(folder)): Live | undefined {
  const [first] = lines;
  const identity = lines.findLast((line) => line.action === "restore")?.identity ?? "";
  return first && { folder: realpathSync(folder), first: first.hash, identity };
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

/** The folders that the note names; none where it was damaged: it is written anew. */
function foldersOf(note: string): readonly string[] | undefined {
  const text = readTextIfThere(note);
  if (text === undefined) return undefined;
  const read = v.safeParse(noteSchema, parseJson(text));
  return read.success ? read.output.folders : [];
}

const remember = (note: string, folders: readonly string[]): void =>
  writeWhole(note, `${JSON.stringify({ folders: [...new Set(folders)] })}\n`);

/**
 * The line of a restoring in the register that it brought back, and the note that a second one may be at work. A register whose end was
 * damaged when it was saved is left as it is, for whoever repairs it.
 * @param madeAt instant of the backup.
 */
export function recordRestored(dataDir: string, at: string, madeAt: string): void {
  const register = readRegisterText(dataDir);
  if (register.lines.length === 0 || endFaults(register).length > 0) return;
  appendRegister(dataDir, {
    ...{ at, who: currentAccount(), action: "restore" },
    ...{ madeAt, identity: randomBytes(16).toString("hex") },
  });
  const own = liveIn(dataDir);
  const note = own && notePath(own);
  if (own && note !== undefined) remember(note, [...(foldersOf(note) ?? []).filter(existsSync), own.folder]);
}

/** The other folders of this machine where the same register goes on, under another identity. */
export function checkLiveFolders(dataDir: string, lines?: readonly RegisterLine[]): readonly Issue[] {
  const own = liveIn(dataDir, lines);
  const note = own && notePath(own);
  const known = note === undefined ? undefined : foldersOf(note);
  if (!own || note === undefined || known === undefined) return [];
  if (!known.includes(own.folder)) remember(note, [...known.filter(existsSync), own.folder]);
  return known.flatMap((folder) => {
    const other = liveIn(folder);
    if (other?.first !== own.first || other.identity === own.identity) return [];
    return [
      aWarning("register-elsewhere", {
        message: `Le même registre, restauré d'une sauvegarde, est aussi dans ${quote(folder)} : ce qui s'inscrit d'un côté manque de l'autre.`,
        hint: "Un seul des deux dossiers doit servir : effacez l'autre une fois qu'il est regardé. Les papiers d'un dossier ne sont pas reconnus par le registre de l'autre.",
      }),
    ];
  });
}
