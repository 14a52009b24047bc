/**
 * Some files are read by a process of their own while this one reads the others: two processors work, and a hostile file that
 * would never end is ended after a time. A pipe joins the two processes; no socket is opened.
 */
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Format, Grid, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { forkModule } from "../process/own-process.ts";

/** A file to read. */
export interface ReadingJob {
  readonly file: SourceFile;
  readonly format: Format;
}
export type ReadingAnswer = { readonly result: Result<readonly Grid[]> } | { readonly error: string };

/** A statement takes less than a second; a damaged or hostile file that takes longer than this is refused. */
const MAX_SECONDS = 10;
/** That time is counted in so many beats: none is while this process is busy itself, and hears no answer. */
const BEATS = 10;

const tooSlow = (file: string): Issue => ({
  rule: "file-too-slow",
  severity: "error",
  message: `Fichier refusé : sa lecture n'est pas terminée après ${MAX_SECONDS} secondes. Rien n'en a été lu.`,
  hint: "Le fichier est abîmé ou n'est pas un état : demandez-le de nouveau, de préférence en .xlsx ou en .csv.",
  place: { file },
});

const endedEarly = (file: string): Issue => ({
  rule: "file-not-read",
  severity: "error",
  message: "Fichier refusé : sa lecture s'est arrêtée avant la fin, peut-être faute de mémoire. Rien n'en a été lu.",
  hint: "Fermez les autres programmes et recommencez ; s'il est refusé de nouveau, demandez-le de préférence en .xlsx ou en .csv.",
  place: { file },
});

/** A file's path => its grids, read elsewhere; in the order of `files`. */
export function readApart(
  files: readonly ReadingJob[],
  seconds: number = MAX_SECONDS,
): ReadonlyMap<string, Promise<Result<readonly Grid[]>>> {
  const jobs = files.map((job) => ({ job, answer: Promise.withResolvers<Result<readonly Grid[]>>() }));
  for (const { answer } of jobs) answer.promise.catch(() => {}); // whoever awaits it is told; until then Node must not end for it
  if (jobs.length > 0) work(jobs, seconds, start());
  return new Map(jobs.map(({ job: { file }, answer }) => [file.path, answer.promise]));
}

type Job = { readonly job: ReadingJob; readonly answer: PromiseWithResolvers<Result<readonly Grid[]>> };

/** So many files are with the process at once: it never waits for this one, which may be busy. */
const AHEAD = 2;

/** Has the jobs done by `child`; one that is too slow or ends is replaced, for the files that remain. */
function work(jobs: readonly Job[], seconds: number, child: ChildProcess): void {
  let sent = 0;
  let done = 0;
  const feed = (): void => {
    for (const { job } of jobs.slice(sent, done + AHEAD)) child.send(job satisfies ReadingJob);
    sent = Math.max(sent, Math.min(jobs.length, done + AHEAD));
  };
  const leave = (): void => {
    clearInterval(clock);
    child.removeAllListeners();
  };
  const replace = (issueOf: (file: string) => Issue): void => {
    leave();
    child.kill("SIGKILL");
    const [lost, ...left] = jobs.slice(done);
    lost?.answer.resolve({ value: [], issues: [issueOf(lost.job.file.path)] });
    if (left.length > 0) work(left, seconds, start());
  };
  let beats = 0;
  const clock = setInterval(
    () => {
      beats += 1;
      if (beats === BEATS) replace(tooSlow);
    },
    (seconds * 1000) / BEATS,
  );
  child.on("message", (answer: ReadingAnswer) => {
    const job = jobs[done];
    if ("error" in answer) job?.answer.reject(new Error(answer.error));
    else job?.answer.resolve(answer.result);
    done += 1;
    beats = 0;
    if (done < jobs.length) feed();
    else {
      leave();
      child.disconnect();
    }
  });
  child.once("exit", () => replace(endedEarly));
  child.once("error", (error) => {
    if (child.pid !== undefined) return replace(endedEarly); // spoken to when it had just ended
    leave();
    for (const { answer } of jobs.slice(done)) answer.reject(error); // it cannot even be started
  });
  feed();
}

const start = (): ChildProcess => forkModule(join(import.meta.dirname, "reader-child.ts"));
