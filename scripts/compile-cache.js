/**
 * Compiled JavaScript, kept between two runs: loading takes half the time. Preloaded by the commands (`node --import`), and in
 * plain JavaScript, so that even the first TypeScript file comes from what was kept. It stands beside the libraries: whoever can
 * write there can change the program itself. Node checks each entry against its source file; where it cannot write, it compiles.
 */
import module from "node:module";
import { fileURLToPath } from "node:url";

module.enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));
