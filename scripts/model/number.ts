/** The text of a cell to a number, a reason for having none, or nothing. */
import type { Status } from "./observation.ts";
import { ARROWS } from "./text/trend.ts";

export type NumberReading =
  /** A plain whole number: what a count looks like. A footnote mark or "(p)" may follow it. */
  | { readonly kind: "whole"; readonly value: number }
  /** Signed, decimal or with a unit: never a count. `precision`: half a unit of the last digit. */
  | { readonly kind: "signed" | "decimal" | "percent"; readonly value: number; readonly precision: number }
  /** "-10.87 % (-5 fait(s))": a change said twice. */
  | { readonly kind: "change"; readonly percent: number; readonly precision: number; readonly facts: number }
  /** "1.012": one thousand and twelve, or one and a bit. Both readings are given. */
  | { readonly kind: "two-ways"; readonly readings: readonly [string, string] }
  | { readonly kind: "absent"; readonly status: Absent };

/** Spaces that are put between thousands, of any width; the first also stands for a tab or line end inside a cell. */
const SPACE = "[ \\u00a0\\u2002-\\u200a\\u202f]";
const SPACES = new RegExp(SPACE, "g");
/** Signs of no width: where a line may break or not, which way it is read when that is as usual. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: LibreOffice leaves some in the pages that it writes
const OF_NO_WIDTH = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200e\u2060\ufeff]/g;
const ARROW_BESIDE = new RegExp(`^\\s*${ARROWS.source}\\s*(?=\\S)|(?<=\\S)\\s*${ARROWS.source}\\s*$`, "gu");
/** "１２" */
const WIDE_DIGITS = /[\uff10-\uff19]/g;
const WIDE_ZERO = 0xff10;
const WHOLE = new RegExp(`^(?:\\d+|\\d{1,3}(?:${SPACE}\\d{3})+)$`);
const NUMBER = `(?:\\d{1,3}(?:${SPACE}\\d{3})+|\\d+)(?:[.,]\\d+)?(?:e[+-]?\\d+)?`;
const SIGNED = new RegExp(`^([+-])${SPACE}*(${NUMBER})${SPACE}*(?:faits?|fait\\(s\\))?$`);
const FACTS = new RegExp(`^(${NUMBER})${SPACE}*(?:faits?|fait\\(s\\))$`);
const DECIMAL = new RegExp(`^${NUMBER}$`);
const PERCENT = new RegExp(`^([+-]?)${SPACE}*(${NUMBER})${SPACE}*(?:%|‰|pts?|points?)$`);
const CHANGE = new RegExp(
  `^([+-]?)${SPACE}*(${NUMBER})${SPACE}*%${SPACE}*\\(${SPACE}*([+-]?)${SPACE}*(\\d+)${SPACE}*(?:faits?|fait\\(s\\))?${SPACE}*\\)$`,
);
/** "10 (+6)", "9 (=)", "12 (-3 %)": a count, and how it has changed. */
const CHANGE_BESIDE = new RegExp(`(?<=^(?:\\d|${SPACE})+)\\((?:=|[+-]${SPACE}*${NUMBER}${SPACE}*%?)\\)$`);
const DOTTED_THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/;
/** "1,000": one with three zeros behind the comma, or a thousand written by an English spreadsheet. "1,012" is no count anyway. */
const ENGLISH_THOUSANDS = /^[1-9]\d{0,2},000$/;

/** none: « Néant », a count of zero in a word. */
type Absent = Exclude<Status, "normal" | "derived"> | "none";

/** Without their points and bars: "n.d.", "n/d" and "nd" are one. */
const ABSENT: ReadonlyMap<string, Absent> = new Map(
  (
    [
      ["missing", "nd|nc|na|nr|ns|#na|…|?|-|--|non significatif|non disponible|non communiqué|non renseigné"],
      ["none", "néant|neant|aucun|aucune|aucun fait"],
      ["confidential", "ndiff|non diffusé|s|secret|secret statistique"],
      ["not-applicable", "→|↗|↘|↑|↓|▲|▼|so|sans objet"],
    ] as const
  ).flatMap(([status, words]) => words.split("|").map((word) => [word, status] as const)),
);

