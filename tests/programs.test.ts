/** The commands of package.json as the operating system starts them: each loads and is given its line, and its exit code is that of its `main`. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NIGHTLY } from "./draws.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** By its name, the file of each. */
const PROGRAMS = Object.entries(scripts).flatMap(([name, line]) => {
  const [, file] = /^node (?:--import \.\/scripts\/preload\.js )?(scripts\/\S+\.ts)$/.exec(line) ?? [];
  return file === undefined ? [] : [{ name, file }];
});

function start(name: string, ...line: readonly string[]) {
  const words = (scripts[name]?.split(" ") ?? []).slice(1);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...line], { encoding: "utf8", input: "" });
  return { status, stdout: stdout.replaceAll("\u00a0", " "), stderr: stderr.replaceAll("\u00a0", " ") };
}

test("each is a file that Node loads, with a `main` of its own that knows its name, and that is run when it is typed", () => {
  expect(PROGRAMS.map(({ name }) => name)).toEqual(
    Object.keys(scripts).filter((name) => scripts[name]?.includes("scripts/")),
  );
  const code = `
    for (const { name, file } of ${JSON.stringify(PROGRAMS)}) {
      const { main } = await import("./" + file);
      const said = [];
      const status = await main(["--inconnue"], { out: () => said.push("out"), err: (text) => said.push(text.replaceAll("\u00a0", " ")) });
      console.log(JSON.stringify({ name, status, said }));
    }`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./scripts/preload.js", "--input-type=module", "-e", code],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  const told = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(told).toEqual(
    PROGRAMS.map(({ name }) => ({
      name,
      status: 2,
      said: [expect.stringContaining(`L'option « --inconnue » est inconnue.\n  → npm run ${name} -- --aide montre`)],
    })),
  );
  for (const { file } of PROGRAMS)
    expect(readFileSync(file, "utf8"), file).toMatch(/\nif \(import\.meta\.main\) await runAsProgram\(main\);\n$/);
});

test("what a command refuses is told on its other output, with 2", () => {
  expect(start("kit", "--inconnue")).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringContaining("L'option « --inconnue » est inconnue.\n  → npm run kit -- --aide montre"),
  });
});

test("what a command says is on the output, with 0 where all is well, 1 where the data are faulty", () => {
  const data = temporaryFolder("programme");
  expect(start("aide")).toMatchObject({ status: 0, stdout: expect.stringContaining("npm run check"), stderr: "" });
  mkdirSync(join(data, "2026-T1"));
  writeFileSync(join(data, "2026-T1/IS101.csv"), "");
  expect(start("check", "--data", data, "--json")).toMatchObject({ status: 1, stderr: "" });
});

test("where nobody is at a terminal, a command that asks says so, and does nothing", () => {
  const data = temporaryFolder("programme");
  const { status, stderr } = start("trimestre", "--data", data);
  expect(status).toBe(2);
  expect(stderr).toContain("doit être lancée dans un terminal");
});

/** By night, once its browser is started too. */
test.skipIf(process.platform === "win32").each(NIGHTLY ? ["lecture", "mise en pages"] : ["lecture"])(
  "Ctrl+C while a bulletin is made, at its %s: said, and nothing is put in place",
  async (at) => {
    const out = temporaryFolder("arret");
    const words = scripts.build?.split(" ").slice(1) ?? [];
    const child = spawn(process.execPath, [...words, "--data", "data/demo", "--out", out]);
    let told = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      told += text;
      if (text.includes(at)) child.kill("SIGINT");
    });
    const [code] = await once(child, "close");
    expect(code).toBe(130);
    expect(told).toContain("Arrêté à votre demande (Ctrl+C).");
    expect(readdirSync(out).filter((one) => !one.startsWith("."))).toEqual([]);
  },
);

test("npm keeps no log of the line typed: it names persons", () => {
  const kept = temporaryFolder("npm");
  const { status } = spawnSync("npm", ["run", "-s", "aide"], {
    env: { ...process.env, npm_config_cache: kept },
    shell: process.platform === "win32",
  });
  expect([status, readdirSync(kept)]).toEqual([0, []]);
});
