/** The bundle that commands start from: made once, never older than its sources, and of no consequence for what is written. */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ROOT = resolve(import.meta.dirname, "..");

function node(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", env });
  expect(stderr).not.toContain("Warning");
  if (status !== 0) throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
  return stdout.trim();
}

describe("a program of two modules", () => {
  let root: string;
  const at = (path: string): string => join(root, path);
  const start = (): string => node(root, ["scripts/start.js", "build.ts", "x"]);
  const programs = (): string => at("node_modules/.cache/programs");
  /** The bundle that is kept. */
  const kept = (): string => {
    const { folder } = JSON.parse(readFileSync(join(programs(), "current.json"), "utf8")) as {
      readonly folder: string;
    };
    return join(programs(), folder);
  };
  const compiled = (): string => join(kept(), "build.js.compiled");
  /** Sources last written long ago, as they stand once installed: bundled, they may be kept. */
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done, 150));
  };

  beforeEach(async () => {
    root = temporaryFolder("programme");
    mkdirSync(at("scripts/publish"), { recursive: true });
    mkdirSync(at("node_modules"));
    symlinkSync(join(ROOT, "node_modules/esbuild"), at("node_modules/esbuild"), "dir");
    for (const name of ["start.js", "runtime.js", "bundle.ts"])
      copyFileSync(join(ROOT, "scripts", name), at(`scripts/${name}`));
    writeFileSync(at("package.json"), '{ "type": "module" }');
    writeFileSync(at("scripts/word.ts"), 'export const word: string = "un\u202fé";');
    writeFileSync(
      at("scripts/build.ts"),
      `import { basename } from "node:path";
       import { word } from "./word.ts";
       try { (Object.freeze({ a: 1 }) as { a: number }).a = 2; console.log("sloppy"); } catch {}
       console.log(word, /^[é\u2212]$/.test("\u2212"), process.argv.slice(2).join(), basename(import.meta.dirname), import.meta.url.slice(-9));`,
    );
    writeFileSync(at("scripts/publish/publisher-child.ts"), "export {};");
    await settle();
  });

  test("is bundled once, and prints what its sources print", () => {
    const expected = node(root, ["scripts/build.ts", "x"]);
    expect(expected).toBe("un\u202fé true x scripts /build.ts");
    expect(start()).toBe(expected);
    const bundled = kept();
    const first = statSync(compiled()).mtimeMs;
    expect(start()).toBe(expected);
    expect(kept()).toBe(bundled);
    expect(statSync(compiled()).mtimeMs).toBe(first);
  });

  test("a source that changed is never run as it was, whatever its size and its date", async () => {
    expect(start()).toMatch(/^un/);
    const { atime, mtime } = statSync(at("scripts/word.ts"));
    writeFileSync(at("scripts/word.ts"), 'export const word: string = "eu\u202fé";');
    utimesSync(at("scripts/word.ts"), atime, mtime);
    expect(start()).toMatch(/^eu/);
    await settle();
    expect(start()).toMatch(/^eu/);
    rmSync(at("scripts/word.ts"));
    expect(start).toThrow("word.ts");
  });

  test("a source written while it is bundled is not noted: the next start bundles again", async () => {
    const folder = await bundle(root, programs(), (file) => {
      if (file.endsWith("word.ts")) writeFileSync(file, 'export const word: string = "deux";');
      return "";
    });
    expect(readdirSync(programs())).toEqual([basename(folder ?? "")]);
    expect(readdirSync(folder ?? "").toSorted()).toEqual(["build.js", "publisher-child.js"]);
  });

  test("libraries installed anew are bundled anew, and a bundle that is surely made leaves", async () => {
    start();
    const before = kept();
    utimesSync(before, 0, 0);
    writeFileSync(at("node_modules/.package-lock.json"), "{}");
    await settle();
    start();
    expect(readdirSync(programs()).toSorted()).toEqual(["current.json", basename(kept())].toSorted());
    expect(kept()).not.toBe(before);
  });

  test("what was kept and damaged since is made anew", () => {
    const expected = start();
    const bytes = readFileSync(compiled());
    bytes.fill(7, bytes.length >> 1);
    writeFileSync(compiled(), bytes);
    expect(start()).toBe(expected);
    expect(readFileSync(compiled()).equals(bytes)).toBe(false);
    writeFileSync(join(programs(), "current.json"), '{"node":');
    expect(start()).toBe(expected);
    for (const damage of [
      () => writeFileSync(join(kept(), "build.js"), ""),
      () => rmSync(join(kept(), "publisher-child.js")),
      () => rmSync(kept(), { recursive: true }),
    ]) {
      damage();
      expect(start()).toBe(expected);
      expect(readdirSync(kept()).toSorted()).toEqual(["build.js", "build.js.compiled", "publisher-child.js"]);
    }
  });

  test("an installation may have any name", () => {
    const odd = join(temporaryFolder("programme"), "à $$ & $& #");
    cpSync(root, odd, { recursive: true, verbatimSymlinks: true });
    expect(node(odd, ["scripts/start.js", "build.ts", "x"])).toBe(node(odd, ["scripts/build.ts", "x"]));
  });

  test("where nothing can be kept, the sources run", () => {
    writeFileSync(at("node_modules/.cache"), "");
    expect(start()).toBe("un\u202fé true x scripts /build.ts");
    expect(readFileSync(at("node_modules/.cache"), "utf8")).toBe("");
  });

  test("what was compiled by a short run is completed by a longer one", () => {
    start();
    const before = readFileSync(compiled());
    const short = Buffer.from(before);
    short.writeUInt32LE(1, 4); // a run of 1 ms
    writeFileSync(compiled(), short);
    start();
    expect(readFileSync(compiled()).readUInt32LE(4)).toBeGreaterThan(1);
  });
});

test("the program itself is bundled without a warning", async () => {
  const programs = temporaryFolder("programme");
  expect(await bundle(ROOT, programs, () => "")).toContain(programs);
});

test("the demo's bulletin is the same, byte for byte, from the bundle and from the sources", {
  timeout: 120_000,
}, () => {
  const out = temporaryFolder("construction");
  const build = (name: string, how: readonly string[], env?: NodeJS.ProcessEnv): string => {
    node(ROOT, [...how, "--data", "data/demo", "--out", join(out, name)], env);
    return join(out, name);
  };
  const expected = build("sources", ["scripts/build.ts"]);
  const quarter = readdirSync(expected).find((name) => /^\d{4}-T\d$/.test(name)) ?? "";
  const files = ["index.html", ...readdirSync(join(expected, quarter)).map((name) => join(quarter, name))];
  expect(files).toHaveLength(7);
  // the first unpacks the browser, and bundles the style and the script of the pages, as on a new machine
  const unused = { ...process.env, XDG_CACHE_HOME: join(out, "cache") };
  for (const run of ["premier", "second"]) {
    const made = build(run, ["scripts/start.js", "build.ts"], unused);
    for (const file of files)
      expect(readFileSync(join(made, file)).equals(readFileSync(join(expected, file))), `${run} ${file}`).toBe(true);
  }
});
