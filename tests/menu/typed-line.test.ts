import { expect, test } from "vitest";
import { COMMANDS } from "../../scripts/menu/commands.ts";
import { readTyped } from "../../scripts/menu/typed-line.ts";

test("the commands are those of an agent, none of the developers'", () => {
  expect(COMMANDS).toEqual(expect.arrayContaining(["build", "check", "reception", "copies", "registre", "trimestre"]));
  for (const name of ["test", "bench", "kit", "lint", "dev", "prepare"]) expect(COMMANDS).not.toContain(name);
});

test("a number is a choice; anything that is neither a choice nor a command is told", () => {
  expect(readTyped(" 1 ", COMMANDS)).toEqual({ kind: "choice", key: "1" });
  expect(readTyped("10", COMMANDS)).toEqual({ kind: "choice", key: "10" });
  for (const line of ["100", "un", "npm ci", "npm run bench", "npm run", "rm -rf data", "1 2", '"'])
    expect(readTyped(line, COMMANDS)).toEqual({ kind: "unknown" });
});

test.each([
  ["npm run check", "check", []],
  ["check", "check", []],
  ["npm run build -- --trimestre 2025-T4", "build", ["--", "--trimestre", "2025-T4"]],
  ['npm run\u00a0copies -- 2026-T1 --pour "Nom A; Nom B"', "copies", ["--", "2026-T1", "--pour", "Nom A; Nom B"]],
  ['npm run copies -- 2026-T1 --pour "Nom\u00a0A"', "copies", ["--", "2026-T1", "--pour", "Nom A"]],
  ["npm run sauvegarde -- E:\\", "sauvegarde", ["--", "E:\\"]],
  ['npm run sauvegarde -- "C:\\clé usb\\"', "sauvegarde", ["--", "C:\\clé usb\\"]],
  ['npm run reception -- 2026-T1 --motif=""', "reception", ["--", "2026-T1", "--motif="]],
])("%s is the command that a message gave", (line, name, args) => {
  expect(readTyped(line, COMMANDS)).toEqual({ kind: "command", name, args });
});
