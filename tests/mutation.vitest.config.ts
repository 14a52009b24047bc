/** The tests that concern the folders into which `npm run mutation` puts faults. */
import { defineConfig } from "vitest/config";
import all from "./vitest.config.ts";

export default defineConfig({
  ...all,
  test: {
    ...all.test,
    include: [],
    projects: [
      // Those that change nothing of their process load the program once, and not once a file: a third of the time.
      { extends: true, test: { name: "together", include: ["tests/{check,recognise}/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "apart",
          include: ["tests/analyse/*.test.ts", "tests/publish/{durability,proofs,replacement,swap}.test.ts"],
        },
      },
    ],
  },
});
