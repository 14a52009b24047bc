/** The label of a line to an indicator: exactly one, or none; never a guess. */
import type { Indicator, Nomenclature } from "../../model/nomenclature.ts";
import type { StatementId } from "../../model/observation.ts";
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { fold, indexNumbers, labelKey, stripIndex } from "../../nomenclature/index.ts";

export interface LabelMatch {
  readonly statement: StatementId;
  readonly indicator: Indicator;
}

/** A family of a statement of families: it has lines under it. */
export const isFamily = ({ hasLines }: Indicator): boolean => hasLines === true;

/** The line of this statement among those that a label names. */
export const lineOf = (matches: readonly LabelMatch[], statement: StatementId): Indicator | undefined =>
  matches.find((m) => m.statement === statement)?.indicator;

export interface Labels {
  /** All statements that have a line of this label: one match a statement. */
  readonly match: (label: string) => readonly LabelMatch[];
  /** A line that the operator has declared, of whatever statement. */
  readonly isDeclared: (label: string) => boolean;
}

/** "Vols de véhicules (35)": one index of several is a part of the line. */
function isPartial(label: string, { index }: Indicator): boolean {
  const said = indexNumbers(label);
  return said.length > 0 && said.every((n) => index.includes(n)) && said.length < index.length;
}

/** Abbreviations of labels, folded: each whole word after what is short for it. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  `veh vehic = vehicule; camb cambr cambrio = cambriolage; log logt logmt = logement; volont = volontaire; viol = violence; violt = violent;
   pers = personne; acc access = accessoire; res resid = residence; princ = principale; second = secondaire; hom = homicide; ss = sans;
   av = avec; c = contre; s = sur; rp = residence principale; rs = residence secondaire`
    .split(/;\s+/)
    .map((line) => line.split(" = "))
    .flatMap(([short = "", whole = ""]) => short.split(" ").map((word) => [fold(word), whole] as const)),
);

/** "Camb. logt" => "cambriolage logement" */
const expand = (folded: string): string =>
  folded
    .split(" ")
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join(" ")
    .replace(/\bcoup blessure\b/, "coup et blessure")
    .replace(/\bblessure vol\b/, "blessure volontaire");

const SMALL = new Set("a au aux avec d de des du en et l la le les ou par un une".split(" "));

/** Do two folded phrases say the same words, small ones and those of the line itself aside, or the same letters ("destina tion")? */
function sameWords(explanation: string, piece: string, { label }: Indicator): boolean {
  if (lettersOf(fold(explanation)) === lettersOf(piece)) return true;
  const known = new Set(fold(label).split(" "));
  const wordsOf = (text: string): string =>
    [...new Set(text.split(" ").filter((w) => !SMALL.has(w) && !known.has(w)))].toSorted().join(" ");
  return wordsOf(fold(explanation)) === wordsOf(piece);
}

const FAMILY_TOTAL = /^(?:total|sou total|s total|ensemble|total general|somme)(?: de| d)?(?: le)? /;

/** Brackets and dashes split a label that says itself twice: "Coups et blessures volontaires (CBV)". */
const parts = (label: string): readonly string[] =>
  label
    .split(/[()[\]]|\s[-–—:]\s|\s?:\s/)
    .map((p) => p.trim())
    .filter((p) => p !== "");

/** A label folded: whole, without its index numbers, and in the pieces that may each say it. */
interface Keys {
  readonly whole: string;
  readonly bare: string;
  readonly pieces: readonly string[];
}

/** It sends to a note: "Vols de véhicules (a)", "Homicides (1)", "Homicides *", "Vols avec armes (armes à feu)2". */
const NOTE_MARK = /(?<=[\p{L})\d])(?:\s*(?:\([a-h1-9]\)|\(?[*†‡]+\)?)|(?<=[\p{L})])[1-9](?![\d]))+\s*$/u;

function keysOf(label: string): Keys {
  const stripped = stripIndex(label).replace(NOTE_MARK, "");
  const pieces = parts(stripped);
  return {
    whole: fold(label),
    bare: fold(stripped),
    pieces: pieces.length < 2 ? [] : pieces.map((piece) => fold(stripIndex(piece))),
  };
}

/**
 * A narrow cell breaks words anywhere: "cambrio-lages", "volon taires". The same letters in the same order, plurals aside, are the same
 * words; figures stay apart.
 */
const lettersOf = (folded: string): string => folded.replace(/[sx]/g, "").replace(/(?<=[a-z]) +(?=[a-z])/g, "");

/** The lines of the nomenclature and of the settings, ready to be looked up. */
export function createLabels(nomenclature: Nomenclature, settings: Settings): Labels {
  const tables = nomenclature.statements.map(({ id, indicators }) => {
    const lines = new Map<string, Indicator | null>();
    // letters that two lines share are those of none
    const add = (folded: string, line: Indicator): void => {
      const letters = lettersOf(folded);
      const known = lines.get(letters);
      lines.set(letters, known === undefined || known === line ? line : null);
    };
    for (const line of indicators) for (const text of [line.label, ...line.aliases]) add(fold(text), line);
    for (const { statement, indicator, label } of settings.labels) {
      const line = statement === id ? indicators.find((i) => i.id === indicator) : undefined;
      if (line) add(labelKey(label), line);
    }
    return { id, lines };
  });
  const asDeclared = new Set(settings.labels.map((l) => fold(l.label)));
  const declared = new Set(settings.labels.map((l) => labelKey(l.label)));

  const find = (lines: ReadonlyMap<string, Indicator | null>, { whole, bare, pieces }: Keys): Indicator | undefined => {
    const named = (folded: string): Indicator | undefined => lines.get(lettersOf(folded)) ?? undefined;
    const exact = named(whole) ?? named(bare) ?? named(expand(bare));
    if (exact) return exact;
    // "dont cambriolages", under its family
    const part = named(bare.replace(/^dont (?:le |la |l )?/, ""));
    if (part?.family && bare.startsWith("dont ")) return part;
    const family = named(bare.replace(FAMILY_TOTAL, ""));
    if (family && isFamily(family)) return family;
    const found = pieces.map(named);
    const [first] = found;
    if (!first || found.length < 2) return undefined;
    // "Homicides (victimes)": the unit of the line itself
    const unit = fold(first.unit);
    const explains = (piece: string): boolean =>
      piece === unit || (first.explained ?? []).some((e) => sameWords(e, piece, first));
    return found.every((f, i) => f?.id === first.id || explains(pieces[i] ?? "")) ? first : undefined;
  };

  const match = (label: string): readonly LabelMatch[] => {
    const keys = keysOf(label);
    return tables.flatMap(({ id, lines }) => {
      const indicator = find(lines, keys);
      const isWhole = indicator !== undefined && (!isPartial(label, indicator) || asDeclared.has(keys.whole));
      return isWhole ? [{ statement: id, indicator }] : [];
    });
  };

  return {
    match: remember(match),
    isDeclared: (label) => declared.size > 0 && declared.has(labelKey(label)),
  };
}
