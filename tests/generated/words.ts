/** How French services write periods, forces and statements: one function a spelling. */
import type { Force } from "../../scripts/model/observation.ts";
import {
  isHalfYear,
  isQuarter,
  isWholeYear,
  lengthOf,
  monthOf,
  type Period,
  yearOf,
} from "../../scripts/model/period.ts";
import type { Plan } from "./choices.ts";

const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const SHORT = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");
const ORDINALS = ["Premier", "Deuxième", "Troisième", "Quatrième"];
const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (n: number): string => String(n).padStart(2, "0");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const nth = (n: number, suffix: string): string => (n === 1 ? "1er" : `${n}${suffix}`);
const lastDay = (p: Period): number =>
  monthOf(p.last) === 2 && yearOf(p.last) % 4 === 0 ? 29 : (LAST_DAY[monthOf(p.last) - 1] ?? 30);

/** Rank and word of a quarter without its year, and how the year is joined. */
const QUARTER: Readonly<Record<Plan["quarterWords"], (n: number, year: string) => string>> = {
  "1er trimestre 2026": (n, y) => `${nth(n, "e")} trimestre ${y}`,
  "T1 2026": (n, y) => `T${n} ${y}`,
  "1er trim. 2026": (n, y) => `${nth(n, "ème")} trim. ${y}`,
  "2ème trimestre 2026": (n, y) => `${nth(n, "ème")} trimestre ${y}`,
  "Premier trimestre 2026": (n, y) => `${ORDINALS[n - 1]} trimestre ${y}`,
  "1T2026": (n, y) => `${n}T${y}`,
  "1T 2026": (n, y) => `${n}T ${y}`,
  "2026T1": (n, y) => `${y}T${n}`,
  "2026-T1": (n, y) => (y ? `${y}-T${n}` : `T${n}`),
  "2026 T1": (n, y) => `${y} T${n}`,
  "T1-2026": (n, y) => (y ? `T${n}-${y}` : `T${n}`),
  "T1/2026": (n, y) => (y ? `T${n}/${y}` : `T${n}`),
  "1ER TRIMESTRE 2026": (n, y) => `${nth(n, "ÈME").toUpperCase()} TRIMESTRE ${y}`,
  "1er Trim 2026": (n, y) => `${nth(n, "è")} Trim ${y}`,
  "Trimestre 1 2026": (n, y) => `Trimestre ${n} ${y}`,
  "1er trimestre de l'année 2026": (n, y) => `${nth(n, "e")} trimestre${y ? ` de l'année ${y}` : ""}`,
  "1er  trimestre\u00a02026": (n, y) => `${nth(n, "e")}  trimestre\u00a0${y}`,
  "2nd trimestre 2026": (n, y) => `${n === 2 ? "2nd" : nth(n, "ème")} trimestre ${y}`,
  "1er trimestre 2026 (janvier-mars)": (n, y) =>
    `${nth(n, "e")} trimestre ${y} (${MONTHS[n * 3 - 3]}-${MONTHS[n * 3 - 1]})`.replace("  ", " "),
  "1ER TRIM. 2026": (n, y) => `${nth(n, "EME").toUpperCase()} TRIM. ${y}`,
  "Trim. 1 2026": (n, y) => `Trim. ${n} ${y}`,
  "1T26": (n, y) => `${n}T${y.slice(2)}`,
  "Q1 2026": (n, y) => `Q${n} ${y}`,
  "1er trimestre - 2026": (n, y) => `${nth(n, "e")} trimestre${y ? ` - ${y}` : ""}`,
  "1er trimestre\n2026": (n, y) => `${nth(n, "e")} trimestre${y ? `\n${y}` : ""}`,
};

const HALF: Readonly<Record<Plan["halfWords"], (n: number, year: string) => string>> = {
  "1er semestre 2026": (n, y) => `${nth(n, "ème")} semestre ${y}`,
  "S1 2026": (n, y) => `S${n} ${y}`,
  "1S2026": (n, y) => `${n}S${y}`,
  "2026S1": (n, y) => `${y}S${n}`,
  "Premier semestre 2026": (n, y) => `${n === 1 ? "Premier" : "Second"} semestre ${y}`,
  "1er sem. 2026": (n, y) => `${nth(n, "e")} sem. ${y}`,
  "S1-2026": (n, y) => (y ? `S${n}-${y}` : `S${n}`),
};

