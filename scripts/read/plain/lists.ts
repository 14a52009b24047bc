/**
 * The constructs that are plain, for each format: they change nothing of what is seen of a figure, whatever their value. A construct
 * that has a value to look at is judged where its format is read; one that is on no list is not plain.
 */
import { type Construct, NAMES, unknown } from "./rule.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

// --- .docx: elements of ECMA-376 part 1, chapter 17, without their prefix "w:"

/** Properties of runs, paragraphs, tables, rows and cells, and elements that show nothing. */
export const DOCX_PLAIN = words(`
  adjustRightInd annotationRef autoSpaceDE autoSpaceDN b bCs bdr bookmarkEnd bookmarkStart cantSplit caps cnfStyle commentRangeEnd
  commentRangeStart commentReference contextualSpacing continuationSeparator customXmlPr divId effect em endnoteRef footnoteRef gridAfter
  gridBefore gridSpan headers hideMark i iCs ins jc keepLines keepNext kern kinsoku lang lastRenderedPageBreak mirrorIndents
  moveFromRangeEnd moveFromRangeStart moveTo moveToRangeEnd moveToRangeStart noProof noWrap numPr outlineLvl overflowPunct pageBreakBefore
  pBdr permEnd permStart pPr pPrChange proofErr pStyle rPr rPrChange rStyle sdtEndPr sdtPr sectPr separator shadow shd smallCaps smartTagPr
  snapToGrid softHyphen suppressAutoHyphens suppressLineNumbers suppressOverlap szCs tblBorders tblCaption tblCellSpacing tblDescription
  tblGrid tblHeader tblLayout tblLook tblOverlap tblPr tblPrChange tblPrEx tblStyle tblStyleColBandSize tblStyleRowBandSize tblW tcPr
  tcPrChange textAlignment textDirection topLinePunct trPr trPrChange u vAlign vMerge wAfter wBefore webHidden widowControl wordWrap
  w14:cntxtAlts w14:glow w14:ligatures w14:numForm w14:numSpacing w14:reflection w14:shadow w14:stylisticSets w14:textOutline w15:collapsed`);

const REPEATED = "texte répété sur la largeur de la cellule";

// --- .odt, .ods: attributes of the properties of their styles, OpenDocument 1.3 part 3, 20

/** A star stands for whatever follows. */
const ODT_NAMES_PLAIN = words(`
  ?:* calcext:* draw:* fo:border* fo:break-* fo:clip fo:column* fo:country fo:font-style fo:font-variant fo:font-weight fo:hyphen* fo:keep-*
  fo:language fo:margin* fo:max-* fo:min-* fo:orphans fo:padding* fo:script fo:text-align* fo:text-indent fo:text-transform fo:widows
  fo:wrap-option loext:* officeooo:* style:*-asian style:*-complex style:auto-text-indent style:border-line* style:column-width
  style:contextual-spacing style:country* style:decimal-places style:diagonal-*-widths style:direction style:dynamic-spacing style:editable
  style:flow-* style:font-* style:glyph* style:horizontal-* style:join-border style:justify* style:language* style:letter-kerning
  style:line-break style:may-break* style:min-row-height style:number-* style:page-* style:print-content style:protect style:punctuation*
  style:register-* style:rel-* style:rfc-* style:rotation-align style:row-height style:run-through style:script* style:shadow style:shrink*
  style:snap* style:tab-stop-distance style:text-align-source style:text-autospace style:text-emphasize style:text-line-through-color
  style:text-line-through-mode style:text-line-through-text-style style:text-line-through-width style:text-overline* style:text-underline*
  style:use-optimal* style:use-window-font-color style:vertical-* style:width style:wrap* style:writing-mode-automatic svg:* table:align
  table:border-model table:display table:may* text:anchor* text:dont-balance* text:line-number text:number-lines`);
export const ODT_PLAIN = new RegExp(
  `^(?:${[...ODT_NAMES_PLAIN].map((name) => name.replaceAll("?", "\\?").replaceAll("*", ".*")).join("|")})$`,
);
/** Whatever the property. */
export const ODT_PLAIN_VALUE = /^(?:none|normal|false|auto|0(?:pt|cm|in|mm)?|transparent|no-limit|both|start|page)$/;
/** What is not plain, by the format's own names; others are called by these. */
const ODT_NAMES: Readonly<Record<string, Construct>> = {
  "fo:text-shadow": "texte ombré",
  "style:cell-protect": NAMES.hidden,
  "style:diagonal-bl-tr": NAMES.crossed,
  "style:diagonal-tl-br": NAMES.crossed,
  "style:repeat-content": REPEATED,
  "style:text-combine": NAMES.narrow,
  "style:font-relief": NAMES.outline,
  "style:text-outline": NAMES.outline,
  "style:rotation-angle": "texte à l'envers",
  "style:text-rotation-angle": "texte à l'envers",
  "style:text-scale": NAMES.narrow,
  "fo:letter-spacing": NAMES.narrow,
  "style:writing-mode": NAMES.reversed,
  "fo:line-height": NAMES.clipped,
  "text:measure": NAMES.field,
  "text:bibliography-mark": NAMES.field,
};
export const odtName = (name: string): Construct => ODT_NAMES[name] ?? unknown(name);

// --- .xlsx, .xls, .ods: what workbooks have in common

export const SHEET = {
  bareDate: "date sans format de date",
  blankZero: "zéro que la feuille n'affiche pas",
  conditional: "mise en forme conditionnelle qui peut cacher ou changer ce qui est affiché",
  cut: "nombre plus large que sa colonne, ou plus haut que sa ligne",
  drawnOver: "une image ou un dessin posé sur cette cellule",
  refreshed: "tableau croisé refait à l'ouverture du classeur",
  repeated: REPEATED,
  replaced: "une image ou un objet à la place de la valeur",
  showsFormulas: "feuille qui montre les formules à la place des résultats",
} as const;
const quoted = (text: string): string => (text === "" ? "" : ` « ${text.slice(0, 60)} »`);
export const otherFormat = (code: string): Construct =>
  `format de nombre${quoted(code)}, qui montre autre chose que ce qui est enregistré`;
export const uncomputed = (formula: string): Construct =>
  `calculée par une formule${quoted(formula)} : ouvrez, vérifiez`;

// --- .xlsx: elements of a font, ECMA-376 part 1, 18.8.22 and 18.4.7, without their prefix "x:"

export const XLSX_FONT = words(`
  b charset color condense extend family i name outline rFont scheme shadow strike sz u vertAlign`);
