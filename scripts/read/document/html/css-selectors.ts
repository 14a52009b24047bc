/** Selectors of a style sheet -> what they ask of an element. Grammar: Selectors Level 4. */
import { attributeCondition, isSameFolded, nthCondition } from "./css-conditions.ts";
import { type Compound, type Condition, matchSelector } from "./css-matching.ts";
import { splitOutside, withoutEscapes } from "./css-syntax.ts";
import { anyOf, opposite, perhapsIf, yesIf } from "./match.ts";

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

/** A sign of a name, protected by a backslash or not; and the first one, which is no digit. */
const SIGN = String.raw`\\[\da-f]{1,6}\s?|\\.|[\w\u0080-\uffff-]`;
const FIRST_SIGN = String.raw`\\[\da-f]{1,6}\s?|\\.|[a-z_\u0080-\uffff-]`;
/** What joins two compounds, a name of an element, an id, a class, an attribute, a pseudo-class with what is in its brackets, anything else. */
const TOKEN = new RegExp(
  [
    String.raw`(\s*[>+~]\s*|\s+)`,
    String.raw`(?:[\w*-]*\|)?([*]|(?:${FIRST_SIGN})(?:${SIGN})*)`,
    `#((?:${SIGN})+)`,
    String.raw`\.((?:${SIGN})+)`,
    String.raw`\[([^\]]*)\]`,
    String.raw`(::?)([\w-]+)(?:\(((?:[^()]|\([^()]*\))*)\))?`,
    "(.)",
  ].join("|"),
  "giy",
);

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
      return (element, effort) => anyOf(choices.map((choice) => matchSelector(choice.compounds, element, effort)));
    }
    case "not": {
      const excluded = parseSelectors(argument);
      return (element, effort) =>
        opposite(anyOf(excluded.map((choice) => matchSelector(choice.compounds, element, effort))));
    }
    default:
      return () => "maybe"; // :last-child, :has(): what follows is not known yet
  }
}
