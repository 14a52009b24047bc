/** The process that reads some of the files: answers in order, what takes too long, what ends it. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Format, SourceFile } from "../../scripts/model/grid.ts";
import { readApart } from "../../scripts/read/reader-process.ts";

const fileOf = (name: string, bytes: Uint8Array): SourceFile => ({
  path: `2026-T3/${name}`,
  delivery: "2026-T3",
  name,
  sha256: "0".repeat(64),
  bytes,
});
const XLS = readFileSync("data/demo/2026-T3/IS 101 T3 2026.xls");
const sheet = (name: string) => ({ file: fileOf(name, XLS), format: "xls" as Format });

test("each file has its own grids, however many wait", async () => {
  const names = ["a.xls", "b.xls", "c.xls", "d.xls", "e.xls"];
  const apart = readApart(names.map(sheet));
  const read = await Promise.all(names.map((name) => apart.get(`2026-T3/${name}`)));
  expect(read.map((result) => result?.value[0]?.file)).toEqual(names.map((name) => `2026-T3/${name}`));
  expect(read.every((result) => (result?.value[0]?.rows.length ?? 0) > 9)).toBe(true);
});

test("a file that takes too long is refused, the next ones are read", async () => {
  const apart = readApart([sheet("a.xls"), sheet("b.xls")], 0.001); // no process starts in a thousandth of a second
  const [a, b] = await Promise.all([...apart.values()]);
  expect(a?.issues.map((i) => i.rule)).toEqual(["file-too-slow"]);
  expect(b?.issues.map((i) => i.rule)).toEqual(["file-too-slow"]);
  expect(a?.value).toEqual([]);
});

/** Process numbers of the readers that this process has started. */
const readers = (): readonly number[] =>
  readdirSync("/proc/self/task")
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number))
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("reader-child.ts"));

test.skipIf(process.platform !== "linux")("a file whose process ends is refused, the next ones are read", async () => {
  // those of the tests before may still be ending
  const others = readers();
  const apart = readApart([sheet("a.xls"), sheet("b.xls"), sheet("c.xls")]);
  const own = readers().filter((pid) => !others.includes(pid));
  expect(own).toHaveLength(1);
  for (const pid of own) process.kill(pid, "SIGKILL");
  const [a, b, c] = await Promise.all([...apart.values()]);
  expect(a?.issues.map((i) => i.rule)).toEqual(["file-not-read"]);
  expect(a?.issues[0]?.message).toContain("Rien n'en a été lu");
  expect([b, c].map((result) => result?.issues.length)).toEqual([0, 0]);
  expect(c?.value[0]?.file).toBe("2026-T3/c.xls");
});
