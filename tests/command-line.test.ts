import { expect, test } from "vitest";
import { type CommandSpec, DATA_OPTION, helpText, OUT_OPTION, parseCommandLine } from "../scripts/command-line.ts";

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
});

test("an unknown option is named with the nearest known one", () => {
  expect(() => parseCommandLine(spec, ["--por", "A"])).toThrow(/--por.*--pour/);
});

test("an option without its value, and a word too many, are refused", () => {
  expect(() => parseCommandLine(spec, ["--pour"])).toThrow(/attend une valeur \(NOMS\)/);
  expect(() => parseCommandLine(spec, ["--pour", "--confirmer"])).toThrow(/attend une valeur/);
  expect(() => parseCommandLine(spec, ["2026-T1", "Mme"])).toThrow(/Mot inattendu/);
});

test("the help shows examples as typed and every option", () => {
  expect(helpText(spec)).toContain('npm run copies -- 2026-T1 --pour "Nom"');
  expect(helpText(spec)).toMatch(/--data DOSSIER {2}dossier/);
  expect(helpText(spec)).toMatch(/--aide/);
});
