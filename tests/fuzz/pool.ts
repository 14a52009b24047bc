/** A child process that reads files one at a time, ended and started anew when it hangs, dies or grows too much. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { SourceFile } from "../../scripts/model/grid.ts";
import type { Answer } from "./child.ts";

export const TIME_LIMIT_MS = 10_000;
export const MEMORY_LIMIT_MIB = 1024;

export type Reply = Answer | { readonly hang: true } | { readonly death: string };

export interface Reader {
  readonly read: (file: SourceFile) => Promise<Reply>;
  readonly end: () => void;
}

export function startReader(): Reader {
  let child: ChildProcess | undefined;
  /** The end of what the child has printed: it tells why it died. */
  let words = "";
  const start = (): ChildProcess => {
    const started = fork(join(import.meta.dirname, "child.ts"), {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MIB}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    words = "";
    started.stderr?.on("data", (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-1500);
    });
    return started;
  };
  const end = (): void => {
    child?.kill("SIGKILL");
    child = undefined;
  };
  const read = (file: SourceFile): Promise<Reply> =>
    new Promise((resolve) => {
      const current = child ?? start();
      child = current;
      const settle = (reply: Reply): void => {
        clearTimeout(timer);
        current.removeAllListeners();
        const isLarge = "peakMiB" in reply && reply.peakMiB > MEMORY_LIMIT_MIB;
        if ("hang" in reply || "death" in reply || isLarge) end();
        resolve(reply);
      };
      // Starting the process and loading the readers count in the first file's time: they are given as much again.
      const timer = setTimeout(() => settle({ hang: true }), TIME_LIMIT_MS * 2);
      current.once("message", (answer: Answer) =>
        settle(answer.milliseconds > TIME_LIMIT_MS ? { hang: true } : answer),
      );
      current.once("exit", (code, signal) => settle({ death: `exit ${code} ${signal}: ${words}` }));
      current.send(file);
    });
  return { read, end };
}
