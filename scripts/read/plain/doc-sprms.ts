/**
 * The modifications ("sprm") of a .doc: those that change nothing of what is seen of a figure, and the control word of .rtf that says what each
 * of the others says. [MS-DOC] 2.6.1 (characters), 2.6.2 (paragraphs), 2.6.3 (tables). One that is on no list is a doubt that names it.
 */
const codes = (list: string): readonly number[] =>
  list
    .trim()
    .split(/\s+/)
    .map((code) => Number.parseInt(code, 16));

/** Whatever their operand, or looked at where they are read: colours, positions, edges, merges, grounds, marks. */
const PLAIN: ReadonlySet<number> = new Set([
  // Characters: weight, underlining, capitals, language, revision marks of insertions, what complex scripts would use.
  ...codes(`
    0801 4804 6805 0806 4807 080a 6815 6816 6817 ca31 0835 0836 083a 083b 2a3e ca47 484b 484e 4a50 4a51 0855 0856 ca57 085c 085d
    4a5e 485f 486b 4a60 4a61 ca62 4863 6864 6865 4867 0868 486d 486e 286f ca72 4873 4874 0875 6877 2879 2a83 ca85 2a86 6887 4888 ca89 6870
    2a42 2a0c 2a48 4845 ca71 4866 6a03 6a09`),
  // Paragraphs: alignment, stops, what is kept together, borders, levels.
  ...codes(`
    c601 2602 2403 2405 2406 2407 260a 240c c60d a414 c615 2416 2417 261b 2423 6424 6425 6426 6427 6428 6629 242a 842e 842f 2430
    2431 2433 2434 2435 2436 2437 2438 4439 2640 2443 c645 2447 2448 6649 664a 244b 244c c64d 442d c64e c64f c650 c651 c652 c653 2461 2462
    2664 6465 c666 6467 c669 246d c66f 2470 2471 245b 245c 4458 4459 6645 6646 646b`),
  // Rows: edges, widths, heights, borders, grounds, merges, what is kept together.
  ...codes(`
    5400 9601 9602 3403 3404 d605 d608 d609 740a d60c 9410 9411 d612 d613 f614 3615 d616 f617 f618 3619 d61a d61b d61c d61d 941e 941f
    7629 d62c d633 d635 d639 563a d642 f661 d662 3465 3466 d667 3668 7469 d66a d670 d671 d672 7479 548a d63e 347c d62f
    d632 d634 c66c d47a d47b d47c d47d d47e d47f`),
]);

/** Numbers and switches of one word. Several of one saying have one word: PDxaLeft and its older form. */
const WORDS: ReadonlyMap<number, string> = new Map(
  Object.entries({
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
