/** Two entitled accounts on one machine do a quarter together; without a shared folder, the second is refused in plain words. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ran } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { statement } from "./small-world.ts";

/** Numbers that no account of the machine has; the system then gives no name, and the program calls them "uid-54301". */
const [FIRST, SECOND, THIRD, GROUP] = [54301, 54302, 54303, 54399];

const asAccount = (account: number, group: number): readonly string[] => [
  ...["setpriv", `--reuid=${account}`, `--regid=${account}`, `--groups=${group}`, "--", process.execPath],
];

interface Account {
  readonly run: (
    command: string,
    ...args: readonly string[]
  ) => Promise<{ readonly status: number; readonly told: string }>;
}

/** One of them at work, a member of the group or not: its commands are run by a process of its own. */
function logIn(account: number): Account & { readonly logOut: () => void } {
  const home = join(homes, String(account));
  mkdirSync(home);
  chownSync(home, account, account);
  const [program = "", ...words] = [
    ...asAccount(account, account === THIRD ? account : GROUP),
    "tests/custody/as-account.ts",
  ];
  const child = spawn(program, words, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { PATH: process.env.PATH, MODE: process.env.MODE, HOME: home, XDG_CACHE_HOME: home },
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    logOut: () => void child.kill(),
    run: async (...line) => {
      child.stdin.write(`${JSON.stringify(line)}\n`);
      const { value } = await answers.next();
      const { status, stdout, stderr } = JSON.parse(String(value)) as Ran;
      return { status, told: stdout + stderr };
    },
  };
}

/** Why this cannot be tried here; null where it can. */
function whyNot(): string | null {
  if (process.platform !== "linux") return "it is tried on Linux only";
  if (process.getuid?.() !== 0) return "not root: no other account can be taken on";
  const [program = "", ...words] = asAccount(FIRST, GROUP);
  return spawnSync(program, [...words, "scripts/aide.ts"]).status === 0
    ? null
    : "another account cannot run the program from this folder";
}
const REASON = whyNot();

let homes: string;
let first: ReturnType<typeof logIn>;
let second: ReturnType<typeof logIn>;
let third: ReturnType<typeof logIn>;
beforeAll(() => {
  homes = mkdtempSync(join(tmpdir(), "deux-comptes-"));
  chmodSync(homes, 0o755);
  if (REASON === null) [first, second, third] = [logIn(FIRST), logIn(SECOND), logIn(THIRD)];
});
afterAll(() => {
  if (REASON === null) for (const account of [first, second, third]) account.logOut();
  rmSync(homes, { recursive: true, force: true });
});

/** data/ of the first account, with two quarters and the accounts on the list. */
function prepare(): string {
  const folder = temporaryFolder("deux-comptes");
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o755 });
  for (const quarter of ["2025-T4", "2026-T1"]) {
    mkdirSync(join(data, quarter));
    writeFileSync(join(data, quarter, "IS101.csv"), statement(quarter, 4));
  }
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\n");
  writeFileSync(
    join(data, "habilitations.yaml"),
    `responsable: la direction\npersonnes:\n${[FIRST, SECOND, THIRD].map((account) => `  - { nom: Agent ${account}, fonction: Agent, compte: uid-${account}, du: 2026-01-01 }\n`).join("")}`,
  );
  const give = (path: string): void => {
    chownSync(path, FIRST, FIRST);
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
  };
  give(data);
  chownSync(folder, FIRST, FIRST);
  chmodSync(folder, 0o755);
  return folder;
}

const modes = (folder: string): ReadonlySet<string> =>
  new Set(
    [".", ...readdirSync(folder, { recursive: true, encoding: "utf8" })].map((path) => {
      const { mode, gid } = statSync(join(folder, path));
      return `${(mode & 0o7777).toString(8)} ${gid}`;
    }),
  );

