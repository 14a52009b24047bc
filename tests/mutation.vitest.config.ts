/** The tests that concern the folders into which `npm run mutation` puts faults. */
import { defineConfig } from "vitest/config";
import all from "./vitest.config.ts";

export default defineConfig({
  ...all,
  test: {
    ...all.test,
    include: [
      "tests/check/*.test.ts",
      "tests/analyse/*.test.ts",
      "tests/recognise/**/*.test.ts",
      "tests/publish/{durability,proofs,replacement,swap}.test.ts",
    ],
  },
});
