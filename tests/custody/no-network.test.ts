import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "sans-reseau-"));
afterAll(() => rmSync(root, { recursive: true }));
const build = (out: string): readonly string[] => [
  "npm",
  "run",
  "-s",
  "build",
  "--",
  "--data",
  "data/demo",
  "--out",
  join(root, out),
];
const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { encoding: "utf8", timeout: 170_000 });
const written = (out: string): readonly string[] =>
  readdirSync(join(root, out)).filter((name) => existsSync(join(root, out, name, "bulletin.pdf")));

/** A namespace of the kernel with no network at all, not even the machine itself; without root, in a user namespace too. */
const UNSHARE = process.getuid?.() === 0 ? ["-n"] : ["-rn"];

test("the whole build succeeds where there is no network at all", { timeout: 180_000 }, (context) => {
  if (run("unshare", [...UNSHARE, "true"]).status !== 0)
    context.skip("this system gives no network namespace (unshare -n)");
  const { status, stdout, stderr } = run("unshare", [...UNSHARE, ...build("unshare")]);
  expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  expect(written("unshare")).toHaveLength(1);
});

test("no process of the build connects, binds or sends to an Internet address", { timeout: 180_000 }, (context) => {
  const trace = join(root, "trace");
  const strace = ["-f", "-qq", "-e", "trace=connect,bind,sendto,sendmsg,sendmmsg,listen", "-o", trace];
  if (run("strace", ["-f", "-qq", "-o", join(root, "try"), "true"]).status !== 0)
    context.skip("strace is not installed, or may not trace here");
  const { status, stdout, stderr } = run("strace", [...strace, ...build("strace")]);
  expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  expect(written("strace")).toHaveLength(1);
  const calls = readFileSync(trace, "utf8").split("\n");
  expect(calls.length).toBeGreaterThan(10); // the browser talks to its own processes
  expect(calls.filter((call) => /AF_INET6?\b/.test(call))).toEqual([]);
});
