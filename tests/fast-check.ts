/** The library that draws what a property is tried on, from the seed of the run; twenty times as many at night. */
import fc from "fast-check";
import { NIGHTLY, SEED } from "./draws.ts";

const atNight = (runs: number): number => (NIGHTLY ? runs * 20 : runs);
fc.configureGlobal({ seed: SEED, numRuns: atNight(100) });

export { fc };

/** Of a property that costs more to try. `day`: how many in `npm test`. */
export const runs = (day: number): { readonly numRuns: number } => ({ numRuns: atNight(day) });

/** A text of any characters but halves of one. The library's own, `unit: "binary"`, takes seconds to prepare. */
export const anyText = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
    .map((code) => String.fromCodePoint(code)),
});
