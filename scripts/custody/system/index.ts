/** The system at hand, and the real calls to it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { linux } from "./linux.ts";
import type { System, SystemCalls } from "./system.ts";
import { windows } from "./windows.ts";

/** The real calls to the operating system. */
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

export type { System, SystemCalls } from "./system.ts";

/** Any other Unix is asked as Linux is: what it does not have is said. */
export const systemFor = (platform: NodeJS.Platform, calls = realCalls): System =>
  platform === "win32" ? windows(calls) : linux(calls);

export const thisSystem: System = systemFor(process.platform);
