/** The lines of one statement as its tables show them: forces brought together, sub-lines under their family. */
import type { Analysis } from "../../model/analysis.ts";
import type { SeriesBreak } from "../../model/nomenclature.ts";
import type { StatementId } from "../../model/observation.ts";
import { declaredKey, lineKey } from "../../nomenclature/index.ts";
import { type Context, findLine, statementDefinition } from "./context.ts";
import { slug } from "./numbering.ts";

export interface Line {
  /** Key for the filter on screen: the indicator, or the folded label. */
  readonly key: string;
  /** "Homicides"; a line that neither the nomenclature nor the settings know says so: "Rodéos (hors nomenclature)". */
  readonly label: string;
  readonly level: 0 | 1;
  /** The row of a family, which has lines under it. */
  readonly isFamily: boolean;
  readonly known: boolean;
  /** The count of both forces; where none is known, that of the only force sent; null: a family sent without a count of its own. */
  readonly whole: Analysis | null;
  readonly police: Analysis | null;
  readonly gendarmerie: Analysis | null;
}

/** A line whose counts are known. */
export type CountedLine = Line & { readonly whole: Analysis };

/** "Coups et blessures"; a line that the nomenclature does not know by its own label. */
export const shortName = (c: Context, { whole }: CountedLine): string =>
  findLine(c, whole.statement, whole.indicator)?.short ?? whole.label;

/** Lines of a statement in the order of the analyses, each sub-line moved under its family. */
export function linesOf(c: Context, statement: StatementId): readonly Line[] {
  const groups = Map.groupBy(
    c.analysis.analyses.filter((a) => a.statement === statement),
    lineKey,
  );
  const lines = [...groups.values()].map((group) => toLine(c, group));
  const families = familyOrder(c, statement, lines);
  const alone = lines.filter((l) => l.level === 0 && !l.isFamily);
  return [
    ...families.flatMap((family) => [
      lines.find((l) => l.isFamily && familyName(l) === family) ?? familyWithoutCount(c, statement, family),
      ...lines.filter((l) => l.level === 1 && l.whole?.family === family),
    ]),
    ...alone.filter((l) => l.known),
    ...alone.filter((l) => !l.known),
  ];
}

/** The lines of all statements that have a count, those under a family too. */
export const countedLines = (c: Context): readonly CountedLine[] =>
  allLines(c).flatMap((line) => (line.whole === null ? [] : [{ ...line, whole: line.whole }]));

/** The lines of page one: each indicator and each family that has a count of its own. */
export const foremostLines = (c: Context): readonly CountedLine[] => countedLines(c).filter(({ level }) => level === 0);

/** The lines of all statements. */
export const allLines = (c: Context): readonly Line[] => c.nomenclature.statements.flatMap(({ id }) => linesOf(c, id));

function toLine(c: Context, group: readonly Analysis[]): Line {
  const force = (name: Analysis["force"]) => group.find((a) => a.force === name) ?? null;
  const whole = force("ensemble") ?? force("PN") ?? force("GN");
  const known = whole !== null && (whole.indicator !== null || isDeclared(c, whole));
  return {
    key: whole?.indicator ?? slug(whole?.label ?? ""),
    label: `${whole?.label ?? ""}${known ? "" : " (hors nomenclature)"}`,
    level: whole?.family == null || whole.level === "family" ? 0 : 1,
    isFamily: whole?.level === "family",
    known,
    whole,
    police: force("PN"),
    gendarmerie: force("GN"),
  };
}

/** The operator declared the line in the settings, as a line of its own: it is known, and kept as sent. */
const isDeclared = (c: Context, a: Analysis): boolean =>
  c.settings.labels.some((l) => declaredKey(l) === declaredKey(a));

const familyName = (line: Line): string | null => line.whole?.indicator ?? line.whole?.label ?? null;

/** Families in the order of the nomenclature, then those that only the statement names, as they come. */
function familyOrder(c: Context, statement: StatementId, lines: readonly Line[]): readonly string[] {
  const named = lines.flatMap((l) =>
    l.isFamily ? (familyName(l) ?? []) : l.level === 1 ? (l.whole?.family ?? []) : [],
  );
  const known = statementDefinition(c, statement)?.indicators.map((i) => i.id) ?? [];
  const unique = [...new Set(named)];
  return [...known.filter((id) => unique.includes(id)), ...unique.filter((name) => !known.includes(name))];
}

/** The statement gives the sub-lines and no count for their family: it is shown without one, never added up. */
function familyWithoutCount(c: Context, statement: StatementId, family: string): Line {
  const indicator = statementDefinition(c, statement)?.indicators.find((i) => i.id === family);
  return {
    key: indicator?.id ?? slug(family),
    label: indicator?.label ?? `${family} (hors nomenclature)`,
    level: 0,
    isFamily: true,
    known: indicator !== undefined,
    whole: null,
    police: null,
    gendarmerie: null,
  };
}

/** In a sentence. */
export const FORCE_NAMES = { PN: "police", GN: "gendarmerie" } as const;

/** The force that all the lines come from, when there is only one: the champ names it. */
export function onlyForce(lines: readonly Line[]): "PN" | "GN" | null {
  const forces = new Set(lines.flatMap((l) => l.whole?.force ?? []));
  const [force] = forces;
  return forces.size === 1 && (force === "PN" || force === "GN") ? force : null;
}

/** Does any line have a count of twelve months, this year or the year before? It takes four quarters to have one. */
export const holdsRolling = (lines: readonly Line[]): boolean =>
  lines.some((l) => l.whole !== null && (l.whole.rolling.value !== null || l.whole.rollingBefore.value !== null));

/** The break in series that one of the line's comparisons would have to cross. */
export const breakCrossed = (line: Line): SeriesBreak | undefined =>
  line.whole?.comparisons.find((x) => x.acrossBreak !== null)?.acrossBreak ?? undefined;
