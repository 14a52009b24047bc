/** What a proof receives and says. */

import type { PdfDocument } from "../pdf/document.ts";
import type { PageFacts } from "../print/page-facts.ts";

export interface Evidence {
  readonly html: string;
  readonly facts: PageFacts;
  readonly pdf: PdfDocument;
  /** Addresses that the page asked for while it was printed, other than its own file. */
  readonly requested: readonly string[];
}

/** Yields one French sentence, with its place, for each fault found; nothing when all is well. */
export type Proof = (evidence: Evidence) => Iterable<string>;
