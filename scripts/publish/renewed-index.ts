/** index.html alone, where the bulletins are what they were. */
import { resolve } from "node:path";
import { lockOutput } from "../disk/output-lock.ts";
import { sha256 } from "../disk/sha256.ts";
import { entriesOf, INDEX, type IndexState, indexRows } from "./index-rows.ts";
import { refuse } from "./make-bulletin.ts";
import { readManifests } from "./manifest.ts";
import { pageOf, renderPages } from "./pages.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import { explainRefusal } from "./publication.ts";
import { assertReplaceable, replaceFile } from "./swap.ts";

/**
 * index.html alone, written anew: what it says of the copies has changed since.
 * @param options.record told its SHA-256 before it is put in place.
 */
export async function publishIndex(
  options: IndexState & {
    readonly out: string;
    readonly record: (sha256: string) => void;
  },
): Promise<void> {
  const out = resolve(options.out);
  try {
    using _lock = lockOutput(out);
    const pages = await renderPages([], indexRows(entriesOf(readManifests(out)), options), options.states);
    const index = pageOf(pages, INDEX);
    refuse(INDEX, findOutwardAddresses(index));
    assertReplaceable(out, INDEX);
    options.record(sha256(index));
    replaceFile(out, INDEX, index);
  } catch (error) {
    throw explainRefusal(error, options.out);
  }
}
