import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  test: {
    include: ["tests/**/*.test.ts"],
    update: process.env.ACCEPT === "1", // what the commands say, in text files beside the tests: CONTRIBUTING.md
    maxWorkers: "100%", // on two cores, one worker leaves the other idle: many tests wait for a process of their own
    isolate: true, // chosen: tests change folders and variables of their process
    // What pdf.js asks for when it is imported: several tests read PDFs with it.
    setupFiles: ["scripts/read/pdf/drawing/globals.ts"],
    // Long enough for a busy machine with two cores: a test that measures time says its own limit.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
