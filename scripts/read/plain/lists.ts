/**
 * The constructs that are plain, for each format: they change nothing of what is seen of a figure, whatever their value. A construct
 * that has a value to look at is judged where its format is read; one that is on no list is not plain.
 */
import { type Construct, NAMES, unknown } from "./rule.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is not plain in a format, by the format's own names; others are called by these. */
export const nameIn =
  (names: Readonly<Record<string, Construct>>) =>
  (name: string): Construct =>
    names[name] ?? unknown(name);

// --- .docx: elements of ECMA-376 part 1, chapter 17, without their prefix "w:"

export const DOCX_RUN = words(`
  b bCs i iCs u lang noProof kern caps smallCaps bdr snapToGrid rPrChange ins moveTo fitText14 rStyle webHidden14 sectPr`);
export const DOCX_PARAGRAPH = words(`
  adjustRightInd autoSpaceDE autoSpaceDN cnfStyle contextualSpacing divId jc keepLines keepNext kinsoku mirrorIndents numPr outlineLvl
  overflowPunct pageBreakBefore pBdr pPrChange pStyle rPr sectPr shd snapToGrid suppressAutoHyphens suppressLineNumbers suppressOverlap
  tabs textAlignment topLinePunct widowControl wordWrap`);
export const DOCX_TABLE = words(`
  jc shd tblBorders tblCaption tblCellSpacing tblDescription tblLayout tblLook tblOverlap tblpPr tblPrChange tblStyle tblStyleColBandSize
  tblStyleRowBandSize tblW`);
export const DOCX_ROW = words(`
  cantSplit cnfStyle divId gridAfter gridBefore ins jc tblCellSpacing tblHeader trPrChange wAfter wBefore`);
export const DOCX_CELL = words(`
  cnfStyle gridSpan headers hideMark noWrap shd tcPrChange tcW textDirection vAlign vMerge`);
export const docxName = nameIn({
  bidi: NAMES.reversed,
  bidiVisual: NAMES.reversed,
  cs: NAMES.reversed,
  dstrike: NAMES.struck,
  emboss: NAMES.outline,
  framePr: "cadre de texte",
  hMerge: NAMES.merged,
  imprint: NAMES.outline,
  outline: NAMES.outline,
  rtl: NAMES.reversed,
  specVanish: NAMES.hidden,
  strike: NAMES.struck,
  vanish: NAMES.hidden,
});
