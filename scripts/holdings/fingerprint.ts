/** Two hashes of a bulletin: of what it says, which readers see; of what it was made from, which spares making it again to compare. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../disk/sha256.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Recorded } from "../model/edition.ts";
import type { SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { compareText } from "../model/order.ts";
import type { Settings } from "../model/settings.ts";

const TEMPLATES = join(import.meta.dirname, "../../templates");
let templates: string | undefined;

/** Of all the files of templates/: they are what puts the content on paper. Read once. */
export function templatesHash(): string {
  templates ??= sha256(
    readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted(compareText)
      .map((path) => sha256(readFileSync(path)))
      .join(),
  );
  return templates;
}

/** Hexadecimal SHA-256 of all that the bulletin says: two that say another thing never have the same. */
export const fingerprintOf = (content: Omit<Bulletin, "fingerprint">): string =>
  sha256(JSON.stringify([content, templatesHash()]));

export interface Inputs {
  /** Files of the deliveries known at the quarter, and the public bases. */
  readonly files: readonly Pick<SourceFile, "path" | "sha256">[];
  readonly settings: Settings;
  readonly nomenclature: Nomenclature;
  /** Delivery -> day on which it was received; of those known at the quarter. */
  readonly received: Recorded["received"];
  /** On the persons, which each bulletin shows. */
  readonly remarks: readonly Issue[];
  readonly programVersion: string;
  readonly quarter: string;
}

/** Hexadecimal SHA-256 of the inputs in canonical order: the same ones give the same bulletin; others may give it too. */
export function inputsHash({ files, received, ...others }: Inputs): string {
  const paths = files.map(({ path, sha256 }) => `${path}\t${sha256}`).toSorted();
  const days = Object.entries(received).toSorted(([a], [b]) => compareText(a, b));
  return sha256(JSON.stringify([templatesHash(), paths, days, others]));
}
