/** The other end of limited-process.ts: does the jobs that come, one after the other, until its parent lets go. */
import { Worker } from "node:worker_threads";
import { type Answer, type Message, STARTED } from "./limited-process.ts";

const usedMicroseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/**
 * Called once by the module that is started. `begin` is given what all the jobs share, and gives what does one; that refuses what is wrong
 * with a job in its result: it throws only for a bug of ours. `end`: called before the process ends.
 */
export function serveJobs<Shared, Job, Result>(
  begin: (shared: Shared) => (job: Job) => Promise<Result>,
  end: () => Promise<void> = async () => {},
): void {
  const [seconds, megabytes] = process.argv.slice(2).map(Number);
  const begun = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)).fill(Number.POSITIVE_INFINITY);
  new Worker(new URL("./watchdog.js", import.meta.url), {
    workerData: { begun, seconds, megabytes },
    execArgv: [],
  }).unref();

  let work: ((job: Job) => Promise<Result>) | undefined;
  const answer = async ({ shared, job }: Message<Shared, Job>): Promise<void> => {
    begun[0] = usedMicroseconds();
    if (shared !== undefined) work = begin(shared);
    const doing = work ? work(job) : Promise.reject(new Error("a job before what the jobs share"));
    const message: Answer<Result> = await doing.then(
      (result) => ({ result }),
      (error: unknown) =>
        error instanceof Error
          ? { error: error.stack ?? error.message, code: "code" in error ? error.code : undefined }
          : { error: String(error) },
    );
    begun[0] = Number.POSITIVE_INFINITY;
    process.send?.(message);
  };
  let last: Promise<unknown> = Promise.resolve();
  process.on("message", (message: Message<Shared, Job>) => {
    last = last.then(() => answer(message));
  });
  process.send?.(STARTED);
  process.on("disconnect", async () => {
    await end();
    process.exit(0);
  });
}
