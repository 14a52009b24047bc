/** A file that its map reads, in whose figures a clerk would notice something: it is recognised too, for what its texts may say instead. */
import { createClerk } from "../lectures/index.ts";
import type { Lecture } from "../model/lecture.ts";
import type { Job, ReadDocument } from "./job.ts";

/** "2025 | 2026" over the fourth quarter's figures, four times as many as ever: whole years, perhaps; a person is asked. */
export async function recognisedWhereNoticed(
  read: readonly ReadDocument[],
  jobs: readonly Job[],
  lectures: readonly Lecture[],
  recognise: (jobs: readonly Job[]) => Promise<readonly ReadDocument[]>,
): Promise<readonly ReadDocument[]> {
  const clerk = createClerk(lectures);
  const isNoticed = ({ readBy, recognition }: ReadDocument): boolean =>
    readBy !== null && clerk(recognition).length > 0;
  const noticed = new Set(read.filter(isNoticed).map(({ recognition }) => recognition.file.source.path));
  if (noticed.size === 0) return read;
  const doubtful = jobs.filter(({ files }) => files.some((file) => file && noticed.has(file.path)));
  const again = new Map((await recognise(doubtful)).map((one) => [one.recognition.file.source.path, one]));
  return read.map((one) => again.get(one.recognition.file.source.path) ?? one);
}
