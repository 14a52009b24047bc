/** What the editions say that a build tells afterwards, noted as they go by: once published, they are forgotten. */
import { wordsHash } from "../holdings/fingerprint.ts";
import type { Edition } from "../model/document/bulletin.ts";

/** By quarter. */
export interface Noted {
  /** Hash of what it tells its readers. */
  readonly words: Map<string, string>;
  /** Of a further edition that changes a count: its first point, which says which. */
  readonly changes: Map<string, string>;
}

export function* noting(editions: Iterable<Edition>, { words, changes }: Noted): Iterable<Edition> {
  for (const edition of editions) {
    const { bulletin, analyses } = edition;
    words.set(bulletin.id, wordsHash(bulletin));
    const [first] = bulletin.front.points;
    if (first && Object.keys(analyses.changed).length > 0) changes.set(bulletin.id, first.text);
    yield edition;
  }
}
