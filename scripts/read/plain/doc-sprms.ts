/**
 * The modifications ("sprm") of a .doc: those that change nothing of what is seen of a figure, and the control word of .rtf that says what each
 * of the others says. [MS-DOC] 2.6.1 (characters), 2.6.2 (paragraphs), 2.6.3 (tables). One that is on no list is a doubt that names it.
 */
/** "CFBold:0835 0838" => [0x0835, 0x0838]: the name is the specification's own, without its "sprm". */
const codes = (list: string): readonly number[] =>
  list
    .trim()
    .split(/\s+/)
    .map((code) => Number.parseInt(code.slice(code.indexOf(":") + 1), 16));

/** Whatever their operand, or looked at where they are read: colours, positions, edges, merges, grounds, marks. */
const PLAIN: ReadonlySet<number> = new Set([
  // Characters: weight, underlining, capitals, language, revision marks of insertions, what complex scripts would use.
  ...codes(`
    CFRMarkIns:0801 CIbstRMark:4804 CDttmRMark:6805 CFData:0806 CIdslRMark:4807 CFOle2:080a CRsidProp:6815 CRsidText:6816
    CRsidRMDel:6817 CIstdPermute:ca31 CFItalic:0836 CFSmallCaps:083a CFCaps:083b CKul:2a3e CMajority:ca47
    CHpsKern:484b CHresi:484e CRgFtc1:4a50 CRgFtc2:4a51 CFSpec:0855 CFObj:0856 CPropRMark90:ca57 CFBoldBi:085c CFItalicBi:085d
    CFtcBi:4a5e CLidBi:485f CCpg:486b CIcoBi:4a60 CHpsBi:4a61 CDispFldRMark:ca62 CIbstRMarkDel:4863 CDttmRMarkDel:6864 CBrc80:6865
    CIdslRMarkDel:4867 CFUsePgsuSettings:0868 CRgLid0_80:486d CRgLid1_80:486e CIdctHint:286f CBrc:ca72 CRgLid0:4873 CRgLid1:4874
    CFNoProof:0875 CCvUl:6877 CLbcCRJ:2879 CWall:2a83 CCnf:ca85 CNeedFontFixup:2a86 CPbiIBullet:6887 CPbiGrf:4888 CPropRMark:ca89
    CCv:6870 CIco:2a42 CHighlight:2a0c CIss:2a48 CHpsPos:4845 CShd:ca71 CShd80:4866 CPicLocation:6a03 CSymbol:6a09`),
  // Paragraphs: alignment, stops, what is kept together, borders, levels.
  ...codes(`
    PIstdPermute:c601 PIncLvl:2602 PJc80:2403 PFKeep:2405 PFKeepFollow:2406 PFPageBreakBefore:2407 PIlvl:260a PFNoLineNumb:240c
    PChgTabsPapx:c60d PDyaAfter:a414 PChgTabs:c615 PFInTable:2416 PFTtp:2417 PPc:261b PWr:2423 PBrcTop80:6424 PBrcLeft80:6425
    PBrcBottom80:6426 PBrcRight80:6427 PBrcBetween80:6428 PBrcBar80:6629 PFNoAutoHyph:242a PDyaFromText:842e PDxaFromText:842f
    PFLocked:2430 PFWidowControl:2431 PFKinsoku:2433 PFWordWrap:2434 PFOverflowPunct:2435 PFTopLinePunct:2436 PFAutoSpaceDE:2437
    PFAutoSpaceDN:2438 PWAlignFont:4439 POutLvl:2640 PFNumRMIns:2443 PNumRM:c645 PFUsePgsuSettings:2447 PFAdjustRight:2448
    PItap:6649 PDtap:664a PFInnerTableCell:244b PFInnerTtp:244c PShd:c64d PShd80:442d PBrcTop:c64e PBrcLeft:c64f PBrcBottom:c650
    PBrcRight:c651 PBrcBetween:c652 PBrcBar:c653 PJc:2461 PFNoAllowOverlap:2462 PWall:2664 PIpgp:6465 PCnf:c666 PRsid:6467
    PIstdListPermute:c669 PFContextualSpacing:246d PPropRMark:c66f PFMirrorIndents:2470 PTtwo:2471 PFDyaBeforeAuto:245b
    PFDyaAfterAuto:245c PDylBefore:4458 PDylAfter:4459 6645 PHugePapx:6646 PTableProps:646b`),
  // Rows: edges, widths, heights, borders, grounds, merges, what is kept together.
  ...codes(`
    TJc90:5400 TDxaLeft:9601 TDxaGapHalf:9602 TFCantSplit90:3403 TTableHeader:3404 TTableBorders80:d605 TDefTable:d608
    TDefTableShd80:d609 TTlp:740a TDefTableShd3rd:d60c TDxaFromText:9410 TDyaFromText:9411 TDefTableShd:d612 TTableBorders:d613
    TTableWidth:f614 TFAutofit:3615 TDefTableShd2nd:d616 TWidthBefore:f617 TWidthAfter:f618 TFKeepFollow:3619 TBrcTopCv:d61a
    TBrcLeftCv:d61b TBrcBottomCv:d61c TBrcRightCv:d61d TDxaFromTextRight:941e TDyaFromTextBottom:941f TTextFlow:7629
    TVertAlign:d62c TCellSpacingDefault:d633 TCellWidth:d635 TFCellNoWrap:d639 TIstd:563a TCellFHideMark:d642 TWidthIndent:f661
    TCellBrcType:d662 TFNoAllowOverlap:3465 TFCantSplit:3466 TPropRMark:d667 TWall:3668 TIpgp:7469 TCnf:d66a TDefTableShdRaw:d670
    TDefTableShdRaw2nd:d671 TDefTableShdRaw3rd:d672 TRsid:7479 TJc:548a TCellPaddingStyle:d63e TCellVertAlignStyle:347c
    TSetBrc:d62f TCellPadding:d632 TCellPaddingDefault:d634 PTIstdInfo:c66c d47a d47b d47c d47d d47e TCellBrcTopStyle:d47f`),
]);

