/** A command started as a person starts it, and what it took: each of its Node processes, or all its processes together. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
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
  return { stdout, wall, processes: takenIn(stderr) };
}

const takenIn = (stderr: string): readonly Taken[] =>
  [...stderr.matchAll(/^taken=(.+),(\d+),(\d+)$/gm)].map(([, name = "", micro, kib]) => ({
    name,
    ms: Number(micro) / 1000,
    peak: Number(kib) / 1024,
  }));

/** From its start to its end, and of the processor, all its processes together: npm's, Node's and the browser's. */
export interface Whole {
  readonly wall: number;
  readonly ms: number;
}

/** How often the processes are looked at: what one takes after it was last seen is not counted. */
const EVERY_MS = 20;

/** A command as a person types it. Linux alone tells the time of processes that are somebody else's. @throws when it does not end well. */
export async function runWhole(file: string, args: readonly string[]): Promise<Whole> {
  const start = performance.now();
  const child = spawn(file, args, { cwd: ROOT, stdio: "ignore" });
  const ticks = new Map<string, number>();
  const known = new Set([child.pid ?? 0]);
  const look = setInterval(() => {
    for (const [key, time] of descendants(known)) ticks.set(key, time);
  }, EVERY_MS);
  const [status] = (await once(child, "exit")) as [number | null];
  clearInterval(look);
  if (status !== 0) throw new Error(`${file} ${args.join(" ")}: exit ${status}`);
  const wall = performance.now() - start;
  return { wall, ms: ticks.values().reduce((sum, time) => sum + time, 0) * TICK_MS };
}

/** Of the clock of /proc: 100 a second, whatever the machine (proc(5)). */
const TICK_MS = 10;

/** Process and its start -> ticks that it took. @param known the first process; those that come from it are added, and stay when it is gone. */
function descendants(known: Set<number>): readonly (readonly [string, number])[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : []));
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
  }
  return all.flatMap(({ pid, started, ticks }) => (known.has(pid) ? [[`${pid} ${started}`, ticks] as const] : []));
}

function statOf(pid: number) {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return []; // it has just ended
  }
  const [, parent, , , , , , , , , , user, system, , , , , , , started] = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ");
  return [{ pid, parent: Number(parent), started, ticks: Number(user) + Number(system) }];
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
export const inMs = (duration: number): string => `${duration.toFixed(0).padStart(6)} ms`;
