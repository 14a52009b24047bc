/** What control words say, one after the other, of a text, a paragraph, a row, a cell or a style. They are those of .rtf: .doc says the same by numbers, and .docx by elements. */
import { constructOfRtf, isAlwaysPlain } from "../../plain/rtf-words.ts";

/** `\cellx4321` => name "cellx", value 4321; null: no number follows. `\*`, `\~`, `\-`, `\_` too: their name is the sign. */
export interface Word {
  readonly name: string;
  readonly value: number | null;
}

export interface Said {
  /** Constructs that are not plain, by the word that says each; "" where it says that there is none, on top of a style. */
  readonly constructs: ReadonlyMap<string, string>;
  /** Numbers of the words that are looked at. */
  readonly values: Readonly<Record<string, number>>;
}

export const NOTHING_SAID: Said = { constructs: new Map(), values: {} };

const KEPT =
  /^(?:b|cf|f|fs|highlight|chcbpat|cb|chshdng|cbpat|shading|s|cs|yts|ts|trleft|trrh|cellx|trcbpat|trshdng|clcbpat(?:raw)?|clshdng(?:raw)?|clwidth|clmrg|clvmgf|clvmrg|tscell(?:cbpat|pct)|sbasedon|lin?|fi|ls|tx|tp(?:os|[hv])\w+)$/;

/** Half-points; a text moved by a point is on its line, as programs set type. */
const ON_THE_LINE = 2;
/** 1 above the line, -1 under it, 0 on it. */
const POSITIONS: Readonly<Record<string, (value: number | null) => number>> = {
  super: (value) => (value === 0 ? 0 : 1),
  sub: (value) => (value === 0 ? 0 : -1),
  nosupersub: () => 0,
  up: (value) => ((value ?? 6) > ON_THE_LINE ? 1 : 0),
  dn: (value) => ((value ?? 6) > ON_THE_LINE ? -1 : 0),
};

/** From left to right, after from right to left. */
const OPPOSITE: Readonly<Record<string, string>> = { ltrch: "rtlch", ltrpar: "rtlpar", ltrrow: "rtlrow" };

export function saidWith(said: Said, { name, value }: Word): Said {
  if (Object.hasOwn(POSITIONS, name))
    return { ...said, values: { ...said.values, position: POSITIONS[name]?.(value) ?? 0 } };
  const key = OPPOSITE[name] ?? name;
  return {
    constructs: changed(said.constructs, key, constructOfRtf(name, value)),
    values: KEPT.test(name) ? { ...said.values, [name === "lin" ? "li" : name]: value ?? 1 } : said.values,
  };
}

/** More are not kept: the text is in doubt. */
const ENOUGH = 50;
function changed(constructs: Said["constructs"], key: string, construct: string): Said["constructs"] {
  const isSame = construct === constructs.get(key) || (construct === "" && isAlwaysPlain(key));
  return isSame || constructs.size >= ENOUGH ? constructs : new Map([...constructs, [key, construct]]);
}

/** What is not plain, each by its word. */
export const oddIn = ({ constructs }: Said): readonly (readonly [word: string, construct: string])[] =>
  [...constructs].filter(([, construct]) => construct !== "");

/** A style with those that it is based on: its own numbers before theirs, the constructs of all. */
export const saidTogether = (own: Said, base: Said): Said => ({
  constructs: new Map([...base.constructs, ...own.constructs]),
  values: { ...base.values, ...own.values },
});
