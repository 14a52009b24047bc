/** The real calls to the operating system. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { SystemCalls } from "./system.ts";

export const realCalls: SystemCalls = {
  readText: (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return null; // the caller says what an absent file means
    }
  },
  run: (file, args) => {
    try {
      return execFileSync(file, args, {
        encoding: "utf8",
        timeout: 5000,
        windowsHide: true,
        stdio: ["ignore", "pipe", "ignore"],
      });
    } catch {
      return null; // the caller says what a refusal means
    }
  },
  env: (name) => process.env[name],
};
