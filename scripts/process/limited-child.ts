/** The other end of limited-process.ts: does the jobs that come, one after the other, until its parent lets go. */
import { Worker } from "node:worker_threads";
import type { Answer } from "./limited-process.ts";

const usedMicroseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/**
 * Called once by the module that is started. `work` refuses what is wrong with a job in its result: it throws only for a bug of ours.
 * `end`: called before the process ends.
 */
export function serveJobs<Job, Result>(
  work: (job: Job) => Promise<Result>,
  end: () => Promise<void> = async () => {},
): void {
  const [seconds, megabytes] = process.argv.slice(2).map(Number);
  const begun = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)).fill(Number.POSITIVE_INFINITY);
  new Worker(new URL("./watchdog.js", import.meta.url), {
    workerData: { begun, seconds, megabytes },
    execArgv: [],
  }).unref();

  const answer = async (job: Job): Promise<void> => {
    begun[0] = usedMicroseconds();
    const message: Answer<Result> = await work(job).then(
      (result) => ({ result }),
      (error: unknown) => ({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
    begun[0] = Number.POSITIVE_INFINITY;
    process.send?.(message);
  };
  let last: Promise<unknown> = Promise.resolve();
  process.on("message", (job: Job) => {
    last = last.then(() => answer(job));
  });
  process.on("disconnect", async () => {
    await end();
    process.exit(0);
  });
}
