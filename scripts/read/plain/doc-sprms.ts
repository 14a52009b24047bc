/**
 * The modifications ("sprm") of a .doc: those that change nothing of what is seen of a figure, and how the others are called. [MS-DOC]
 * 2.6.1 (characters), 2.6.2 (paragraphs), 2.6.3 (tables). A modification that is on no list is a doubt that names it.
 */
import { type Construct, LEAST, NAMES, unknown } from "./rule.ts";

const codes = (list: string): readonly number[] =>
  list
    .trim()
    .split(/\s+/)
    .map((code) => Number.parseInt(code, 16));

/** Whatever their operand, or looked at where they are read: colours, sizes, positions, edges, merges, grounds. */
const PLAIN: ReadonlySet<number> = new Set([
  // Characters: weight, underlining, capitals, language, revision marks of insertions, what complex scripts would use.
  ...codes(`
    0801 4804 6805 0806 4807 080a 6815 6816 6817 4a30 ca31 0835 0836 083a 083b 2a3e ca47 484b 484e 4a4f 4a50 4a51 0855 0856 ca57 085c 085d
    4a5e 485f 4a60 4a61 ca62 4863 6864 6865 4867 0868 486d 486e 286f ca72 4873 4874 0875 6877 2879 2a83 ca85 2a86 6887 4888 ca89 2a42 6870
    2a48 4845 2a0c ca71 4866 6a03 6a09`),
  // Paragraphs: alignment, stops, what is kept together, borders, levels.
  ...codes(`
    4600 c601 2602 2403 2405 2406 2407 260a 460b 240c c60d a414 c615 2416 2417 261b 2423 6424 6425 6426 6427 6428 6629 242a 842e 842f 2430
    2431 2433 2434 2435 2436 2437 2438 4439 2640 2443 c645 2447 2448 6649 664a 244b 244c c64d 442d c64e c64f c650 c651 c652 c653 2461 2462
    2664 6465 c666 6467 c669 246d c66f 2470 2471 245b 245c 4458 4459 6645 6646 646b 6412`),
  // Rows: edges, widths, heights, borders, grounds, merges, what is kept together.
  ...codes(`
    5400 9601 9602 3403 3404 d605 d608 d609 740a d60c 360d 9410 9411 d612 d613 f614 3615 d616 f617 f618 3619 d61a d61b d61c d61d 941e 941f
    7629 d62c d633 d635 d639 563a d642 f661 d662 3465 3466 d667 3668 7469 d66a d670 d671 d672 7479 548a d63e 347c 9407 d62f
    d632 d634 c66c d47a d47b d47c d47d d47e d47f`),
]);

/** One saying for several modifications, by their numbers in hexadecimal. */
const byCode = <T>(...lines: readonly (readonly [list: string, said: T])[]): ReadonlyMap<number, T> =>
  new Map(lines.flatMap(([list, said]) => codes(list).map((code) => [code, said] as const)));

type Range = readonly [least: number, most: number, name: Construct];
const NO_END = Number.POSITIVE_INFINITY;
/** Numbers of two bytes: plain from the first to the second, in twips but for those of characters; beyond, so called. */
const RANGES = byCode<Range>(
  ["8840", [-LEAST.overlap, NO_END, NAMES.narrow]], // CDxaSpace
  ["4852", [LEAST.letterWidth, NO_END, NAMES.narrow]], // CCharScale, in hundredths
  ["4a43", [2 * LEAST.type, NO_END, NAMES.tiny]], // CHps, in half-points
  ["840e 845d", [-LEAST.out, NO_END, NAMES.pushed]], // PDxaRight, and its older form
  ["840f 845e 8411 8460", [-LEAST.pushed, LEAST.pushed, NAMES.pushed]], // PDxaLeft, PDxaLeft1
  ["a413", [-NO_END, LEAST.above, NAMES.clipped]], // PDyaBefore
  ["940e 940f", [-LEAST.pushed, LEAST.page, NAMES.away]], // TDxaAbs, TDyaAbs
);

/** Not plain unless every byte of their operand is 0. */
const NAMED = byCode<Construct>(
  ["0800 0837 2a53", NAMES.struck], // CFRMarkDel, CFStrike, CFDStrike
  ["083c 0818 0802 0811 2a90", NAMES.hidden], // CFVanish, CFSpecVanish, CFFldVanish, CFWebHidden, CFSdtVanish
  ["0838 0839 0858 0854", NAMES.outline], // CFOutline, CFShadow, CFEmboss, CFImprint
  ["2859", "texte animé"], // CSfxText
  ["ca76 f636", "texte ajusté"], // CFitText, TFitText
  ["ca78", "deux lignes en une"], // CFELayout
  ["c81a", NAMES.formula], // CFMathPr
  ["085a 0882 2441 560b 5664", NAMES.reversed], // CFBiDi, CFComplexScripts, PFBiDi, TFBiDi, TFBiDi90
  ["8418 8419 841a 442b 443a", NAMES.frame], // PDxaAbs, PDyaAbs, PDxaWidth, PWHeightAbs, PFrameTextFlow
  ["442c", NAMES.dropCap], // PDcs
);

/** "" where the modification is plain. */
export function constructOfSprm(code: number, operand: Uint8Array): Construct | "" {
  const range = RANGES.get(code);
  if (range) {
    const value = operand.length === 2 ? Buffer.from(operand).readInt16LE(0) : 0;
    return range[0] <= value && value <= range[1] ? "" : range[2];
  }
  const name = NAMED.get(code);
  if (name !== undefined) return operand.every((byte) => byte === 0) ? "" : name;
  return PLAIN.has(code) ? "" : unknown(`sprm-${code.toString(16).padStart(4, "0")}`);
}

/** Their text is no part of what is seen: CFRMarkDel, CFStrike, CFDStrike; CFVanish. */
export const UNSEEN = byCode<"struck" | "hidden">(["0800 0837 2a53", "struck"], ["083c", "hidden"]);
