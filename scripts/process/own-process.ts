/** A second process of the program, started on one of its own modules and joined to this one by a pipe. */
import { type ChildProcess, fork } from "node:child_process";

/** Loaded before: an address, not a path, for "C:\\…" is no name of a module. */
const PRELOADED = ["--import", new URL("../preload.js", import.meta.url).href];

/**
 * Starts `file` (absolute path of a .ts module). Messages may hold bytes. The module
 * listens to "message" and ends at "disconnect": it never outlives its parent. With arguments, what it writes can be heard.
 */
export function forkModule(file: string, args: readonly string[] = []): ChildProcess {
  const child = fork(file, [...args], {
    execArgv: PRELOADED,
    serialization: "advanced",
    stdio: ["ignore", args.length > 0 ? "pipe" : "ignore", "pipe", "ipc"],
  });
  // never the terminal itself: as it ends, Node gives a terminal back as it found it, and what is typed at a question meanwhile is shown twice
  child.stderr?.pipe(process.stderr, { end: false });
  return child;
}
