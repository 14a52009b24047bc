/**
 * Faults put into the program one by one, to see which ones no test tells: `npm run mutation`, or of some files alone
 * `npm run mutation -- --mutate scripts/check/force-sum.ts`. Takes minutes a folder; no part of .ci/run.
 */
export default {
  mutate: [
    "scripts/check/**/*.ts",
    "scripts/analyse/**/*.ts",
    "scripts/recognise/meaning/**/*.ts",
    "scripts/recognise/periods/**/*.ts",
    "scripts/publish/proofs/**/*.ts",
    "scripts/publish/swap.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation.vitest.config.ts" },
  // Only the tests that reach a fault are run against it.
  coverageAnalysis: "perTest",
  concurrency: 2,
  // A fault that makes a loop endless is stopped by its count of turns; the clock is for the others, on a busy machine.
  timeoutMS: 20_000,
  // None: Stryker would rewrite it for its copy with a function that TypeScript 7 no longer has; nothing here needs it.
  tsconfigFile: "",
  tempDirName: ".cache/mutation",
  ignorePatterns: ["/dist", "/tests/artefacts", "/.cache"],
  incrementalFile: ".cache/mutation-incremental.json",
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false },
  jsonReporter: { fileName: ".cache/mutation.json" },
  thresholds: { high: 95, low: 85, break: 85 },
};
