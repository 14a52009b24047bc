import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Long enough for a busy machine with two cores: a test that measures time says its own limit.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
