import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { lockOutput } from "../../scripts/disk/output-lock.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { explainRefusal } from "../../scripts/publish/publication.ts";
import { heal, replaceFile, stage, swapIn } from "../../scripts/publish/swap.ts";
import { NIGHTLY } from "../draws.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let out: string;
beforeEach(() => {
  out = temporaryFolder("publication");
});

const files = (text: string): ReadonlyMap<string, string> => new Map([["bulletin.html", text]]);
const held = (): string => readFileSync(join(out, "2026-T1", "bulletin.html"), "utf8");

describe("a folder takes another's place", () => {
  test("the first time, and again, leaving nothing beside", () => {
    swapIn(stage(out, "2026-T1", files("ancien")), ["bulletin.html"]);
    expect(held()).toBe("ancien");
    swapIn(stage(out, "2026-T1", files("nouveau")), ["bulletin.html"]);
    expect(held()).toBe("nouveau");
    expect(readdirSync(out)).toEqual(["2026-T1"]);
  });

  test("a file of the old bulletin that the new one lacks does not stay", () => {
    swapIn(
      stage(
        out,
        "2026-T1",
        new Map([
          ["bulletin.html", "a"],
          ["reste.txt", "b"],
        ]),
      ),
      [],
    );
    swapIn(stage(out, "2026-T1", files("nouveau")), []);
    expect(existsSync(join(out, "2026-T1", "reste.txt"))).toBe(false);
  });

  test("killed between two renames, the next build puts the old bulletin back", () => {
    mkdirSync(join(out, ".ancien-2026-T1.1"));
    writeFileSync(join(out, ".ancien-2026-T1.1", "bulletin.html"), "ancien");
    stage(out, "2026-T1", files("nouveau"));
    heal(out);
    expect(held()).toBe("ancien");
    expect(readdirSync(out)).toEqual(["2026-T1"]);
  });

  test("killed after both renames, the next build only clears what is left", () => {
    mkdirSync(join(out, ".ancien-2026-T1.1"));
    swapIn(stage(out, "2026-T1", files("nouveau")), []);
    heal(out);
    expect(held()).toBe("nouveau");
    expect(readdirSync(out)).toEqual(["2026-T1"]);
  });

  test("what is not a working folder of the program is never touched", () => {
    writeFileSync(join(out, "notes.txt"), "x");
    mkdirSync(join(out, "2024-T4"));
    heal(out);
    expect(readdirSync(out).sort()).toEqual(["2024-T4", "notes.txt"]);
  });

  test("index.html is replaced whole", () => {
    replaceFile(out, "index.html", "a");
    replaceFile(out, "index.html", "b");
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("b");
    expect(readdirSync(out)).toEqual(["index.html"]);
  });
});

/** Files of one and the same folder: the mv of a killed process may put another in its place between two readings. */
function readTogether(folder: string, names: readonly string[]): readonly string[] {
  for (;;) {
    const { ino } = statSync(folder);
    const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
    if (statSync(folder).ino === ino) return texts;
  }
}

/** At each, other instants. */
const KILLS = 200;

test.skipIf(!NIGHTLY)(
  "killed at any instant while bulletins replace each other, the folder holds one of them, whole",
  async () => {
    const swap = resolve("scripts/publish/swap.ts");
    const lock = resolve("scripts/disk/output-lock.ts");
    // A child whose test is gone has nobody at the end of its pipe: its next word ends it.
    const code = `
    const { writeSync } = await import("node:fs");
    const { heal, stage, swapIn } = await import(${JSON.stringify(swap)});
    const { lockOutput } = await import(${JSON.stringify(lock)});
    const out = ${JSON.stringify(out)};
    using _lock = lockOutput(out);
    heal(out);
    for (let version = 0; ; version += 1) {
      const text = String(version).repeat(20_000);
      swapIn(stage(out, "2026-T1", new Map([["a", text], ["b", text], ["c", text]])), ["a", "b", "c"]);
      writeSync(1, ".");
    }`;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = new Promise((done) => child.once("exit", done));
      await new Promise((done) => child.stdout.once("data", done)); // the lock was free, and what the last kill left was set right
      await new Promise((done) => setTimeout(done, (kill * 37) % 100));
      child.kill("SIGKILL");
      await ended;
      const [a = "", b, c] = readTogether(join(out, "2026-T1"), ["a", "b", "c"]);
      expect(a.length % 20_000).toBe(0);
      expect(a.length).toBeGreaterThan(0);
      expect([b === a, c === a]).toEqual([true, true]);
    }
  },
);

describe("the lock", () => {
  /** A process that holds the lock of `out` until it, or this one, is killed. */
  async function holder() {
    const lock = resolve("scripts/disk/output-lock.ts");
    const code = `const { lockOutput } = await import(${JSON.stringify(lock)}); globalThis.held = lockOutput(${JSON.stringify(out)}); console.log("pris"); process.stdin.resume();`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await new Promise((done) => child.stdout.once("data", done));
    return child;
  }

  test("refuses a second build while one is at work, and says what to do", async () => {
    const child = await holder();
    try {
      expect(() => lockOutput(out)).toThrow(
        expect.objectContaining({
          name: "UserError",
          message: expect.stringContaining("Une autre commande écrit en ce moment"),
        }),
      );
    } finally {
      child.kill("SIGKILL");
    }
  });

  test("is free as soon as its process is killed, and when it is given back", async () => {
    const child = await holder();
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await ended;
    for (let held = 0; held < 2; held++) expect(() => lockOutput(out)[Symbol.dispose]()).not.toThrow();
  });
});

describe("refusals of the disk", () => {
  const refusal = (code: string): unknown =>
    explainRefusal(Object.assign(new Error(code), { code, path: "/dist/2026-T1/bulletin.pdf" }), "/dist");

  test.each([
    ["ENOSPC", "le disque est plein"],
    ["EROFS", "lecture seule"],
    ["EACCES", "n'en a pas le droit"],
    ["EBUSY", "un fichier y est ouvert"],
    ["EPERM", "un fichier y est ouvert"],
  ])("%s is told in French, with what to do", (code, words) => {
    const told = refusal(code);
    expect(told).toBeInstanceOf(UserError);
    expect(told).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(words),
      hint: expect.stringMatching(/\.$/),
    });
  });

  test("what is not the disk's fault stays what it was", () => {
    const bug = new TypeError("x");
    expect(explainRefusal(bug, "/dist")).toBe(bug);
  });

  test.each(["\\\\?\\C:\\Clé\\dist\\2026-T1", "C:\\Cl\ufffd\\dist"])(
    "%s is no path that a person knows: the folder is named",
    (path) => {
      const told = explainRefusal(Object.assign(new Error(), { code: "EBUSY", path }), "dist");
      expect(told).toMatchObject({ message: expect.stringContaining("dans dist : un fichier y est ouvert") });
    },
  );

  test("an output path that is a file is refused by name", () => {
    writeFileSync(join(out, "fichier"), "");
    let told: unknown;
    try {
      lockOutput(join(out, "fichier", "dist"));
    } catch (error) {
      told = explainRefusal(error, out);
    }
    expect(told).toBeInstanceOf(UserError);
  });
});
