/** What is confirmed, read again: what would be read otherwise today. */
import type { Holdings } from "../holdings/holdings.ts";
import { type Difference, rereadDifferences } from "../lectures/index.ts";
import type { ConfirmedFile } from "../model/lecture.ts";
import type { Reader } from "./job.ts";
import { readDeliveries } from "./reading.ts";

export interface ReadAgain {
  readonly path: string;
  /** null: the file is no longer there. */
  readonly differences: readonly Difference[] | null;
}

export async function readAgain(
  files: readonly ConfirmedFile[],
  holdings: Holdings,
  reader: Reader | undefined,
): Promise<readonly ReadAgain[]> {
  const understood = await readDeliveries(holdings, holdings.lectures, { reader, isAgain: true });
  const today = new Map(understood.map(({ recognition }) => [recognition.file.source.path, recognition]));
  return files.map(({ recognition }) => {
    const { path } = recognition.file.source;
    const now = today.get(path);
    return { path, differences: now ? rereadDifferences(recognition, now) : null };
  });
}
