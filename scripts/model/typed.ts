/** Days and quarters as people write them, on a line or in the settings. Files, folders and the register have one form only. */
import { MONTHS } from "./format.ts";
import { isDay, parseQuarterId } from "./period.ts";

/** Capitals, accents and runs of spaces aside. */
const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

/** "2026-10-08", "08/10/2026", "8.10.2026", "8 octobre 2026", "1er août 2026" => "2026-10-08"…; undefined for what is no day. */
export function typedDay(text: string): string | undefined {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(plain(text)) ?? [];
  const [, day = "", name = "", year = ""] =
    /^(\d{1,2}|1er)[ /.-]([a-z]+|\d{1,2})[ /.-](\d{4})$/.exec(plain(text)) ?? [];
  const month = /^\d+$/.test(name) ? name : String(MONTHS.map(plain).indexOf(name) + 1);
  const found = iso ?? [year, month.padStart(2, "0"), day.replace("er", "").padStart(2, "0")].join("-");
  return isDay(found) ? found : undefined;
}

/** "2026-T3", "2026-t3", "2026 T3", "T3 2026", "3e trimestre 2026" => "2026-T3"; undefined for what is no quarter. */
export function typedQuarter(text: string): string | undefined {
  const words = plain(text);
  const [, year, after] = /^(\d{4})[ -]?t ?(\d)$/.exec(words) ?? [];
  const [, before, last] =
    /^(?:t ?(?=\d[ /-])|(?=\d(?:er|e|eme)? trimestre))(\d)(?:(?:er|e|eme)? trimestre)?[ /-](\d{4})$/.exec(words) ?? [];
  const id = `${year ?? last}-T${after ?? before}`;
  return parseQuarterId(id) ? id : undefined;
}
