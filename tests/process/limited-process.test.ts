/** Jobs of a second process: each has its answer; one that takes too much or ends the process is told, and the others are done. */
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { doApart } from "../../scripts/process/limited-process.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Job } from "./job-child.ts";

vi.mock("node:child_process", async (original) => {
  const real = await original<typeof import("node:child_process")>();
  return { ...real, fork: vi.fn(real.fork) };
});

const CHILD = join(import.meta.dirname, "job-child.ts");
const LIMITS = { seconds: 1, megabytes: 300 };
const outcome = async (jobs: readonly Job[]): Promise<readonly string[]> => {
  vi.mocked(fork).mockClear();
  const ended = ({ name }: Job, why: string): string => `${name} : ${why}`;
  const results = await Promise.allSettled(doApart(CHILD, { shared: "fait", jobs }, { limits: LIMITS, ended }));
  return results.map((r) => (r.status === "fulfilled" ? r.value : String(r.reason).slice(0, 20)));
};

test("each has its own answer, in one process, however many wait", async () => {
  expect(await outcome(["a", "b", "c", "d", "e"].map((name) => ({ name })))).toEqual(
    ["a", "b", "c", "d", "e"].map((name) => `${name} fait`),
  );
  expect(fork).toHaveBeenCalledTimes(1);
  expect(await outcome([])).toEqual([]);
  expect(fork).toHaveBeenCalledTimes(0);
});

test("one that computes without end is told, the others are done", async () => {
  expect(await outcome([{ name: "a" }, { name: "b", does: "compute" }, { name: "c" }])).toEqual([
    "a fait",
    "b : time",
    "c fait",
  ]);
  expect(fork).toHaveBeenCalledTimes(2);
});

test("one that takes memory without end is told, the others are done", async () => {
  expect(await outcome([{ name: "a", does: "fill" }, { name: "b" }])).toEqual(["a : memory", "b fait"]);
});

test("one that ends its process is told, the others are done", async () => {
  expect(await outcome([{ name: "a", does: "die" }, { name: "b" }])).toEqual(["a : early", "b fait"]);
});

test("what the jobs before left in memory is no fault of a job: it is done by a process of its own", async () => {
  const leaves = (name: string): Job => ({ name, does: "leave 150 MB" });
  expect(await outcome([leaves("a"), leaves("b"), leaves("c")])).toEqual(["a fait", "b fait", "c fait"]);
  expect(vi.mocked(fork).mock.calls.length).toBeGreaterThan(1);
});

test("time spent waiting is not counted", async () => {
  expect(await outcome([{ name: "a", does: "wait" }])).toEqual(["a fait"]);
});

test("one that breaks is told to whoever awaits it, the others are done by the same process", async () => {
  expect(await outcome([{ name: "a", does: "break" }, { name: "b" }])).toEqual(["Error: Error: rompu\n", "b fait"]);
  expect(fork).toHaveBeenCalledTimes(1);
});

test("what Node calls an error comes with it: a missing library is told as one", async () => {
  const [promise] = doApart(
    CHILD,
    { shared: "", jobs: [{ name: "a", does: "miss" }] },
    { limits: LIMITS, ended: () => "" },
  );
  await expect(promise).rejects.toMatchObject({ code: "ERR_MODULE_NOT_FOUND" });
});

test("a process that does not start lacks a library, and no job is at fault", async () => {
  const file = join(import.meta.dirname, "no-such-module.ts");
  const promises = doApart(
    file,
    { shared: "", jobs: [{ name: "a" }, { name: "b" }] },
    { limits: LIMITS, ended: () => "" },
  );
  for (const promise of promises) await expect(promise).rejects.toMatchObject({ code: "ERR_MODULE_NOT_FOUND" });
});

// Windows gives the exit code 1 to what is killed
test.skipIf(process.platform === "win32")("one that is killed as it starts lacks no library", async () => {
  const file = join(temporaryFolder("tue"), "killed.mjs");
  writeFileSync(file, 'process.kill(process.pid, "SIGKILL"); await new Promise(() => {});');
  const [promise] = doApart(file, { shared: "", jobs: ["a"] }, { limits: LIMITS, ended: (_, why) => why });
  await expect(promise).resolves.toBe("early");
});

test("a process that cannot be started is told for each", async () => {
  const { execPath } = process;
  process.execPath = "/nulle/part";
  try {
    expect((await outcome([{ name: "a" }, { name: "b" }])).every((said) => said.startsWith("Error: spawn"))).toBe(true);
  } finally {
    process.execPath = execPath;
  }
});
