/** A second process of the program, started on one of its own modules and joined to this one by a pipe. */
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = (name: string): string => new URL(name, import.meta.url).href;

/** Options of `npm run build` that serve its other processes too. */
const SHARED =
  /^--(?:(?:initial-old|(?:min|max)-semi)-space-size=\d+|single-threaded-gc|no-incremental-marking|preserve-symlinks)$/;

/** Where start.js runs this module from its bundle: the folder of the bundle. */
declare const bundleFolder: string | undefined;

/** What to run, and what to load before: addresses, not paths, for "C:\\…" is no name of a module. */
function howToRun(file: string): {
  readonly run: readonly [string, ...string[]];
  readonly preloaded: readonly string[];
} {
  const folder = typeof bundleFolder === "undefined" ? undefined : bundleFolder;
  if (folder !== undefined && existsSync(join(folder, `${basename(file, ".ts")}.js`)))
    return { run: [fileURLToPath(beside("start.js")), "--from", folder, file], preloaded: ["no-network.js"] };
  return { run: [file], preloaded: ["no-network.js", "preload.js"] };
}

/**
 * Starts `file` (absolute path of a .ts module), which cannot ask the network for anything. Messages may hold bytes. The module
 * listens to "message" and ends at "disconnect": it never outlives its parent.
 */
export function forkModule(file: string): ChildProcess {
  const { run, preloaded } = howToRun(file);
  const [module, ...args] = run;
  return fork(module, args, {
    execArgv: [
      ...process.execArgv.filter((option) => SHARED.test(option)),
      ...preloaded.flatMap((name) => ["--import", beside(name)]),
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}
