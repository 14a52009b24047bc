import { expect, test } from "vitest";
import { UserError } from "../scripts/model/issue.ts";
import {
  assertNothingKeptByNpm,
  type CommandSpec,
  DATA_OPTION,
  helpText,
  OUT_OPTION,
  parseCommandLine,
  repairQuotes,
  runCommand,
} from "../scripts/shell/command-line.ts";

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

test("an unknown option is named with the nearest known one", () => {
  expect(() => parseCommandLine(spec, ["--por", "A"])).toThrow(/--por.*--pour/);
});

test("an option without its value, and a word too many, are refused", () => {
  expect(() => parseCommandLine(spec, ["--pour"])).toThrow(/attend une valeur \(NOMS\)/);
  expect(() => parseCommandLine(spec, ["--pour", "--confirmer"])).toThrow(/attend une valeur/);
  expect(() => parseCommandLine(spec, ["2026-T1", "Mme"])).toThrow(/Mot inattendu/);
});

test("an option that npm kept for itself is refused, with the line to type", () => {
  const kept =
    (env: Record<string, string>, given: readonly string[] = []) =>
    () =>
      assertNothingKeptByNpm(spec, given, env);
  expect(kept({ npm_config_confirmer: "true" })).toThrow(/--confirmer.*il manque «.--.» devant elle/);
  const refusal = expect(kept({ npm_config_pour: "true" }, ["2026-T1", "A"]));
  refusal.toThrow(expect.objectContaining({ hint: expect.stringContaining("npm run copies -- 2026-T1 --pour NOMS") }));
  expect(kept({ npm_config_pour: "A" }, ["--pour", "A"])).not.toThrow();
  expect(kept({ npm_config_loglevel: "error", npm_config_json: "true" })).not.toThrow();
});

test("the help shows examples as typed and every option", () => {
  expect(helpText(spec)).toContain('npm run copies -- 2026-T1 --pour "Nom"');
  expect(helpText(spec)).toMatch(/--data DOSSIER {2}dossier/);
  expect(helpText(spec)).toMatch(/--aide/);
});

test("a library that is missing is told as an installation to do again, not as a fault of the program", async () => {
  const told: string[] = [];
  const { error } = console;
  console.error = (text: string) => told.push(text);
  try {
    await runCommand(spec, () => {
      throw Object.assign(new Error("Cannot find package 'x'"), { code: "ERR_MODULE_NOT_FOUND" });
    }, []);
    expect(process.exitCode).toBe(2);
  } finally {
    console.error = error;
    process.exitCode = undefined;
  }
  expect(told.join("\n")).toContain("npm ci");
  expect(told.join("\n")).not.toContain("Erreur imprévue");
});

test.each<readonly [string, () => 1 | Promise<1>, code: number, words: string]>([
  ["what the command gives", () => 1, 1, ""],
  ["a fault of the data", () => refuse(1), 1, "quoi[U+202E]\n  → comment"],
  ["a fault of the machine", () => refuse(2), 2, "quoi[U+202E]\n  → comment"],
  ["a fault, of the machine unless it says so", () => refuse(), 2, "quoi[U+202E]\n  → comment"],
  ["a defect", () => Promise.reject(new RangeError("détail")), 2, "Erreur imprévue : c'est un défaut du programme."],
])("the exit code says what stopped it: %s", async (_, run, code, words) => {
  const { error } = console;
  const told: unknown[] = [];
  console.error = (...texts: readonly unknown[]) => told.push(...texts);
  try {
    await runCommand(spec, run, []);
    expect(process.exitCode).toBe(code);
  } finally {
    console.error = error;
    process.exitCode = undefined;
  }
  expect(told.join("\n")).toContain(words);
  expect(told.join("\n").includes("Erreur imprévue")).toBe(words.startsWith("Erreur"));
});

function refuse(exitCode?: 1 | 2): never {
  throw new UserError("quoi\u202e", "comment", exitCode);
}

test("on Windows, a backslash that hid the closing quote is given back; where more was swallowed, the line to type is said", () => {
  expect(repairQuotes(["2026-T1", 'E:\\clé usb"'], "win32")).toEqual(["2026-T1", "E:\\clé usb\\"]);
  expect(() => repairQuotes(['E:\\clé usb" --data x'], "win32")).toThrow(UserError);
  expect(repairQuotes(['Nom "A" B'], "linux")).toEqual(['Nom "A" B']);
});
