/** A file that its map reads, in whose figures a clerk would notice something: it is recognised too, for what its texts may say instead. */
import type { Keeper } from "../lectures/index.ts";
import type { Job, ReadDocument } from "./job.ts";

/** "2025 | 2026" over the fourth quarter's figures, four times as many as ever: whole years, perhaps; a person is asked. */
export async function recognisedWhereNoticed(
  read: readonly ReadDocument[],
  jobs: readonly Job[],
  keeper: Keeper,
  recognise: (jobs: readonly Job[]) => Promise<readonly ReadDocument[]>,
): Promise<readonly ReadDocument[]> {
  const isNoticed = ({ readBy, recognition }: ReadDocument): boolean =>
    readBy !== null && keeper(recognition, { readBy }).state === "changed";
  const noticed = new Set(read.filter(isNoticed).map(({ recognition }) => recognition.file.source.path));
  if (noticed.size === 0) return read;
  const doubtful = jobs.filter(({ files }) => files.some((file) => file && noticed.has(file.path)));
  const again = new Map((await recognise(doubtful)).map((one) => [one.recognition.file.source.path, one]));
  return read.map((one) => again.get(one.recognition.file.source.path) ?? one);
}