/** Numbers and switches of one word. Several of one saying have one word: PDxaLeft and its older form. */
const WORDS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    b: "0835",
    deleted: "0800",
    strike: "0837",
    striked: "2a53",
    v: "083c",
    spv: "0818",
    webhidden: "0811",
    fldvanish: "0802",
    sdtvanish: "2a90",
    outl: "0838",
    shad: "0839",
    embo: "0858",
    impr: "0854",
    animtext: "2859",
    fittext: "ca76",
    clFitText: "f636",
    twoinone: "ca78",
    mmath: "c81a",
    rtlch: "085a 0882",
    rtlpar: "2441",
    taprtl: "560b 5664",
    posx: "8418",
    posy: "8419",
    absw: "841a 442b 443a",
    dropcapli: "442c",
    expndtw: "8840",
    charscalex: "4852",
    fs: "4a43",
    f: "4a4f",
    cs: "4a30",
    s: "4600",
    ls: "460b",
    ri: "840e 845d",
    li: "840f 845e",
    fi: "8411 8460",
    sb: "a413",
    sl: "6412",
    tposx: "940e",
    tposy: "940f",
    tpvpara: "360d",
    trrh: "9407",
  }).flatMap(([word, list]) => codes(list).map((code) => [code, word] as const)),
);

/** Three bits of a code say what it modifies. */
export const isOfTables = (code: number): boolean => ((code >> 10) & 7) === 5;

/** undefined where the modification is plain. */
export function wordOfSprm(code: number): string | undefined {
  if (PLAIN.has(code)) return undefined;
  return WORDS.get(code) ?? `${isOfTables(code) ? "tr" : ""}sprm-${code.toString(16).padStart(4, "0")}`;
}
