/**
 * The control words of .rtf: those that change nothing of what is seen of a figure, and how the others are called. RTF specification 1.9.1.
 * A word that is on no list is a doubt that names it.
 */
import { type Construct, LEAST, NAMES, unknown } from "./rule.ts";

/** Whatever their value. */
const PLAIN: readonly RegExp[] = [
  // Characters: weight, underlining, capitals, language, direction from left to right, what complex scripts would use, revision marks of insertions.
  /^(?:[bif]|ab|ai|af|afs|acf|alang|aul\w*|acaps|ascaps|aup|adn|aexpnd|astrike|aoutl|ashad|fs|cf|ul\w*|caps|scaps|lang\w*|noproof|fcs|ltrch|loch|hich|dbch|cgrid|kerning|cchs|accnone)$/,
  /^(?:insrsid|charrsid|delrsid|pararsid|sectrsid|tblrsid|styrsid|rsid|rsidroot|revised|revauth|revdttm|crauth|crdate|mvt|mvauth|mvdate|protect|chbrdr|brdr\w*|brsp|additive)$/,
  /^(?:cs|s|ds|ts|yts|highlight|cb|chcbpat|chcfpat|chshdng|cbpat|cfpat|shading|uc|super|sub|nosupersub|up|dn)$/,
  // Paragraphs: alignment, blanks above and under, stops, what is kept together, levels.
  /^(?:q[lcrjdkt]|sa|saauto|sbauto|lis[ab]|sl|slmult|contextualspace|no?widctlpar|widctlpar|hyphpar|keepn?|noline|level|outlinelevel|pagebb|sbys|aspalpha|aspnum|fa\w+)$/,
  /^(?:nocwrap|nowwrap|nooverflow|toplinepunct|adjustright|wrapdefault|itap|intbl|box|tx|tb|tq\w+|tl\w+|jclisttab|ilvl|ls|lin?|fi|ltrpar|prauth|prdate|indmirror|lnongrid|nosnaplinegrid)$/,
  /^(?:cufi|culi|curi|snaptogridincell|dxfrtext|dfrmtxt[xy]|absnoovrlp|nowrap|pnr\w+|txbxtw\w+|collapsed|wraparound)$/,
  // Styles.
  /^(?:sbasedon|snext|slink|sautoupd|shidden|ssemihidden|sunhideused|spriority|sqformat|slocked|spersonal|scompose|sreply|tsrowd|tsbrdr\w+|tscell\w+|tsvertal[tcb]|tsnowrap|tsd|tsc\w+)$/,
  // Rows and cells: edges, borders, blanks, heights, merges, grounds.
  /^(?:trowd|trgaph|trleft|trq[lcr]|trrh|trhdr|trkeep\w*|trautofit|trbrdr\w|trftsWidth[AB]?|trwWidth[AB]?|trpad\w+|trsp\w+|trshdng|trc[fb]pat|trpat|trauth|trdate|tblind\w*|tbllk\w+|tblrsid)$/,
  /^(?:irow|irowband|lastrow|ltrrow|taprtl0?|tabsnoovrlp|tp[hv]\w+|tpos[xy][a-z]+|tdfrmtxt\w+|tcelld|taflags|gaph)$/,
  /^(?:cellx|clbrdr\w|clvertal[tcb]|clcbpat(?:raw)?|clcfpat(?:raw)?|clshdng(?:raw)?|clshdrawnil|clpadf?\w|clspf?\w|clftsWidth|clwWidth|clmgf|clmrg|clvmgf|clvmrg|clNoWrap|cltx\w+|clhidemark|clins\w*)$/,
  // What .rtf has no word for: the width of a cell.
  /^clwidth$/,
  // Sections and the document.
  /^(?:rtf|ansi|ansicpg|mac|pca?|deff|adeff|stshf\w+|deflang\w*|adeflang|themelang\w*|sectd|sbk\w+|cols\w*|colno|colsr|colw|endnhere|titlepg|pg\w+|marg\w+|paper[wh]|gutter\w*|header[y]|footer[y]|line\w+|vertal\w?)$/,
  /^(?:s?a?ftn\w+|a?enddoc|a?endnotes|fet|sectdefaultcl|sectlinegrid|sectunlocked|lndscpsxn|landscape|binf?sxn|ltrsect|ltrdoc|deftab|view\w+|widowctrl|hyph\w+|formshade|htmlrtf|fromhtml|fromtext|facingp|deflangfe|htmautsp|nobrkwrptbl|dg\w+|psz|cocoa\w+|pardirnatural|pardeftab|partightenfactor)$/,
  // Signs and ends that stand for no digit.
  /^(?:-|:|\||zw\w+|ltrmark|soft\w+|pard|plain|par|sect|cell|row|nestcell|nestrow|bkmkcol[fl]|v(?:ern|ersion)|fldrslt|flddirty|fldedit|fldlock|fldalt|fldtype|u|chftn)$/,
];

