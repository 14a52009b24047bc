/** What a kit holds, of a small repository: what the operator opens at its root, the program apart, nothing that only developers use. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { HASHES_FILE } from "../../scripts/disk/kit-hashes.ts";
import { composeKit } from "../../scripts/kit/content.ts";
import { TARGETS } from "../../scripts/kit/targets.ts";

const REPOSITORY: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "bulletin", "version": "1.2.3" }',
  "package-lock.json": "{}",
  ".gitignore": "x",
  ".npmrc": "x",
  "README.md": "x",
  "CONTRIBUTING.md": "x",
  "SECURITY.md": "# Sécurité",
  "CONFORMITE.md": "# Conformité",
  "CHANGELOG.md": "# Changements",
  "data/LISEZMOI.md": "# Guide",
  "data/convention.example.yaml": "x",
  "scripts/build.ts": "x",
  "scripts/kit.ts": "x",
  "scripts/kit/content.ts": "x",
  "scripts/dev.ts": "x",
  "scripts/menu/bulletin.sh": "#!/bin/sh",
  "scripts/menu/Bulletin.cmd": "@echo off",
  "tests/a.test.ts": "x",
};
const LIBRARY: Readonly<Record<string, string>> = {
  "node_modules/yaml/index.js": "x",
  "node_modules/yaml/index.d.ts": "x",
  "node_modules/yaml/LICENSE": "x",
};

const machine = vi.hoisted(() => ({
  run: (_program: string, _args: readonly string[], _options: { readonly cwd?: string }): string => "",
}));
vi.mock("node:child_process", () => ({
  execFileSync: (program: string, args: readonly string[], options: object) =>
    Buffer.from(machine.run(program, args, options)),
}));

let licence: string | undefined;
let status: string;
beforeEach(() => {
  licence = "ISC";
  status = " M scripts/build.ts\n?? brouillon.txt\n";
  vi.stubEnv("npm_execpath", undefined);
  const put = (folder: string, files: Readonly<Record<string, string>>): string => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return "";
  };
  machine.run = (program, args, { cwd }) => {
    if (program === "tar") return put(args[args.indexOf("-C") + 1] ?? "", REPOSITORY);
    if (program === "npm" && cwd !== undefined) {
      const packages = { "node_modules/yaml": { version: "2.0.0", license: licence } };
      return put(cwd, { ...LIBRARY, "node_modules/.package-lock.json": JSON.stringify({ packages }) });
    }
    return { archive: "", "rev-parse": "0123456789ab\n", status }[args[0] ?? ""] ?? "";
  };
});

test.each([
  ["linux-x64", "bulletin.sh"],
  ["windows-x64", "Bulletin.cmd"],
] as const)("%s: each file in its place", (name, launcher) => {
  const { files, version, unrecorded } = composeKit(TARGETS[name]);
  expect([...files.keys()].toSorted()).toEqual(
    [
      launcher,
      "LISEZMOI.txt",
      ...["LISEZMOI.md", "convention.example.yaml"].map((file) => `data/${file}`),
      ...["guide", "securite", "conformite", "changements"].map((page) => `guide/${page}.html`),
      ...["package.json", "SECURITY.md", "CONFORMITE.md", "CHANGELOG.md", "LICENCES.txt"].map((f) => `programme/${f}`),
      ...["build.ts", "menu/bulletin.sh", "menu/Bulletin.cmd"].map((file) => `programme/scripts/${file}`),
      ...[".package-lock.json", "yaml/index.js", "yaml/LICENSE"].map((file) => `programme/node_modules/${file}`),
      HASHES_FILE,
    ].toSorted(),
  );
  const textOf = (path: string): string => Buffer.from(files.get(path) ?? "").toString("utf8");
  expect(textOf("LISEZMOI.txt")).toContain("Version 1.2.3, révision 0123456789ab.");
  expect(textOf("programme/LICENCES.txt")).toMatch(
    /^bulletin 1\.2\.3 .*\nyaml 2\.0\.0 +ISC +node_modules\/yaml\/LICENSE$/m,
  );
  expect(textOf("guide/guide.html")).toContain("<h1>Guide</h1>");
  expect([version, unrecorded]).toEqual(["1.2.3", ["scripts/build.ts", "brouillon.txt"]]);
});

test("nothing is unrecorded where all is in the last commit", () => {
  status = "";
  expect(composeKit(TARGETS["linux-x64"]).unrecorded).toEqual([]);
});

test("a library that names no licence is not shipped", () => {
  licence = undefined;
  expect(() => composeKit(TARGETS["linux-x64"])).toThrow(/ne peut pas être remise : yaml\./);
});

test.each([
  ["git", /git n'a pas donné les fichiers du programme \(détail technique : refusé\)/],
  ["npm", /Les bibliothèques du kit n'ont pas pu être installées \(npm ci\)\. Error: refusé/],
])("%s refuses: it is told", (refusing, message) => {
  const { run } = machine;
  machine.run = (program, ...rest) => {
    if (program === refusing) throw new Error("refusé");
    return run(program, ...rest);
  };
  expect(() => composeKit(TARGETS["linux-x64"])).toThrow(message);
});
