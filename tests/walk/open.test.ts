import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openFile } from "../../scripts/walk/open.ts";

/** What is started, and what the program that would open the file answers. */
const machine = vi.hoisted(() => ({
  started: [] as string[],
  answer: (_child: { emit: (event: string, value: unknown) => void }): void => {},
}));
vi.mock("node:child_process", () => ({
  spawn: (program: string, args: readonly string[]) => {
    machine.started.push([program, ...args].join(" "));
    const child = Object.assign(new EventEmitter(), { unref: () => {} });
    setImmediate(() => machine.answer(child));
    return child;
  },
}));
const on = (platform: NodeJS.Platform, env: Readonly<Record<string, string>>): void => {
  vi.stubGlobal("process", { ...process, platform, env });
};
beforeEach(() => {
  machine.started = [];
  machine.answer = (child) => child.emit("exit", 0);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a file is opened by the system's own program, named by its full path", async () => {
  on("win32", { SystemRoot: "D:\\Windows" });
  expect(await openFile("a.pdf")).toBe(true);
  on("linux", { WAYLAND_DISPLAY: "wayland-0" });
  expect(await openFile("a.pdf")).toBe(true);
  expect(machine.started).toEqual([
    "D:\\Windows\\System32\\rundll32.exe url.dll,FileProtocolHandler a.pdf",
    "/usr/bin/xdg-open a.pdf",
  ]);
});

test("a program that is not there or that refuses opens nothing, and neither does a machine without windows", async () => {
  on("linux", { DISPLAY: ":0" });
  machine.answer = (child) => child.emit("exit", 3);
  expect(await openFile("a.pdf")).toBe(false);
  machine.answer = (child) => child.emit("error", new Error("not there"));
  expect(await openFile("a.pdf")).toBe(false);
  on("linux", {});
  expect(await openFile("a.pdf")).toBe(false);
  expect(machine.started).toHaveLength(2);
});
