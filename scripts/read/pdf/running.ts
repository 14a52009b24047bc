/** What a page carries beside its own text: page numbers, and headers or footers that other pages have at the same place. */
import { isInMargin, type PageBlock } from "./blocks.ts";
import { gapsOf, type Line, median, textOf } from "./lines.ts";
import { LONGER } from "./measures.ts";

export interface LaidOutPage {
  readonly height: number;
  readonly blocks: readonly PageBlock[];
}

/** "own": the page's own text. "number": a page number. Else the key of a header or footer that stands on other pages too. */
type Role = { readonly kind: "own" | "number" } | { readonly kind: "running"; readonly key: string };

/** What a block of page `at` (from 0) is on its page. */
export function roleOf(pages: readonly LaidOutPage[], at: number, block: PageBlock): Role {
  if (block.kind !== "paragraph") return { kind: "own" };
  const key = marginKey(block, pages[at]?.height ?? 0);
  if (key === null) return { kind: "own" };
  if (PAGE_NUMBER.test(block.text.trim())) return { kind: "number" };
  return isOnAnotherPage(pages, at, key) ? { kind: "running", key } : { kind: "own" };
}

/** "3", "- 3 -", "page 3", "3/7", "page 3 sur 7" */
const PAGE_NUMBER = /^[-–—\s]*(?:page\s*)?(\d{1,3})(?:\s*(?:\/|sur|de|-)\s*\d{1,3})?[-–—\s]*$/i;

/**
 * The number of the page itself, alone on the last line of the sheet, further below the line above it than lines are apart: not a
 * figure of the column that it stands under. `number`: counted from 1.
 */
export function isOwnNumber(lines: readonly Line[], height: number, number: number): boolean {
  const [above, last] = lines.slice(-2);
  if (!above || !last || last.units.length > 1 || !isInMargin(last.baseline, height)) return false;
  const [, told] = PAGE_NUMBER.exec(textOf(last.units).trim()) ?? [];
  return Number(told) === number && last.baseline - above.baseline > LONGER * median(gapsOf(lines));
}

/** A text near the top or bottom of its page, with its figures blanked out: "Page 1 sur 3" => "page # sur # 140"; null elsewhere. */
function marginKey(block: { readonly text: string; readonly top: number }, height: number): string | null {
  if (!isInMargin(block.top, height)) return null;
  return `${block.text.trim().toLowerCase().replace(/\d+/g, "#")} ${Math.round(block.top / 6)}`;
}

const isOnAnotherPage = (pages: readonly LaidOutPage[], own: number, key: string): boolean =>
  pages.some(
    (page, i) => i !== own && page.blocks.some((b) => b.kind === "paragraph" && marginKey(b, page.height) === key),
  );
