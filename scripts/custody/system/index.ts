/** The system at hand. */
import { realCalls } from "./calls.ts";
import { linux } from "./linux.ts";
import type { System } from "./system.ts";
import { windows } from "./windows.ts";

export type { ClosedFile, Encryption, System, SystemCalls } from "./system.ts";

/** Any other Unix is asked as Linux is: what it does not have is said. */
export const systemFor = (platform: NodeJS.Platform, calls = realCalls): System =>
  platform === "win32" ? windows(calls) : linux(calls);

export const thisSystem: System = systemFor(process.platform);
