/** Selectors of a style sheet, and whether an element is one that they mean. Grammar: Selectors Level 4. */
import { splitOutside } from "./css-syntax.ts";
import { anyOf, type Match, opposite, perhapsIf, yesIf } from "./match.ts";

/** What a selector can ask of an element. */
export interface Styled {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly parent: Styled | null;
  /** The element just before it, of the same parent. */
  readonly previous: Styled | null;
  /** Rank among the children of its parent, from 1. */
  readonly rank: number;
}

/** How many comparisons are left for the page; real pages take a few a cell. */
export interface Effort {
  left: number;
}
export const createEffort = (): Effort => ({ left: 5_000_000 });

type Condition = (element: Styled, effort: Effort) => Match;

interface Compound {
  readonly conditions: readonly Condition[];
  /** How it is joined to the compound at its left: " ", ">", "+" or "~". */
  readonly joint: string;
}

export interface Selector {
  /** From right to left: the element itself first. */
  readonly compounds: readonly Compound[];
  /** ids, then classes, attributes and pseudo-classes, then names. */
  readonly specificity: number;
  /** What an element must have to be meant at all: "#id", ".class", "name" or "*". */
  readonly key: string;
  /** The rule draws a text before or after the element, and does not bear on the element itself. */
  readonly drawsText: boolean;
  /** A browser may pass over the whole rule. */
  readonly isStrange: boolean;
}

/** In pages of old, and for some attributes in all pages, small and capital letters are the same. */
const isSameFolded = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Never so in a page that is only looked at. */
const NEVER = /^(?:hover|active|visited|target|autofill|fullscreen|popover-open)$/;
/** Pseudo-elements with two colons or, of old, one. */
const PSEUDO_ELEMENT = /^(?:before|after|first-line|first-letter)$/;
/** Those that style what is chosen, or a part of a field. */
const OF_NO_TEXT =
  /^(?:-|selection|placeholder|backdrop|cue|file-|grammar-|spelling-|highlight|target-|part|slotted|view-|details-|scroll-)/;
const DRAWS_TEXT = /^(?:before|after|marker)$/;
/** Pseudo-classes that browsers know. */
const KNOWN =
  /^(?:-.*|root|is|where|matches|not|has|lang|dir|host.*|empty|(?:first|last|only|nth)-.*|(?:hover|focus|active|visited|target|checked|link|any-link|enabled|disabled|defined|scope|required|optional|valid|invalid|read-|placeholder-|indeterminate|default|in-range|out-of-range|user-|autofill|fullscreen|modal|popover-|open|past|current|future|playing|paused|picture-).*)$/i;

/** "td.x, #y > b" => two selectors. What cannot be understood means "maybe" all that the rest of it means. */
export function parseSelectors(text: string): readonly Selector[] {
  const all = (text.length > MAX_CHARACTERS ? [":too-long"] : splitOutside(text, ","))
    .filter((one) => one.trim() !== "")
    .map((one) => parseSelector(one.trim()));
  // A browser passes over a rule of which it does not know one selector.
  const isStrange = all.some((selector) => selector.isStrange);
  return all.filter(({ ofNoText }) => !ofNoText).map((selector) => ({ ...selector, isStrange }));
}

/** Of the selectors of one rule, written by a program or by a hostile hand. */
const MAX_CHARACTERS = 50_000;

const TOKEN =
  /(\s*[>+~]\s*|\s+)|(?:[\w*-]*\|)?([*]|(?:\\[\da-f]{1,6}\s?|\\.|[a-z_\u0080-\uffff-])(?:\\[\da-f]{1,6}\s?|\\.|[\w\u0080-\uffff-])*)|#((?:\\[\da-f]{1,6}\s?|\\.|[\w\u0080-\uffff-])+)|\.((?:\\[\da-f]{1,6}\s?|\\.|[\w\u0080-\uffff-])+)|\[([^\]]*)\]|(::?)([\w-]+)(?:\(((?:[^()]|\([^()]*\))*)\))?|(.)/giy;

