/** The whole build of a small town: it changes nothing of what was received, and a disk that refuses leaves the old bulletin whole. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { main as buildMain } from "../scripts/build.ts";
import { keptAsSent } from "./kept-as-sent.ts";
import { textOf } from "./pdf-pages.ts";
import { runCommand, runMain } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const SETTINGS = "commune: { nom: Rive-Blanche }\n";
const IS101 = "ÉTAT IS 101\nLibellé;1er trimestre 2026\nCambriolages de logement;12\nHomicides;0\n";
const IST = "I.S.T\nLibellé;1er trimestre 2026\nAtteintes aux biens;30\nTapages;4\n";
let root: string;
const at = (path: string): string => join(root, path);
beforeEach(() => {
  root = temporaryFolder("construction");
  mkdirSync(at("data/2026-T1/pièces jointes"), { recursive: true });
  writeFileSync(at("data/convention.yaml"), SETTINGS);
  writeFileSync(at("data/2026-T1/pièces jointes/ I.S.T (1er trim.) .csv"), IST);
  writeFileSync(at("data/2026-T1/IS 101  l'état n° 1.csv"), IS101);
});

/** Path -> bytes (as a hash), mode and time of every file under the folder, what commands write for themselves left out. */
const stateOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(at(folder), { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(at(join(folder, path))).isFile() && !/(^|\/)(registre\.\w+|\.verrou)$/.test(path))
      .toSorted()
      .map((path) => {
        const { mode, mtimeMs } = statSync(at(join(folder, path)));
        const bytes = readFileSync(at(join(folder, path)));
        return [path, `${createHash("sha256").update(bytes).digest("hex")} ${mode.toString(8)} ${mtimeMs}`];
      }),
  );
const build = (out: string, data = at("data")) => runCommand("build", "--data", data, "--out", out);
/** The same, printed by the browser. */
const buildAndPrint = () => runMain(buildMain, ["--data", at("data"), "--out", at("dist")]);

test("a build changes no byte, no date and no right of what was received; it only adds to the register", async () => {
  const before = stateOf("data");
  expect(Object.keys(before)).toHaveLength(3);
  const { status, stdout } = await build(at("dist"));
  expect(status).toBe(0);
  expect(stdout).toContain("Pour la séance, à côté : fiche.pdf, projection.html, questions.txt\n");
  expect(stdout).not.toContain("Message à envoyer");
  expect(stateOf("data")).toEqual(before);
  expect(readFileSync(at("data/registre.jsonl"), "utf8").match(/"action":"build"/g)).toHaveLength(1);
  writeFileSync(at("data/2026-T1/IST.csv"), "abîmé\u0000"); // and so does one that is refused
  const faulty = stateOf("data");
  const bulletin = stateOf("dist");
  expect((await build(at("dist"))).status).toBe(1);
  expect(stateOf("data")).toEqual(faulty);
  expect(stateOf("dist")).toEqual(bulletin);
});

test("what is to be asked of the service: the message is made, and named where the bulletin is", async () => {
  rmSync(at("data/2026-T1/pièces jointes"), { recursive: true });
  const { stdout } = await build(at("dist"));
  const letter = join(at("dist"), "2026-T1", "courriel-police.txt");
  expect(stdout).toContain(`Message à envoyer au service, sans aucun chiffre : ${letter}`);
  expect(readFileSync(letter, "utf8")).toMatch(/L’état I\.S\.T du 1er.trimestre.2026 ne nous/);
});

test("the browser of the settings prints the bulletin, and no other: one that is not there is named", async () => {
  const settings = readFileSync(at("data/convention.yaml"), "utf8");
  writeFileSync(at("data/convention.yaml"), `${settings}\nnavigateur: ${at("absent/navigateur")}\n`);
  const { status, stderr } = await buildAndPrint();
  expect([status, stderr]).toEqual([2, expect.stringContaining(at("absent/navigateur"))]);
});

