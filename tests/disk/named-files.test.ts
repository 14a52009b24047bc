/** Files that people name themselves, under the names that Notepad and other editors give them. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadEntitlements } from "../../scripts/custody/people/entitlement.ts";
import { loadSettings } from "../../scripts/holdings/load-settings.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test.each([
  ["convention.yaml.txt", loadSettings],
  ["convention.yml", loadSettings],
  ["convention.yml.txt", loadSettings],
  ["convention.txt", loadSettings],
  ["Convention.YAML.TXT", loadSettings],
  ["habilitations.yaml.txt", loadEntitlements],
  ["habilitations.yml", loadEntitlements],
])("%s is named, and the right name proposed", (name, load) => {
  const data = temporaryFolder("nom");
  writeFileSync(join(data, name), "commune: { nom: Ville-Fictive }\n");
  const right = `${name.toLowerCase().split(".")[0]}.yaml`;
  expect(() => load(data)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(name),
      hint: expect.stringMatching(new RegExp(`^Renommez-le «.${right}.»`)),
    }),
  );
});

test("beside the right one, or for another file, nothing is said; nor where there is no folder", () => {
  const data = temporaryFolder("nom");
  for (const name of ["convention.example.yaml", "ma convention.txt", "convention.pdf", "habilitations.example.yaml"])
    writeFileSync(join(data, name), "x");
  expect([loadSettings(data).isDefault, loadEntitlements(data)]).toEqual([true, null]);
  mkdirSync(join(data, "2026-T1"));
  writeFileSync(join(data, "convention.yaml.txt"), "ancien");
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Ville-Fictive }\n");
  expect(loadSettings(data).commune.name).toBe("Ville-Fictive");
  expect(loadSettings(join(data, "nulle-part")).isDefault).toBe(true);
});

test.skipIf(process.platform === "win32").each([
  ["convention.yaml", loadSettings],
  ["habilitations.yaml", loadEntitlements],
])("%s as a link is refused, whatever it leads to, and nothing of that is quoted", (name, load) => {
  const data = temporaryFolder("lien");
  const target = join(data, "ailleurs");
  symlinkSync(target, join(data, name));
  for (const text of [undefined, "kervadec: secret\n", "commune: { nom: Ville-Fictive }\n"]) {
    if (text !== undefined) writeFileSync(target, text);
    expect(() => load(data)).toThrow(/^(?!.*(kervadec|secret)).*est un lien vers un autre fichier/);
  }
});

test.each(["kervadec:x:0:secret\nother:x\n", "- kervadec\n- secret\n", "kervadec secret", '"kervadec', "[kervadec, {"])(
  "of a file that is none of ours nothing is quoted: %j",
  (text) => {
    const data = temporaryFolder("autre");
    for (const [name, load] of [
      ["convention.yaml", loadSettings],
      ["habilitations.yaml", loadEntitlements],
    ] as const) {
      writeFileSync(join(data, name), text);
      expect(() => load(data)).toThrow(/^(?!.*(kervadec|secret)).*ligne 1 : le programme attend des clés/s);
    }
  },
);
