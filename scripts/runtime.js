/**
 * Node, set for commands that last a second or two and are spent on code that runs once. In plain JavaScript, so that even the
 * first TypeScript file comes from what was kept.
 *
 *   - Compiled JavaScript is kept between two runs: loading takes half the time. It stands beside the libraries: whoever can
 *     write there can change the program itself. Node checks each entry against its source file; where it cannot write, it compiles.
 *   - Of the compilers of V8, the slowest, which pays in long runs only, is left out, and the one before is called later: both
 *     take a processor that another process needs. What Node keeps compiled of its own modules is of no use once this is set:
 *     those that are wanted anyway are loaded before.
 */
import "node:child_process";
import "node:crypto";
import "node:util";
import "node:zlib";
import module from "node:module";
import { join } from "node:path";
import v8 from "node:v8";

/** What is compiled of the program is kept here. */
export const CACHE = join(import.meta.dirname, "..", "node_modules", ".cache");

/**
 * Once, before anything else is loaded.
 * @param {{ whole: boolean }} how `whole`: each file is compiled whole when it is loaded, for Node keeps nothing of the functions
 *   that are compiled when they are first called.
 */
export function tune({ whole }) {
  if (whole) v8.setFlagsFromString("--no-lazy");
  v8.setFlagsFromString("--no-turbofan");
  v8.setFlagsFromString("--invocation-count-for-maglev=2000");
  module.enableCompileCache?.(join(CACHE, "compiled"));
}
