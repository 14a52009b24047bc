/** manifest.json of one published bulletin: what it was made from, what it is made of. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readTextIfThere } from "../disk/files.ts";
import { v } from "../disk/schema.ts";
import { sha256 } from "../disk/sha256.ts";
import type { Bulletin, Edition } from "../model/document/bulletin.ts";
import { parseQuarterId } from "../model/period.ts";
import { parseJson } from "../model/text/json.ts";

export const MANIFEST = "manifest.json";

/** What index.html says of it. */
const Index = v.object({
  id: v.string(),
  quarterLabel: v.string(),
  /** The news of its page one. */
  headline: v.string(),
  /** Its large numbers; a program of before kept none. */
  figures: v.optional(
    v.array(v.object({ value: v.string(), mark: v.string(), label: v.string(), before: v.string() })),
  ),
  title: v.string(),
  commune: v.string(),
  marking: v.string(),
  banner: v.nullable(v.string()),
  edition: v.number(),
  editionDate: v.string(),
  editionNote: v.nullable(v.string()),
  isReceived: v.boolean(),
  fingerprint: v.string(),
  errors: v.number(),
  warnings: v.number(),
  earlier: v.number(),
  programVersion: v.string(),
});

const Manifest = v.object({
  version: v.literal(1),
  index: Index,
  /** Edition.madeFrom */
  madeFrom: v.string(),
  /** Its name on paper -> SHA-256: "2026-T1/IS101.xls", or "2026-T1/fichier 2". */
  inputs: v.record(v.string(), v.string()),
  /** Name in this folder -> SHA-256; this file itself left out. */
  outputs: v.record(v.string(), v.string()),
});
export type Manifest = v.InferOutput<typeof Manifest>;
export type IndexEntry = Readonly<v.InferOutput<typeof Index>>;

/** What index.html says of a bulletin. */
export const indexEntry = (bulletin: Bulletin): IndexEntry =>
  v.parse(Index, {
    ...bulletin,
    headline: bulletin.front.headline,
    figures: bulletin.front.keyFigures.map((figure) => ({ ...figure, value: figure.value.text })),
    edition: bulletin.edition.number,
  });

/** @param files name -> content of all that stands beside it. */
export function composeManifest(
  { bulletin, madeFrom }: Pick<Edition, "bulletin" | "madeFrom">,
  files: ReadonlyMap<string, string | Uint8Array>,
): Manifest {
  return {
    version: 1,
    index: indexEntry(bulletin),
    madeFrom,
    inputs: Object.fromEntries(bulletin.sources.map((source) => [source.printed, source.sha256])),
    outputs: Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)])),
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

/** One that was altered by hand is refused by the schema, and the bulletin is written again. */
function readManifest(file: string): Manifest | undefined {
  const text = readTextIfThere(file);
  const parsed = v.safeParse(Manifest, text && parseJson(text));
  return parsed.success ? parsed.output : undefined;
}
