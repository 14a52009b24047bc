/** The style sheet of a document of Word, as .rtf says it and .doc too, and its table of colours; how a run looks by its words and its styles. */
import { BLACK, isFaint, type Rgb, WHITE } from "../../contract/contrast.ts";
import { UNSEEN } from "../../plain/rtf-words.ts";
import { inPlace, LEAST, NAMES } from "../../plain/rule.ts";
import { groundOf, NOTHING_SAID, oddIn, type Said, saidTogether } from "./word-said.ts";

/** Under this number stands what the document says of all its characters (\defchp). */
export const DEFAULTS = -1;
const NO_STYLE = -2;
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

export type WordStyles = ReturnType<typeof createStyles>;

/** `colours`: by their numbers; undefined: the usual colour. */
export function createStyles(colours: (Rgb | undefined)[]) {
  const styles = new Map<number, Said>();
  const shaded = new Set<number>();
  const known = new Map<number, ReturnType<typeof of>>(); // as long as none is defined
  /** A style with those that it is based on; and whether it puts a ground behind cells of a table. */
  const of = (number = NO_STYLE): { readonly said: Said; readonly isShaded: boolean } => {
    const found = known.get(number);
    if (found) return found;
    const chain = new Map<number, Said>();
    for (let at = number; styles.has(at) && !chain.has(at); at = chain.get(at)?.values.sbasedon ?? NO_STYLE)
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
    /** `isPart`: it is about the first row, or another part of a table: which cells are in it is not followed. */
    keep: (number: number, said: Said, isPart = false): void => {
      known.clear();
      if ((said.values.tscellcbpat ?? 0) > 0) shaded.add(number);
      const before = styles.get(number) ?? NOTHING_SAID;
      styles.set(number, isPart ? saidTogether(before, partOf(said, colours)) : saidTogether(said, before));
    },
    lookOf: (place: Place) => {
      const whole = wholeOf(place);
      const [odd, { values }] = [oddIn(whole), whole];
      const { fs = USUAL_SIZE, position = 0, cf = 0, highlight = 0, li = 0, fi = 0 } = values;
      const grounds = GROUNDS.map((words) => groundOf(values, words, colours));
      const told = odd.flatMap(([word, name]) => (UNSEEN.has(word) ? [] : name));
      return {
        constructs: inPlace(li + fi < -LEAST.out ? [...told, NAMES.pushed] : told, place.isInTable),
        unseen: odd.map(([word]) => UNSEEN.get(word)).find(Boolean),
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
