/** Whatever writes in data/ or dist/: all that it leaves has the rights of the folder, the account's alone or those of the group. */
import { chmodSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backUp } from "../../scripts/custody/backup.ts";
import { appendRegister, repairRegister } from "../../scripts/custody/register/register.ts";
import { writeWhole } from "../../scripts/disk/files.ts";
import { lockOutput } from "../../scripts/disk/output-lock.ts";
import { listTree } from "../../scripts/disk/tree.ts";
import { stage, swapIn } from "../../scripts/publish/swap.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const AT = "2026-04-08T09:00:00.000Z";
const bulletin = (out: string): void =>
  swapIn(stage(out, "2026-T1", new Map([["bulletin.html", "x"]])), ["bulletin.html"]);
const copies = (out: string): void => writeWhole(join(out, "2026-T1/copies/exemplaire-01.pdf"), "%PDF 1");
const append = (data: string) =>
  appendRegister(data, { at: AT, who: "a", action: "return", quarter: "2026-T1", number: 1 });

const WRITERS: readonly (readonly [string, (folder: string) => unknown])[] = [
  ["a form, in folders that are made for it", (out) => writeWhole(join(out, "documents", "a", "annexe.pdf"), "x")],
  ["a line of the register, and its lock", append],
  [
    "a register that is repaired, and what is put aside of it",
    (data) => {
      append(data);
      writeWhole(join(data, "registre.jsonl"), "{");
      repairRegister(data, AT, "a");
    },
  ],
  ["the lock of the bulletins", (out) => lockOutput(out)[Symbol.dispose]()],
  ["a bulletin", bulletin],
  ["numbered copies", copies],
  [
    "numbered copies that a new bulletin keeps",
    (out) => {
      bulletin(out);
      copies(out);
      bulletin(out);
    },
  ],
  [
    "a backup",
    async (folder) => {
      const data = join(temporaryFolder("source"), "data");
      append(data);
      await backUp({
        dataDir: data,
        outDir: join(folder, "absent"),
        destination: folder,
        passphrase: "quatre mots au hasard",
        at: AT,
        programVersion: "1",
        workFactor: 10,
      });
    },
  ],
];

/** Every folder and file under it. */
function pathsUnder(folder: string): readonly string[] {
  const files = listTree(folder);
  const above = files.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index)));
  return [...new Set([...above, ...files])];
}

describe.skipIf(process.platform === "win32").each([
  ["of the account", 0o700, { umask: 0, ofFolder: "700", ofFile: "600" }],
  ["opened to a group", 0o2770, { umask: 0o077, ofFolder: "2770", ofFile: "660" }],
] as const)("in a folder %s", (_, mode, { umask, ofFolder, ofFile }) => {
  test.each(WRITERS)("%s", async (_what, write) => {
    const folder = join(temporaryFolder("droits"), "dossier");
    mkdirSync(folder);
    chmodSync(folder, mode);
    const before = process.umask(umask);
    try {
      await write(folder);
    } finally {
      process.umask(before);
    }
    const found = pathsUnder(folder).map((path) => ({ path, stats: statSync(join(folder, path)) }));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ path, stats }) => `${path} ${(stats.mode & 0o7777).toString(8)}`)).toEqual(
      found.map(({ path, stats }) => `${path} ${stats.isDirectory() ? ofFolder : ofFile}`),
    );
  });
});
