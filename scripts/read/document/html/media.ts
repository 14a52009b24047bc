/**
 * Does a group of rules (@media, @supports, @container) bear on what a person sees? The screen is that of an office: light, wider than a
 * telephone's and no wall. Grammar: Media Queries Level 4.
 */
import { parseLength } from "./css-values.ts";
import { allOf, anyOf, type Match, opposite, yesIf } from "./match.ts";

/** In points: 1 000 and 2 600 pixels; 600 and 1 800. */
const WIDTHS = [750, 1950] as const;
const HEIGHTS = [450, 1350] as const;

/** "print" => no; "screen and (min-width: 600px)" => yes; "(max-width: 600px)" => no; "(min-width: 1400px)" => maybe. */
export const onScreen = (media: string): Match =>
  media.trim() === "" ? "yes" : anyOf(media.toLowerCase().split(",").map(queryOnScreen));

function queryOnScreen(query: string): Match {
  const words = query.trim();
  const [, no, kind, rest = ""] = /^(?:(not)\s+|only\s+)?(?:([a-z]+)\b)?(.*)$/s.exec(words) ?? [];
  const isKind = yesIf(kind === undefined || kind === "all" || kind === "screen");
  const features = [...rest.matchAll(/\(([^()]*)\)/g)].map(([, feature = ""]) => featureOnScreen(feature.trim()));
  // "or", "not (…)" and brackets within brackets are not taken apart.
  const isPlain = /^(?:\s*(?:and\s*)?\([^()]*\))*\s*$/.test(rest);
  const match = isPlain ? allOf([isKind, ...features]) : isKind === "no" ? "no" : "maybe";
  return no === undefined ? match : opposite(match);
}

function featureOnScreen(feature: string): Match {
  const [, bound, axis, length = ""] = /^(min|max)-(?:device-)?(width|height)\s*:\s*(\S+)$/.exec(feature) ?? [];
  const points = parseLength(length, 12, 0);
  if (bound !== undefined && points !== undefined) {
    const [least, most] = axis === "width" ? WIDTHS : HEIGHTS;
    if (bound === "min") return points <= least ? "yes" : points > most ? "no" : "maybe";
    return points >= most ? "yes" : points < least ? "no" : "maybe";
  }
  const [, name, value] = /^([\w-]+)\s*:\s*(.+)$/.exec(feature) ?? [];
  if (name === "orientation") return yesIf(value === "landscape");
  if (name?.startsWith("prefers-")) return yesIf(/^(?:light|no-preference)$/.test(value ?? ""));
  if (name === "hover" || name === "any-hover") return yesIf(value === "hover");
  if (name === "pointer" || name === "any-pointer") return yesIf(value === "fine");
  return name === "forced-colors" ? yesIf(value === "none") : "maybe";
}

/** What browsers of today know, they do: "(display: grid)" => yes. */
const supported = (condition: string): Match => (/\bnot\b|selector\(|font-/i.test(condition) ? "maybe" : "yes");

/** undefined: it is no group of rules about elements: @font-face, @keyframes, @page. */
export function groupApplies(name: string, condition: string): Match | undefined {
  switch (name.toLowerCase()) {
    case "media":
      return onScreen(condition);
    case "supports":
      return supported(condition);
    case "layer": // the order of the layers, which decides between their rules, is not followed
    case "container":
    case "scope":
      return "maybe";
    default:
      return undefined;
  }
}