const MONTH: Readonly<Record<Plan["monthWords"], (n: number, year: string) => string>> = {
  "janvier 2026": (n, y) => `${MONTHS[n - 1]} ${y}`,
  "janv. 2026": (n, y) => `${SHORT[n - 1]} ${y}`,
  "janv.-26": (n, y) => (y ? `${SHORT[n - 1]}-${y.slice(2)}` : `${SHORT[n - 1]}`),
  "Janvier 2026": (n, y) => `${capital(MONTHS[n - 1] ?? "")} ${y}`,
  "2026_01": (n, y) => (y ? `${y}_${two(n)}` : `${MONTHS[n - 1]}`),
  "2026M01": (n, y) => (y ? `${y}M${two(n)}` : `${MONTHS[n - 1]}`),
  "JANVIER 2026": (n, y) => `${(MONTHS[n - 1] ?? "").toUpperCase()} ${y}`,
  "2026-01": (n, y) => (y ? `${y}-${two(n)}` : `${MONTHS[n - 1]}`),
};

const CUMUL: Readonly<Record<Plan["cumulWords"], (p: Period, year: string) => string>> = {
  "Cumul 2026": (_, y) => `Cumul ${y}`,
  "CUMUL 2026": (_, y) => `CUMUL ${y}`,
  "Cumul annuel 2026": (_, y) => `Cumul annuel ${y}`,
  "Cumul au 31/03/2026": (p, y) => `Cumul au ${lastDay(p)}/${two(monthOf(p.last))}${y ? `/${y}` : ""}`,
  "Cumul depuis le 1er janvier 2026": (_, y) => `Cumul depuis le 1er janvier ${y}`,
  "Cumul janvier-mars 2026": (p, y) => `Cumul janvier-${MONTHS[monthOf(p.last) - 1]} ${y}`,
  "Cumulé 2026": (_, y) => `Cumulé ${y}`,
  "Cumul à fin mars 2026": (p, y) => `Cumul à fin ${lastMonth(p)} ${y}`,
  "Cumul 3 mois 2026": (p, y) => `Cumul ${lengthOf(p)} mois ${y}`,
  "Total cumulé 2026": (_, y) => `Total cumulé ${y}`,
  "Depuis le 1er janvier 2026": (_, y) => `Depuis le 1er janvier ${y}`,
  "Cumul du 01/01/2026 au 31/03/2026": (p, y) => (y ? `Cumul du ${start(p)} au ${end(p)}` : "Cumul"),
  "Cumul (janv.-mars 2026)": (p, y) => `Cumul (janv.-${SHORT[monthOf(p.last) - 1]}${y ? ` ${y}` : ""})`,
  "Cumul année 2026": (_, y) => `Cumul année ${y}`,
};

const RANGE: Readonly<Record<Plan["rangeWords"], (p: Period) => string>> = {
  "du 01/01/2026 au 31/03/2026": (p) => `du ${start(p)} au ${end(p)}`,
  "Janvier à mars 2026": (p) => `${capital(firstMonth(p))} à ${lastMonth(p)} ${yearOf(p.last)}`,
  "01/01/2026 - 31/03/2026": (p) => `${start(p)} - ${end(p)}`,
  "janv. - mars 2026": (p) => `${SHORT[monthOf(p.first) - 1]} - ${SHORT[monthOf(p.last) - 1]} ${yearOf(p.last)}`,
  "du 1er janvier au 31 mars 2026": (p) => `du 1er ${firstMonth(p)} au ${lastDay(p)} ${lastMonth(p)} ${yearOf(p.last)}`,
  "Janvier-Mars 2026": (p) => `${capital(firstMonth(p))}-${capital(lastMonth(p))} ${yearOf(p.last)}`,
  "01/2026 - 03/2026": (p) => `${two(monthOf(p.first))}/${yearOf(p.first)} - ${two(monthOf(p.last))}/${yearOf(p.last)}`,
  "janv/mars 2026": (p) =>
    `${SHORT[monthOf(p.first) - 1]?.replace(".", "")}/${SHORT[monthOf(p.last) - 1]?.replace(".", "")} ${yearOf(p.last)}`,
  "Janvier, février, mars 2026": (p) =>
    `${capital(firstMonth(p))}, ${MONTHS[monthOf(p.first)]}, ${lastMonth(p)} ${yearOf(p.last)}`,
  "de janvier à mars 2026": (p) => `de ${firstMonth(p)} à ${lastMonth(p)} ${yearOf(p.last)}`,
};
const start = (p: Period): string => `01/${two(monthOf(p.first))}/${yearOf(p.first)}`;
const end = (p: Period): string => `${lastDay(p)}/${two(monthOf(p.last))}/${yearOf(p.last)}`;
const firstMonth = (p: Period): string => MONTHS[monthOf(p.first) - 1] ?? "";
const lastMonth = (p: Period): string => MONTHS[monthOf(p.last) - 1] ?? "";

