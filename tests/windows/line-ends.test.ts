/** A checkout whose lines end with a carriage return, as Git on Windows writes them, or an editor: the same bulletin, byte for byte. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { type Ran, runCommand } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** "i/lf    w/lf    attr/text=auto eol=lf  \tscripts/build.ts", one a tracked file. */
const TRACKED = execFileSync("git", ["-c", "core.quotePath=false", "ls-files", "--eol"], { encoding: "utf8" })
  .trimEnd()
  .split("\n")
  .map((line) => {
    const [facts = "", path = ""] = line.split("\t");
    return { path, attribute: facts.slice(facts.indexOf("attr/")).trimEnd() };
  });

test("git gives each file with the same line ends everywhere: line feeds, but for what Windows itself runs", () => {
  const expected = (path: string): string => {
    if (/^(data\/demo|tests\/fixtures|tests\/(?:seen|golden)\/[^/]+)\//.test(path)) return "attr/-text";
    return path.endsWith(".cmd") ? "attr/text eol=crlf" : "attr/text=auto eol=lf";
  };
  expect(TRACKED.length).toBeGreaterThan(500);
  expect(TRACKED.filter(({ path, attribute }) => attribute !== expected(path))).toEqual([]);
});

test("sources and settings with carriage returns give the same bytes, none of which is printed", async () => {
  const root = temporaryFolder("retours");
  const tree = join(root, "programme");
  for (const { path, attribute } of TRACKED) {
    if (attribute === "attr/-text" || /^(?:tests\/(?!publish\/|read-here)|data\/)/.test(path)) continue;
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    const bytes = readFileSync(path);
    writeFileSync(join(tree, path), bytes.includes(0) ? bytes : bytes.toString("utf8").replaceAll("\n", "\r\n"));
  }
  cpSync("tests/fixtures/publish", join(tree, "tests/fixtures/publish"), { recursive: true }); // of the stand-in of the browser
  symlinkSync(resolve("node_modules"), join(tree, "node_modules"), "junction");

  const programOf = (cwd: string) => (line: readonly string[]) =>
    spawnSync(
      process.execPath,
      ["--import", "./scripts/preload.js", "tests/publish/build-without-browser.ts", ...line],
      {
        cwd,
        encoding: "utf8",
        // its own caches: those of the other tests know these pages by their sources
        env: { ...process.env, XDG_CACHE_HOME: join(root, "cache"), NODE_DISABLE_COMPILE_CACHE: "1" },
      },
    );
  /** Every file of a bulletin that a program makes of the settings and of one delivery. */
  const bulletin = async (
    program: (line: readonly string[]) => (Pick<Ran, "stderr"> & { readonly status: number | null }) | Promise<Ran>,
    name: string,
    settings: string,
  ): Promise<ReadonlyMap<string, string>> => {
    const data = join(root, name, "data");
    mkdirSync(join(data, "2026-T3"), { recursive: true });
    writeFileSync(join(data, "convention.yaml"), settings);
    for (const file of readdirSync("data/demo/2026-T3"))
      writeFileSync(join(data, "2026-T3", file), readFileSync(join("data/demo/2026-T3", file)));
    const out = join(root, name, "dist");
    const { status, stderr } = await program(["--data", data, "--out", out]);
    expect(stderr).not.toContain("→");
    expect(status).toBe(0);
    return new Map(
      readdirSync(out, { recursive: true, encoding: "utf8" })
        .filter((file) => statSync(join(out, file)).isFile())
        .map((file) => [file, readFileSync(join(out, file), "latin1")]),
    );
  };
  const settings = readFileSync("data/demo/convention.yaml", "utf8");
  const here = await bulletin((line) => runCommand("build", ...line), "lf", settings);
  const there = await bulletin(programOf(tree), "crlf", settings.replaceAll("\n", "\r\n"));
  expect([...there.keys()].toSorted()).toEqual([...here.keys()].toSorted());
  expect([...here.keys()]).toContain(join("2026-T3", "bulletin.pdf"));
  for (const [file, bytes] of here) expect([file, there.get(file) === bytes]).toEqual([file, true]);
});
