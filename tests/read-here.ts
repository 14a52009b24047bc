import { createDocumentReader } from "../scripts/reading/document.ts";
import type { ReadDocument, Reader } from "../scripts/reading/job.ts";

/** In the place of the process that reads: the same reading, in this one; one job after the other, for the browser shows one page at a time. */
export const readHere: Reader = (knowledge, jobs) => {
  const understand = createDocumentReader(knowledge);
  let before: Promise<unknown> = Promise.resolve();
  return jobs.map((job): Promise<readonly ReadDocument[]> => {
    const done = before.then(() => understand(job));
    before = done.catch(() => undefined);
    return done;
  });
};
