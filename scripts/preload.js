/**
 * Preloaded by the commands (`node --import`), and in plain JavaScript, so that even the first TypeScript file comes from what
 * was kept. A command lasts two seconds, most of them spent on code that runs once:
 *
 *   - Compiled JavaScript is kept between two runs: loading takes half the time. It stands beside the libraries: whoever can
 *     write there can change the program itself. Node checks each entry against its source file; where it cannot write, it compiles.
 *     Each file is compiled whole: of functions compiled when they are first called, nothing would be kept.
 *   - Of the compilers of V8, the slowest, which pays in long runs only, is left out, and the one before is called later: both
 *     take a processor that another process needs. What Node keeps compiled of its own modules is of no use once this is set:
 *     those that are wanted anyway are loaded before.
 */
import "node:child_process";
import "node:crypto";
import "node:util";
import "node:zlib";
import module from "node:module";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";

v8.setFlagsFromString("--no-lazy");
v8.setFlagsFromString("--no-turbofan");
v8.setFlagsFromString("--invocation-count-for-maglev=2000");
module.enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
