/** What this account notes of a register: texts, one a line, in a file of its private folder that is named by the register's first line. */
import { join } from "node:path";
import { readTextIfThere, writeWhole } from "../../disk/files.ts";
import { privateFolder } from "../../disk/private-folder.ts";
import { UserError } from "../../model/issue.ts";

interface Note {
  /** None where there is no note. */
  readonly read: () => readonly string[];
  readonly write: (texts: Iterable<string>) => void;
}

/** @param first hash of the register's first line. @returns undefined where the account has no private folder: nothing is remembered. */
export function noteOn(folder: "registres" | "lectures", first: string): Note | undefined {
  const path = pathOf(folder, first);
  if (path === undefined) return undefined;
  return {
    read: () => (readTextIfThere(path) ?? "").split("\n").filter((text) => text !== ""),
    write: (texts) => writeWhole(path, [...texts, ""].join("\n")),
  };
}

function pathOf(folder: string, first: string): string | undefined {
  try {
    return join(privateFolder(), folder, `${first}.txt`);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
