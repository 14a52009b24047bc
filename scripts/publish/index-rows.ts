/** The rows of index.html: what each bulletin says of itself, what has changed since, and who holds its copies. */
import type { YearStates } from "../model/edition.ts";
import type { IndexEntry, Manifest } from "./manifest.ts";
import type { CopiesOut, IndexRow } from "./pages.ts";

export const INDEX = "index.html";

/** What is known beside the bulletins themselves. */
export interface IndexState {
  /** Quarters whose bulletin in `out` would say another thing now: index.html says so. */
  readonly outdated?: readonly string[];
  /** Numbered copies that are out, as the register says; absent: no register. index.html says where they are. */
  readonly copies?: readonly CopyOut[];
  /** How far the quarters of the year have come: index.html shows it. */
  readonly states?: YearStates;
}

/** A numbered copy that was handed out, and neither returned nor destroyed. */
interface CopyOut {
  readonly quarter: string;
  readonly number: number;
  readonly recipient: string;
  readonly edition: number;
}

export const entriesOf = (manifests: readonly Manifest[]): readonly IndexRow[] =>
  manifests.map(({ index, outputs }) => ({ ...index, files: Object.keys(outputs) }));

/** Newest first. */
export const indexRows = (
  entries: readonly IndexRow[],
  { outdated = [], copies }: Pick<IndexState, "outdated" | "copies">,
): readonly IndexRow[] =>
  entries
    .map((entry) => ({
      ...entry,
      outdated: outdated.includes(entry.id),
      ...(copies && { copies: circulation(entry, copies) }),
    }))
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));

/** "n° 3 (Mme X)": those of the edition that the folder holds, and those of earlier ones, which it replaces. */
function circulation({ id, edition }: IndexEntry, copies: readonly CopyOut[]): CopiesOut {
  const own = copies.filter((copy) => copy.quarter === id);
  const words = (some: readonly CopyOut[]) => some.map(({ number, recipient }) => `n° ${number} (${recipient})`);
  return {
    current: words(own.filter((copy) => copy.edition === edition)),
    replaced: words(own.filter((copy) => copy.edition !== edition)),
  };
}
