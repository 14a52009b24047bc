/** A second process of the program, started on one of its own modules and joined to this one by a pipe. */
import { type ChildProcess, fork } from "node:child_process";

/** Loaded before: addresses, not paths, for "C:\\…" is no name of a module. */
const PRELOADED = ["./no-network.js", "../preload.js"].flatMap((name) => [
  "--import",
  new URL(name, import.meta.url).href,
]);

/**
 * Starts `file` (absolute path of a .ts module), which cannot ask the network for anything. Messages may hold bytes. The module
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
