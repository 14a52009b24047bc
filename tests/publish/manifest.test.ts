/** What a published bulletin says of itself, and which folders are taken for one. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../scripts/disk/sha256.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { composeManifest, indexEntry, MANIFEST, readManifests } from "../../scripts/publish/manifest.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const edition = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
const bulletin = {
  ...edition.bulletin,
  errors: 1,
  warnings: 2,
  earlier: 3,
  edition: { number: 4, replaces: "2026-04-08" },
  editionNote: "édition 4, remplace celle du 8 avril 2026",
  banner: "EXEMPLE",
};
const manifest = composeManifest({ bulletin, madeFrom: "m".repeat(64) }, new Map([["bulletin.html", "<p>"]]));

test("it says what the page of all bulletins needs, what it was made from, what it is made of", () => {
  const { index } = manifest;
  expect([index.errors, index.warnings, index.earlier, index.edition]).toEqual([1, 2, 3, 4]);
  for (const key of ["id", "quarterLabel", "title", "commune", "marking", "banner", "fingerprint"] as const)
    expect(index[key], key).toBe(bulletin[key]);
  for (const key of ["editionDate", "editionNote", "isReceived", "programVersion"] as const)
    expect(index[key], key).toBe(bulletin[key]);
  for (const isReceived of [true, false]) expect(indexEntry({ ...bulletin, isReceived }).isReceived).toBe(isReceived);
  expect(indexEntry({ ...bulletin, banner: null, editionNote: null })).toMatchObject({
    banner: null,
    editionNote: null,
  });
  expect(manifest.inputs).toEqual(Object.fromEntries(bulletin.sources.map(({ path, sha256 }) => [path, sha256])));
  expect(manifest).toMatchObject({
    outputs: { "bulletin.html": sha256("<p>") },
    madeFrom: "m".repeat(64),
  });
});

test("bulletins are found newest first; a folder that is of another quarter, damaged or not a quarter's is none", () => {
  const out = temporaryFolder("manifestes");
  const put = (folder: string, content: unknown): void => {
    mkdirSync(join(out, folder));
    writeFileSync(join(out, folder, MANIFEST), typeof content === "string" ? content : JSON.stringify(content));
  };
  const of = (id: string) => ({ ...manifest, index: { ...manifest.index, id } });
  for (const id of ["2025-T4", "2026-T2", "2026-T1"]) put(id, of(id));
  put("2025-T3", of("2026-T1"));
  put("2025-T2", "{");
  put("2025-T1", { ...of("2025-T1"), version: 2 });
  put("copie de 2026-T1", of("2026-T1"));
  mkdirSync(join(out, "2024-T4"));
  expect(readManifests(out).map(({ index }) => index.id)).toEqual(["2026-T2", "2026-T1", "2025-T4"]);
});
