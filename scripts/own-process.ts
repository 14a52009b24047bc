/** A second process of the program, started on one of its own modules and joined to this one by a pipe. */
import { type ChildProcess, fork } from "node:child_process";

/** An address, not a path: "C:\\…" is no name of a module. */
const PRELOAD = new URL("preload.js", import.meta.url).href;

/** Of the options that this process was started with: how it uses its memory. */
const isAboutMemory = (option: string): boolean =>
  /^--(?:(?:min|max)-semi-space-size=|single-threaded-gc$)/.test(option);

/**
 * Starts `file` (absolute path of a .ts module). Messages may hold bytes. The module listens to "message" and ends at
 * "disconnect": it never outlives its parent.
 * @param builtins modules of Node that it will need, loaded before preload.js.
 */
export const forkModule = (file: string, builtins: readonly `node:${string}`[] = []): ChildProcess =>
  fork(file, {
    execArgv: [
      ...process.execArgv.filter(isAboutMemory),
      ...[...builtins, PRELOAD].flatMap((name) => ["--import", name]),
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