function parseSelector(text: string): Selector & { readonly ofNoText: boolean } {
  const compounds: { conditions: Condition[]; joint: string }[] = [{ conditions: [], joint: " " }];
  let specificity = 0;
  let key = "*";
  let drawsText = false;
  let isStrange = false;
  let ofNoText = false;
  const last = (): Condition[] => compounds.at(-1)?.conditions ?? [];
  for (const [, joint, name, id, className, attribute, colons, pseudo = "", argument = "", other] of text.matchAll(
    TOKEN,
  )) {
    if (joint !== undefined) {
      compounds.push({ conditions: [], joint: joint.trim() || " " });
      key = "*";
    } else if (other !== undefined || (name !== undefined && last().length > 0)) {
      isStrange = true;
      last().push(() => "maybe");
    } else if (name !== undefined) {
      const lower = withoutEscapes(name).toLowerCase();
      if (lower === "*") continue;
      specificity += 1;
      if (key === "*") key = lower;
      last().push((element) => yesIf(element.name === lower));
    } else if (id !== undefined) {
      const wanted = withoutEscapes(id);
      specificity += 10_000;
      key = `#${wanted.toLowerCase()}`;
      last().push(({ attributes: { id = "" } }) => (id === wanted ? "yes" : perhapsIf(isSameFolded(id, wanted))));
    } else if (className !== undefined) {
      const wanted = withoutEscapes(className);
      specificity += 100;
      if (!key.startsWith("#")) key = `.${wanted.toLowerCase()}`;
      last().push(({ classes }) =>
        classes.includes(wanted) ? "yes" : perhapsIf(classes.some((one) => isSameFolded(one, wanted))),
      );
    } else if (attribute !== undefined) {
      specificity += 100;
      last().push(attributeCondition(attribute));
    } else if (colons === "::" || PSEUDO_ELEMENT.test(pseudo)) {
      if (DRAWS_TEXT.test(pseudo)) drawsText = true;
      else if (pseudo.startsWith("first-")) last().push(() => "maybe");
      else {
        ofNoText = true;
        isStrange ||= !OF_NO_TEXT.test(pseudo);
      }
    } else if (colons !== undefined) {
      specificity += weightOf(pseudo.toLowerCase(), argument);
      isStrange ||= !KNOWN.test(pseudo);
      last().push(pseudoClass(pseudo.toLowerCase(), argument));
    }
  }
  return { compounds: compounds.toReversed(), specificity, key, drawsText, isStrange, ofNoText };
}

/** Without the backslashes that protect signs, or name them by their code: "a\:b" => "a:b", "\31 a" => "1a" */
export const withoutEscapes = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, code: string | undefined, sign: string) =>
    code === undefined ? sign : String.fromCodePoint(Number.parseInt(code, 16) % 0x110000),
  );

