/** What this account notes of a register: a list of texts, in a file of its private folder that is named by the register's first line. */
import { join } from "node:path";
import { readTextIfThere, writeWhole } from "../../disk/files.ts";
import { privateFolder } from "../../disk/private-folder.ts";
import { v } from "../../disk/schema.ts";
import { UserError } from "../../model/issue.ts";
import { parseJson } from "../../model/text/json.ts";

/** Folder of the notes, and the key of the list in each. */
const KEYS = { registres: "folders", lectures: "compared" } as const;

interface Note {
  /** None where there is no note, or a damaged one: it is written anew. */
  readonly read: () => readonly string[];
  readonly write: (list: Iterable<string>) => void;
}

/** @param first hash of the register's first line. @returns undefined where the account has no private folder: nothing is remembered. */
export function noteOn(folder: keyof typeof KEYS, first: string): Note | undefined {
  const path = pathOf(folder, first);
  if (path === undefined) return undefined;
  const key = KEYS[folder];
  const schema = v.strictObject({ [key]: v.array(v.string()) });
  return {
    read: () => {
      const { success, output } = v.safeParse(schema, parseJson(readTextIfThere(path) ?? ""));
      return success ? (output[key] ?? []) : [];
    },
    write: (list) => writeWhole(path, `${JSON.stringify({ [key]: [...list] })}\n`),
  };
}

function pathOf(folder: string, first: string): string | undefined {
  try {
    return join(privateFolder(), folder, `${first}.json`);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
