/** Stored numbers: as a file writes them, as plain text in French, where no digit is lost to a narrow format, and as a program shows them. */

export interface Shown {
  readonly text: string;
  /** What is shown is not what is stored, or that is not sure. */
  readonly isOdd: boolean;
}

/** "12", "1.5E+3"; undefined: no number that a cell can hold. */
export function parseStored(text = ""): number | undefined {
  const written = text.trim();
  const value = /^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** 0.30000000000000004 => "0,3"; 7.83e-3 => "0,00783" */
export function plainNumber(value: number): string {
  const digits = String(Number(value.toPrecision(15)));
  return (digits.includes("e") ? withoutExponent(value) : digits).replace(".", ",").replace(/^-0$/, "0");
}

/** Of numbers that are no count: 1e21, 1e-7. Made when met, for the first Intl format of a process lasts. */
const withoutExponent = (value: number): string =>
  new Intl.NumberFormat("en-US", { useGrouping: false, maximumSignificantDigits: 15 }).format(value);

/** Digits in groups of three, with decimals or not, in whichever language. */
const NUMBERS = /(?:\d+(?:[\s.,'’]\d{3}(?!\d))*)?(?:[.,]\d+)|\d+(?:[\s.,'’]\d{3}(?!\d))*/g;

/**
 * What a person reads of a number in the text that is shown for it: the number itself where there is nothing else than its digits, its
 * separators and its sign; otherwise the text, with its number in French: "+1,234.5 %" => "+1234,5 %", "T1 2026". undefined: that text
 * says another number, or several.
 */
export function numberShown(shown: string, value: number): Shown | undefined {
  const isDash = /^[-\u2010-\u2015\u2212]+$/.test(shown.replace(/[\s\p{Sc}]/gu, ""));
  if (value === 0 && isDash) return { text: "0", isOdd: false };
  const numbers = [...shown.matchAll(NUMBERS)].map((match) => ({ match, french: inFrench(match[0], Math.abs(value)) }));
  const said = numbers.find(({ french }) => french !== undefined);
  if (!said || (numbers.length > 1 && !/\p{L}{2}|\p{L}\d/u.test(shown))) return undefined;
  const { index, 0: written } = said.match;
  const [before, after] = [shown.slice(0, index), shown.slice(index + written.length)];
  const isNegative = /[-\u2010-\u2015\u2212(]\p{Sc}?$/u.test(before.trimEnd());
  if ((isNegative !== value < 0 && /[1-9]/.test(written)) || /^\s*[-\u2212]/.test(after)) return undefined;
  const isBare = /^[-\u2212(\s]*$/.test(before) && /^[\s.)]*$/.test(after);
  return { text: isBare ? plainNumber(value) : `${before}${said.french}${after}`, isOdd: false };
}

/** "1,234.5" as the number 1234.5, rounded or not => "1234,5"; undefined: it does not say that number. */
function inFrench(written: string, value: number): string | undefined {
  const [, whole = "", decimals = ""] = /^(.*?)(?:[.,](\d+))?$/.exec(written) ?? [];
  const readings: readonly (readonly [string, string])[] = [
    [written, ""],
    [whole, decimals],
  ];
  const found = readings.find(([integer, fraction]) => {
    // "0 012" is a whole number in groups of three; "0.012" and "12 34" are none.
    if (!/^(?:\d*|\d{1,3}(?:[\s'’]\d{3})+|[1-9]\d{0,2}(?:[.,]\d{3})+)$/.test(integer)) return false;
    const number = Number(`${integer.replace(/\D/g, "") || "0"}.${fraction || "0"}`);
    return Math.abs(number - value) <= 0.5 * 10 ** -fraction.length + 1e-9 * Math.max(1, value);
  });
  return found && [found[0].replace(/\D/g, "") || "0", found[1]].filter((digits) => digits !== "").join(",");
}
