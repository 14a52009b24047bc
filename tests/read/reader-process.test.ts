/** The process that reads some of the files: answers in order, what takes too long, what ends it. */
import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { Format, SourceFile } from "../../scripts/model/grid.ts";
import { readApart } from "../../scripts/read/reader-process.ts";

/** The processes that were started, so that a test can end one. */
const started = vi.hoisted((): ChildProcess[] => []);
/** Those that are to be taken for one, in place of a real one. */
const standIns = vi.hoisted((): ChildProcess[] => []);
vi.mock("../../scripts/process/own-process.ts", async (original) => {
  const { forkModule } = await original<typeof import("../../scripts/process/own-process.ts")>();
  return {
    forkModule: (file: string) => {
      const child = standIns.shift() ?? forkModule(file);
      started.push(child);
      return child;
    },
  };
});

const fileOf = (name: string, bytes: Uint8Array): SourceFile => ({
  path: `2026-T3/${name}`,
  delivery: "2026-T3",
  name,
  sha256: "0".repeat(64),
  bytes,
});
const XLS = readFileSync("data/demo/2026-T3/IS 101 T3 2026.xls");
const PDF = "tests/fixtures/ist-pdf-families/data/2026-T2/I.S.T T2.pdf";
const sheet = (name: string) => ({ file: fileOf(name, XLS), format: "xls" as Format });

test("each file has its own grids, however many wait", async () => {
  const names = ["a.xls", "b.xls", "c.xls", "d.xls", "e.xls"];
  const apart = readApart(names.map(sheet));
  const read = await Promise.all(names.map((name) => apart.get(`2026-T3/${name}`)));
  expect(read.map((result) => result?.value[0]?.file)).toEqual(names.map((name) => `2026-T3/${name}`));
  expect(read.every((result) => (result?.value[0]?.rows.length ?? 0) > 9)).toBe(true);
});

test("each file has its own grids, when one is longer to read than the next", async () => {
  const pdf = readFileSync(PDF);
  const apart = readApart([{ file: fileOf("a.pdf", pdf), format: "pdf" }, sheet("b.xls")]);
  const read = await Promise.all([...apart.values()]);
  expect(read.map((result) => result.value[0]?.file)).toEqual(["2026-T3/a.pdf", "2026-T3/b.xls"]);
});

test("a file that takes too long is refused, the next ones are read", async () => {
  const apart = readApart([sheet("a.xls"), sheet("b.xls")], 0.001); // no process starts in a thousandth of a second
  const [a, b] = await Promise.all([...apart.values()]);
  expect(a?.issues.map((i) => `${i.severity} ${i.rule}`)).toEqual(["error file-too-slow"]);
  expect(b?.issues.map((i) => `${i.severity} ${i.rule}`)).toEqual(["error file-too-slow"]);
  expect(a?.value).toEqual([]);
});

test("a file whose process cannot be spoken to is refused, the next ones are read", async () => {
  started.length = 0;
  const apart = readApart([sheet("a.xls"), sheet("b.xls")]);
  started[0]?.emit("error", new Error("EPIPE"));
  const [a, b] = await Promise.all([...apart.values()]);
  expect(a?.issues.map((i) => `${i.severity} ${i.rule}`)).toEqual(["error file-not-read"]);
  expect(b?.issues).toEqual([]);
  expect(b?.value[0]?.file).toBe("2026-T3/b.xls");
});

test("a file whose process ends is refused, the next ones are read", async () => {
  started.length = 0;
  const apart = readApart([sheet("a.xls"), sheet("b.xls"), sheet("c.xls")]);
  expect(started).toHaveLength(1);
  started[0]?.kill("SIGKILL");
  const [a, b, c] = await Promise.all([...apart.values()]);
  expect(a?.issues.map((i) => `${i.severity} ${i.rule}`)).toEqual(["error file-not-read"]);
  expect(a?.issues[0]?.message).toContain("Rien n'en a été lu");
  expect([b, c].map((result) => result?.issues.length)).toEqual([0, 0]);
  expect(c?.value[0]?.file).toBe("2026-T3/c.xls");
});

test("the time of a file is not counted while this process is busy and hears no answer", async () => {
  const answers = Object.assign(new EventEmitter(), {
    // heard a turn later than the clock
    send: () => setImmediate(() => setImmediate(() => answers.emit("message", { result: { value: [], issues: [] } }))),
    disconnect: () => {},
    kill: () => true,
  });
  standIns.push(answers as unknown as ChildProcess);
  const apart = readApart([sheet("a.xls")], 0.1);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300); // as long as three times what a file may take
  const [a] = await Promise.all([...apart.values()]);
  expect(a?.issues).toEqual([]);
});

/** A process that answers in its turn as told, and holds what it was sent. */
const standIn = (answers: readonly unknown[], more: object = {}) => {
  const names: string[] = [];
  const child = Object.assign(new EventEmitter(), {
    pid: 1,
    send: ({ file }: { readonly file: SourceFile }) => {
      const answer = answers[names.push(file.name) - 1];
      if (answer !== undefined) setImmediate(() => child.emit("message", answer));
    },
    disconnect: vi.fn(),
    kill: vi.fn(() => true),
    ...more,
  });
  standIns.push(child as unknown as ChildProcess);
  return { child, names };
};
const NOTHING = { result: { value: [], issues: [] } };

test("a file that breaks its reader is told to whoever awaits it, the next ones are read, each is sent once", async () => {
  const { child, names } = standIn([NOTHING, { error: "rompu" }, NOTHING, NOTHING]);
  const apart = readApart(["a.xls", "b.xls", "c.xls", "d.xls"].map(sheet));
  const said = await Promise.allSettled(apart.values());
  expect(said.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  await expect(apart.get("2026-T3/b.xls")).rejects.toThrow("rompu");
  expect(names).toEqual(["a.xls", "b.xls", "c.xls", "d.xls"]);
  expect([child.disconnect.mock.calls.length, child.kill.mock.calls.length]).toEqual([1, 0]);
});

test("a process that cannot be started is told for each file, and for none is one started", async () => {
  started.length = 0;
  const { child } = standIn([], { pid: undefined });
  const apart = readApart(["a.xls", "b.xls"].map(sheet));
  child.emit("error", new Error("EAGAIN"));
  for (const answer of apart.values()) await expect(answer).rejects.toThrow("EAGAIN");
  expect(started).toHaveLength(1);
  expect([readApart([]).size, started.length]).toEqual([0, 1]);
});

test("a file that takes too long is ended, and how long it had is said", async () => {
  const { child } = standIn([]);
  standIn([NOTHING]);
  const apart = readApart(["a.xls", "b.xls"].map(sheet), 0.01);
  const [a, b] = await Promise.all(apart.values());
  expect(a?.issues[0]).toMatchObject({
    message: expect.stringContaining("après 10 secondes"),
    place: { file: "2026-T3/a.xls" },
  });
  expect([b?.issues, child.kill.mock.calls]).toEqual([[], [["SIGKILL"]]]);
});

test("each file has its own time, counted from the answer before", async () => {
  let asked = 0;
  const answers = Object.assign(new EventEmitter(), {
    send: () => setTimeout(() => answers.emit("message", { result: { value: [], issues: [] } }), 200 * ++asked),
    disconnect: () => {},
    kill: () => true,
  });
  standIns.push(answers as unknown as ChildProcess);
  const apart = readApart([sheet("a.xls"), sheet("b.xls")], 0.3); // the second answer comes after 0.4 s
  const read = await Promise.all([...apart.values()]);
  expect(read.flatMap((result) => result.issues)).toEqual([]);
});
