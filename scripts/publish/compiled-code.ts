/** Compiled JavaScript, kept between two runs: loading the libraries takes half the time. */
import module from "node:module";
import { join } from "node:path";
import { privateFolder } from "./private-folder.ts";

/**
 * Call it before the first `await import(…)` of a command; what is imported by a plain `import` statement is compiled before
 * anything runs. Kept in the private folder, for it is code that will be run; Node checks it against each source file.
 */
export function keepCompiledCode(): void {
  module.enableCompileCache?.(join(privateFolder(), "code"));
}
