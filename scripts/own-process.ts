/** A second process of the program, started on one of its own modules and joined to this one by a pipe. */
import { type ChildProcess, fork } from "node:child_process";
import module from "node:module";
import { dirname } from "node:path";

/** Compiled code that this process keeps serves the other one too. */
function codeCache(): Record<string, string> {
  const folder = module.getCompileCacheDir?.();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

/**
 * Starts `file` (absolute path of a .ts module), with as much room for new objects as this process has. Messages may hold
 * bytes. The module listens to "message" and ends at "disconnect": it never outlives its parent.
 */
export const forkModule = (file: string): ChildProcess =>
  fork(file, {
    env: { ...process.env, ...codeCache() },
    execArgv: process.execArgv.filter((option) => option.includes("semi-space-size")),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
