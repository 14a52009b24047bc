/**
 * A cell of an .ods: its paragraphs, which a program has written in its own language ("1,235" in an English one) and may have rounded, and
 * the value that is stored. A number or a date is told from the stored value, what is around it ("%", "+", a word) from the
 * paragraphs. Where the two are not the same number, what is stored stands beside.
 */
import { oneLine } from "../../../model/format.ts";
import { childrenOf, type XmlElement } from "../../container/xml.ts";
import type { DataStyle } from "../../open-document/data-styles.ts";
import { blanksOf, collapsed, LEFT_OUT } from "../../open-document/open-document.ts";
import { otherFormat } from "../../plain/lists.ts";
import { alsoWith, type Construct, NAMES } from "../../plain/rule.ts";
import { monthName } from "../workbook/dates.ts";
import { numberShown, parseStored, plainNumber } from "../workbook/plain-number.ts";
import type { CellStyle, Run, StoredCell } from "../workbook/workbook.ts";
import type { OdsStyles } from "./ods-styles.ts";

/** `name`: of its style. undefined: nothing is in it. */
export function readCell(cell: XmlElement, name: string | undefined, styles: OdsStyles): StoredCell | undefined {
  const style = styles.cell(name);
  const stored = storedIn(cell, style, styles, styles.data(name));
  const formula = cell.attributes["table:formula"];
  if (!stored || formula === undefined) return stored && { ...stored, style };
  return { ...stored, style, formula: formula.replace(/^(?:of:|oooc:)?=/, "") };
}

function storedIn(
  cell: XmlElement,
  style: CellStyle,
  styles: OdsStyles,
  format: DataStyle | undefined,
): Pick<StoredCell, "value" | "odd"> | undefined {
  const paragraphs = childrenOf(cell, "text:p");
  const runs = paragraphs.flatMap((paragraph, i) => [
    ...(i > 0 ? [{ text: "\n" }] : []),
    ...runsOf(paragraph, undefined, style, styles),
  ]);
  const { "office:value-type": type, "table:formula": formula } = cell.attributes;
  const written = runs.map(({ text }) => text).join("");
  if (childrenOf(cell, "table:table").length > 0) return { value: { kind: "text", runs }, odd: [NAMES.table] };
  if (type === undefined && written === "") {
    if (formula === undefined) return undefined;
    // LibreOffice writes the empty text that a formula gives as an empty paragraph.
    return { value: paragraphs.length === 0 ? { kind: "waiting" } : { kind: "text", runs: [] } };
  }
  const { text, number, odd = [] } = tell(cell, paragraphs.length > 0 ? written : undefined, format);
  if (text === "" && odd.length === 0 && runs.length === 0) return undefined;
  // Runs of several looks are kept as they are.
  const isPlain = runs.every(({ look }) => look === undefined);
  const bold = paragraphs.length > 0 ? runs.every((run) => run.bold || run.text.trim() === "") : style.bold;
  const kept = isPlain ? [{ text, bold }] : runs;
  return { value: { kind: "text", runs: kept, ...(number !== undefined && { number }) }, odd };
}

/** Runs of a paragraph. `look`: undefined, that of the cell. */
function runsOf(
  container: XmlElement,
  look: CellStyle | undefined,
  cell: CellStyle,
  styles: OdsStyles,
  bold = cell.bold,
): readonly Run[] {
  return container.children.flatMap((child): readonly Run[] => {
    if (typeof child === "string") return [{ text: collapsed(child), look, bold }];
    if (child.name === "text:s") return [{ text: blanksOf(child), look, bold }];
    if (child.name === "text:tab") return [{ text: "\t", look }];
    if (child.name === "text:line-break") return [{ text: "\n", look }];
    if (LEFT_OUT.has(child.name) || child.name === "text:ruby-text" || child.name.startsWith("draw:")) return [];
    const around = { ...(look ?? cell), bold };
    // What no standard names is passed over by one program, and shown by another.
    if (child.name === "text:hidden-text" || !child.name.startsWith("text:"))
      return runsOf(child, alsoWith(around, [NAMES.hidden]), cell, styles, bold);
    if (child.name !== "text:span") return runsOf(child, look, cell, styles, bold);
    const own = styles.span(child.attributes["text:style-name"], around);
    return runsOf(child, isSameLook(own, around) ? look : own, cell, styles, own.bold);
  });
}

/** But for their weight. */
const isSameLook = (a: CellStyle, b: CellStyle): boolean => withoutWeight(a) === withoutWeight(b);
const withoutWeight = ({ bold: _, ...look }: CellStyle): string => JSON.stringify(look);

interface Told {
  readonly text: string;
  readonly number?: number;
  readonly odd?: readonly Construct[];
}

const OTHERWISE: readonly Construct[] = [otherFormat("")];

/** `written`: the paragraphs; undefined: there is none. */
function tell({ attributes }: XmlElement, written: string | undefined, format: DataStyle | undefined): Told {
  const shown = written ?? "";
  const stored = (name: string): string | undefined => attributes[`office:${name}`];
  const type = stored("value-type");
  // "#DIV/0!" is shown as it is; what is stored under it is nothing.
  if (attributes["calcext:value-type"] === "error" && /\p{L}/u.test(shown)) return { text: shown };
  const date = stored("date-value");
  if (type === "date") return tellOther(date ?? "", date ? displayedDate(date, shown) : shown);
  if (type === "time") return tellOther(stored("time-value") ?? "", shown);
  const logical = stored("boolean-value") ?? "";
  // LibreOffice writes any number here, of which only 0 is false.
  const word = /^(?:false|0?)$/.test(logical) ? "FAUX" : "VRAI";
  if (type === "boolean") return tellOther(logical, /\d/.test(shown) ? shown : word);
  if (type === "string" || type === undefined) return tellText(stored("string-value"), shown);
  const value = parseStored(stored("value"));
  // A number that is none, or none at all: programs differ on what they show.
  if (value === undefined || shown.includes("\n")) return { text: shown, odd: OTHERWISE };
  const isPercent = type === "percentage" || shown.includes("%");
  const seen = isPercent ? Number((value * 100).toPrecision(15)) : value;
  const otherwise = { text: plainNumber(seen), number: value, odd: OTHERWISE };
  // Some programs write the number bare and leave the per cent to the style.
  if (format && (!format.showsNumber || format.isPercent !== isPercent)) return otherwise;
  if (written === undefined) return { text: `${plainNumber(seen)}${isPercent ? " %" : ""}`, number: value };
  const told = numberShown(shown, seen);
  return told ? { text: told.text, number: value } : otherwise;
}

/** A date, a time, yes or no that is shown as a figure: "12" of 12 February, but "2026" of a day of that year. */
const tellOther = (stored: string, text: string): Told =>
  /^\s*\d+\s*$/.test(text) && text.trim() !== stored.slice(0, 4) ? { text, odd: OTHERWISE } : { text };

const tellText = (stored: string | undefined, shown: string): Told =>
  stored !== undefined && oneLine(stored) !== oneLine(shown) ? { text: shown, odd: OTHERWISE } : { text: shown };

/** "2026-03-31" shown as "31/03/26" => "31/03/2026"; shown as "mars-26" => "mars 2026"; anything else as shown. */
function displayedDate(stored: string, shown: string): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(stored) ?? [];
  if (!y || !m || !d) return shown;
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(shown.trim())) return `${d}/${m}/${y}`;
  if (/^\p{L}+\.?[-\s]\d{2}(\d{2})?$/u.test(shown.trim())) return `${monthName(Number(m))} ${y}`;
  return shown;
}
