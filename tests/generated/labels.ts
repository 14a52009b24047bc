/** The lines of a drawn statement, and their labels as a service would type them. */

import type { Indicator, Nomenclature } from "../../scripts/model/nomenclature.ts";
import type { Random } from "../demo/random.ts";
import type { Plan } from "./choices.ts";

export interface DrawnLine {
  /** Id of the nomenclature, or the label of a line that it does not know. */
  readonly key: string;
  readonly indicator: string | null;
  /** As typed, without numbering, index or indentation. */
  readonly name: string;
  /** As typed. */
  readonly label: string;
  /** Key of the family it stands under; null for a family, or in IS 101. */
  readonly family: string | null;
  /** Keys of the lines whose facts it counts: its own, or those drawn under a family. */
  readonly counts: readonly string[];
  readonly index: readonly number[];
  readonly unit: string;
}

const UNKNOWN_LINES = [
  "Vols de cycles",
  "Outrages à dépositaires de l'autorité",
  "Port d'arme prohibée",
  "Escroqueries et abus de confiance",
  "Recels",
  "Violences à agents de la force publique",
  "Destructions et dégradations (hors véhicules)",
  "Différends familiaux",
  "Refus d'obtempérer",
  "Ports d'armes prohibés",
];

const withoutAccents = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");

const CASES: Readonly<Record<Plan["labelCase"], (text: string) => string>> = {
  "as is": (text) => text,
  upper: (text) => text.toUpperCase(),
  "upper without accents": (text) => withoutAccents(text).toUpperCase(),
  lower: (text) => text.toLowerCase(),
  "without accents": withoutAccents,
};

const SPACES: Readonly<Record<Plan["labelSpaces"], (text: string) => string>> = {
  none: (text) => text,
  trailing: (text) => `${text}  `,
  double: (text) => text.replace(" ", "  "),
  "no-break": (text) => text.replace(" ", "\u00a0"),
};

/** Index numbers of état 4001 in the ways that statements print them. */
function withIndex(text: string, index: readonly number[], style: Plan["labelIndex"]): string {
  if (index.length === 0 || style === "none") return text;
  const list = index.join(", ");
  if (style === "(27, 28)") return `${text} (${list})`;
  if (style === "[27, 28]") return `${text} [${list}]`;
  if (style === "(index 27, 28)") return `${text} (index ${list})`;
  if (style === "27, 28 -") return `${list} - ${text}`;
  const first = index[0];
  const last = index.at(-1);
  return index.length > 1 ? `${text} (${first}-${last})` : `${text} (${first})`;
}

function numbered(text: string, rank: number, style: Plan["labelNumbering"]): string {
  const letter = String.fromCharCode(96 + rank);
  const before = {
    none: "",
    "1 -": `${rank} - `,
    "1.": `${rank}. `,
    "1)": `${rank}) `,
    "•": "• ",
    "a)": `${letter}) `,
    "-": "- ",
  };
  return before[style] + text;
}

/** Words whose last letter is no plural. */
const NO_PLURAL = /^(sans|plus|ans|dans|des|les|vols?)$/i;

/** "Vols avec armes" => "Vol avec arme", "Vol(s) avec arme(s)": for the first word and those that are plain plurals. */
function inNumber(name: string, form: Plan["labelForm"]): string {
  if (form === "as is") return name;
  const mark = form === "(s)" ? "(s)" : "";
  return name.replace(/\p{L}{4,}/gu, (word, at: number) =>
    word.endsWith("s") && (at === 0 || !NO_PLURAL.test(word)) ? word.slice(0, -1) + mark : word,
  );
}

const spelled = (name: string, plan: Plan): string =>
  SPACES[plan.labelSpaces](CASES[plan.labelCase](inNumber(name, plan.labelForm)).replaceAll("'", plan.labelApostrophe));

/** A call to a note after the label of some lines. */
const marked = (label: string, rank: number, mark: Plan["labelMark"]): string =>
  mark === "none" || (rank % 2 === 1 && mark !== " :") ? label : `${label}${mark === "(1)" ? " (1)" : mark}`;

/** Some lines of IS 101; or families of IST with some of their lines, each family followed by its lines. */
function pickIndicators(all: readonly Indicator[], plan: Plan, random: Random): readonly Indicator[] {
  const families = new Set(all.map((i) => i.family).filter((f) => f !== null));
  if (families.size === 0) {
    const wanted = new Set(random.shuffle(all).slice(0, Math.max(2, plan.lineCount)));
    const kept = all.filter((indicator) => wanted.has(indicator));
    return plan.lineOrder === "shuffled" ? random.shuffle(kept) : kept;
  }
  const roots = all.filter((i) => i.family === null);
  return (plan.lineOrder === "shuffled" ? random.shuffle(roots) : roots).flatMap((root) => {
    const lines = all.filter((i) => i.family === root.id);
    const count = Math.min(lines.length, Math.max(2, Math.ceil(plan.lineCount / 3)));
    return [root, ...random.shuffle(lines).slice(0, count)];
  });
}

export function drawLines(plan: Plan, nomenclature: Nomenclature, random: Random): readonly DrawnLine[] {
  const indicators = nomenclature.statements.find((s) => s.id === plan.statement)?.indicators ?? [];
  const known = pickIndicators(indicators, plan, random).map((indicator, i): DrawnLine => {
    const name =
      plan.labelNames === "canonical" ? indicator.label : random.pick([indicator.label, ...indicator.aliases]);
    const text = spelled(name, plan);
    const withNumbers =
      plan.labelNumbering === "none" || plan.labelIndex === "27, 28 -"
        ? withIndex(text, indicator.index, plan.labelIndex)
        : numbered(withIndex(text, indicator.index, plan.labelIndex), i + 1, plan.labelNumbering);
    return {
      key: indicator.id,
      indicator: indicator.id,
      name: text,
      label: marked(withNumbers, i, plan.labelMark),
      family: indicator.family,
      counts: [indicator.id],
      index: indicator.index,
      unit: indicator.unit,
    };
  });
  // In IST a line at the end would be read within the last family, as it should: its label alone tells it.
  const count = { none: 0, one: 1, two: 2 }[plan.unknownLine];
  const lastFamily = known.at(-1)?.family ?? null;
  const unknown = random
    .shuffle(UNKNOWN_LINES)
    .slice(0, count)
    .map((name): DrawnLine => {
      const text = spelled(name, plan);
      return {
        key: name,
        indicator: null,
        name: text,
        label: text,
        family: lastFamily,
        counts: [name],
        index: [],
        unit: "infraction",
      };
    });
  const all = [...known, ...unknown];
  return all.map((each) => {
    const under = all.filter((l) => l.family !== null && l.family === each.key);
    return under.length > 0 ? { ...each, counts: under.map((l) => l.key) } : each;
  });
}
