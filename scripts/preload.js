/**
 * Loaded before each command (`node --import`): Node keeps what it compiles of the program and its libraries between two runs, beside
 * the libraries: whoever can write there can change the program itself. Node checks each entry against its source; where it
 * cannot write, it compiles. In plain JavaScript, so that even the first TypeScript file comes from what was kept.
 */
import module from "node:module";
import { join } from "node:path";

module.enableCompileCache?.(join(import.meta.dirname, "..", "node_modules", ".cache", "compiled"));
