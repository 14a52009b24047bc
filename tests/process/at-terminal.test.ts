/** The command in its own process: the same program, with what is loaded before it; how it ended is known, Ctrl+C is left to it. */
import { EventEmitter } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test, vi } from "vitest";
import { runAtTerminal } from "../../scripts/process/at-terminal.ts";

const { started } = vi.hoisted(() => ({
  started: [] as { readonly typed: readonly unknown[]; child: EventEmitter }[],
}));
vi.mock("node:child_process", () => ({
  spawn: (...typed: readonly unknown[]) => {
    const child = new EventEmitter();
    started.push({ typed, child });
    return child;
  },
}));
beforeEach(() => {
  started.length = 0;
});

const SCRIPTS = join(import.meta.dirname, "../../scripts");

test("is what would be typed, at the same terminal", async () => {
  const ended = runAtTerminal("check", ["--data", "ailleurs"]);
  const [{ typed: [program, words, options] = [], child } = { child: new EventEmitter() }] = started;
  const [flag, preload = "", ...rest] = words as readonly string[];
  expect([program, flag, fileURLToPath(preload)]).toEqual([process.execPath, "--import", join(SCRIPTS, "preload.js")]);
  expect([rest, options]).toEqual([[join(SCRIPTS, "check.ts"), "--data", "ailleurs"], { stdio: "inherit" }]);
  child.emit("exit", 0);
  expect(await ended).toBe(0);
});

test.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [134, 2],
  [null, 2], // ended by a signal
])("that ends with %s ends here with %s", async (code, expected) => {
  const before = process.listenerCount("SIGINT");
  const ended = runAtTerminal("check", []);
  expect(process.listenerCount("SIGINT")).toBe(before + 1);
  started[0]?.child.emit("exit", code);
  expect(await ended).toBe(expected);
  expect(process.listenerCount("SIGINT")).toBe(before);
});

test("that cannot be started is told", async () => {
  const ended = runAtTerminal("check", []);
  started[0]?.child.emit("error", new Error("EAGAIN"));
  await expect(ended).rejects.toThrow("EAGAIN");
});
