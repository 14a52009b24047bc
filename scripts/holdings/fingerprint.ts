/** Two hashes of a bulletin: of what it says, which readers see; of what it was made from, which spares making it again to compare. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { sha256 } from "../disk/sha256.ts";
import type { Bulletin } from "../model/document/bulletin.ts";
import type { Recorded } from "../model/edition.ts";
import type { SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { compareText } from "../model/order.ts";
import { remember } from "../model/remember.ts";
import type { Settings } from "../model/settings.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What puts the content on paper, beside the browser. */
const LAYOUT = ["templates", "scripts/draw", "scripts/publish"];
/** What makes the content of the files received. */
const MAKING = ["read", "reading", "recognise", "twin", "check", "analyse", "compose", "nomenclature", "model"].map(
  (stage) => `scripts/${stage}`,
);
/** The code, and not the version's number: a version that makes the same bulletins leaves the older ones as they are. */
const codeOf = (folders: readonly string[]): string => sha256(folders.map(folderHash).join("\n"));

/** Of all the files of a folder, whatever the line ends of this checkout. */
const folderHash = remember((folder: string): string =>
  sha256(
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted(compareText)
      .map((path) => `${path.slice(ROOT.length).replaceAll(sep, "/")} ${sha256(plainLines(readFileSync(path)))}`)
      .join("\n"),
  ),
);
const plainLines = (bytes: Buffer): Buffer =>
  bytes.includes("\r\n") ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1") : bytes;

/**
 * Hexadecimal SHA-256 of all that is printed: what the bulletin says, and how it is laid out. Two bulletins that read otherwise never have
 * the same. The version's number is printed nowhere: it stands among the properties of the files.
 */
export const fingerprintOf = ({ programVersion: _, ...content }: Omit<Bulletin, "fingerprint">): string =>
  sha256(JSON.stringify([content, codeOf(LAYOUT)]));

/**
 * Hexadecimal SHA-256 of what a reader is told: figures and sentences. Not of the files that they come from, nor of the layout and the
 * program: a statement sent again with the same figures, or a new version of the program, gives no other edition.
 */
export function wordsHash({
  sections,
  commune,
  service,
  marking,
  edition,
  editionDate,
  editionNote,
}: Bulletin): string {
  const told = sections.filter(({ id }) => id !== "controles").map(({ title, blocks }) => [title, blocks]);
  const words = [commune, service, marking, edition, editionDate, editionNote, told];
  return sha256(JSON.stringify(words, (key, value: unknown) => (key === "from" ? undefined : value)));
}

export interface Inputs {
  /** Files of the deliveries known at the quarter, and the public bases. */
  readonly files: readonly Pick<SourceFile, "path" | "sha256">[];
  /** Delivery and hash of each lecture confirmed. */
  readonly lectures: readonly string[];
  readonly settings: Settings;
  /** Hash of the communal base. */
  readonly communal?: string | null;
  readonly nomenclature: Nomenclature;
  /** Of the deliveries known at the quarter. */
  readonly received: Recorded["received"];
  /** On the persons, which each bulletin shows. */
  readonly remarks: readonly Issue[];
  readonly quarter: string;
}

/** Hexadecimal SHA-256 of the inputs in canonical order: the same ones give the same bulletin; others may give it too. */
export function inputsHash({ files, received, ...others }: Inputs): string {
  const paths = files.map(({ path, sha256 }) => `${path}\t${sha256}`).toSorted();
  const days = Object.entries(received).toSorted(([a], [b]) => compareText(a, b));
  return sha256(JSON.stringify([codeOf([...LAYOUT, ...MAKING]), paths, days, others]));
}
