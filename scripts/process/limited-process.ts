/**
 * Jobs done one after the other by a second process, each within a processor time and a memory: a hostile or damaged file ends that
 * process and not this one, and the jobs that remain go to another. A pipe joins the two; no socket is opened.
 */
import { type ChildProcess, fork } from "node:child_process";

/** Loaded before: an address, not a path, for "C:\\…" is no name of a module. */
const PRELOADED = ["--import", new URL("../preload.js", import.meta.url).href];

/** Starts a module of the program. Messages may hold bytes. It listens to "message" and ends at "disconnect": it never outlives its parent. */
function forkModule(file: string, { seconds, megabytes }: Limits): ChildProcess {
  const child = fork(file, [String(seconds), String(megabytes)], {
    execArgv: PRELOADED,
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  // never the terminal itself: as it ends, Node gives a terminal back as it found it, and what is typed at a question meanwhile is shown twice
  child.stderr?.pipe(process.stderr, { end: false });
  return child;
}

/** What one job may take, of the processor and of memory (the whole of its process). */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}
/** Why a job was not finished: it took too much, or its process ended by itself. */
export type Ended = "time" | "memory" | "early";
/** `code`: Node's own name of the error, where it has one. */
export type Answer<Result> = { readonly result: Result } | { readonly error: string; readonly code?: unknown };
/** The first message of a process: its modules are there. */
export const STARTED = "started";

/** In Node's words: a module of the process, or a library, is missing. */
const notStarted = (file: string): Error =>
  Object.assign(new Error(`${file} has not started`), { code: "ERR_MODULE_NOT_FOUND" });

/** `shared`: with the first job of a process, what all of them share. */
export interface Message<Shared, Job> {
  readonly shared?: Shared;
  readonly job: Job;
}

interface Work<Shared, Job> {
  readonly shared: Shared;
  readonly jobs: readonly Job[];
}
interface Apart<Job, Result> {
  readonly limits: Limits;
  /** The result of a job that was not finished. */
  readonly ended: (job: Job, why: Ended) => Result;
}
interface Waiting<Job, Result> {
  readonly job: Job;
  readonly promise: PromiseWithResolvers<Result>;
}

/** @param file absolute path of a module that calls serveJobs. @returns one promise a job, in their order; one that fails is a bug of ours. */
export function doApart<Shared, Job, Result>(
  file: string,
  { shared, jobs }: Work<Shared, Job>,
  apart: Apart<Job, Result>,
): readonly Promise<Result>[] {
  const waiting = jobs.map((job) => ({ job, promise: Promise.withResolvers<Result>() }));
  for (const { promise } of waiting) promise.promise.catch(() => {}); // whoever awaits it is told; until then Node must not end for it
  if (jobs.length > 0) work(file, { shared, jobs: waiting }, apart);
  return waiting.map(({ promise }) => promise.promise);
}

/** So many jobs are with the process at once: it never waits for this one, which may be busy. */
const AHEAD = 2;

function work<Shared, Job, Result>(
  file: string,
  { shared, jobs }: Work<Shared, Waiting<Job, Result>>,
  apart: Apart<Job, Result>,
): void {
  const child = forkModule(file, apart.limits);
  let sent = 0;
  let done = 0;
  let isStarted = false;
  const rejectRest = (error: Error): void => {
    child.removeAllListeners();
    for (const { promise } of jobs.slice(done)) promise.reject(error);
  };
  const feed = (): void => {
    for (const [i, { job }] of jobs.slice(sent, done + AHEAD).entries()) {
      const message: Message<Shared, Job> = sent + i === 0 ? { shared, job } : { job };
      child.send(message, () => {}); // to one that has just ended: "close" follows
    }
    sent = Math.max(sent, Math.min(jobs.length, done + AHEAD));
  };
  const goOn = (why: Ended): void => {
    child.removeAllListeners();
    // What the jobs before have left in memory, or another program that has ended the process, is no fault of this one: it has a process of its own.
    const isOwnFault = done === 0 || why === "time";
    if (isOwnFault) jobs[done]?.promise.resolve(apart.ended((jobs[done] as Waiting<Job, Result>).job, why));
    const left = jobs.slice(isOwnFault ? done + 1 : done);
    if (left.length > 0) work(file, { shared, jobs: left }, apart);
  };
  child.on("message", (answer: typeof STARTED | Answer<Result>) => {
    isStarted = true;
    if (answer === STARTED) return;
    const promise = jobs[done]?.promise;
    if ("error" in answer) promise?.reject(Object.assign(new Error(answer.error), { code: answer.code }));
    else promise?.resolve(answer.result);
    done += 1;
    if (done < jobs.length) return feed();
    child.removeAllListeners();
    child.disconnect();
  });
  const why = saidBy(child);
  // without an exit code it was killed, which says nothing of its modules
  child.once("close", (code) => (isStarted || code === null ? goOn(why()) : rejectRest(notStarted(file))));
  child.once("error", rejectRest); // there is no such program
  feed();
}

/** What watchdog.js says before it ends the process. */
function saidBy(child: ChildProcess): () => Ended {
  let said = "";
  child.stdout?.on("data", (piece: Buffer) => {
    said = String(piece);
  });
  return () => (said === "time" || said === "memory" ? said : "early");
}
