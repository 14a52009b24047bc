/** Numbers as they are written in cells, and others in their place, drawn of nothing that the file holds. */
import { randomInt } from "node:crypto";
import { ARROWS } from "../model/text/trend.ts";

/** "+ 1 234,5 %" */
export interface Written {
  readonly before: string;
  readonly sign: string;
  readonly value: number;
  readonly decimals: number;
  readonly comma: string;
  readonly after: string;
}
/** Around it, no letter and no digit but those of a note: « 12¹ », « 5 faits », never « 12½ ». */
const NUMBER =
  /^([^\p{L}\p{N}]*?)([+−–-]\s*)?(\d(?:[\d\s]*\d)?)(?:([.,])(\d+))?(\s*(?:%|‰|faits?|faits?\(s\))?(?:[^\p{L}\p{N}]|[¹²³⁰⁴-⁹])*)$/u;
const MINUS = /[−–-]/;

/** null: it is no number alone. */
export function writtenIn(text: string): Written | null {
  const [, before = "", sign = "", whole = "", comma = "", rest = "", after = ""] = NUMBER.exec(text) ?? [];
  if (whole === "") return null;
  const isThousands = comma !== "" && /^\d{3}$/.test(rest) && /^\d{1,3}$/.test(whole.trim());
  const digits = whole.replace(/\s/g, "") + (isThousands ? rest : "");
  const decimals = isThousands ? 0 : rest.length;
  const value = Number(decimals > 0 ? `${digits}.${rest}` : digits) * (MINUS.test(sign) ? -1 : 1);
  return { before, sign, value, decimals, comma, after };
}

/** Arrows say which way a figure went. */
export const withoutArrows = (text: string): string => text.replaceAll(ARROWS, "↕");

/** Another number, written in the same way. */
export function write({ before, sign, decimals, comma, after }: Written, value: number): string {
  const digits = Math.abs(value).toFixed(decimals).replace(".", comma);
  const own = value < 0 ? (MINUS.exec(sign)?.[0] ?? "-") : sign === "" ? "" : "+";
  return withoutArrows(`${before}${own}${digits}${after}`);
}

/** A count. No zero: that a cell holds one would be told by it. */
export const draw = (): number => randomInt(1, 41);

/** Any other number, up or down where one or the other is written. */
export const drawn = ({ sign, decimals }: Written): number =>
  (sign !== "" && randomInt(2) === 0 ? -1 : 1) * (draw() + (decimals > 0 ? randomInt(1000) / 1000 : 0));
