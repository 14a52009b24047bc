import { join } from "node:path";
import { expect, test } from "vitest";
import { UserError } from "../scripts/model/issue.ts";
import { defineCommand, type ExitCode } from "../scripts/shell/command.ts";
import {
  type CommandSpec,
  DATA_OPTION,
  helpText,
  OUT_OPTION,
  parseCommandLine,
  repairQuotes,
  withKeptByNpm,
} from "../scripts/shell/command-line.ts";
import { runMain } from "./run-main.ts";

const spec: CommandSpec = {
  name: "npm run copies",
  summary: "Exemplaires numérotés.",
  examples: ['2026-T1 --pour "Nom"'],
  options: [
    { name: "pour", value: "NOMS", help: "destinataires" },
    { name: "confirmer", value: null, help: "fait" },
    DATA_OPTION,
    OUT_OPTION,
  ],
  words: 1,
};

test("words, values and switches are told apart; folders have defaults", () => {
  const args = parseCommandLine(spec, ["2026-T1", "--pour", "A; B", "--confirmer", "--out=ailleurs"]);
  expect([args.words, args.get("pour"), args.has("confirmer"), args.dataDir, args.outDir]).toEqual([
    ["2026-T1"],
    "A; B",
    true,
    "data",
    "ailleurs",
  ]);
  const { words, dataDir, outDir } = parseCommandLine(spec, []);
  expect([words, dataDir, outDir]).toEqual([[], "data", "dist"]);
});

test("a command that takes no --out looks for the bulletins beside its data; one that does, where it is told", () => {
  const data = join("une", "mairie", "data");
  const without = { ...spec, options: [DATA_OPTION] };
  expect(parseCommandLine(without, ["--data", data]).outDir).toBe(join("une", "mairie", "dist"));
  expect(parseCommandLine(without, []).outDir).toBe("dist");
  expect(parseCommandLine(spec, ["--data", data]).outDir).toBe("dist");
});

test("an unknown option is named with the nearest known one", () => {
  expect(() => parseCommandLine(spec, ["--por", "A"])).toThrow(/--por.*--pour/);
});

test("an option without its value or with two, and a word too many, are refused", () => {
  expect(() => parseCommandLine(spec, ["--pour"])).toThrow(/attend une valeur \(NOMS\)/);
  expect(() => parseCommandLine(spec, ["--pour", "A", "--pour", "B"])).toThrow(/--pour.*est donnée deux fois/);
  expect(parseCommandLine(spec, ["--pour", "A", "--pour", "A"]).get("pour")).toBe("A");
  expect(() => parseCommandLine(spec, ["--pour", "--confirmer"])).toThrow(/attend une valeur/);
  expect(() => parseCommandLine(spec, ["2026-T1", "Mme"])).toThrow(/Mot inattendu/);
});

test("a quarter in two words is one", () => {
  expect(parseCommandLine(spec, ["T3", "2026", "--pour", "A"]).words).toEqual(["2026-T3"]);
});

test("« -- » is accepted and not needed", () => {
  const { words, get } = parseCommandLine(spec, ["--", "2026-T1", "--pour", "A; B"]);
  expect([words, get("pour")]).toEqual([["2026-T1"], "A; B"]);
});

test.each<[typed: string, kept: Record<string, string>, given: readonly string[], whole: readonly string[]]>([
  ["--confirmer", { npm_config_confirmer: "true" }, [], ["--confirmer"]],
  ["--pour=A", { npm_config_pour: "A" }, ["2026-T1"], ["2026-T1", "--pour=A"]],
  ["2026-T1 --pour 'A; B'", { npm_config_pour: "true" }, ["2026-T1", "A; B"], ["2026-T1", "--pour=A; B"]],
  ["--pour A 2026-T1", { npm_config_pour: "true" }, ["A", "2026-T1"], ["2026-T1", "--pour=A"]],
  ["-- --pour A", { npm_config_pour: "B" }, ["--pour", "A"], ["--pour", "A"]],
  ["nothing of ours", { npm_config_loglevel: "error", npm_config_json: "true" }, ["2026-T1"], ["2026-T1"]],
])("what npm kept of « %s » is put back", (_, kept, given, whole) => {
  expect(withKeptByNpm(spec, given, kept)).toEqual(whole);
});

