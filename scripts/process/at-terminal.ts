/** A command of the program in its own process, at the same terminal: what it shows, asks and refuses is the same as when it is typed. */
import { spawn } from "node:child_process";
import { join } from "node:path";

const PRELOAD = new URL("../preload.js", import.meta.url).href;
const COMMANDS = join(import.meta.dirname, "..");

/** What a program that Ctrl+C has ended leaves: its own code (128, and the number of the signal), and that of Windows. */
const STOPPED: readonly unknown[] = [130, 0xc000013a];

/** @param name "check". @returns its exit code; null: it was stopped by Ctrl+C. */
export async function runAtTerminal(name: string, args: readonly string[]): Promise<0 | 1 | 2 | null> {
  const file = join(COMMANDS, `${name}.ts`);
  const child = spawn(process.execPath, ["--import", PRELOAD, file, ...args], { stdio: "inherit" });
  const wait = (): void => {}; // Ctrl+C ends the command; this one then says how to go on
  process.on("SIGINT", wait);
  try {
    return await new Promise((done, failed) => {
      child.once("error", failed);
      child.once("exit", (code, signal) => {
        const isStopped = signal === "SIGINT" || STOPPED.includes(code);
        done(isStopped ? null : code === 0 || code === 1 ? code : 2);
      });
    });
  } finally {
    process.off("SIGINT", wait);
  }
}
