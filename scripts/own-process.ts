/** A second process of the program, started on one of its own modules and joined to this one by a pipe. */
import { type ChildProcess, fork } from "node:child_process";
import module from "node:module";
import { dirname, resolve } from "node:path";

/** Compiled code that this process keeps serves the other one too. */
function codeCache(): Record<string, string> {
  const folder = module.getCompileCacheDir?.();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

/**
 * Starts `file` (absolute path of a .ts module) with the project's folder as its own. Messages may hold bytes. The module
 * listens to "message" and ends at "disconnect": it never outlives its parent.
 */
export const forkModule = (file: string): ChildProcess =>
  fork(file, {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, ...codeCache() },
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
