/**
 * PDFs are read by a process of their own while this one reads the other files: their library is the heaviest, and a hostile
 * PDF that would never end is ended after a time. A pipe joins the two processes; no socket is opened.
 */
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Grid, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { forkModule } from "../own-process.ts";

export interface PdfJob {
  readonly number: number;
  readonly file: SourceFile;
}
export type PdfAnswer =
  | { readonly number: number; readonly result: Result<readonly Grid[]> }
  | { readonly number: number; readonly error: string };

/** A statement takes less than a second; a damaged or hostile file that takes longer than this is refused. */
export const MAX_PDF_SECONDS = 30;

const tooSlow = (file: string): Issue => ({
  rule: "file-too-slow",
  severity: "error",
  message: `Fichier refusé : sa lecture n'est pas terminée après ${MAX_PDF_SECONDS} secondes. Rien n'en a été lu.`,
  hint: "Le fichier est abîmé ou n'est pas un état : demandez-le de nouveau, de préférence en .xlsx ou en .csv.",
  place: { file },
});

/** A PDF by its path => its grids, read elsewhere; in the order of `files`, one at a time. */
export function readPdfsApart(
  files: readonly SourceFile[],
  seconds: number = MAX_PDF_SECONDS,
): ReadonlyMap<string, Promise<Result<readonly Grid[]>>> {
  const jobs = files.map((file) => ({ file, answer: Promise.withResolvers<Result<readonly Grid[]>>() }));
  for (const { answer } of jobs) answer.promise.catch(() => {}); // told where it is awaited
  if (jobs.length > 0) void work(jobs, seconds);
  return new Map(jobs.map(({ file, answer }) => [file.path, answer.promise]));
}

type Job = { readonly file: SourceFile; readonly answer: PromiseWithResolvers<Result<readonly Grid[]>> };

/** Sends the jobs one by one; a process that is too slow or dies is replaced for the files that remain. */
async function work(jobs: readonly Job[], seconds: number): Promise<void> {
  let child = takePrepared() ?? start();
  for (const [number, { file, answer }] of jobs.entries()) {
    const outcome = await ask(child, { number, file }, seconds);
    if (outcome === "slow" || outcome === "dead") {
      child.kill("SIGKILL");
      child = start();
      if (outcome === "slow") answer.resolve({ value: [], issues: [tooSlow(file.path)] });
      else answer.reject(new Error(`the process that reads ${file.path} ended`));
    } else if ("error" in outcome) answer.reject(new Error(outcome.error));
    else answer.resolve(outcome.result);
  }
  if (child.connected) child.disconnect();
}

/** Started before there is anything to read. */
let prepared: ChildProcess | undefined;

/** Starts the process, which loads its library; the next readPdfsApart uses it. One that is never used ends with this one. */
export function preparePdfProcess(): void {
  if (prepared) return;
  prepared = start();
  prepared.unref();
  prepared.channel?.unref();
}

function takePrepared(): ChildProcess | undefined {
  const child = prepared?.connected ? prepared : undefined;
  prepared = undefined;
  child?.ref();
  child?.channel?.ref();
  return child;
}

const start = (): ChildProcess => forkModule(join(import.meta.dirname, "pdf-child.ts"));

function ask(child: ChildProcess, job: PdfJob, seconds: number): Promise<PdfAnswer | "slow" | "dead"> {
  const { promise, resolve } = Promise.withResolvers<PdfAnswer | "slow" | "dead">();
  const timer = setTimeout(() => resolve("slow"), seconds * 1000);
  const dead = (): void => resolve("dead");
  child.once("message", resolve as (message: unknown) => void);
  child.once("exit", dead);
  child.once("error", dead);
  child.send(job);
  return promise.finally(() => {
    clearTimeout(timer);
    child.removeAllListeners();
  });
}