/** Plain from the first number to the second; beyond, so called. In twips, but for those of characters. */
type Range = readonly [least: number, most: number, name: Construct];
const BLANK: Range = [-LEAST.out, LEAST.pushed, NAMES.pushed];
const PLACE: Range = [-LEAST.pushed, LEAST.page, NAMES.away];
const NO_END = Number.POSITIVE_INFINITY;
const RANGES: Readonly<Record<string, Range>> = {
  fs: [2 * LEAST.type, NO_END, NAMES.tiny],
  charscalex: [LEAST.letterWidth, NO_END, NAMES.narrow],
  expnd: [-LEAST.overlap / 5, NO_END, NAMES.narrow],
  expndtw: [-LEAST.overlap, NO_END, NAMES.narrow],
  sb: [-NO_END, LEAST.above, NAMES.lowered],
  ...Object.fromEntries(["ri", "rin"].map((name) => [name, [-LEAST.out, NO_END, NAMES.pushed] as const])),
  trpaddt: [-NO_END, LEAST.above, NAMES.lowered],
  trleft: [-LEAST.pushed, LEAST.page / 2, NAMES.away],
  ...Object.fromEntries(["tposx", "tposnegx", "tposy", "tposnegy"].map((name) => [name, PLACE])),
  // Word knows no paper wider than 22 inches.
  cellx: [-NO_END, 31_680, NAMES.away],
  ...Object.fromEntries("trpaddl trpaddr trpaddb clpadl clpadr clpadt clpadb".split(" ").map((name) => [name, BLANK])),
};

/** A 0 turns them off. */
const NAMED: Readonly<Record<string, string>> = {
  strike: NAMES.struck,
  striked: NAMES.struck,
  deleted: NAMES.struck,
  mvf: NAMES.struck,
  v: NAMES.hidden,
  spv: NAMES.hidden,
  webhidden: NAMES.hidden,
  outl: NAMES.outline,
  shad: NAMES.outline,
  embo: NAMES.outline,
  impr: NAMES.outline,
  animtext: "texte animé",
  fittext: "texte ajusté",
  clFitText: "texte ajusté",
  rtlch: NAMES.reversed,
  rtlpar: NAMES.reversed,
  rtlrow: NAMES.reversed,
  taprtl: NAMES.reversed,
  rtlsect: NAMES.reversed,
  stextflow: "texte vertical",
  cldglu: NAMES.crossed,
  cldgll: NAMES.crossed,
  cldel: NAMES.change,
  // What .rtf has no words for: the whole row is hidden, deleted, or has cells that are.
  trhidden: NAMES.hidden,
  trdeleted: NAMES.struck,
  trchanged: NAMES.change,
  dropcapli: NAMES.dropCap,
  dropcapt: NAMES.dropCap,
};
/** A 0 says another kind of them. */
const WITHOUT_OFF: Readonly<Record<string, string>> = {
  twoinone: "deux lignes en une",
  horzvert: "texte tourné",
};
const FRAME_WORD = /^(?:absh|pos(?:x[cilor]?|neg[xy]|y(?:t|il|b|c|in|out)?)|p[hv]pg|p[hv]mrg|pvpara|phcol|absw)$/;
const PATTERN_WORD = /^(?:ch|cl|tr|ts|rawcl)?bg(?:dk)?(?:horiz?|vert|[fb]diag|d?cross)$/;

/** "" where the word is plain. Of lines, a height below 0 is exact. */
export function constructOfRtf(name: string, value: number | null): Construct | "" {
  const range = Object.hasOwn(RANGES, name) ? RANGES[name] : undefined;
  if (name === "sl") return value !== null && value < 0 && value > -LEAST.line ? NAMES.clipped : "";
  if (range) return value === null || (range[0] <= value && value <= range[1]) ? "" : range[2];
  if (Object.hasOwn(WITHOUT_OFF, name)) return WITHOUT_OFF[name] ?? "";
  if (value === 0 && !PATTERN_WORD.test(name)) return "";
  if (Object.hasOwn(NAMED, name)) return NAMED[name] ?? "";
  if (FRAME_WORD.test(name)) return NAMES.frame;
  if (PATTERN_WORD.test(name)) return "trame hachurée";
  return isOnList(name) ? "" : unknown(name);
}
/** Whatever its value. */
export const isAlwaysPlain = (name: string): boolean => isOnList(name) && !Object.hasOwn(RANGES, name) && name !== "sl";
const isOnList = (name: string): boolean => PLAIN.some((list) => list.test(name));

/** Their text is no part of what is seen. */
export const UNSEEN: ReadonlyMap<string, "struck" | "hidden"> = new Map([
  ...["strike", "striked", "deleted", "mvf"].map((word) => [word, "struck"] as const),
  ["v", "hidden"],
]);
/** The word is about its paragraph: \pard forgets it, and \plain does not. */
export const isOfParagraph = (name: string): boolean =>
  /^(?:s|yts|cbpat|cfpat|shading|ls|rtlpar|ltrpar|bg\w+|li|lin|ri|rin|fi|tx|sb|sl|dropcap\w+)$/.test(name) ||
  FRAME_WORD.test(name);
/** What a word says that is on no list, it may say of its paragraph as well as of its text. */
export const isKnown = (name: string): boolean =>
  isOnList(name) || [RANGES, NAMED, WITHOUT_OFF].some((list) => Object.hasOwn(list, name)) || PATTERN_WORD.test(name);
/** Of a row, or of a cell of it. */
export const isOfCell = (name: string): boolean => /^(?:cl|rawcl)/.test(name);
export const isOfRow = (name: string): boolean =>
  /^(?:tr[a-zA-Z]|tpos|tp[hv]|tdfrmtxt|tbl(?:ind|lk|rsid)|tabsnoovrlp|ts$|irow|lastrow|ltrrow|rtlrow|taprtl)/.test(
    name,
  );
