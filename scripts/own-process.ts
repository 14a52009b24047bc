/** A second process of the program, started on one of its own modules and joined to this one by a pipe. */
import { type ChildProcess, fork } from "node:child_process";

/** Addresses, not paths: "C:\\…" is no name of a module. */
const PRELOADED = ["no-network.js", "preload.js"].map((name) => new URL(name, import.meta.url).href);

/** Options of `npm run build` that serve its other processes too. */
const SHARED =
  /^--(?:(?:initial-old|(?:min|max)-semi)-space-size=\d+|single-threaded-gc|no-incremental-marking|preserve-symlinks)$/;

/**
 * Starts `file` (absolute path of a .ts module), which cannot ask the network for anything. Messages may hold bytes. The module
 * listens to "message" and ends at "disconnect": it never outlives its parent.
 */
export const forkModule = (file: string): ChildProcess =>
  fork(file, {
    execArgv: [
      ...process.execArgv.filter((option) => SHARED.test(option)),
      ...PRELOADED.flatMap((address) => ["--import", address]),
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
