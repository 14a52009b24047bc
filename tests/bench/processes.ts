/** A command started as a person starts it, and what each of its Node processes took. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");

export interface Taken {
  /** "reading-child.ts" */
  readonly name: string;
  /** Of the processor, user and system. */
  readonly ms: number;
  /** The largest memory that it had, in MiB. */
  readonly peak: number;
}

export interface Ran {
  readonly stdout: string;
  /** From its start to its end. */
  readonly wall: number;
  readonly processes: readonly Taken[];
}

/** What each Node process writes as it ends, on the error stream, which a second process hands on to the first. */
const LAST_WORDS = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write("\\ntaken=" + [process.argv[1]?.split(/[\\\\/]/).at(-1), userCPUTime + systemCPUTime, maxRSS].join(",") + "\\n");
})`;
const PRELOADED = `--import data:text/javascript,${encodeURIComponent(LAST_WORDS)}`;

/** @param options more of NODE_OPTIONS. @throws when it does not end well. */
export function run(command: readonly string[], options = ""): Ran {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: `${PRELOADED} ${options}` },
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${command.join(" ")}: exit ${status}\n${stdout}\n${stderr}`);
  const processes = [...stderr.matchAll(/^taken=(.+),(\d+),(\d+)$/gm)].map(([, name = "", micro, kib]) => ({
    name,
    ms: Number(micro) / 1000,
    peak: Number(kib) / 1024,
  }));
  return { stdout, wall, processes };
}

export const nodeTime = ({ processes }: Ran): number => processes.reduce((sum, { ms }) => sum + ms, 0);
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
export const inMs = (duration: number): string => `${duration.toFixed(0).padStart(6)} ms`;
