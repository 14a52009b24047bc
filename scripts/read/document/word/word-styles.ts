/** The style sheet of a document of Word; how a run looks by its words and its styles. */
import { UNSEEN } from "../../plain/rtf-words.ts";
import { type Ink, inPlace, LEAST, NAMES } from "../../plain/rule.ts";
import type { RunLook } from "../../plain/text-writer.ts";
import { groundOf, inkOf, OF_PARAGRAPH, OF_STYLE, OF_TEXT, type ShadeWords } from "./word-colours.ts";
import { NOTHING_SAID, oddIn, type Said, saidTogether } from "./word-said.ts";

/** Under this number stands what the document says of all its characters (\defchp). */
export const DEFAULTS = -1;
/** The style of the paragraphs that name none. */
const USUAL = 0;
const NO_STYLE = -2;

/** What is said of a run, besides its text. `tableStyle`: where its paragraph names none. */
interface Place {
  readonly character: Said;
  readonly paragraph: Said;
  readonly isInTable: boolean;
  readonly tableStyle: number | undefined;
}

/** A style with those that it is based on. */
interface Style {
  readonly said: Said;
  /** Of a table: its first row, and the other parts of it. Which cells are in them is not followed. */
  readonly parts: readonly Said[];
}
const NO_SUCH_STYLE: Style = { said: NOTHING_SAID, parts: [] };

/** What may be behind a run, the nearest first. */
const GROUNDS: readonly ShadeWords[] = [["", "highlight"], OF_TEXT, ["", "cb"], OF_PARAGRAPH];
const USUAL_SIZE = 24;

/** Does the paragraph begin out of its cell? */
const isPushed = ({ li = 0, fi = 0 }: Said["values"]): boolean => li + fi > LEAST.pushed || li + fi < -LEAST.out;

/** What a part says that is not plain, its table has. */
const ofWhole = ({ constructs, values }: Said): Said => {
  const told = new Map(constructs);
  if (values.position) told.set("position", NAMES.moved);
  if (isPushed(values)) told.set("li", NAMES.pushed);
  return { constructs: told, values: {} };
};

/** Only what is said. */
const lookSaid = ({ values }: Said, grounds: readonly ShadeWords[]): Ink => {
  const [ink, ground] = [inkOf(values), groundOf(values, grounds)];
  return { ...((values.cf !== undefined || ink) && { ink }), ...(ground !== undefined && { ground }) };
};

export type WordStyles = ReturnType<typeof createStyles>;

/** How a run looks. `size`: of its type. */
export type Look = Omit<RunLook, "type"> & {
  readonly size: number;
  readonly ink: Ink;
  /** A tab of it may push what follows out of its cell. */
  readonly hasFarStop: boolean;
};

/** `fontName`: of the font of that number, or of a text that names none. */
export function createStyles(fontName: (number: number | undefined) => string | undefined) {
  const styles = new Map<number, Style>();
  const known = new Map<number, Style>(); // as long as none is defined
  const of = (number = NO_STYLE): Style => {
    const found = known.get(number);
    if (found) return found;
    const chain = new Map<number, Style>();
    for (let at = number; styles.has(at) && !chain.has(at); at = chain.get(at)?.said.values.sbasedon ?? NO_STYLE)
      chain.set(at, styles.get(at) ?? NO_SUCH_STYLE);
    const said = [...chain.values()].reduce((own, base) => saidTogether(own, base.said), NOTHING_SAID);
    const style = { said, parts: [...chain.values()].flatMap(({ parts }) => parts) };
    known.set(number, style);
    return style;
  };
  const onTop = (...said: readonly Said[]): Said => said.reduce((base, own) => saidTogether(own, base));
  const usual = (): Said => onTop(of(DEFAULTS).said, of(USUAL).said);
  return {
    of,
    /** `isPart`: it is about a part of a table. */
    keep: (number: number, own: Said, isPart = false): void => {
      known.clear();
      const { said, parts } = styles.get(number) ?? NO_SUCH_STYLE;
      if (isPart) styles.set(number, { said: saidTogether(said, ofWhole(own)), parts: [...parts, own] });
      else styles.set(number, { said: saidTogether(own, said), parts });
    },
    /** Of a text that says nothing of them. */
    pageInk: (): Ink => lookSaid(usual(), GROUNDS),
    /** The same, in the cells of a table on such a page, by the parts that they may be in. */
    cellInks: (tableStyle: number | undefined, page: Ink): readonly Ink[] => {
      const { said, parts } = of(tableStyle);
      const whole = { ...page, ...lookSaid(said, [OF_STYLE]) };
      return [whole, ...parts.map((part) => ({ ...whole, ...lookSaid(part, [OF_STYLE]) }))];
    },
    /** The number of the list that the paragraph is in; 0: of none. */
    listOf: ({ values }: Said): number => values.ls ?? of(values.s ?? USUAL).said.values.ls ?? 0,
    lookOf: ({ character, paragraph, isInTable, tableStyle }: Place): Look => {
      const { s = USUAL, yts = tableStyle } = paragraph.values;
      const named = s === USUAL ? NOTHING_SAID : of(s).said;
      const own = onTop(named, paragraph, of(character.values.cs).said, character);
      const whole = onTop(usual(), isInTable ? of(yts).said : NOTHING_SAID, own);
      const { fs = USUAL_SIZE, position = 0, f, b = 0 } = whole.values;
      const odd = oddIn(whole);
      const told = odd.flatMap(([word, name]) => (UNSEEN.has(word) ? [] : name));
      return {
        constructs: inPlace(isPushed(whole.values) ? [...told, NAMES.pushed] : told, isInTable),
        unseen: odd.map(([word]) => UNSEEN.get(word)).find(Boolean),
        position: position > 0 ? "raised" : position < 0 ? "lowered" : "line",
        size: fs,
        hasFarStop: (whole.values.tx ?? 0) > LEAST.pushed,
        ink: lookSaid(own, GROUNDS),
        font: fontName(f),
        bold: b !== 0,
      };
    },
  };
}
