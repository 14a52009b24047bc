/**
 * Twelve towns whose truth is built in, and what a bulletin must, may and must never say of each: as ids, `of/subject/direction`, committed
 * before the sentences were written. A subject is a fact of life: a line of IS 101, with the line of I.S.T that counts it more widely.
 *
 *   of          grave, quarter, year, course, force, together, followed, territory, quiet, unjudged, edition, question
 *   direction   rise, fall; nothing where there is none
 */
import { type Period, quarter } from "../../scripts/model/period.ts";
import type { Change, Drawn } from "./draw.ts";

export interface Said {
  readonly id: string;
  /** The count that the sentence must hold, where the truth fixes it. */
  readonly number?: number;
}

export interface Truth {
  readonly drawn: Omit<Drawn, "seed">;
  /** Of the day: one in which chance alone announces nothing. */
  readonly seed?: number;
  readonly must: readonly Said[];
  /** Beside what must be said. What is neither is a false alarm: none with the seed of the day, few by night. */
  readonly may: readonly RegExp[];
  readonly never: readonly RegExp[];
  /** A series that the settings declare broken. */
  readonly brokenFrom?: string;
  /** The delivery of the bulletin's quarter changes the count of an older one: of this line, so many quarters before. */
  readonly corrects?: { readonly indicator: string; readonly back: number; readonly by: number };
  readonly population?: number;
}

const T3: Period = quarter(2026, 3);
const FIVE_YEARS = 20;
/** −23.6 % a year. */
const FALLING: Change = (id, back) => (id === "cambriolages-logement" ? 2 * 0.764 ** ((FIVE_YEARS - 1 - back) / 4) : 1);
const since =
  (indicator: string, quarters: number, factor: number): Change =>
  (id, back) =>
    id === indicator && back < quarters ? factor : 1;

/** What follows from another: the year over a quarter, what lasts of a family over its line. */
const BURGLARIES = /^(?:quarter|year|course|force|question)\/(?:cambriolages-logement|atteintes-biens)\//;
const ANY_QUESTION = /^question\//;

