/**
 * What the style sheets, the attributes and the browser itself declare of an HTML element: the winning value of each property, and what
 * cannot be told. CSS Cascading and Inheritance Level 4.
 */
import type { Rule, StyleSheets } from "./css.ts";
import { type Declaration, parseDeclarations } from "./css-declarations.ts";
import { createEffort, matchSelector, type Styled } from "./css-matching.ts";
import { parseLength, valuesOf } from "./css-values.ts";
import { defaultDeclarations } from "./html-defaults.ts";
import type { Match } from "./match.ts";

/** Values that a page gives to names of its own, "--ink" => "#000", as an element inherits them. */
export type Variables = ReadonlyMap<string, string>;
export const NO_VARIABLES: Variables = new Map();

/** A rule that is, or may be, about an element. */
interface FoundRule {
  readonly rule: Rule;
  readonly match: Match;
}

export interface PageRules {
  readonly find: (element: Styled) => readonly FoundRule[];
  readonly ownFonts: StyleSheets["ownFonts"];
  /** The sheets take more comparisons than any page needs: a hostile page. */
  readonly isExhausted: () => boolean;
}

/** Finds the rules of the page by what an element must have to be meant. */
export function indexRules({ rules, ownFonts }: StyleSheets): PageRules {
  const byKey = Map.groupBy(rules, (rule) => rule.selector.key);
  const effort = createEffort();
  const find = (element: Styled): readonly FoundRule[] => {
    const found: FoundRule[] = [];
    const { name, classes, attributes } = element;
    const named = [
      ...new Set(classes.map((one) => `.${one.toLowerCase()}`)),
      `#${(attributes.id ?? "").toLowerCase()}`,
    ];
    for (const key of ["*", name, ...named])
      for (const rule of byKey.get(key) ?? []) {
        if (effort.left <= 0) return [];
        const match = matchSelector(rule.selector.compounds, element, effort);
        if (match !== "no") found.push({ rule, match: rule.isOpen || rule.selector.isStrange ? "maybe" : match });
      }
    return found;
  };
  return { find: byKey.size > 0 ? find : () => [], ownFonts, isExhausted: () => effort.left <= 0 };
}

export interface Cascade {
  readonly declared: ReadonlyMap<string, string>;
  /** The same, were the rules that may be about the element so: all of them, or one. */
  readonly perhaps: readonly ReadonlyMap<string, string>[];
  readonly variables: Variables;
  /** Texts drawn before or after the element. */
  readonly drawn: readonly string[];
  /** Something without a text, painted, is laid over it. */
  readonly isPaintedOver: boolean;
}

