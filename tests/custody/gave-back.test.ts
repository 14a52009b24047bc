/** Who read an edition that was corrected, and gave it back: named once, with what changed. */

import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkGaveBack } from "../../scripts/custody/copies/gave-back.ts";
import { chain, FIRST_PREVIOUS, type RegisterEntry } from "../../scripts/custody/register/entry.ts";
import { readRegister } from "../../scripts/custody/verify-register.ts";
import { runCommand } from "../run-main.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import * as entries from "./entries.ts";
import { makeSmallWorld, runIn, statement } from "./small-world.ts";

const WHEN = { at: "2026-07-09T10:00:00.000Z", who: "agent" } as const;
const HASH = "d".repeat(64);
const build = (number: number, quarter = "2026-T1"): RegisterEntry =>
  entries.build({ quarter, edition: { number, day: "2026-07-09", replaces: null } });
const give = (number: number, recipient: string, quarter = "2026-T1"): RegisterEntry => ({
  ...{ ...WHEN, action: "copies", quarter, bulletin: HASH },
  copies: [{ number, recipient, role: "Agent", path: `${quarter}/${number}`, sha256: HASH }],
});
const ends = (action: "return" | "destruction", number: number, quarter = "2026-T1"): RegisterEntry => ({
  ...{ ...WHEN, action, quarter, number },
});

describe("when an edition is made", () => {
  const FIRST = [build(1), give(1, "Anne"), give(2, "Bruno"), give(3, "Chloé")];
  const CHANGES = new Map([["2026-T1", "Cambriolages : 11 au lieu de 8."]]);
  const told = (before: readonly RegisterEntry[], number = 2, changes = CHANGES) => {
    const lines = before.map((entry, i) => chain(entry, i + 1, FIRST_PREVIOUS));
    const edition = { number, day: "2026-07-20", note: null, replaces: null };
    return checkGaveBack(lines, [{ id: "2026-T1", edition }], changes).map((issue) => spoken(issue));
  };
  const names = (...found: ReturnType<typeof told>[]) =>
    found.map(([issue]) => issue?.message.match(/n° \d+ \([^)]+\)/g) ?? []);

  test("those who hold no copy any more are named, with what changes", () => {
    const before = [...FIRST, ends("return", 1), ends("return", 3), ends("destruction", 3)];
    expect(told(before)).toMatchObject([
      {
        rule: "edition-read-before",
        severity: "warning",
        hint: expect.stringMatching(/Cambriolages : 11 au lieu de 8\. .*2026-T1 --pour "Anne; Chloé"$/),
      },
    ]);
    expect(names(told(before))).toEqual([["n° 1 (Anne)", "n° 3 (Chloé)"]]);
  });

  test("each once, for the last copy; not who holds another one, nor that of another quarter", () => {
    const again = [...FIRST, ends("return", 1), give(4, "anne"), ends("return", 4)];
    expect(names(told(again))).toEqual([["n° 4 (anne)"]]);
    expect(told([...FIRST, ends("return", 1), give(4, "ANNE")])).toEqual([]);
    expect(told([...FIRST, give(4, "Anne"), ends("return", 4)])).toEqual([]); // n° 1 is out
    expect(told([...FIRST, build(1, "2026-T2"), give(1, "Denis", "2026-T2"), ends("return", 1, "2026-T2")])).toEqual(
      [],
    );
  });

  test("not when it is made again, when no count changes, or when nobody gave any back", () => {
    const before = [...FIRST, ends("return", 1)];
    expect(told(before, 1)).toEqual([]);
    expect(told([...before, build(2)], 2)).toEqual([]);
    expect(told([...before, build(2)], 3)).toHaveLength(1);
    expect(told(before, 2, new Map([["2026-T2", "x"]]))).toEqual([]);
    expect(told(FIRST)).toEqual([]);
  });
});

test("by build: once, with the sentence of the bulletin itself", async () => {
  const world = temporaryFolder("rendu");
  await makeSmallWorld(world);
  await runIn(world, "copies", "--retour", "2");
  mkdirSync(join(world, "data/2026-T1-rectificatif-2"));
  writeFileSync(join(world, "data/2026-T1-rectificatif-2/IS101.csv"), statement("2026-T1", 9));
  await runIn(world, "reception", "2026-T1-rectificatif-2", "--message", "2026-04-28");
  await runIn(world, "lecture", "--confirmer");
  // elsewhere than in dist no edition is made, and the one before is not there to be corrected: see elsewhere.test.ts
  const before = process.cwd();
  process.chdir(world);
  const elsewhere = await runCommand("build", "--out", "ailleurs").finally(() => process.chdir(before));
  expect([elsewhere.status, elsewhere.stdout]).toEqual([0, expect.not.stringContaining("rendu une édition")]);
  const made = await runIn(world, "build");
  expect(made.stdout).toMatch(/1 personne a rendu une édition que celle-ci corrige/);
  expect(made.stdout).toMatch(/à dire à qui l'a lue : Cambriolages de logement : 10 au lieu de 7/);
  expect((await runIn(world, "build")).stdout).not.toContain("rendu une édition");
  // an edition of other words, and the same counts, after a copy that was given back too
  await runIn(world, "copies", "2026-T1", "--pour", "tous");
  await runIn(world, "copies", "--retour", "3");
  appendFileSync(join(world, "data/convention.yaml"), "service: circonscription de Ville-Fictive\n");
  const reworded = await runIn(world, "build");
  const last = readRegister(join(world, "data")).at(-1);
  expect(last?.action === "build" && last.edition?.number).toBe(4);
  expect(reworded.stdout).not.toContain("rendu une édition");
});
