import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "./run-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { type Answer, atTerminal, HAS_TERMINAL } from "./terminal.ts";

const DEMO = join(import.meta.dirname, "../data/demo");

/** A town hall with its settings and its list; its delivery is an old one, so that another is awaited whatever the day of the test. */
function townHall() {
  const root = temporaryFolder("trimestre");
  const data = join(root, "data");
  const out = join(root, "dist");
  mkdirSync(data);
  const settings = readFileSync(join(DEMO, "convention.yaml"), "utf8").replace(/^fictif:.*$/m, "");
  writeFileSync(join(data, "convention.yaml"), settings);
  writeFileSync(
    join(data, "habilitations.yaml"),
    `responsable: la direction
personnes:
  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2020-01-01 }
  - { nom: Jean Petit, fonction: Adjoint, du: 2020-01-01 }
`,
  );
  const walk = (...answers: readonly Answer[]) =>
    atTerminal(
      ["trimestre", "--data", data, "--out", out],
      [{ when: "ses fichiers sont-ils déchiffrés ? (oui ou non)", type: "non\r" }, ...answers],
    );
  return { data, out, walk };
}
const deliver = (data: string, name: string): void => cpSync(join(DEMO, name), join(data, name), { recursive: true });
const actions = (data: string): readonly string[] =>
  readFileSync(join(data, "registre.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { readonly action: string }).action);

test.skipIf(!HAS_TERMINAL)(
  "the quarter is walked through by yes and no, left at any question and taken up there again",
  { timeout: 120_000 },
  async () => {
    const { data, out, walk } = townHall();
    deliver(data, "2022-T4");
    // left at the very first question: nothing is written
    const left = await walk({ when: "a envoyé ? (oui ou non)", type: "q\r" });
    expect(left).toMatchObject({ status: 0, shown: expect.stringContaining("Pour reprendre là où vous en êtes") });
    expect(existsSync(join(data, "registre.jsonl"))).toBe(false);
    const first = await walk(
      { when: "tout ce que le service a envoyé ? (oui ou non)", type: "peut-être\r" },
      { when: "Répondez oui ou non", type: "oui\r" },
      { when: "daté du 8 janvier 2023 ? (oui ou non)", type: "oui\r" },
      { when: "est-elle comprise ? (oui ou non)", type: "\u0003" },
    );
    expect(first.status).toBe(0);
    expect(actions(data)).toEqual(["reception"]);

    const second = await walk(
      { when: "est-elle comprise ? (oui ou non)", type: "oui\r" },
      { when: "Faire le bulletin ? (oui ou non)", type: "OUI\r" },
      { when: "Ouvrir la page des bulletins ? (oui ou non)", type: "n\r" },
      { when: "justes ? (oui ou non)", type: "q\r" },
    );
    expect(second.shown).toContain("Déjà inscrite au registre");
    expect(actions(data)).toEqual(["reception", "build"]);

    const third = await walk(
      { when: "Ouvrir la page des bulletins ? (oui ou non)", type: "non\r" },
      { when: "justes ? (oui ou non)", type: "oui\r" },
      { when: "Élise Martin ; Jean Petit ? (oui ou non)", type: "non\r" },
      { when: "Un exemplaire pour Élise Martin ? (oui ou non)", type: "non\r" },
      { when: "Un exemplaire pour Jean Petit ? (oui ou non)", type: "oui\r" },
    );
    expect(third.shown).toContain("Déjà fait, et à jour");
    expect(third.status).toBe(0);
    expect(existsSync(join(out, "2022-T4/copies/exemplaire-01.pdf"))).toBe(true);

    runCommand("copies", "2022-T4", "--pour", "Élise Martin", "--data", data, "--out", out);
    const fourth = await walk(
      { when: "n° 1 (Jean Petit) est-il revenu ? (oui ou non)", type: "oui\r" },
      { when: "n° 2 (Élise Martin) est-il revenu ? (oui ou non)", type: "q\r" },
    );
    expect(fourth.shown).toContain("Arrêté à votre demande");
    // the answer given before leaving is kept
    expect(actions(data)).toEqual(["reception", "build", "copies", "copies", "return"]);

    const again = await walk(
      { when: "n° 2 (Élise Martin) est-il revenu ? (oui ou non)", type: "oui\r" },
      { when: "n° 1 (Jean Petit) est-il détruit ? (oui ou non)", type: "oui\r" },
      { when: "n° 2 (Élise Martin) est-il détruit ? (oui ou non)", type: "oui\r" },
    );
    expect(again.shown).toContain("Le trimestre est fait");
    expect(actions(data).slice(-4)).toEqual(["return", "return", "destruction", "destruction"]);

    // other settings: what was made is no longer what would be made
    const settings = join(data, "convention.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(/^marquage:.*$/m, "marquage: Secret"));
    const fifth = await walk(
      { when: "est-elle comprise ? (oui ou non)", type: "oui\r" },
      { when: "n'est plus à jour. Le refaire ? (oui ou non)", type: "q\r" },
    );
    expect(fifth.shown).toContain("Arrêté à votre demande");
  },
);

test("without a terminal, the walk says that it needs one and does nothing", { timeout: 30_000 }, () => {
  const { data, out } = townHall();
  const { status, stderr } = runCommand("trimestre", "--data", data, "--out", out);
  expect(status).toBe(2);
  expect(stderr).toContain("doit être lancée dans un terminal");
  expect(existsSync(join(data, "registre.jsonl"))).toBe(false);
});

test("the list of commands has every one that an agent may run, and no other", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  // those that look at the operator's folder are loaded with the preload; the others are tools of this repository
  const forAgents = Object.keys(scripts).filter((name) => scripts[name]?.includes("preload.js") && name !== "aide");
  const { status, stdout } = runCommand("aide");
  expect(status).toBe(0);
  const listed = new Set([...stdout.matchAll(/^ {2}npm run (\w+)/gm)].map(([, name]) => name));
  expect([...listed].toSorted()).toEqual(forAgents.toSorted());
});