/** `around`: the variables of the element that it stands in. */
export function cascade(element: Styled, rules: PageRules, around: Variables): Cascade {
  const sure: Layer[] = [];
  const open: Layer[] = [];
  const add = (weight: number, declarations: readonly Declaration[], isOpen = false): void => {
    const { taken = [], perhaps = [] } = Object.groupBy(declarations, (one) =>
      isOpen || one.isOpen ? "perhaps" : "taken",
    );
    if (taken.length > 0) sure.push({ weight, declarations: taken });
    if (perhaps.length > 0) open.push({ weight, declarations: perhaps });
  };
  const drawn: string[] = [];
  let isPaintedOver = false;
  for (const { rule, match } of rules.find(element)) {
    const { selector, declarations, order } = rule;
    if (selector.drawsText) {
      for (const { property, value } of declarations) if (property === "content") drawn.push(...drawnText(value));
      isPaintedOver ||= isPainted(new Map(declarations.map((one) => [one.property, one.value])));
    } else add(selector.specificity + order / ORDERS, declarations, match === "maybe");
  }
  if (element.attributes.style !== undefined) add(ITS_OWN, parseDeclarations(element.attributes.style));
  const own = winners(element, sure);
  const variables = withOwn(around, own);
  const declared = substitute(own, variables);
  // Which of them comes last is not known either.
  const orders = [open, ...open.slice(-MOST_ORDERS).map((one) => [{ ...one, weight: LAST }])];
  const perhaps =
    open.length > 0 ? orders.map((some) => substitute(winners(element, [...sure, ...some]), variables)) : [];
  // Quotation marks and the marks of lists may be any text.
  for (const name of ["quotes", "list-style-type"])
    for (const [text] of (declared.get(name) ?? "").matchAll(/"[^"]*"|'[^']*'/g)) drawn.push(...drawnText(text));
  return { declared, perhaps, variables, drawn, isPaintedOver };
}

interface Layer {
  readonly weight: number;
  readonly declarations: readonly Declaration[];
}

/** Weight of what an attribute says, over all rules; and of what is tried as the last one. */
const ITS_OWN = 1e15;
const LAST = Number.POSITIVE_INFINITY;
/** Rules that may be about one element: real pages have two or three. */
const MOST_ORDERS = 8;

/** More rules than any page has: the order decides between selectors of one weight only. */
const ORDERS = 1e9;

function winners(element: Styled, found: readonly Layer[]): ReadonlyMap<string, string> {
  const layers = [
    ...defaultDeclarations(element),
    ...found.toSorted((a, b) => a.weight - b.weight).map(({ declarations }) => declarations),
  ];
  const declared = new Map<string, string>();
  for (const important of [false, true])
    for (const declarations of layers)
      for (const one of declarations) if (one.important === important) declared.set(one.property, one.value);
  return declared;
}

function withOwn(around: Variables, declared: ReadonlyMap<string, string>): Variables {
  const own = [...declared].filter(([property]) => property.startsWith("--"));
  return own.length > 0 ? new Map([...around, ...own]) : around;
}

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g;
/** A variable may hold another one: never so many. */
const MOST_TURNS = 10;

/** What cannot be told keeps its "var(": no value is understood with it. */
function substitute(declared: ReadonlyMap<string, string>, variables: Variables): ReadonlyMap<string, string> {
  if (![...declared.values()].some((value) => value.includes("var("))) return declared;
  return new Map(
    [...declared].map(([property, written]) => {
      let value = written;
      for (let turn = 0; turn < MOST_TURNS && value.length < 2_000 && value.includes("var("); turn++)
        value = value.replace(
          VARIABLE,
          (all, name: string, fallback?: string) => variables.get(name) ?? fallback ?? all,
        );
      return [property, value.trim()];
    }),
  );
}

/** What is no text: bullets, arrows, quotation marks, the punctuation after a label. */
const ORNAMENT = /^[^\p{L}\p{N}°%‰€+<>~=±\-\u2010-\u2015\u2212]*$/u;

/** Digits, signs or letters that a rule draws. "counter(x)" => "?" */
function drawnText(content: string): readonly string[] {
  if (/^(?:none|normal|open-quote|close-quote|no-open-quote|no-close-quote)$/i.test(content)) return [];
  const text = content.replace(/\\([0-9a-f]{1,6}) ?/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16) % 0x110000),
  );
  if (/(?:counters?|attr|var)\(/i.test(content)) return ["?"];
  if (/url\(|image/i.test(content)) return ["?"];
  return ORNAMENT.test(text) ? [] : [text.replace(/["']/g, "").trim()];
}

const PAINTS =
  "background-color background-image border border-top border-bottom box-shadow outline backdrop-filter".split(" ");

/** In points: a box further up than this stands over what is before it. */
const FURTHEST_UP = 20;

/** Out of its place, with a colour, an image or a border of its own. */
export function isPainted(declared: ReadonlyMap<string, string>): boolean {
  const value = valuesOf(declared);
  const paint = PAINTS.map(value).join(" ");
  const isMoved =
    /^(?:absolute|fixed)/.test(value("position")) || (parseLength(value("margin-top"), 12, 0) ?? 0) < -FURTHEST_UP;
  return isMoved && !/^(?:(?:none|transparent|inherit|initial|unset|0)?\s?)*$/.test(paint);
}