test.each<readonly [string, Record<string, string>, readonly string[]]>([
  ["no value", { npm_config_pour: "true" }, ["2026-T1"]],
  ["two words for one value", { npm_config_pour: "true" }, ["2026-T1", "A", "B"]],
  ["two options without theirs", { npm_config_pour: "true", npm_config_data: "true" }, ["2026-T1", "A"]],
])("where npm has mixed the words, the line to type is given: %s", (_, kept, given) => {
  expect(() => withKeptByNpm(spec, given, kept)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("npm run copies -- 2026-T1 --pour NOMS") }),
  );
});

test("the help shows examples as typed and every option", () => {
  expect(helpText(spec)).toContain('npm run copies -- 2026-T1 --pour "Nom"');
  expect(helpText(spec)).toMatch(/--data DOSSIER {2}dossier/);
  expect(helpText(spec)).toMatch(/--aide/);
});

test("a library that is missing is told as an installation to do again, not as a fault of the program", async () => {
  const main = defineCommand(spec, () => {
    throw Object.assign(new Error("Cannot find package 'x'"), { code: "ERR_MODULE_NOT_FOUND" });
  });
  const { status, stdout, stderr } = await runMain(main, []);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("npm ci");
  expect(stderr).not.toContain("Erreur imprévue");
});

test.each<readonly [string, () => ExitCode | Promise<ExitCode>, code: number, words: string]>([
  ["what the command gives", () => 1, 1, ""],
  ["a fault of the data", () => refuse(1), 1, "quoi[U+202E]\n  → comment"],
  ["a fault of the machine", () => refuse(2), 2, "quoi[U+202E]\n  → comment"],
  ["a fault, of the machine unless it says so", () => refuse(), 2, "quoi[U+202E]\n  → comment"],
  [
    "a refusal of the disk that nobody told",
    () => Promise.reject(Object.assign(new Error("ENOSPC"), { code: "ENOSPC", path: "/prive/profil" })),
    2,
    "« /prive/profil » : le disque est plein.",
  ],
  [
    "one of which the system names no file",
    () => Promise.reject(Object.assign(new Error("EROFS"), { code: "EROFS" })),
    2,
    "Fichiers : le disque est en lecture seule.",
  ],
  ["a defect", () => Promise.reject(new RangeError("détail")), 2, "Erreur imprévue : c'est un défaut du programme."],
])("the exit code says what stopped it: %s", async (_, run, code, words) => {
  const { status, stdout, stderr } = await runMain(defineCommand(spec, run), []);
  expect([status, stdout]).toEqual([code, ""]);
  expect(stderr).toContain(words);
  expect(stderr.includes("Erreur imprévue")).toBe(words.startsWith("Erreur"));
  expect(stderr.includes("détail")).toBe(words.startsWith("Erreur")); // to be passed on
});

test("a command is given its line, its clock and its tools; --aide gives the help, and runs nothing", async () => {
  const main = defineCommand<number>(spec, ({ words }, { out, now }, tool) => {
    out([...words, now().toISOString(), tool].join(" "));
    return 0;
  });
  const now = () => new Date("2026-04-09T08:00:00.000Z");
  expect(await runMain(main, ["2026-T1"], { now, tools: 7 })).toEqual({
    ...{ status: 0, stdout: "2026-T1 2026-04-09T08:00:00.000Z 7\n", stderr: "" },
  });
  expect(await runMain(main, ["--aide"])).toEqual({ status: 0, stdout: `${helpText(spec)}\n`, stderr: "" });
  expect(await runMain(main, ["--por", "A"])).toMatchObject({ status: 2, stdout: "" });
});

function refuse(exitCode?: 1 | 2): never {
  throw new UserError("quoi\u202e", "comment", exitCode);
}

test("on Windows, a backslash that hid the closing quote is given back; where more was swallowed, the line to type is said", () => {
  expect(repairQuotes(["2026-T1", 'E:\\clé usb"'], "win32")).toEqual(["2026-T1", "E:\\clé usb\\"]);
  expect(() => repairQuotes(['E:\\clé usb" --data x'], "win32")).toThrow(UserError);
  expect(repairQuotes(['Nom "A" B'], "linux")).toEqual(['Nom "A" B']);
});