/** What kind of words a period takes: the same months may be said as a quarter, as a range or as a cumulative count. */
export type Kind = "plain" | "cumul" | "range" | "rolling" | "relative" | "bare year";
export interface SaidPeriod {
  readonly period: Period;
  readonly kind: Kind;
}

/** The words without the year, and the year; a year of "" means that the words say it all. */
function parts(said: SaidPeriod, plan: Plan, anchor: Period): { text: (year: string) => string; year: string } {
  const { period: p, kind } = said;
  const year = String(yearOf(p.last));
  if (kind === "rolling") return { text: () => plan.rollingWords, year: "" };
  if (kind === "relative") {
    const before = yearOf(p.last) < yearOf(anchor.last) ? "-1" : "";
    return { text: () => plan.relativeWords + before, year: "" };
  }
  if (kind === "bare year") return { text: () => year, year: "" };
  if (kind === "range") return { text: () => RANGE[plan.rangeWords](p), year: "" };
  if (kind === "cumul") return { text: (y) => CUMUL[plan.cumulWords](p, y).trim(), year };
  if (isQuarter(p)) return { text: (y) => QUARTER[plan.quarterWords](monthOf(p.last) / 3, y).trim(), year };
  if (isHalfYear(p)) return { text: (y) => HALF[plan.halfWords](monthOf(p.last) / 6, y).trim(), year };
  if (isWholeYear(p)) return { text: () => plan.yearWords.replace("2025", year), year: "" };
  if (lengthOf(p) === 1) return { text: (y) => MONTH[plan.monthWords](monthOf(p.last), y).trim(), year };
  return { text: () => RANGE[plan.rangeWords](p), year: "" };
}

const ONE_YEAR: readonly Plan["periods"][] = ["one quarter", "quarters of the year", "months", "months and quarter"];

/** Headings of a period, from the top down: one, or the year and the rest on two rows. */
export function periodPath(said: SaidPeriod, plan: Plan, anchor: Period): string[] {
  const { text, year } = parts(said, plan, anchor);
  if (year === "" || plan.periodSplit === "together") return [text(year)];
  // The year is left to the title only where every column is of that year.
  if (plan.periodSplit === "year in title") return [text(ONE_YEAR.includes(plan.periods) ? "" : year)];
  return plan.periodSplit === "year above" ? [year, text("")] : [text(""), year];
}

/** The period in one text. */
export function periodText(said: SaidPeriod, plan: Plan, anchor: Period): string {
  const { text, year } = parts(said, plan, anchor);
  return text(year);
}

/** « 01/01/2026 au 31/03/2026 » */
export const rangeText = (p: Period): string => `${start(p)} au ${end(p)}`;

const GENDARMERIE: Readonly<Record<Plan["forceWords"], string>> = {
  Police: "Gendarmerie",
  PN: "GN",
  "Police nationale": "Gendarmerie nationale",
  ZPN: "ZGN",
  POLICE: "GENDARMERIE",
  "P.N.": "G.N.",
  "Zone police": "Zone gendarmerie",
  CPN: "CGD",
  CSP: "CGD",
  "Police Nationale (PN)": "Gendarmerie Nationale (GN)",
};

export function forceText(force: Force, plan: Plan): string {
  if (force === "PN") return plan.forceWords;
  return force === "GN" ? GENDARMERIE[plan.forceWords] : plan.totalWords;
}

/** Ways in which titles name the statement. */
export const STATEMENT_NAMES = {
  IS101: [
    "IS 101",
    "ETAT MAITRE IS 101",
    "État maître IS 101",
    "IS101",
    "I.S. 101",
    "Etat IS 101",
    "Statistiques IS 101",
  ],
  IST: [
    "IST",
    "I.S.T",
    "Indicateur Statistique Territorial",
    "Etat I.S.T.",
    "INDICATEUR STATISTIQUE TERRITORIAL (I.S.T)",
    "État maître I.S.T.",
  ],
} as const;
