/** The library that draws what a property is tried on, from the seed of the run; nightly, ten times as many. */
import fc from "fast-check";
import { NIGHTLY, SEED } from "./draws.ts";

fc.configureGlobal({ seed: SEED, ...(NIGHTLY && { numRuns: 1000 }) });

export { fc };
