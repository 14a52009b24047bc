/**
 * The window as an installed Chromium opens it, on a screen of its own (xvfb-run node tests/window/night.ts [--count 20]): it is led to the
 * bulletin while its calls to the system are noted, then killed at random instants, the browser or the program, and a second one is refused.
 * Where there is no /usr/bin/chromium, nothing is done, and that is said.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { atWindow } from "./person.ts";
import { figuresOf, statement, townHallIn } from "./town.ts";

const BROWSER = "/usr/bin/chromium";
const NOW = "2026-04-20T08:00:00Z";
const HERE = [process.execPath, "--import", "./scripts/preload.js"] as const;

/** Takes up the quarter where it stands, to its bulletin. */
async function play(root: string): Promise<void> {
  const sent = join(root, "envoi/IS101.csv");
  const { status, stderr } = await atWindow(
    root,
    NOW,
    async (person) => {
      await person.sees("Où en est-on");
      console.log(`Ouverte en ${Math.round(performance.now())} ms, le programme compris.`);
      await person.presses("Recevoir");
      await person.sees("Déposez");
      if (!existsSync(join(root, "data/2026-T1/IS101.csv"))) await person.chooses(sent);
      await pause(500);
      if ((await person.text()).includes("C’est tout")) {
        await person.presses("C’est tout");
        await person.sees("De quand date le message");
        await person.types("08/04/2026");
        await person.presses("Continuer");
      } else await person.presses("Regarder la lecture");
      for (;;) {
        const text = await person.text();
        if (text.includes("quel nombre lisez-vous")) await person.answersNumbers(figuresOf(1));
        else if (text.includes("Confirmer cette lecture")) {
          await person.presses("Confirmer cette lecture");
          await person.sees("Rien n’empêche");
        }
        if (text.includes("Faire le bulletin")) await person.presses("Faire le bulletin");
        if (/Tout est fait|Le bulletin est fait/.test(text)) return;
        await pause(100);
      }
    },
    { program: { path: BROWSER, env: {}, shell: false } },
  );
  if (status !== 0) throw new Error(stderr);
}

const failures: string[] = [];
const expectTrue = (isTrue: boolean, what: string): void => {
  if (!isTrue) failures.push(what);
};
const child = (root: string, ...before: readonly string[]) => {
  const [program = "", ...words] = [...before, ...HERE, import.meta.filename, "play", root];
  return spawn(program, words, { stdio: ["ignore", "pipe", "inherit"], detached: true });
};
const ended = (one: ReturnType<typeof child>): Promise<number | null> =>
  new Promise((done) => {
    if (one.exitCode !== null || one.signalCode !== null) done(one.exitCode);
    else one.once("exit", done); // "close" waits for what nobody reads
  });
/** Processes of the windows of this folder's program. */
const browsers = (): readonly number[] =>
  spawnSync("pgrep", ["-f", "chromium.*bulletin-delinquance.*fenetre.html"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter(Boolean)
    .map(Number);
const run = (name: string, root: string, ...words: readonly string[]) =>
  spawnSync(HERE[0], [...HERE.slice(1), `scripts/${name}.ts`, "--data", join(root, "data"), ...words], {
    encoding: "utf8",
  });

async function withTown(does: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "fenetre-nuit-"));
  try {
    townHallIn(root).put("envoi/IS101.csv", statement(1));
    await does(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function main(count: number): Promise<void> {
  await withTown(async (root) => {
    const calls = join(root, "appels.txt");
    const code = await ended(
      child(root, "strace", "-f", "-qq", "-o", calls, "-e", "trace=socket,sendto,sendmsg,sendmmsg,connect"),
    );
    expectTrue(code === 0, "led to its bulletin under strace");
    const text = readFileSync(calls, "utf8");
    const hasNetworks = spawnSync("unshare", ["-Un", "true"]).status === 0;
    // elsewhere the browser asks the system the names of its interfaces, by sockets by which it sends nothing
    const asked = hasNetworks ? /socket\(AF_INET/ : /socket\(AF_INET6?, SOCK_STREAM|send\w+\([^\n]*sa_family=AF_INET/;
    expectTrue(text.includes("socket(AF_UNIX"), "the calls of the window are noted");
    expectTrue(!asked.test(text), "no Internet socket");
  });
  await withTown(async (root) => {
    const first = child(root);
    console.log(String(await new Promise((done) => first.stdout.once("data", done))).trim());
    const second = run("fenetre", root, "--out", join(root, "dist"));
    expectTrue(
      second.status === 2 && second.stderr.includes("La fenêtre est déjà ouverte."),
      "a second window says so",
    );
    await ended(first);
  });
  for (let i = 0; i < count; i++)
    await withTown(async (root) => {
      const one = child(root);
      await pause(500 + Math.random() * 5000);
      const target = i % 2 === 0 ? [one.pid ?? 0] : browsers();
      for (const pid of target)
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // it has ended already
        }
      await ended(one);
      for (let left = 50; left > 0 && browsers().length > 0; left--) await pause(100);
      expectTrue(browsers().length === 0, `kill ${i}: no process is left`);
      const kept = join(root, "data/2026-T1/IS101.csv");
      expectTrue(
        !existsSync(kept) || readFileSync(kept, "utf8") === statement(1),
        `kill ${i}: what is stored is whole`,
      );
      if (existsSync(join(root, "data/registre.jsonl")))
        expectTrue(run("registre", root, "--out", join(root, "dist")).status === 0, `kill ${i}: the register is whole`);
      expectTrue((await ended(child(root))) === 0, `kill ${i}: it is taken up again, to its bulletin`);
    });
}

const [mode, value] = process.argv.slice(2);
if (mode === "play") {
  await play(resolve(value ?? ""));
  process.exit(0);
}
if (!existsSync(BROWSER) || !process.env.DISPLAY) console.log("La fenêtre n'est pas essayée : ni Chromium, ni écran.");
else {
  await main(mode === "--count" ? Number(value) : 20);
  for (const failure of failures) console.error(`FAILED: ${failure}`);
  console.log(`La fenêtre : ${failures.length} faute(s).`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
