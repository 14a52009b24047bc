/**
 * Kills every command that writes, at random instants, and looks at what is left: nothing that was there is lost, the same command goes on
 * from there, and then nothing half-done lies about and the register is whole. `node tests/custody/kill.ts --count 200 [--seed 1]`
 */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hashTree } from "../../scripts/disk/tree.ts";
import { type Answer, atTerminal } from "../terminal.ts";
import { makeSmallWorld, runIn, statement } from "./small-world.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});

/** Park and Miller's generator: the same kills for the same seed, as far as the machine allows. */
let state = Number(values.seed);
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}

interface Scenario {
  readonly words: readonly [command: string, ...args: readonly string[]];
  readonly answers?: readonly Answer[];
  /** What the folder needs before. */
  readonly prepare?: (at: (path: string) => string) => void | Promise<void>;
  /** Files of data/ and copies that it may take away. */
  readonly removes?: RegExp;
  /** A second run may be refused with these words: it was done. */
  readonly done?: RegExp;
}
const PHRASE = "quatre mots sans rapport aucun\r";
const twice: readonly Answer[] = [
  { when: "Phrase secrète", type: PHRASE },
  { when: "La même", type: PHRASE },
];
/** "FOLDER" stands for the world's own folder, "SPARE" for a name in it that is new for each run. */
const SCENARIOS: readonly Scenario[] = [
  { words: ["build"] },
  { words: ["build", "--trimestre", "2025-T4"] },
  {
    words: ["reception", "2026-T2", "--message", "2026-07-08"],
    prepare: (at) => {
      mkdirSync(at("data/2026-T2"));
      writeFileSync(at("data/2026-T2/IS101.csv"), statement("2026-T2", 3));
    },
  },
  { words: ["copies", "2026-T1", "--pour", "Élise Martin", "--motif", "égaré"] },
  {
    words: ["copies", "2026-T1", "--remplacer"],
    prepare: (at) => {
      // the second edition built, its copies not yet made
      const lines = readFileSync(at("data/registre.jsonl"), "utf8").trimEnd().split("\n").slice(0, 9);
      writeFileSync(at("data/registre.jsonl"), lines.map((line) => `${line}\n`).join(""));
      for (const name of ["exemplaire-02.pdf", "emargement-02-02.pdf"]) rmSync(at(`dist/2026-T1/copies/${name}`));
    },
    done: /à reprendre seulement/,
  },
  { words: ["copies", "--destruction", "1"], done: /déjà inscrit comme/ },
  { words: ["registre", "--annuler", "12", "--motif", "essai"], done: /est déjà annulée/ },
  { words: ["registre", "--reparer"], prepare: (at) => appendFileSync(at("data/registre.jsonl"), '{"n":14,"at"') },
  { words: ["habilitations"] },
  { words: ["poste"] },
  { words: ["poste", "--partage", String(process.getgid?.() ?? "")] },
  { words: ["conservation"], prepare: old },
  {
    words: ["conservation", "--confirmer", "--visa", "AD 1"],
    answers: [{ when: "tapez", type: "éliminer 1 dossier\r" }],
    prepare: old,
    removes: /^2020-T1\//,
    done: /Rien n'a dépassé/,
  },
  { words: ["sauvegarde", "SPARE.zip.age"], answers: twice },
  { words: ["restaure", "ARCHIVE", "SPARE"], answers: twice.slice(0, 1), done: /n'est pas vide/ },
];
async function old(at: (path: string) => string): Promise<void> {
  mkdirSync(at("data/2020-T1"));
  writeFileSync(at("data/2020-T1/IS101.csv"), statement("2020-T1", 1));
  const { status, stderr } = await runIn(at("."), "reception", "2020-T1", "--message", "2020-04-08");
  if (status !== 0) throw new Error(stderr);
}

/** The process and all that it started, the last first. */
function family(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .filter((word) => word !== "");
    return [...children.flatMap((child) => family(Number(child))), pid];
  } catch {
    return [pid]; // ended meanwhile
  }
}
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

const archive = { path: "" };
/** @param after milliseconds after which it is killed. @returns how it ended, what it showed, how long it took. */
async function perform({ words, answers = [] }: Scenario, world: string, spare: string, after?: number) {
  const [command, ...rest] = words;
  const args = rest.map((word) => word.replace("SPARE", join(world, spare)).replace("ARCHIVE", archive.path));
  const folders = [
    ...(command === "restaure" ? [] : ["--data", join(world, "data")]),
    ...(command === "restaure" || command === "reception" ? [] : ["--out", join(world, "dist")]),
  ];
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const alone = random() < 0.5;
  const { status, shown } = await atTerminal([command, ...args, ...folders], answers, (terminal) => {
    if (after === undefined) return;
    timer = setTimeout(() => {
      // the command is the terminal's child; one kill in two takes what it started too, the other leaves that to notice
      const [command] = family(terminal).slice(-2, -1);
      for (const pid of alone && command !== undefined ? [command] : family(terminal).slice(0, -1)) kill(pid);
    }, after);
  });
  clearTimeout(timer);
  return { status, shown, took: performance.now() - start };
}