test("a delivery that is no longer as it was received is refused until the change is recorded; the register accuses it meanwhile", async () => {
  const run = (name: string, ...args: readonly string[]) =>
    runCommand(name, ...args, "--data", at("data"), ...(name === "reception" ? [] : ["--out", at("dist")]));
  expect((await run("reception", "2026-T1", "--message", "2026-04-08")).status).toBe(0);
  expect((await run("build")).status).toBe(0);
  const whole = await run("registre");
  expect([whole.status, whole.stdout.includes("fichiers conformes")]).toEqual([0, true]);
  const bulletin = stateOf("dist");
  writeFileSync(at("data/2026-T1/IST.csv"), `${IST}\n`); // one byte more: neither the same file nor the one that is gone
  rmSync(at("data/2026-T1/pièces jointes"), { recursive: true });
  for (const step of ["once", "twice"]) {
    const refused = await run("build");
    expect([step, refused.status]).toEqual([step, 1]);
    expect(refused.stderr).toContain("« 2026-T1/IST.csv » n'est pas de ceux dont la réception est inscrite");
    expect(refused.stderr).toMatch(/1er trim.*absent depuis l'inscription « réception » du/);
    expect(refused.stderr).toContain('npm run reception -- 2026-T1 --motif "pourquoi"');
    expect(stateOf("dist")).toEqual(bulletin);
    expect((await run("registre")).status).toBe(1);
  }
  expect((await run("reception", "2026-T1", "--motif", "renommé à la main")).status).toBe(0);
  expect((await run("build")).status).toBe(0);
  expect((await run("registre")).status).toBe(0);
});

test("the demonstration and real bulletins never share a folder, whichever was there first", async () => {
  expect((await build(at("dist"))).status).toBe(0);
  const real = stateOf("dist");
  cpSync(at("data/2026-T1"), at("inventé/2026-T1"), { recursive: true });
  writeFileSync(at("inventé/convention.yaml"), `${SETTINGS}fictif: true\n`);
  const demo = (out: string) => build(out, at("inventé"));
  const beside = await demo(at("dist"));
  expect(beside.status).toBe(2);
  expect(beside.stderr).toMatch(/2026-T1 » est un bulletin réel/);
  expect(stateOf("dist")).toEqual(real);
  expect((await demo(at("exemple"))).status).toBe(0);
  const example = stateOf("exemple");
  const among = await build(at("exemple"));
  expect(among.status).toBe(2);
  expect(among.stderr).toMatch(/2026-T1 » est un bulletin de la démonstration.*Effacez le dossier/s);
  expect(stateOf("exemple")).toEqual(example);
});

test("on a new machine too, what is refused is told in French, and nothing else", async () => {
  writeFileSync(at("data/2026-T1/IST.xls"), "");
  const line = ["--import", "./scripts/preload.js", "scripts/build.ts", "--data", at("data"), "--out", at("dist")];
  const env = { ...process.env, XDG_CACHE_HOME: at("cache") }; // the browser is not unpacked yet
  const { status, stderr } = spawnSync(process.execPath, line, { encoding: "utf8", env });
  expect(status).toBe(1);
  expect(stderr).toContain("Rien n'a été publié");
  expect(stderr).not.toMatch(/Error|node:/);
});

test("an output that is a file is refused by name, and stays", async () => {
  writeFileSync(at("sortie"), "à garder");
  const { status, stderr } = await build(at("sortie"));
  expect(status).toBe(2);
  expect(stderr).toMatch(/sortie.» : ce n'est pas un dossier\./);
  expect(readFileSync(at("sortie"), "utf8")).toBe("à garder");
});

test.skipIf(process.platform === "win32")(
  "hostile labels and file names stand as text in the page, the PDF and the figures, and nowhere else",
  async () => {
    const labels = [
      "<script>alert(1)</script>",
      "{{ 7*7 }}",
      "=cmd|' /C calc'!A0",
      "../../x",
      "Vols\u202eetinu \u0007",
      "n".repeat(10_000), // its first 500 signs are its label
    ];
    const quoted = labels.map((label, i) => `"${label}";${i + 11}\n`);
    mkdirSync(at("data/2026-T1/{{ 7*7 }}"));
    writeFileSync(
      at("data/2026-T1/{{ 7*7 }}/=cmd|<script>\u202e\u001b[31m\n.csv"),
      `ÉTAT IS 101\nLibellé;1er trimestre 2026\n${quoted.join("")}`,
    );
    await runCommand("lecture", ...(await keptAsSent(at("data"))), "--data", at("data"));
    const entries = readdirSync(root);
    const { status, stdout, stderr } = await buildAndPrint();
    expect(status).toBe(0);
    expect(readdirSync(root)).toEqual([...entries, "dist"].toSorted());
    expect(readdirSync(at("dist")).toSorted()).toEqual([".verrou", "2026-T1", "index.html"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    const hidden = /[\u202e\u0007\u001b]/;
    expect(stdout + stderr).not.toMatch(hidden);
    const shown = ["{{ 7*7 }}", "../../x", "Vols[U+202E]etinu [U+0007]"];
    for (const page of ["bulletin.html", "controle.html"]) {
      const html = readFileSync(at(`dist/2026-T1/${page}`), "utf8");
      for (const text of ["&lt;script&gt;alert(1)&lt;/script&gt;", ...shown]) expect(html).toContain(text);
      expect(html).not.toMatch(/<script>alert/);
      expect(html).not.toMatch(hidden);
    }
    const squeeze = (text: string): string => text.replaceAll(/\s/g, ""); // its letters may be drawn one by one
    const pdf = squeeze((await textOf(readFileSync(at("dist/2026-T1/bulletin.pdf")))).join(""));
    for (const text of [labels[0] ?? "", ...shown]) expect(pdf).toContain(squeeze(text));
    expect(pdf).not.toMatch(hidden);
    const csv = readFileSync(at("dist/2026-T1/donnees.csv"), "utf8");
    for (const text of [";<script>alert(1)</script>;", ";'=cmd|' /C calc'!A0;", ...shown, "n".repeat(500)])
      expect(csv).toContain(text);
    expect(csv).not.toMatch(hidden);
    expect(readFileSync(at("dist/2026-T1/controle.html"), "utf8")).toContain(labels.at(-1)); // as it was sent, whole
    const analyses = readFileSync(at("dist/2026-T1/analyses.json"), "utf8");
    expect(JSON.stringify(JSON.parse(analyses))).toContain("Vols\u202eetinu");
  },
);

/** Can this account have a small disk of its own, in a namespace? */
const canMount =
  process.platform === "linux" && spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

test.skipIf(!canMount)(
  "a full disk, then one that is read-only, are told in French; the bulletin stays whole",
  async () => {
    mkdirSync(at("disque"));
    const bulletin = `find ${at("disque/dist")} -type f -not -path '*/.*' -exec sha256sum {} + | sort`;
    const run = `${process.execPath} tests/publish/build-without-browser.ts --data ${at("data")} --out ${at("disque/dist")} 2>&1; echo "code $?"`;
    const script = [
      `mount -t tmpfs -o size=4m tmpfs ${at("disque")}`,
      run,
      bulletin,
      "echo =====",
      `dd if=/dev/zero of=${at("disque/plein")} bs=4k 2>/dev/null; truncate -s -200K ${at("disque/plein")}`, // room for a part of it
      run,
      bulletin,
      "echo =====",
      `mount -o remount,ro ${at("disque")}`,
      run,
      bulletin,
    ].join("\n");
    const { stdout } = spawnSync("unshare", ["-rm", "sh", "-c", script], { encoding: "utf8" });
    const [first = "", full = "", readOnly = ""] = stdout.split("=====\n");
    const files = (text: string): readonly string[] => text.split("\n").filter((line) => /^[0-9a-f]{64} /.test(line));
    expect(first).toContain("code 0");
    expect(files(first).length).toBeGreaterThanOrEqual(6);
    for (const [said, words] of [
      [full, "le disque est plein"],
      [readOnly, "le disque est en lecture seule"],
    ] as const) {
      expect(said).toContain(`${words}. Le précédent est intact.`);
      expect(said).toContain("code 2");
      expect(said).not.toContain("Erreur imprévue");
      expect(files(said)).toEqual(files(first));
    }
  },
);
