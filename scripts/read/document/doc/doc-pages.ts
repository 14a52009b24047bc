/**
 * The headers and footers of a .doc, and of which of its pages they are. Format: [MS-DOC] 2.8.10 (Plcfhdd), 2.8.26 (PlcfSed), 2.9.243
 * (Sepx), 2.7.4 (DopBase).
 */
import { viewOf } from "../../container/views.ts";
import { forEachSprm } from "./doc-sprms.ts";

export interface PageStory {
  readonly kind: "header" | "footer";
  readonly from: number;
  readonly to: number;
}

/** Which pages the document makes otherwise than the others: the first of a section, the even ones. Where nothing says it, it may. */
interface OwnPages {
  readonly hasFirst: boolean;
  readonly hasEven: boolean;
}

/** `sections`: part 6 of the FIB; `document`: part 31. */
export function ownPages(
  main: Uint8Array,
  sections: Uint8Array | undefined,
  document: Uint8Array | undefined,
): OwnPages {
  const [flags] = document ?? [];
  return { hasFirst: hasFirstPage(main, sections), hasEven: flags === undefined || (flags & 1) === 1 };
}

/** Bytes of one Sed: a number, the place of what is said of the section, and six others. */
const SED = 12;
const NOTHING_SAID = 0xffffffff;

function hasFirstPage(main: Uint8Array, sections: Uint8Array | undefined): boolean {
  if (!sections || sections.length < 4 + 4 + SED) return true;
  const view = viewOf(sections);
  const count = Math.floor((sections.length - 4) / (4 + SED));
  return Array.from({ length: count }, (_, i) => view.getUint32(4 * (count + 1) + SED * i + 2, true)).some((at) => {
    if (at === NOTHING_SAID || at + 2 > main.length) return false;
    let isOwn = false;
    forEachSprm(main.subarray(at + 2, at + 2 + viewOf(main).getUint16(at, true)), (code, [value]) => {
      if (code === 0x300a) isOwn = value === 1; // SFTitlePage
    });
    return isOwn;
  });
}

/** Six separators of notes, then for each section: even and odd header, even and odd footer, first header, first footer. */
export function pageStories(
  plc: Uint8Array | undefined,
  start: number,
  length: number,
  { hasFirst, hasEven }: OwnPages,
): readonly PageStory[] {
  const stories: PageStory[] = [];
  if (!plc) return stories;
  const view = viewOf(plc);
  const count = plc.length / 4 - 2;
  for (let i = 6; i < count; i++) {
    const from = view.getUint32(4 * i, true);
    const to = view.getUint32(4 * i + 4, true);
    const isMade = i % 6 >= 4 ? hasFirst : i % 2 === 1 || hasEven;
    if (isMade && from < to && to <= length)
      stories.push({ kind: [0, 1, 4].includes(i % 6) ? "header" : "footer", from: start + from, to: start + to });
  }
  return stories;
}
