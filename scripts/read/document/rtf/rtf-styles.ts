/** The style sheet of an RTF file and its table of colours; how a run looks by its words and its styles. */
import { BLACK, isFaint, type Rgb, WHITE } from "../../contract/contrast.ts";
import { UNSEEN } from "../../plain/rtf-words.ts";
import { inPlace, LEAST, NAMES } from "../../plain/rule.ts";
import { groundOf, NOTHING_SAID, type Said, saidTogether, saidWith } from "./rtf-said.ts";
import type { Word } from "./rtf-tokens.ts";

/** Under this number stands what the document says of all its characters (\defchp). */
export const DEFAULTS = -1;
/** The number 222 says "on no style". */
const ON_NO_STYLE = 222;

/** A style being defined. `isPart`: it is about the first row, or another part of a table: which cells are in it is not followed. */
export interface StyleHead {
  readonly number: number;
  readonly said: Said;
  readonly isPart: boolean;
}
export const NEW_STYLE: StyleHead = { number: 0, said: NOTHING_SAID, isPart: false };
const PART_OF_TABLE = /^tsc(?:(?:first|last)(?:row|col)|band(?:horz|vert)(?:odd|even)|[ns][ew]cell)$/;

/** One word of the definition of a style. */
export const styleWith = (style: StyleHead, word: Word): StyleHead => {
  if (["s", "cs", "ds", "ts"].includes(word.name)) return { ...style, number: word.value ?? 0 };
  if (PART_OF_TABLE.test(word.name)) return { ...style, isPart: true };
  return { ...style, said: saidWith(style.said, word) };
};

/** What is said of a run, besides its text. `tableStyle`: where its paragraph names none. */
interface Place {
  readonly character: Said;
  readonly paragraph: Said;
  readonly isInTable: boolean;
  readonly tableStyle: number | undefined;
}

/** What may be behind a run, the nearest first. */
const GROUNDS = [
  ["", "", "highlight"],
  ["chshdng", "chcfpat", "chcbpat"],
  ["", "", "cb"],
  ["shading", "cfpat", "cbpat"],
] as const;
const USUAL_SIZE = 24;
/** A part of a table is seen when its ink stands out from its own ground. */
const partOf = ({ constructs, values }: Said, colours: readonly (Rgb | undefined)[]): Said => {
  const ink = colours[values.cf ?? 0];
  const isLost = ink && isFaint(ink, colours[values.tscellcbpat ?? 0] ?? WHITE);
  return { constructs: new Map([...constructs, ...(isLost ? [["cf", NAMES.ink] as const] : [])]), values: {} };
};

export type RtfStyles = ReturnType<typeof createStyles>;

export function createStyles() {
  const styles = new Map<number, Said>();
  const shaded = new Set<number>();
  const known = new Map<number, ReturnType<typeof of>>(); // as long as none is defined
  /** undefined: the usual colour. */
  const colours: (Rgb | undefined)[] = [];
  /** A style with those that it is based on; and whether it puts a ground behind cells of a table. */
  const of = (number = ON_NO_STYLE): { readonly said: Said; readonly isShaded: boolean } => {
    const found = known.get(number);
    if (found) return found;
    const chain = new Map<number, Said>();
    for (let at = number; styles.has(at) && !chain.has(at); at = chain.get(at)?.values.sbasedon ?? ON_NO_STYLE)
      chain.set(at, styles.get(at) ?? NOTHING_SAID);
    const said = [...chain.values()].reduce(saidTogether, NOTHING_SAID);
    const style = { said, isShaded: [...chain.keys()].some((at) => shaded.has(at)) };
    known.set(number, style);
    return style;
  };
  const wholeOf = ({ character, paragraph, isInTable, tableStyle }: Place): Said =>
    [
      of(DEFAULTS).said,
      isInTable ? of(paragraph.values.yts ?? tableStyle).said : NOTHING_SAID,
      of(paragraph.values.s ?? 0).said,
      paragraph,
      of(character.values.cs).said,
      character,
    ].reduce((base, own) => saidTogether(own, base));

  return {
    colours,
    of,
    keep: ({ number, said, isPart }: StyleHead): void => {
      known.clear();
      if ((said.values.tscellcbpat ?? 0) > 0) shaded.add(number);
      const before = styles.get(number) ?? NOTHING_SAID;
      styles.set(number, isPart ? saidTogether(before, partOf(said, colours)) : saidTogether(said, before));
    },
    lookOf: (place: Place) => {
      const { constructs, values } = wholeOf(place);
      const { fs = USUAL_SIZE, position = 0, cf = 0, highlight = 0, li = 0, fi = 0 } = values;
      const grounds = GROUNDS.map((words) => groundOf(values, words, colours));
      const told = [...constructs].flatMap(([word, name]) => (UNSEEN.has(word) ? [] : name));
      return {
        constructs: inPlace(li + fi < -LEAST.out ? [...told, NAMES.pushed] : told, place.isInTable),
        unseen: [...constructs.keys()].map((word) => UNSEEN.get(word)).find(Boolean),
        position: position > 0 ? "raised" : position < 0 ? "lowered" : "line",
        size: fs,
        // Over the black of a marker pen the usual ink stays black; over a black shade it turns white.
        ink: colours[cf] ?? (highlight > 0 ? BLACK : undefined),
        ground: grounds.find((ground) => ground !== undefined),
        fontNumber: values.f,
      } as const;
    },
  };
}
