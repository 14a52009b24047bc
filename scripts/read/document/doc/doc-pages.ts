/** The headers and footers of a .doc. Format: [MS-DOC] 2.8.10 (Plcfhdd), 2.7.4 (DopBase). */
import { viewOf } from "../../container/views.ts";

export interface PageStory {
  readonly kind: "header" | "footer";
  readonly from: number;
  readonly to: number;
  /** Of the first page of a section, where that is made otherwise than the others: whether it is, is not followed. */
  readonly mayBeUnseen: boolean;
}

/**
 * Six separators of notes, then for each section: even and odd header, even and odd footer, first header, first footer. `plc`, `document`:
 * parts 11 and 31 of the FIB, which says whether even pages are made otherwise than odd ones.
 */
export function pageStories(
  plc: Uint8Array | undefined,
  document: Uint8Array | undefined,
  start: number,
  length: number,
): readonly PageStory[] {
  if (!plc) return [];
  const view = viewOf(plc);
  const [flags = 1] = document ?? [];
  const places = Array.from({ length: Math.max(0, plc.length / 4 - 2 - 6) }, (_, i) => i);
  return places.flatMap((i) => {
    const [from, to] = [view.getUint32(4 * (i + 6), true), view.getUint32(4 * (i + 7), true)];
    const part = i % 6;
    const isMade = part % 2 === 1 || part === 4 || (flags & 1) === 1;
    if (!isMade || from >= to || to > length) return [];
    const kind = [0, 1, 4].includes(part) ? "header" : "footer";
    return [{ kind, from: start + from, to: start + to, mayBeUnseen: part >= 4 }];
  });
}
