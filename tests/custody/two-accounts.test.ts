/** Two entitled accounts on one machine do a quarter together; without a shared folder, the second is refused in plain words. */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";

/** Numbers that no account of the machine has; the system then gives no name, and the program calls them "uid-54301". */
const [FIRST, SECOND, THIRD, GROUP] = [54301, 54302, 54303, 54399];

/** A command of scripts/ run by one of them, a member of the group or not. */
function run(folder: string, account: number, command: string, ...args: readonly string[]) {
  const home = join(folder, `home-${account}`);
  const member = account === THIRD ? account : GROUP;
  const who = [`--reuid=${account}`, `--regid=${account}`, `--groups=${member}`];
  const program = ["--import", "./scripts/preload.js", `scripts/${command}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync("setpriv", [...who, "--", process.execPath, ...program], {
    encoding: "utf8",
    input: "",
    env: { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: home },
  });
  return { status, told: `${stdout}${stderr}`.replaceAll("\u00a0", " ") };
}

/** Why this cannot be tried here; null where it can. */
function whyNot(): string | null {
  if (process.platform !== "linux") return "it is tried on Linux only";
  if (process.getuid?.() !== 0) return "not root: no other account can be taken on";
  const able = spawnSync("setpriv", [
    `--reuid=${FIRST}`,
    `--regid=${FIRST}`,
    "--clear-groups",
    "--",
    process.execPath,
    "scripts/aide.ts",
  ]);
  return able.status === 0 ? null : "another account cannot run the program from this folder";
}

/** data/ of the first account, with four quarters of the demonstration and both accounts on the list. */
function prepare(): string {
  const folder = temporaryFolder("deux-comptes");
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o755 });
  for (const quarter of ["2025-T3", "2025-T4", "2026-T1"])
    cpSync(join("data/demo", quarter), join(data, quarter), { recursive: true });
  writeFileSync(
    join(data, "convention.yaml"),
    'commune: { nom: Saint-Aubin-les-Tilleuls, insee: "99001", departement: "99" }\n',
  );
  writeFileSync(
    join(data, "habilitations.yaml"),
    `responsable: la direction\npersonnes:\n${[FIRST, SECOND, THIRD].map((account) => `  - { nom: Agent ${account}, fonction: Agent, compte: uid-${account}, du: 2026-01-01 }\n`).join("")}`,
  );
  const give = (path: string): void => {
    chownSync(path, FIRST, FIRST);
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
  };
  for (const account of [FIRST, SECOND, THIRD]) {
    mkdirSync(join(folder, `home-${account}`));
    chownSync(join(folder, `home-${account}`), account, account);
  }
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

test("two accounts of a group do a whole quarter: reception, bulletin, copies, return, each by the one or the other", {
  timeout: 240_000,
}, ({ skip }) => {
  const reason = whyNot();
  if (reason !== null) skip(reason);
  const folder = prepare();
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  const as = (account: number, command: string, ...args: readonly string[]) =>
    run(folder, account, command, ...args, "--data", data, ...(/reception|check/.test(command) ? [] : ["--out", out]));
  const done = (account: number, ...words: readonly [command: string, ...args: readonly string[]]): string => {
    const { status, told } = as(account, ...words);
    expect([words, status, status === 0 ? "" : told]).toEqual([words, 0, ""]);
    return told;
  };

  expect(done(FIRST, "poste", "--partage", String(GROUP))).toContain(`Réservé aux comptes du groupe « ${GROUP} »`);
  done(FIRST, "reception", "2025-T3", "--message", "2025-10-08");
  done(SECOND, "reception", "2025-T4", "--message", "2026-01-08");
  done(FIRST, "reception", "2026-T1", "--message", "2026-04-08");
  done(SECOND, "check");
  done(SECOND, "build");
  done(FIRST, "copies", "2026-T1", "--pour", "tous");
  done(SECOND, "copies", "--retour", "1-2");
  done(FIRST, "build"); // keeps the copies, in a folder that the other may write in
  done(SECOND, "copies", "2026-T1", "--pour", `Agent ${FIRST}`);
  done(FIRST, "copies", "--destruction", "1");
  done(SECOND, "habilitations");
  done(FIRST, "habilitations");
  done(SECOND, "poste");
  const told = done(SECOND, "registre");
  for (const account of [FIRST, SECOND]) expect(told).toContain(`uid-${account}`);
  expect(told).toContain(`Dossiers ouverts au groupe « ${GROUP} »`);
  expect(told).toContain("chaîne entière, fichiers conformes");
  expect([...modes(out)].sort()).toEqual([`2770 ${GROUP}`, `660 ${GROUP}`]);
  expect([...modes(data)].sort()).toEqual([`2770 ${GROUP}`, `660 ${GROUP}`]);

  for (const command of ["check", "build", "registre", "copies", "poste"]) {
    const refused = as(THIRD, command);
    expect([command, refused.status]).toEqual([command, 2]);
    expect(refused.told).toContain("réservé aux comptes d'un groupe, et le vôtre n'en fait pas partie");
  }
});

test("without a group, a second entitled account is refused by every command, and told what to do", {
  timeout: 120_000,
}, ({ skip }) => {
  const reason = whyNot();
  if (reason !== null) skip(reason);
  const folder = prepare();
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  const where = (command: string) => ["--data", data, ...(/reception|check/.test(command) ? [] : ["--out", out])];
  expect(run(folder, FIRST, "poste", ...where("poste")).status).toBe(0);
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
    const { status, told } = run(folder, SECOND, command, ...args, ...where(command));
    expect([command, status]).toEqual([command, 2]);
    expect(told).toContain("est réservé à un autre compte de ce poste");
    expect(told).toContain("npm run poste -- --partage GROUPE");
    expect(told).not.toContain("défaut du programme");
  }
  const diagnostic = run(folder, SECOND, "diagnostic", ...where("diagnostic")).told;
  expect(diagnostic).toMatch(/À CORRIGER +Droits des dossiers : .*réservé à un autre compte/);

  // data/ opened by hand, dist/ not
  chmodSync(data, 0o755);
  for (const name of readdirSync(data, { recursive: true, encoding: "utf8" })) chmodSync(join(data, name), 0o777);
  mkdirSync(out, { mode: 0o700 });
  chownSync(out, FIRST, FIRST);
  const { status, told } = run(folder, SECOND, "build", ...where("build"));
  expect(status).toBe(2);
  expect(told).not.toContain("défaut du programme");
});

test("a group that is none, or that the account is not in, is refused", { timeout: 60_000 }, ({ skip }) => {
  const reason = whyNot();
  if (reason !== null) skip(reason);
  const folder = prepare();
  const where = ["--data", join(folder, "data"), "--out", join(folder, "dist")];
  for (const group of ["aucun-groupe-de-ce-nom", "0"]) {
    const { status, told } = run(folder, FIRST, "poste", "--partage", group, ...where);
    expect([group, status]).toEqual([group, 2]);
    expect(told).toContain("n'existe pas sur ce poste, ou votre compte n'en fait pas partie");
  }
  expect(run(folder, FIRST, "poste", "--partage", "$(rm)", ...where).told).toContain("n'est pas le nom d'un groupe");
  expect(statSync(join(folder, "data")).mode & 0o7777).toBe(0o755); // as it was
});
