/** The passphrase at a terminal: what was typed before it was asked for was shown, and is never taken for it. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { placesIn, restore } from "../../scripts/custody/restore.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { atTerminal, HAS_TERMINAL } from "../terminal.ts";

const AHEAD = "tapee avant la question 1234";
const PHRASE = "quatre mots émérites sans rapport";
let root: string;
beforeEach(() => {
  root = temporaryFolder("phrase");
  mkdirSync(join(root, "data/2026-T1"), { recursive: true });
  mkdirSync(join(root, "cle"));
  writeFileSync(join(root, "data/2026-T1/a.csv"), "1");
  writeFileSync(join(root, "data/convention.yaml"), "commune: { nom: Ville-Haute }\n");
});
const command = () =>
  ["sauvegarde", join(root, "cle"), "--data", join(root, "data"), "--out", join(root, "dist")] as const;
const archives = (): readonly string[] => readdirSync(join(root, "cle")).map((name) => join(root, "cle", name));

test.skipIf(!HAS_TERMINAL)("is never shown, and what was typed ahead of the question is thrown away", async () => {
  const { status, shown } = await atTerminal(command(), [
    { when: "", type: `${AHEAD}\r` },
    // the answer to the second question, typed with the first one, is not taken either
    { when: "(elle ne s'affiche pas) : ", type: "trop courte\r" },
    { when: "moins de 16 caractères", type: `${PHRASE}\r${PHRASE} bis\r` },
    // as a keyboard that sends each accent apart
    { when: "La même, une seconde fois : ", type: `${PHRASE.normalize("NFD")}\r` },
  ]);
  expect([status, shown.includes("Sauvegarde faite et relue")]).toEqual([0, true]);
  expect(shown).toContain("Ce qui a été tapé avant la question n'est pas pris");
  expect(shown).not.toContain(PHRASE);
  const [archive = ""] = archives();
  // by this phrase, and so by no other
  expect((await restore(archive, placesIn(join(root, "neuf")), PHRASE)).files).toBeGreaterThan(0);
});

test.skipIf(!HAS_TERMINAL).each([
  ["Ctrl+C", "\u0003"],
  ["Ctrl+D", "\u0004"],
])("%s at the question stops there, and says so", async (_, key) => {
  const { status, shown } = await atTerminal(command(), [{ when: "(elle ne s'affiche pas) : ", type: key }]);
  expect(status).toBe(2);
  expect(shown).toContain("Arrêté à votre demande : rien n'a été fait.");
  expect(archives()).toEqual([]);
  expect(existsSync(join(root, "data/registre.jsonl"))).toBe(false);
});
