/** A publication with its own browser: results, refusals and ends. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { privateFolder } from "../../scripts/disk/private-folder.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { type Publisher, startPublisher } from "../../scripts/publish/publisher.ts";

const sample = JSON.parse(readFileSync(resolve("tests/fixtures/publish/sample-edition.json"), "utf8")) as Edition;
/** Soon printed: its first section alone. */
const edition = { ...sample, bulletin: { ...sample.bulletin, sections: sample.bulletin.sections.slice(0, 1) } };
let root: string;
let publisher: Publisher | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "publication-"));
});
afterEach(async () => {
  await publisher?.stop();
  rmSync(root, { recursive: true });
});
function publish(out: string, browser: string | null = null, steps: string[] = []) {
  publisher = startPublisher(browser, (step) => steps.push(step));
  return publisher.publish([edition], { out, outdated: [] });
}

/** Folders that browsers of this process work in. */
const profiles = (): readonly string[] =>
  readdirSync(privateFolder()).filter((name) => name.startsWith(`profil-${process.pid}-`));

test("a bulletin is published, its steps are told on the way, and nothing of its browser is left", async () => {
  const before = profiles();
  const out = join(root, "dist");
  const steps: string[] = [];
  const { published, index } = await publish(out, null, steps);
  expect(published.map(({ id, folder }) => ({ id, folder }))).toEqual([
    { id: "2026-T1", folder: join(out, "2026-T1") },
  ]);
  expect(existsSync(index)).toBe(true);
  expect(readdirSync(join(out, "2026-T1"))).toContain("bulletin.pdf");
  expect(steps).toEqual(["2026-T1 : mise en pages", "2026-T1 : impression du PDF et preuves", "mise en place"]);
  expect(profiles()).not.toEqual(before);
  await publisher?.stop();
  expect(profiles()).toEqual(before);
});

test("what cannot be recorded is not put in place: what was made is taken away", async () => {
  const out = join(root, "dist");
  publisher = startPublisher(null, () => {});
  const seen: string[] = [];
  const refused = publisher.publish([edition], {
    out,
    outdated: [],
    record: async ({ published }) => {
      seen.push(...published.map(({ id }) => id), String(existsSync(join(out, "2026-T1"))));
      await new Promise((done) => setTimeout(done, 50)); // a register on a slow disk
      throw new UserError("Le registre refuse.", "Voyez le registre.");
    },
  });
  await expect(refused).rejects.toThrow("Le registre refuse.");
  expect(seen).toEqual(["2026-T1", "false"]);
  expect(readdirSync(out)).toEqual([".verrou"]);
});

test("what the operator can fix is told with its remedy", async () => {
  const out = join(root, "dist");
  writeFileSync(out, "not a folder");
  const refusal = await publish(out).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UserError);
  expect(refusal).toMatchObject({ exitCode: 2, hint: expect.stringContaining("dossier") });
});

test("a browser that does not start is told when it is needed, and nothing is written", async () => {
  const out = join(root, "dist");
  const noBrowser = join(root, "vide");
  writeFileSync(noBrowser, "", { mode: 0o755 });
  const refusal = await publish(out, noBrowser).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UserError);
  expect(refusal).toMatchObject({ message: expect.stringContaining("Aucun navigateur"), exitCode: 2 });
  expect(existsSync(join(out, "2026-T1"))).toBe(false);
});
