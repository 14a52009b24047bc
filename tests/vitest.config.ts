import { globSync, readFileSync, statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { EachRuleFires, NOTES_RULES } from "./each-rule-fires.ts";

const ROOT = resolve(import.meta.dirname, "..");

/**
 * A worker loads the program once, and not once a test file, which is more than half of the time of most. Only a file that puts something
 * in the place of a module or of a variable of its process has a process of its own; so has what compares the bytes of the demo's workbooks,
 * for the library that writes them keeps the number formats of those that it has read. A function that a test spies on is given back after it.
 */
const CHANGES_ITS_PROCESS = /\bvi\.(?:mock|doMock|stub)|process\.env\.\w+ = |defineProperty\(process|demoFiles\(/;
const TOGETHER = globSync("tests/**/*.test.ts", { cwd: ROOT })
  .filter((file) => !CHANGES_ITS_PROCESS.test(readFileSync(resolve(ROOT, file), "utf8")))
  .map((file) => file.replaceAll("\\", "/"));

/**
 * Where tests write, unless TMPDIR says: in memory on a machine that has room there, and runs programs from there. A register and a
 * bulletin wait for the disk at each of their steps, and no test is about how long.
 */
function temporaryFolders(): { readonly TMPDIR?: string } {
  if (process.env.TMPDIR !== undefined || process.platform !== "linux") return {};
  const [, options = "noexec"] = /^tmpfs \/dev\/shm tmpfs (\S+)/m.exec(readFileSync("/proc/mounts", "utf8")) ?? [];
  if (options.split(",").includes("noexec")) return {};
  const { bavail, bsize } = statfsSync("/dev/shm");
  return bavail * bsize > 4 * 2 ** 30 ? { TMPDIR: "/dev/shm" } : {};
}

export default defineConfig(({ mode }) => {
  // Of what the tests draw: the same every day, another one every night, and always said.
  const isNightly = mode === "nightly";
  const seed = process.env.SEED ?? (isNightly ? String(Date.now() % 1_000_000) : "2026");
  console.log(`SEED=${seed}`);
  return {
    root: ROOT,
    plugins: [NOTES_RULES],
    test: {
      setupFiles: "tests/fired-rules.ts",
      reporters: ["default", new EachRuleFires()],
      projects: [
        { extends: true, test: { name: "together", include: TOGETHER, isolate: false } },
        { extends: true, test: { name: "apart", include: ["tests/**/*.test.ts"], exclude: TOGETHER } },
      ],
      globalSetup: "tests/private-folder.ts",
      env: { SEED: seed, ...temporaryFolders() },
      restoreMocks: true,
      expect: { requireAssertions: true }, // a test that asserts nothing cannot fail: it does
      // What the commands say is in text files beside the tests (CONTRIBUTING.md): one that was deleted is a fault too.
      update: process.env.ACCEPT === "1" ? "all" : "none",
      maxWorkers: availableParallelism() + 1, // while one waits for a process of its own or a browser, a core is free
      // No part of what is tested: a machine with twenty others at work on it passes too.
      testTimeout: isNightly ? 3 * 3_600_000 : 300_000,
      hookTimeout: 300_000,
    },
  };
});
