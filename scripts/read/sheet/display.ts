/**
 * The number of a spreadsheet cell -> the text of the grid. A plain figure keeps its exact value ("1012", "2,25"): no digit
 * is lost to a narrow format. What the format adds to say what the figure is stays as shown: "%", a sign, a word, a date.
 */
import { NNBSP } from "../../model/format.ts";

export interface StoredNumber {
  readonly value: number;
  /** Format code, in its English form, as files hold it: "#,##0", "mmm-yy", "+0;-0". */
  readonly format: string;
  /** As the library shows it, in English: "1,012", "45.45%". */
  readonly shown: string;
  /** Calendar parts when the format is a date or a time. */
  readonly date?: {
    readonly y: number;
    readonly m: number;
    readonly d: number;
    readonly H: number;
    readonly M: number;
  };
}

export const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** 0.30000000000000004 => "0,3"; 7.83e-3 => "0,00783" */
export function plainNumber(value: number): string {
  const digits = String(Number(value.toPrecision(15)));
  return (digits.includes("e") ? withoutExponent(value) : digits).replace(".", ",").replace(/^-0$/, "0");
}

/** Of numbers that are no count: 1e21, 1e-7. Made when met, for the first Intl format of a process lasts. */
const withoutExponent = (value: number): string =>
  new Intl.NumberFormat("en-US", { useGrouping: false, maximumSignificantDigits: 15 }).format(value);

/** "1,045.5%" => "1 045,5%" */
const inFrench = (shown: string): string =>
  shown
    .replace(/(\d),(?=\d{3}(?!\d))/g, `$1${NNBSP}`)
    .replace(/(\d)\.(?=\d)/g, "$1,")
    .trim();

/** Format sections by sign, quotes respected: `+0;-0;"nul"` => ["+0", "-0", "\"nul\""] */
const sectionsOf = (format: string): readonly string[] => format.match(/(?:"[^"]*"|\\.|[^;"])+/g) ?? [];

/** Only placeholders of digits, separators, padding, colours: the format says nothing more than the number. */
const isPlainSection = (section: string, negative: boolean): boolean => {
  const bare = section
    .replace(/\[[^\]]*\]/g, "")
    .replace(/[_*]./g, "")
    .replace(/\\ |" *"/g, "")
    .replace(/E[+-]/i, "")
    .replace(/General|Standard/i, "");
  return (negative ? /^[0#?,./ ()-]*$/ : /^[0#?,./ ]*$/).test(bare);
};

/** "0," and "#,##0,,": shown in thousands, in millions. A comma between two placeholders only groups the digits. */
export const isScaled = (format: string): boolean => /[0#?],+(?![0#?,])/.test(format.replace(/"[^"]*"|\\./g, ""));

export function displayNumber({ value, format, shown, date }: StoredNumber): string {
  if (date) return displayDate(date, format, shown);
  const percent = /%/.test(format.replace(/"[^"]*"/g, ""));
  // Zero keeps its figure: accounting formats show it as "-", which means "missing" elsewhere; others hide it.
  if (value === 0 && !percent) return "0";
  const sections = sectionsOf(format);
  const section = (value < 0 ? sections[1] : undefined) ?? sections[0] ?? "General";
  if (!percent && isPlainSection(section, value < 0)) return plainNumber(value);
  return inFrench(shown) || plainNumber(value);
}

/** Only what the format shows: "mmm-yy" => "mars 2026", "d/m/yy" => "31/03/2026", "yyyy" => "2026"; a time alone as shown. */
function displayDate(date: NonNullable<StoredNumber["date"]>, format: string, shown: string): string {
  const code = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").toLowerCase();
  const timed = /[hs]/.test(code);
  const year = /[ye]/.test(code);
  const day = code.includes("d");
  const month = /m/.test(timed ? code.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, "") : code);
  const { y, m, d, H, M } = date;
  const two = (n: number): string => String(n).padStart(2, "0");
  const name = MONTHS[m - 1] ?? "";
  if (!year && !day && !month) return shown;
  const time = timed && (H > 0 || M > 0) ? ` ${two(H)}:${two(M)}` : "";
  if (year && day) return `${two(d)}/${two(m)}/${y}${time}`;
  if (year) return month ? `${name} ${y}` : String(y);
  return day && month ? `${d} ${name}` : day ? String(d) : name;
}
