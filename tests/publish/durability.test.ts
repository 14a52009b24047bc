/** After a power cut too, what was put in place is whole: each file is forced to the disk before the renaming that shows it. */
import type { openSync, PathLike } from "node:fs";
import { relative } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { replaceFile, stage, swapIn } from "../../scripts/publish/swap.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** What is asked of the disk and of `mv`, in order. */
const asked = vi.hoisted(() => ({ out: "", log: [] as string[], exchanges: false }));
const short = (path: unknown): string => relative(asked.out, String(path)).replace(String(process.pid), "PID") || ".";
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const open = new Map<number, string>();
  return {
    ...real,
    openSync: (...order: Parameters<typeof openSync>) => {
      const descriptor = real.openSync(...order);
      open.set(descriptor, short(order[0]));
      return descriptor;
    },
    fsyncSync: (descriptor: number) => {
      asked.log.push(`sync ${open.get(descriptor)}`);
      real.fsyncSync(descriptor);
    },
    closeSync: (descriptor: number) => {
      if (open.has(descriptor)) asked.log.push(`close ${open.get(descriptor)}`);
      open.delete(descriptor);
      real.closeSync(descriptor);
    },
    renameSync: (from: PathLike, to: PathLike) => {
      asked.log.push(`rename ${short(from)} -> ${short(to)}`);
      real.renameSync(from, to);
    },
  };
});
vi.mock("node:child_process", async (original) => ({
  ...(await original<typeof import("node:child_process")>()),
  spawnSync: (program: string, args: readonly string[], options: { readonly stdio: string }) => {
    const words = args.map((arg) => (arg.startsWith("-") ? arg : short(arg)));
    asked.log.push(`${program} ${words.join(" ")} (${options.stdio})`);
    return { status: asked.exchanges ? 0 : 1 };
  },
}));

const platform = process.platform;
const on = (name: NodeJS.Platform): void => void Object.defineProperty(process, "platform", { value: name });
let out: string;
beforeEach(() => {
  out = temporaryFolder("durable");
  Object.assign(asked, { out, log: [], exchanges: false });
});
afterEach(() => on(platform));

const put = (): void =>
  swapIn(
    stage(
      out,
      "2026-T1",
      new Map([
        ["a", "1"],
        ["b", "2"],
      ]),
    ),
    ["a", "b"],
  );
const forced = (path: string): string[] => [`sync ${path}`, `close ${path}`];
const STAGED = ".en-cours-2026-T1.PID";
const WRITTEN = [...forced(`${STAGED}/a`), ...forced(`${STAGED}/b`), ...forced(STAGED)];

test.skipIf(platform === "win32")(
  "the first time: its files, its folder, the renaming, then the folder that holds it",
  () => {
    on("linux");
    put();
    expect(asked.log).toEqual([...WRITTEN, `rename ${STAGED} -> 2026-T1`, ...forced(".")]);
  },
);

test.skipIf(platform === "win32")("in the place of another, exchanged in one step by the system's own mv", () => {
  on("linux");
  put();
  Object.assign(asked, { log: [], exchanges: true });
  put();
  expect(asked.log).toEqual([
    ...WRITTEN,
    `/usr/bin/mv --exchange --no-target-directory -- ${STAGED} 2026-T1 (ignore)`,
    ...forced("."),
  ]);
});

test.skipIf(platform === "win32")("in the place of another, where mv cannot: aside, in place, then shown", () => {
  on("linux");
  put();
  asked.log = [];
  put();
  expect(asked.log.slice(WRITTEN.length + 1)).toEqual([
    "rename 2026-T1 -> .ancien-2026-T1.1",
    `rename ${STAGED} -> 2026-T1`,
    ...forced("."),
  ]);
});

test.skipIf(platform === "win32")("on another system no mv is asked for", () => {
  on("darwin");
  put();
  asked.log = [];
  put();
  expect(asked.log.filter((line) => line.includes("mv"))).toEqual([]);
  expect(asked.log).toContain("sync .");
});

test("on Windows, where no folder can be opened, nothing is forced", () => {
  on("win32");
  put();
  put();
  expect(asked.log.filter((line) => /^sync|^close|mv/.test(line))).toEqual([]);
});

test.skipIf(platform === "win32")("a file of the output folder is forced to the disk before it takes its name", () => {
  replaceFile(out, "index.html", "x");
  expect(asked.log).toHaveLength(3);
  expect(asked.log.map((line) => line.split(" ")[0])).toEqual(["sync", "close", "rename"]);
  expect(asked.log[2]).toMatch(/ -> index\.html$/);
});
