/** The text of a paragraph or of a cell, run by run, and what stands beside it. Nothing struck out or hidden is ever joined to a figure. */
import type { Beside } from "../../model/grid.ts";
import { subscript, superscript } from "../contract/raised.ts";
import { withoutUnseen } from "../contract/unseen.ts";
import { type Construct, isSignFont, NAMES, unplain } from "./rule.ts";
import { type SeenText, seenText, withBeside } from "./seen-text.ts";

/** What a run of text, or the style that it has, says. */
export interface RunLook {
  /** What of it is not plain. */
  readonly constructs: readonly Construct[];
  /** Struck out or hidden, by the run itself or by a style: it is no part of what is seen. */
  readonly unseen?: "struck" | "hidden" | undefined;
  /** Note marks: their digits are written above the line, or under it. */
  readonly position?: "raised" | "lowered" | "line" | undefined;
  /** What tells its digits from those beside it: their size, a link to a note. */
  readonly type?: string | undefined;
  readonly font?: string | undefined;
  readonly bold?: boolean | undefined;
}

interface TextWriter {
  readonly add: (text: string, look: RunLook) => void;
  /** What is no run, and not plain. */
  readonly addConstruct: (...names: readonly Construct[]) => void;
  /** The mark of a note stands here, above the line: it is no part of the text, and two numbers where it stands within one. */
  readonly addNoteMark: () => void;
  /** What is looked at beside a figure only: a picture, the number of a list. */
  readonly tellBeside: (name: Construct) => void;
  /** The text so far, which the writer forgets. */
  readonly take: (inTable: boolean) => SeenText;
}

/** The same text, with these constructs, each once; nothing is said of a blank. */
export function withConstructs<T extends SeenText>(seen: T, constructs: Iterable<Construct>): T {
  if (seen.text.trim() === "") return seen;
  const known = new Set(seen.beside?.map(({ kind, text }) => `${kind} ${text}`));
  return withBeside(
    seen,
    unplain(constructs).filter(({ kind, text }) => !known.has(`${kind} ${text}`)),
  );
}

/** The same text, without these constructs. */
export const withoutConstructs = (
  { text, beside = [], bold }: SeenText,
  constructs: readonly Construct[],
): SeenText => ({
  ...seenText(
    text,
    beside.filter((one) => one.kind !== "unplain" || !constructs.includes(one.text)),
  ),
  bold,
});

/** Letters of a sign font draw bullets, arrows and boxes, which are no text; its digits, or the codes of digits, may draw others. */
function isBullet(text: string, { font }: RunLook): boolean {
  return font !== undefined && isSignFont(font) && !/[\d\uf030-\uf039]/.test(text) && text.trim() !== "";
}
/** "Symbol" and "OpenSymbol" have the digits of all fonts. */
const drawsOtherDigits = (text: string, { font = "" }: RunLook): boolean =>
  (isSignFont(font) && !/^(?:open)?symbol\b/i.test(font.trim()) && /\d/.test(text)) || /[\uf030-\uf039]/.test(text);

const SCRIPTS = { raised: superscript, lowered: subscript, line: (text: string): string => text } as const;

export function createTextWriter(): TextWriter {
  let text = "";
  let type: string | undefined; // of the last signs
  let isAfterNote = false;
  let bold: boolean | undefined; // nothing is written yet
  let beside: Beside[] = [];
  let constructs: Construct[] = [];
  let besideFigures: Construct[] = [];
  const addUnseen = (kind: "struck" | "hidden", piece: string): void => {
    const last = beside.at(-1);
    if (last?.kind === kind) beside[beside.length - 1] = { kind, text: last.text + piece };
    else beside.push({ kind, text: piece });
  };
  return {
    add: (given, look) => {
      const piece = withoutUnseen(given);
      const isBlank = piece.trim() === "";
      if (look.unseen) {
        if (!isBlank) addUnseen(look.unseen, piece);
        return;
      }
      if (piece === "" || isBullet(piece, look)) return;
      if (!isBlank) constructs.push(...look.constructs);
      if (drawsOtherDigits(piece, look)) constructs.push(NAMES.font);
      const written = look.position ? SCRIPTS[look.position](piece) : piece;
      const isOther = (type ?? "") !== (look.type ?? "") && /\d$/.test(text) && /^\d/.test(written);
      const goesOn = isAfterNote && /\d\s*$/.test(text) && /^\s*\d/.test(written);
      if (isOther || goesOn) constructs.push(NAMES.twoNumbers);
      if (!isBlank) {
        isAfterNote = false;
        type = look.type;
        bold = bold !== false && look.bold === true;
      }
      text += written;
    },
    addConstruct: (...names) => void constructs.push(...names),
    addNoteMark: () => {
      isAfterNote = true;
    },
    tellBeside: (name) => void besideFigures.push(name),
    take: (inTable) => {
      const isFigure = inTable && !/\p{L}/u.test(text);
      const all = [...beside, ...unplain([...constructs, ...(isFigure ? besideFigures : [])])];
      const taken = { text, ...(all.length > 0 && { beside: all }), ...(bold && { bold }) };
      text = "";
      type = undefined;
      isAfterNote = false;
      bold = undefined;
      beside = [];
      constructs = [];
      besideFigures = [];
      return taken;
    },
  };
}
