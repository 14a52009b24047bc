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
  b bCs bdr caps em effect i iCs ins kern lang moveTo noProof rPrChange rStyle shadow smallCaps snapToGrid szCs u webHidden
  w14:cntxtAlts w14:glow w14:ligatures w14:numForm w14:numSpacing w14:reflection w14:shadow w14:stylisticSets w14:textOutline`);
export const DOCX_PARAGRAPH = words(`
  adjustRightInd autoSpaceDE autoSpaceDN cnfStyle contextualSpacing divId jc keepLines keepNext kinsoku mirrorIndents numPr outlineLvl
  overflowPunct pageBreakBefore pBdr pPrChange pStyle rPr sectPr shd snapToGrid suppressAutoHyphens suppressLineNumbers suppressOverlap
  textAlignment topLinePunct w15:collapsed widowControl wordWrap`);
export const DOCX_TABLE = words(`
  jc shd tblBorders tblCaption tblCellSpacing tblDescription tblLayout tblLook tblOverlap tblPrChange tblStyle tblStyleColBandSize
  tblStyleRowBandSize tblW`);
export const DOCX_ROW = words(`
  cantSplit cnfStyle divId gridAfter gridBefore ins jc tblCellSpacing tblHeader trPrChange wAfter wBefore`);
export const DOCX_CELL = words(`
  cnfStyle gridSpan headers hideMark noWrap shd tcPrChange textDirection vAlign vMerge`);
/** Elements of a paragraph or a run that show nothing. */
export const DOCX_SILENT = words(`
  annotationRef bookmarkEnd bookmarkStart commentRangeEnd commentRangeStart commentReference customXmlPr endnoteRef
  footnoteRef lastRenderedPageBreak moveFromRangeEnd moveFromRangeStart moveToRangeEnd moveToRangeStart pPr permEnd permStart proofErr
  rPr sdtEndPr sdtPr separator continuationSeparator smartTagPr softHyphen`);
export const docxName = nameIn({
  bidi: NAMES.reversed,
  bidiVisual: NAMES.reversed,
  cs: NAMES.reversed,
  emboss: NAMES.outline,
  framePr: "cadre de texte",
  hMerge: NAMES.merged,
  contentPart: "texte dessiné à la main",
  imprint: NAMES.outline,
  outline: NAMES.outline,
  rtl: NAMES.reversed,
  specVanish: NAMES.hidden,
  "w14:textFill": NAMES.outline,
});
