/** manifest.json of one published bulletin: what it was made from, what it is made of. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Bulletin } from "../model/bulletin.ts";
import { parseQuarterId } from "../model/period.ts";

export const MANIFEST = "manifest.json";

const Manifest = z.object({
  version: z.literal(1),
  /** What index.html says of it. */
  index: z.object({
    id: z.string(),
    quarterLabel: z.string(),
    title: z.string(),
    commune: z.string(),
    marking: z.string(),
    banner: z.string().nullable(),
    editionDate: z.string(),
    fingerprint: z.string(),
    errors: z.number(),
    warnings: z.number(),
    programVersion: z.string(),
  }),
  /** Path in the data folder -> SHA-256. */
  inputs: z.record(z.string(), z.string()),
  /** Name in this folder -> SHA-256; this file itself left out. */
  outputs: z.record(z.string(), z.string()),
  /** Where the sections fell on paper. */
  layout: z.object({ pages: z.number(), sections: z.record(z.string(), z.number()) }),
});
export type Manifest = z.infer<typeof Manifest>;
export type IndexEntry = Readonly<Manifest["index"]>;

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** What index.html says of a bulletin. */
export const indexEntry = (bulletin: Bulletin): IndexEntry => ({
  id: bulletin.id,
  quarterLabel: bulletin.quarterLabel,
  title: bulletin.title,
  commune: bulletin.commune,
  marking: bulletin.marking,
  banner: bulletin.banner,
  editionDate: bulletin.editionDate,
  fingerprint: bulletin.fingerprint,
  errors: bulletin.errors,
  warnings: bulletin.warnings,
  programVersion: bulletin.programVersion,
});

/** @param files name -> content of all that stands beside it. */
export function composeManifest(
  bulletin: Bulletin,
  files: ReadonlyMap<string, string | Uint8Array>,
  layout: { readonly pages: number; readonly sections: Readonly<Record<string, number>> },
): Manifest {
  return {
    version: 1,
    index: { ...indexEntry(bulletin) },
    inputs: Object.fromEntries(bulletin.sources.map((source) => [source.path, source.sha256])),
    outputs: Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)])),
    layout: { pages: layout.pages, sections: { ...layout.sections } },
  };
}

/** Manifests of all bulletins in `out`, newest quarter first. A folder without a readable one is no bulletin of ours. */
export function readManifests(out: string): readonly Manifest[] {
  const found: Manifest[] = [];
  for (const name of readdirSync(out).filter((entry) => parseQuarterId(entry) !== undefined)) {
    const manifest = readManifest(join(out, name, MANIFEST));
    if (manifest?.index.id === name) found.push(manifest);
  }
  return found.sort((a, b) => (a.index.id < b.index.id ? 1 : -1)); // "2026-T1" after "2025-T4": the order of time
}

function readManifest(file: string): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const parsed = Manifest.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // altered by hand: the schema refuses it, and the bulletin is written again
  }
}