const HALF_DONE = /\.tmp$|^\.(en-cours|ancien)-/;
const leftIn = (world: string): readonly string[] =>
  ["data", "dist"].flatMap((folder) =>
    readdirSync(join(world, folder), { recursive: true, encoding: "utf8" }).filter((path) =>
      path.split("/").some((name) => HALF_DONE.test(name)),
    ),
  );
/** What must outlive any command: received files, settings, the list, the lines of the register, the copies that were made. */
function held(world: string, removes: RegExp | undefined): ReadonlyMap<string, string> {
  const own = hashTree(join(world, "data")).filter(({ path }) => !/^registre\./.test(path) && !removes?.test(path));
  const copies = hashTree(join(world, "dist")).filter(({ path }) => /copies\/exemplaire/.test(path));
  return new Map([...own, ...copies].map(({ path, sha256 }) => [path, sha256]));
}

/** Told by the register between the kill and the next command, and true: the last was not finished. */
const UNFINISHED =
  /incomplète|commande interrompue|absent depuis l'inscription «.bulletin.»|inscrit comme éliminé, mais le fichier est encore là|au lieu de/;

/** What the terminal says of a command that was killed by signal 9. */
const KILLED = 137;
let struck = 0;

async function tryOnce(scenario: Scenario, template: string, took: number, number: number): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "coup-"));
  const world = join(root, "monde");
  try {
    cpSync(template, world, { recursive: true, preserveTimestamps: true });
    const at = (path: string): string => join(world, path);
    await scenario.prepare?.(at);
    const before = held(world, scenario.removes);
    const register = readFileSync(at("data/registre.jsonl"), "utf8").split("\n").slice(0, 7).join("\n");
    // two kills in three fall in the second half, where things are written
    const after = took * (random() < 2 / 3 ? 0.5 + 0.55 * random() : random());
    const { status: ended } = await perform(scenario, world, "premier", after);
    if (ended === KILLED) struck += 1;

    const faults: string[] = [];
    const fault = (text: string): void => {
      faults.push(`kill ${number}, ${scenario.words.join(" ")}, after ${after.toFixed(0)} ms: ${text.slice(0, 600)}`);
    };
    const between = await runIn(world, "registre");
    if (between.status !== 0 && !UNFINISHED.test(between.stdout))
      fault(`the register accuses: ${between.stdout.slice(-500)}${between.stderr}`);
    if (/incomplète|au lieu de/.test(between.stdout)) await runIn(world, "registre", "--reparer");

    const again = await perform(scenario, world, scenario.words[0] === "restaure" ? "premier" : "second");
    if (again.status !== 0 && !scenario.done?.test(again.shown)) fault(`it does not go on: ${again.shown}`);
    if (/Erreur imprévue/.test(again.shown)) fault(again.shown);
    const last = await runIn(world, "registre");
    if (last.status !== 0) fault(`in the end: ${last.stdout.slice(-600)}${last.stderr}`);
    const now = held(world, scenario.removes);
    for (const [path, sha256] of before) if (now.get(path) !== sha256) fault(`${path} is lost or changed`);
    if (!readFileSync(at("data/registre.jsonl"), "utf8").startsWith(register)) fault("lines of the register are lost");
    const left = leftIn(world);
    if (left.length > 0) fault(`left: ${left.join(", ")}`);
    return faults;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const home = mkdtempSync(join(tmpdir(), "coups-"));
const faults: string[] = [];
const kills = new Map<string, number>();
try {
  const template = join(home, "monde");
  await makeSmallWorld(template);
  archive.path = join(home, "archive.zip.age");
  const saved = await perform({ words: ["sauvegarde", archive.path], answers: twice }, template, "x");
  if (!existsSync(archive.path)) throw new Error(saved.shown);
  const scenarios = SCENARIOS.filter(({ words }) => values.only === undefined || words.join(" ").includes(values.only));
  const durations = new Map<Scenario, number>();
  for (let number = 0; number < Number(values.count); number += 1) {
    const scenario = scenarios[number % scenarios.length];
    if (!scenario) throw new Error("no command has this name");
    const known = durations.get(scenario);
    if (known === undefined) {
      const world = join(home, "mesure");
      cpSync(template, world, { recursive: true });
      await scenario.prepare?.((path) => join(world, path));
      const { status, shown, took } = await perform(scenario, world, "premier");
      if (status !== 0) throw new Error(`${scenario.words.join(" ")} fails untouched: ${shown}`);
      durations.set(scenario, took);
      rmSync(world, { recursive: true });
    }
    const found = await tryOnce(scenario, template, durations.get(scenario) ?? 0, number + 1);
    faults.push(...found);
    for (const text of found) console.log(text); // at once: two hundred kills take a quarter of an hour
    if ((number + 1) % 20 === 0) console.log(`${number + 1} kills, ${faults.length} faults so far`);
    kills.set(scenario.words.join(" "), (kills.get(scenario.words.join(" ")) ?? 0) + 1);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
for (const [words, count] of kills) console.log(`${count} kills of ${words}`);
console.log(`${values.count} kills, ${struck} before the command had ended, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
