/** What a bulletin was made from, as one hash: the same inputs give the same fingerprint on any machine and any day. */
import { sha256 } from "../disk/sha256.ts";
import type { SourceFile } from "../model/grid.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Settings } from "../model/settings.ts";

export interface Inputs {
  /** Files of the deliveries known at the quarter, and the public bases. */
  readonly files: readonly Pick<SourceFile, "path" | "sha256">[];
  readonly settings: Settings;
  readonly nomenclature: Nomenclature;
  readonly programVersion: string;
  readonly quarter: string;
}

/** Hexadecimal SHA-256 of the inputs in canonical order. Where the browser or the retention differ, the document does not. */
export function fingerprintOf(inputs: Inputs): string {
  const { browser: _, retentionYears: __, ...settings } = inputs.settings;
  const files = inputs.files.map(({ path, sha256 }) => `${path}\t${sha256}`).toSorted();
  const canonical = JSON.stringify([inputs.quarter, inputs.programVersion, files, settings, inputs.nomenclature]);
  return sha256(canonical);
}
