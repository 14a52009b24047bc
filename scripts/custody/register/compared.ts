/** Lectures that were compared with their files, and are as they were then: a note on their register. Without one, all is compared each time. */
import type { RegisterLine } from "./entry.ts";
import { noteOn } from "./note.ts";

const noteOf = ([first]: readonly RegisterLine[]) => first && noteOn("lectures", first.hash);

/** @param version of the program: another one reads for itself. */
export const comparedKey = (sha256: string, version: string): string => `${version} ${sha256}`;

export const comparedBefore = (lines: readonly RegisterLine[]): ReadonlySet<string> =>
  new Set(noteOf(lines)?.read() ?? []);

export const noteCompared = (lines: readonly RegisterLine[], compared: Iterable<string>): void =>
  noteOf(lines)?.write(compared);