test("two accounts of a group do a whole quarter: reception, bulletin, copies, return, each by the one or the other", async ({
  skip,
}) => {
  if (REASON !== null) skip(REASON);
  const folder = prepare();
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  const as = (account: Account, command: string, ...args: readonly string[]) =>
    account.run(command, ...args, "--data", data, ...(/reception|check/.test(command) ? [] : ["--out", out]));
  const done = async (
    account: Account,
    ...words: readonly [command: string, ...args: readonly string[]]
  ): Promise<string> => {
    const { status, told } = await as(account, ...words);
    expect([words, status, status === 0 ? "" : told]).toEqual([words, 0, ""]);
    return told;
  };

  expect(await done(first, "poste", "--partage", String(GROUP))).toContain(
    `Réservé aux comptes du groupe « ${GROUP} »`,
  );
  await done(second, "reception", "2025-T4", "--message", "2026-01-08");
  await done(first, "reception", "2026-T1", "--message", "2026-04-08");
  await done(second, "check");
  await done(second, "lecture", "--confirmer");
  await done(second, "build");
  await done(first, "copies", "2026-T1", "--pour", "tous");
  await done(second, "copies", "--retour", "1-2");
  await done(first, "build"); // keeps the copies, in a folder that the other may write in
  await done(second, "copies", "2026-T1", "--pour", `Agent ${FIRST}`, "--motif", "égaré");
  await done(first, "copies", "--destruction", "1");
  await done(second, "habilitations");
  await done(first, "habilitations");
  await done(second, "poste");
  const told = await done(second, "registre");
  for (const account of [FIRST, SECOND]) expect(told).toContain(`uid-${account}`);
  expect(told).toContain(`Dossiers ouverts au groupe « ${GROUP} »`);
  expect(told).toContain("chaîne entière, fichiers conformes");
  expect([...modes(out)].sort()).toEqual([`2770 ${GROUP}`, `660 ${GROUP}`]);
  expect([...modes(data)].sort()).toEqual([`2770 ${GROUP}`, `660 ${GROUP}`]);

  for (const command of ["check", "build", "registre", "copies", "poste"]) {
    const refused = await as(third, command);
    expect([command, refused.status]).toEqual([command, 2]);
    expect(refused.told).toContain("réservé aux comptes d'un groupe, et le vôtre n'en fait pas partie");
  }
});

test("a file dropped with private rights is told with its account, which opens it to the group by recording it", async ({
  skip,
}) => {
  if (REASON !== null) skip(REASON);
  const folder = prepare();
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  const at = ["--data", data, "--out", out];
  await first.run("poste", "--partage", String(GROUP), ...at);
  for (const path of ["2026-T1/IST.csv", "2026-T2"]) {
    if (path.endsWith(".csv")) writeFileSync(join(data, path), statement("2026-T1", 4));
    else mkdirSync(join(data, path));
    chownSync(join(data, path), SECOND, GROUP);
    chmodSync(join(data, path), path.endsWith(".csv") ? 0o600 : 0o2700); // umask 077
  }
  const refused = await first.run("reception", "2026-T1", "--message", "2026-04-08", "--data", data);
  expect(refused.told).toMatch(new RegExp(`2026-T2 » : le compte uid-${SECOND} l'a gardé pour lui`));
  expect((await first.run("poste", ...at)).status).toBe(0); // does what it can, and says what it cannot
  const { status, told } = await second.run("reception", "2026-T1", "--message", "2026-04-08", "--data", data);
  expect([status, status === 0 ? "" : told]).toEqual([0, ""]);
  expect([...modes(data)].sort()).toEqual([`2770 ${GROUP}`, `660 ${GROUP}`]);
});

test("without a group, a second entitled account is refused by every command, and told what to do", async ({
  skip,
}) => {
  if (REASON !== null) skip(REASON);
  const folder = prepare();
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  const where = (command: string) => ["--data", data, ...(/reception|check/.test(command) ? [] : ["--out", out])];
  expect((await first.run("poste", ...where("poste"))).status).toBe(0);
  for (const [command, ...args] of [
    ["check"],
    ["build"],
    ["reception", "2026-T1", "--message", "2026-04-08"],
    ["copies"],
    ["registre"],
    ["habilitations"],
    ["conservation"],
    ["sauvegarde", folder],
    ["poste"],
    ["poste", "--partage", String(GROUP)],
  ] as const) {
    const { status, told } = await second.run(command, ...args, ...where(command));
    expect([command, status]).toEqual([command, 2]);
    expect(told).toContain("est réservé à un autre compte de ce poste");
    expect(told).toContain("npm run poste -- --partage GROUPE");
    expect(told).not.toContain("défaut du programme");
  }
  const diagnostic = (await second.run("diagnostic", ...where("diagnostic"))).told;
  expect(diagnostic).toMatch(/À CORRIGER +Droits des dossiers : .*réservé à un autre compte/);

  // data/ opened by hand, dist/ not
  chmodSync(data, 0o755);
  for (const name of readdirSync(data, { recursive: true, encoding: "utf8" })) chmodSync(join(data, name), 0o777);
  mkdirSync(out, { mode: 0o700 });
  chownSync(out, FIRST, FIRST);
  const { status, told } = await second.run("build", ...where("build"));
  expect(status).toBe(2);
  expect(told).not.toContain("défaut du programme");
});

test("a group that is none, or that the account is not in, is refused", async ({ skip }) => {
  if (REASON !== null) skip(REASON);
  const folder = prepare();
  const where = ["--data", join(folder, "data"), "--out", join(folder, "dist")];
  for (const group of ["aucun-groupe-de-ce-nom", "0"]) {
    const { status, told } = await first.run("poste", "--partage", group, ...where);
    expect([group, status]).toEqual([group, 2]);
    expect(told).toContain("n'existe pas sur ce poste, ou votre compte n'en fait pas partie");
  }
  expect((await first.run("poste", "--partage", "$(rm)", ...where)).told).toContain("n'est pas le nom d'un groupe");
  expect(statSync(join(folder, "data")).mode & 0o7777).toBe(0o755); // as it was
});
