import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => {
  // Of what the tests draw: the same every day, another one every night, and always said.
  const isNightly = mode === "nightly";
  const seed = process.env.SEED ?? (isNightly ? String(Date.now() % 1_000_000) : "2026");
  console.log(`SEED=${seed}`);
  return {
    root: resolve(import.meta.dirname, ".."),
    test: {
      include: ["tests/**/*.test.ts"],
      env: { SEED: seed },
      // What the commands say is in text files beside the tests (CONTRIBUTING.md): one that was deleted is a fault too.
      update: process.env.ACCEPT === "1" ? "all" : "none",
      maxWorkers: "100%", // on two cores, one worker leaves the other idle: many tests wait for a process of their own
      isolate: true, // chosen: tests change folders and variables of their process
      // What pdf.js asks for when it is imported: several tests read PDFs with it.
      setupFiles: ["scripts/read/pdf/drawing/globals.ts"],
      // No part of what is tested: a machine with twenty others at work on it passes too.
      testTimeout: isNightly ? 3 * 3_600_000 : 300_000,
      hookTimeout: 300_000,
    },
  };
});