export const TRUTHS: Readonly<Record<string, Truth>> = {
  "one homicide and a long fall": {
    drawn: { at: T3, quarters: FIVE_YEARS, change: FALLING, fixed: { homicides: [1] } },
    must: [
      { id: "grave/homicides", number: 1 },
      { id: "question/homicides" },
      { id: "course/cambriolages-logement/fall" },
    ],
    may: [
      /^(?:year|quarter)\/(?:cambriolages-logement|atteintes-biens)\/fall$/,
      /^course\/atteintes-biens\/fall$/,
      /^grave/,
      ANY_QUESTION,
    ],
    never: [/^quiet/, /^(?:quarter|year|course)\/homicides/, /\/cambriolages-logement\/rise$/],
  },
  "everything doubles": {
    drawn: { at: T3, quarters: FIVE_YEARS, change: (id, back) => (back < 1 && id !== "homicides" ? 2.2 : 1) },
    must: [{ id: "together/all/rise" }, { id: "question/all/rise" }],
    may: [/\/rise$/, /^grave/, ANY_QUESTION],
    never: [/^quiet/, /\/fall$/],
  },
  "quiet and small": {
    seed: 2,
    drawn: { at: T3, quarters: FIVE_YEARS, size: 0.1 },
    must: [{ id: "quiet" }],
    may: [/^grave/],
    never: [/^(?:quarter|year|course|force|together)\//, /^question\/(?!vols-avec-armes|ist-violences-sexuelles)/],
    population: 898,
  },
  "a fall denied by its last quarter": {
    drawn: {
      at: T3,
      quarters: FIVE_YEARS,
      fixed: { "cambriolages-logement": [23, 26, 24, 22, 17, 16, 18, 16, 12, 11, 13, 13, 10, 9, 12, 12, 8, 7, 3, 24] },
    },
    must: [{ id: "quarter/cambriolages-logement/rise", number: 24 }, { id: "question/cambriolages-logement/rise" }],
    may: [/^(?:quarter|force)\/(?:cambriolages-logement|atteintes-biens)\/rise$/, /^grave/, ANY_QUESTION],
    never: [/^quiet/, /\/(?:cambriolages-logement|atteintes-biens)\/fall$/],
  },
  "a step four quarters ago": {
    drawn: { at: T3, quarters: FIVE_YEARS, change: since("coups-blessures-15-ans-plus", 5, 2.2) },
    must: [{ id: "year/coups-blessures-15-ans-plus/rise" }],
    may: [/\/(?:coups-blessures-15-ans-plus|atteintes-integrite-physique)\/rise$/, /^grave/, ANY_QUESTION],
    never: [/^quiet/, /\/coups-blessures-15-ans-plus\/fall$/],
  },
  "a slow rise": {
    seed: 2,
    drawn: {
      at: T3,
      quarters: FIVE_YEARS + 4,
      change: (id, back) => (id === "vols-dans-vehicules" ? 1.2 ** ((FIVE_YEARS - back) / 4) : 1),
    },
    must: [{ id: "course/vols-dans-vehicules/rise" }],
    may: [/\/(?:vols-dans-vehicules|ist-vols-vehicules|atteintes-biens)\/rise$/, /^grave/, ANY_QUESTION],
    never: [/^quiet/, /\/vols-dans-vehicules\/fall$/],
  },
  "one force alone": {
    drawn: {
      at: T3,
      quarters: FIVE_YEARS,
      changeOfPolice: since("vols-sans-violence-personnes", 1, 0.75),
      changeOfGendarmerie: since("vols-sans-violence-personnes", 1, 4),
    },
    must: [{ id: "force/vols-sans-violence-personnes/rise" }],
    may: [/\/(?:vols-sans-violence-personnes|atteintes-biens)\/rise$/, /^grave/, ANY_QUESTION],
    never: [/^quiet/],
  },
  "an older quarter corrected": {
    drawn: { at: T3, quarters: FIVE_YEARS },
    must: [{ id: "question/vols-vehicules" }],
    may: [/^quiet$/, /^grave/, ANY_QUESTION],
    never: [/^(?:quarter|year|course|together)\//],
    corrects: { indicator: "vols-vehicules", back: 2, by: 9 },
  },
  "a series that begins": {
    drawn: { at: T3, quarters: 5 },
    must: [{ id: "unjudged" }],
    may: [/^grave/, ANY_QUESTION],
    never: [/^quiet/, /^(?:quarter|year|course|force|together)\//],
  },
  "a year that closes": {
    drawn: { at: quarter(2025, 4), quarters: FIVE_YEARS, change: FALLING, fixed: { homicides: [1] } },
    must: [{ id: "grave/homicides", number: 1 }, { id: "course/cambriolages-logement/fall" }],
    may: [/^grave/, /^(?:year|quarter|course)\/(?:cambriolages-logement|atteintes-biens)\/fall$/, ANY_QUESTION],
    never: [/^quiet/, /\/cambriolages-logement\/rise$/],
  },
  "a half-year": {
    drawn: { at: quarter(2026, 2), quarters: FIVE_YEARS, change: since("cambriolages-logement", 2, 3.2) },
    must: [{ id: "quarter/cambriolages-logement/rise" }, { id: "question/cambriolages-logement/rise" }],
    may: [BURGLARIES, /^grave/, ANY_QUESTION],
    never: [/^quiet/, /\/cambriolages-logement\/fall$/],
  },
  "the software of the police changed": {
    drawn: { at: T3, quarters: FIVE_YEARS, change: since("coups-blessures-15-ans-plus", 5, 1.8) },
    must: [],
    may: [
      /^quiet$/,
      /^grave/,
      ANY_QUESTION,
      /\/ist-violences-physiques-non-crapuleuses\/rise$/,
      /\/atteintes-integrite-physique\/rise$/,
    ],
    never: [/\/coups-blessures-15-ans-plus\/(?:rise|fall)$/],
    brokenFrom: "2025-07",
  },
};
