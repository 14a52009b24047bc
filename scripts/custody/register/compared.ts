/** Lectures that were compared with their files, and are as they were then: a note in the account's private folder, of one register. */
import { join } from "node:path";
import { readTextIfThere, writeWhole } from "../../disk/files.ts";
import { privateFolder } from "../../disk/private-folder.ts";
import { v } from "../../disk/schema.ts";
import { UserError } from "../../model/issue.ts";
import { parseJson } from "../../model/text/json.ts";
import type { RegisterLine } from "./entry.ts";

const noteSchema = v.strictObject({ compared: v.array(v.string()) });

/** undefined where the account has no private folder, or the register no line: all is compared each time. */
function notePath([first]: readonly RegisterLine[]): string | undefined {
  if (!first) return undefined;
  try {
    return join(privateFolder(), "lectures", `${first.hash}.json`);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** @param version of the program: another one reads for itself. */
export const comparedKey = (sha256: string, version: string): string => `${version} ${sha256}`;

/** None where there is no note, or a damaged one: it is written anew. */
export function comparedBefore(lines: readonly RegisterLine[]): ReadonlySet<string> {
  const note = notePath(lines);
  if (note === undefined) return new Set();
  const { success, output } = v.safeParse(noteSchema, parseJson(readTextIfThere(note) ?? ""));
  return new Set(success ? output.compared : []);
}

export function noteCompared(lines: readonly RegisterLine[], compared: Iterable<string>): void {
  const note = notePath(lines);
  if (note !== undefined) writeWhole(note, `${JSON.stringify({ compared: [...compared] })}\n`);
}
