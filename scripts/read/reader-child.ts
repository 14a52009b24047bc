/** The process that readApart starts: reads one file after the other, until its parent lets go. */
import type { ReadingAnswer, ReadingJob } from "./reader-process.ts";
import { READERS } from "./readers.ts";

process.on("disconnect", () => process.exit(0));

let last: Promise<unknown> = Promise.resolve();
process.on("message", (job: ReadingJob) => {
  last = last.then(() => answer(job));
});

async function answer({ file, format }: ReadingJob): Promise<void> {
  let message: ReadingAnswer;
  try {
    const read = await READERS[format]();
    message = { result: await read(file) };
  } catch (error) {
    message = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(message);
}
