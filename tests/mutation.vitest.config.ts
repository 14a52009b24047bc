/** The tests that concern the folders into which `npm run mutation` puts faults. */
import { defineConfig } from "vitest/config";
import configOf from "./vitest.config.ts";

const all = configOf({ mode: "test", command: "serve" });

export default defineConfig({
  ...all,
  test: {
    ...all.test,
    include: [],
    projects: [
      // Those that put nothing in the place of a module load the program once, and not once a file: a third of the time.
      {
        extends: true,
        test: {
          name: "together",
          include: ["tests/{analyse,check,recognise}/**/*.test.ts", "tests/publish/proofs.test.ts"],
          // The fixtures are whole files: half a second of reading for each fault, which the tables written out already tell.
          exclude: ["tests/analyse/work.test.ts", "tests/recognise/fixtures.test.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: ["tests/analyse/work.test.ts", "tests/publish/{durability,replacement,swap}.test.ts"],
        },
      },
    ],
  },
});
