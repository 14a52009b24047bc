/** What a part of a selector asks of an element: an attribute, its rank among others. Selectors Level 4, 6 and 14. */
import type { Condition } from "./css-matching.ts";
import { withoutEscapes } from "./css-syntax.ts";
import { perhapsIf, yesIf } from "./match.ts";

/** In pages of old, and for some attributes in all pages, small and capital letters are the same. */
export const isSameFolded = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** "type=hidden", "class~='x'", "style*=none i" */
export function attributeCondition(text: string): Condition {
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

/** "odd", "3", "2n+1", "-n+3" */
export function nthCondition(argument: string): Condition {
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