/** "/", "//": not applicable; "...": missing. */
const absentOf = (text: string): Absent | undefined =>
  /^\/+$/.test(text) ? "not-applicable" : text === "..." ? "missing" : ABSENT.get(text.replace(/[./]/g, ""));

/** "< 5", "moins de 5": too few to be told. */
const BELOW = /^(?:<|≤|moins de)\s*\d{1,2}$/;

/** "1 012,5" => 1012.5 */
const toNumber = (text: string): number => Number(text.replace(SPACES, "").replace(",", "."));

/** Half a unit of the last digit written: "16,67" => 0.005, "5" => 0.5 */
function precisionOf(text: string): number {
  const decimals = /[.,](\d+)/.exec(text)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

const signed = (sign: string | undefined, value: number): number => (sign === "-" ? -value : value);

/**
 * Reads the text of a cell as a number. `undefined`: it is no number (a label, a heading, or nothing).
 * "1 012" => whole 1012; "+5" => signed 5; "12,00" => whole 12; "nd" => missing; "1.012" => two ways.
 */
export function parseNumber(raw: string): NumberReading | undefined {
  const text = raw
    .replace(OF_NO_WIDTH, "")
    .replace(WIDE_DIGITS, (digit) => String(digit.charCodeAt(0) - WIDE_ZERO))
    // "↗ +1": the sign says it too
    .replace(ARROW_BESIDE, "")
    .trim()
    // numbers typed as text by a spreadsheet: ="12", '12
    .replace(/^(?:="(.*)"|'(\d.*))$/, "$1$2")
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .toLowerCase();
  if (text === "") return undefined;
  const absent = absentOf(text) ?? (BELOW.test(text) ? "confidential" : undefined);
  if (absent) return { kind: "absent", status: absent };
  // a footnote mark or "provisoire" after a whole number changes nothing of it: "12*", "12 (p)", "12 (1)", "12¹", "12[¹]"
  const plain = text
    .replace(CHANGE_BESIDE, "")
    .trimEnd()
    .replace(
      /(?:\s*(?:\*+|[\u00b9\u00b2\u00b3\u2074-\u2079]|\([prd1-9]\)|[([][\u00b9\u00b2\u00b3\u2074-\u2079][)\]])|\s+[prd])$/,
      "",
    );
  if (WHOLE.test(plain)) return { kind: "whole", value: toNumber(plain) };
  const facts = FACTS.exec(text)?.[1];
  if (facts && WHOLE.test(facts)) return { kind: "whole", value: toNumber(facts) };
  if (DOTTED_THOUSANDS.test(text))
    return { kind: "two-ways", readings: [text.replaceAll(".", "\u202f"), text.replace(".", ",")] };
  const change = CHANGE.exec(text);
  if (change?.[2] && change[4])
    return {
      kind: "change",
      percent: signed(change[1], toNumber(change[2])),
      precision: precisionOf(change[2]),
      facts: signed(change[3], toNumber(change[4])),
    };
  for (const [kind, pattern] of [
    ["percent", PERCENT],
    ["signed", SIGNED],
  ] as const) {
    const [, sign, number] = pattern.exec(text) ?? [];
    if (number) return { kind, value: signed(sign, toNumber(number)), precision: precisionOf(number) };
  }
  if (!DECIMAL.test(text)) return undefined;
  const value = toNumber(text);
  if (ENGLISH_THOUSANDS.test(text)) return { kind: "two-ways", readings: [text.replace(",", "\u202f"), text] };
  if (/[.,]0+$/.test(text)) return { kind: "whole", value };
  return { kind: "decimal", value, precision: precisionOf(text) };
}
