/**
 * Every received file is read and understood by a process of its own: no text of it costs the one where the register and the settings are,
 * and one that would never end, or take the machine's memory, is refused while the others are read.
 */
import { join } from "node:path";
import { anError, type Issue, type Place } from "../model/issue.ts";
import { doApart, type Ended, type Limits } from "../process/limited-process.ts";
import type { Job, Knowledge, ReadDocument, Reader } from "./job.ts";

/** A statement takes less than a second of processor and 200 MB; the whole of the process counts. */
const LIMITS: Limits = { seconds: 10, megabytes: 500 };

/** What a process that ended before its time says of the files that it was reading. */
const REFUSED: Readonly<Record<Ended, (place: Place) => Issue>> = {
  time: (place) => anError("file-too-slow", { about: { seconds: LIMITS.seconds, of: "reading" }, place }),
  memory: (place) => anError("file-too-large", { about: { megabytes: LIMITS.megabytes }, place }),
  early: (place) => anError("file-not-read", { about: { browser: null }, place }),
};

const refused = (job: Job, ended: Ended): readonly ReadDocument[] =>
  job.files.flatMap((file): readonly ReadDocument[] => {
    if (!file) return [];
    const { path, delivery, name, sha256 } = file;
    const nothing = { tables: [], observations: [], undated: [], printed: [] };
    const recognition = { file: { source: { path, delivery, name, sha256 }, format: null, grids: [] }, ...nothing };
    return [{ recognition, remarks: [REFUSED[ended]({ file: path })], answers: [], questions: [], readBy: null }];
  });

/** As a Reader. */
export const readApart = (knowledge: Knowledge, jobs: readonly Job[], limits: Limits = LIMITS): ReturnType<Reader> =>
  doApart(join(import.meta.dirname, "reading-child.ts"), { shared: knowledge, jobs }, { limits, ended: refused });