/** "type=hidden", "class~='x'", "style*=none i" */
function attributeCondition(text: string): Condition {
  const [, name = "", operator, quoted, bare, folds] =
    /^\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:["'](.*)["']|(\S+?))\s*(i)?\s*)?$/i.exec(text) ?? [];
  if (name === "") return () => "maybe";
  const asCompared = (value: string): string => (folds === undefined ? value : value.toLowerCase());
  const wanted = asCompared(withoutEscapes(quoted ?? bare ?? ""));
  return ({ attributes }) => {
    const written = attributes[name.toLowerCase()];
    if (written === undefined) return "no";
    if (isValue(operator, asCompared(written), wanted)) return "yes";
    return perhapsIf(isValue(operator, written.toLowerCase(), wanted.toLowerCase()));
  };
}

function isValue(operator: string | undefined, value: string, wanted: string): boolean {
  switch (operator) {
    case undefined:
      return true;
    case "=":
      return value === wanted;
    case "~=":
      return value.split(/\s+/).includes(wanted);
    case "|=":
      return value === wanted || value.startsWith(`${wanted}-`);
    case "^=":
      return wanted !== "" && value.startsWith(wanted);
    case "$=":
      return wanted !== "" && value.endsWith(wanted);
    default:
      return wanted !== "" && value.includes(wanted);
  }
}

/** Of the heaviest of its selectors. */
const weightOf = (pseudo: string, argument: string): number =>
  pseudo === "where"
    ? 0
    : /^(?:is|not|has|matches)$/.test(pseudo)
      ? Math.max(0, ...parseSelectors(argument).map(({ specificity }) => specificity))
      : 100;

function pseudoClass(name: string, argument: string): Condition {
  if (NEVER.test(name)) return () => "no";
  switch (name) {
    case "link":
    case "any-link":
      return ({ name: element, attributes }) => yesIf(/^(?:a|area)$/.test(element) && attributes.href !== undefined);
    case "checked": // nobody has clicked yet
      return ({ name: element, attributes }) =>
        "checked" in attributes || "selected" in attributes ? "yes" : perhapsIf(element === "option");
    case "defined":
      return () => "yes";
    case "root":
      return (element) => yesIf(element.name === "html");
    case "first-child":
      return (element) => yesIf(element.rank === 1);
    case "nth-child":
      return nthCondition(argument);
    case "is":
    case "where":
    case "matches": {
      const choices = parseSelectors(argument);
      return (element, effort) => anyOf(choices.map((choice) => matchSelector(choice, element, effort)));
    }
    case "not": {
      const excluded = parseSelectors(argument);
      return (element, effort) => opposite(anyOf(excluded.map((choice) => matchSelector(choice, element, effort))));
    }
    default:
      return () => "maybe"; // :last-child, :has(): what follows is not known yet
  }
}

/** "odd", "3", "2n+1", "-n+3" */
function nthCondition(argument: string): Condition {
  const words = argument
    .replace(/\s+/g, "")
    .toLowerCase()
    .replace(/^odd$/, "2n+1")
    .replace(/^even$/, "2n");
  const [found, step, , sign, offset, alone] = /^(?:([+-]?\d*)(n)(?:([+-])(\d+))?|([+-]?\d+))$/.exec(words) ?? [];
  if (found === undefined) return () => "maybe";
  if (alone !== undefined) return ({ rank }) => yesIf(rank === Number(alone));
  const a = step === "" || step === "+" ? 1 : step === "-" ? -1 : Number(step);
  const b = offset === undefined ? 0 : Number(`${sign}${offset}`);
  return ({ rank }) => yesIf(a === 0 ? rank === b : (rank - b) / a >= 0 && Number.isInteger((rank - b) / a));
}

export const matchSelector = ({ compounds }: Selector, element: Styled, effort: Effort): Match =>
  matchFrom(compounds, 0, element, effort);

/** The compound at `index` against the element, then those at its left against what stands before or above it. */
function matchFrom(compounds: readonly Compound[], index: number, element: Styled, effort: Effort): Match {
  const compound = compounds[index];
  if (!compound) return "yes";
  if (--effort.left < 0) return "maybe";
  let own: Match = "yes";
  for (const condition of compound.conditions) {
    const match = condition(element, effort);
    if (match === "no") return "no";
    if (match === "maybe") own = "maybe";
  }
  if (index === compounds.length - 1) return own;
  const left = matchLeft(compound.joint, element, (one) => matchFrom(compounds, index + 1, one, effort));
  return left === "yes" ? own : left;
}

function matchLeft(joint: string, { parent, previous }: Styled, match: (one: Styled) => Match): Match {
  switch (joint) {
    case ">":
      return parent ? match(parent) : "no";
    case "+":
      return previous ? match(previous) : "no";
    case "~":
      return bestOf(previous, (sibling) => sibling.previous, match);
    default:
      return bestOf(parent, (above) => above.parent, match);
  }
}

/** The best match of an element and of those that follow it on the way. */
function bestOf(first: Styled | null, next: (one: Styled) => Styled | null, match: (one: Styled) => Match): Match {
  let found: Match = "no";
  for (let at = first; at && found !== "yes"; at = next(at)) found = anyOf([found, match(at)]);
  return found;
}
