/** After page one's answer: each force beside itself a year earlier, and the facts since the mandate began. Gaps; a reading only where a test tells one. */
import { type Analysis, type Figure, readingOf } from "../../model/analysis.ts";
import { degreeOf, directionOf, VERDICT_WORDS } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import {
  formatDate,
  formatNumber,
  formatPeriod,
  formatPeriodShort,
  joinWords,
  plural,
  upperFirst,
} from "../../model/format.ts";
import { type Period, quartersOf } from "../../model/period.ts";
import { differenceCell, figureCell, NOTHING, quarterDifference } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, foremostLines, shortName } from "../context/lines.ts";
import { toldForces } from "../front/forces.ts";
import { type Column, column, lineTable, tableBlock } from "../tables/table-of.ts";
import { present } from "../words/present.ts";
import { WAY } from "../words/verdicts.ts";
import { joinNames, lowerFirst, quoted } from "../words/words.ts";

/** Columns that some of the lines have something in. */
interface Part {
  readonly columns: readonly Column<CountedLine>[];
  readonly notes: readonly string[];
}

/**
 * undefined when no force is told apart and the settings give no date of the mandate, or no whole quarter has passed since.
 * @param span what is counted of each force: in the review of a year its twelve months, of which no force is judged
 */
export function forcesAndMandateSection(c: Context, span: Span = "quarter"): Section | undefined {
  const lines = foremostLines(c);
  const mandate = mandatePart(c, lines);
  const shown = mandate === undefined ? lines.filter(tellsForces) : lines;
  const forces = forcesPart(c, shown, span);
  const parts = present(forces, mandate);
  if (parts.length === 0) return undefined;
  const title = present(forces && "par force", mandate && "depuis le début du mandat").join(", et ");
  const found = forces && span === "quarter" ? forcesFinding(c, shown) : "";
  const heading: Column<CountedLine> = column.label("ligne", "Ligne", ({ label }) => label);
  const table = lineTable(c, shown, [heading, ...parts.flatMap((part) => part.columns)], {
    title: `Faits enregistrés ${title}, ${span === "quarter" ? c.name : c.year}`,
    champ: "Indicateurs et familles des états.",
    source: "Mêmes sources qu'au tableau 1.",
    notes: parts.flatMap((part) => part.notes),
  });
  return {
    id: "forces-et-mandat",
    ...(found === "" ? { title: upperFirst(title) } : { title: found, label: upperFirst(title) }),
    blocks: [tableBlock(table)],
  };
}
type Span = "quarter" | "rolling";

/** "Police : cambriolages de logement en hausse ; gendarmerie : rien d'établi"; "" where neither force is judged. */
function forcesFinding(c: Context, lines: readonly CountedLine[]): string {
  const said = (["police", "gendarmerie"] as const).map((force) => {
    const told = lines.flatMap((line) =>
      toldForces(line).flatMap(({ force: own, reading: { verdict } }) => {
        const way = own === force && directionOf(verdict);
        const follow = degreeOf(verdict) === "established" ? "" : " (à suivre)";
        return way ? [`${lowerFirst(shortName(c, line))} ${WAY[way]}${follow}`] : [];
      }),
    );
    return {
      force,
      isJudged: lines.some((line) => isTested(line[force])),
      words: joinWords(told.slice(0, MOST_IN_TITLE)),
    };
  });
  if (said.every(({ isJudged }) => !isJudged)) return "";
  if (said.every(({ words }) => words === "")) return "Rien n'est établi, ni pour la police ni pour la gendarmerie";
  return upperFirst(said.map(({ force, words }) => `${force} : ${words || "rien d'établi"}`).join(" ; "));
}
/** Lines of one force that a title names. */
const MOST_IN_TITLE = 2;

const tellsForces = ({ whole, police, gendarmerie }: CountedLine): boolean =>
  whole.force === "ensemble" && (police !== null || gendarmerie !== null);

function forcesPart(c: Context, lines: readonly CountedLine[], span: Span): Part | undefined {
  const apart = lines.filter(tellsForces);
  if (apart.length === 0) return undefined;
  const isQuarter = span === "quarter";
  const told = isQuarter && apart.some((line) => readings(line) !== "");
  const [now, before] = [String(c.year), String(c.year - 1)];
  const ofForce = (id: "police" | "gendarmerie", group: string): readonly Column<CountedLine>[] => [
    column.number(id, now, (line) => figureCell(line[id]?.[span]), group),
    column.number(`${id}-avant`, before, (line) => figureCell(line[id]?.[`${span}Before`]), group),
    ...(isQuarter
      ? [column.number<CountedLine>(`${id}-ecart`, "Écart", (line) => quarterDifference(line[id]), group)]
      : []),
  ];
  const columns = present<Column<CountedLine>>(
    ofForce("police", `Police, ${isQuarter ? "trimestre" : "année"}`),
    ofForce("gendarmerie", `Gendarmerie, ${isQuarter ? "trimestre" : "année"}`),
    // as in the other tables, nothing is written where nothing is told
    told &&
      column.text("lecture", "Lecture", (line) => ({
        text: readings(line),
        ...(readings(line) && { emphasis: "strong" }),
      })),
  );
  return {
    columns: columns.map((one) => ({ ...one, cell: (line) => (tellsForces(line) ? one.cell(line) : NOTHING) })),
    notes: present(
      isQuarter &&
        (told
          ? "Lecture : chaque force est jugée à part, plus sévèrement que l'ensemble, d'après les mêmes trimestres des années précédentes réunis."
          : apart.some((line) => [line.police, line.gendarmerie].some(isTested))
            ? "Chaque force est jugée à part, plus sévèrement que l'ensemble : rien n'en est annoncé."
            : "Forces non jugées : aucune année précédente n'est connue pour chacune."),
      lines.some((line) => !tellsForces(line)) && "« – » : l'état ne distingue pas les deux forces.",
    ),
  };
}

const isTested = (a: Analysis | null): boolean =>
  a !== null && (readingOf(a)?.verdict ?? "not-judged") !== "not-judged";

/** "police : hausse établie" where the test of that force tells it; otherwise "". */
const readings = (line: CountedLine): string =>
  toldForces(line)
    .map(({ force, reading }) => `${force} : ${VERDICT_WORDS[reading.verdict]}`)
    .join(", ");

function mandatePart(c: Context, lines: readonly CountedLine[]): Part | undefined {
  const since = c.settings.mandateSince;
  const held = lines.flatMap((line) => (line.whole.mandate ? [{ line, mandate: line.whole.mandate }] : []));
  const [first] = held;
  const isKnown = (figure: Figure): boolean => figure.value !== null;
  if (since === null || first === undefined || !held.some(({ mandate }) => isKnown(mandate.after))) return undefined;
  const { after, before } = { after: first.mandate.after.period, before: first.mandate.before.period };
  const compared = held.some(({ mandate }) => isKnown(mandate.before));
  const group = "Depuis le début du mandat";
  return {
    columns: present<Column<CountedLine>>(
      column.number("mandat", formatPeriodShort(after), ({ whole }) => figureCell(whole.mandate?.after), group),
      compared && [
        column.number(
          "mandat-avant",
          formatPeriodShort(before),
          ({ whole }) => figureCell(whole.mandate?.before),
          group,
        ),
        column.number(
          "mandat-ecart",
          "Écart",
          ({ whole: { mandate } }) => differenceCell(mandate?.after, mandate?.before, mandate),
          group,
        ),
      ],
    ),
    notes: [
      `Depuis le début du mandat (${formatDate(since)}) : ${quartersWords(after)}, ` +
        (compared
          ? `à côté des mêmes mois d'avant, ${formatPeriod(before)} ; l'écart est donné sans conclusion.`
          : `sans comparaison : les livraisons connues ne couvrent pas les mêmes mois d'avant le mandat (${formatPeriod(before)}).`),
      ...incompleteNote(
        held.filter(({ mandate }) => !isKnown(mandate.after)),
        after,
      ),
      ...brokenNote(compared ? held.filter(({ mandate }) => mandate.acrossBreak !== null) : []),
    ],
  };
}

/** "somme des 2 trimestres entiers depuis, avril à septembre 2026" */
const quartersWords = (span: Period): string => {
  const count = quartersOf(span)?.length ?? 0;
  return count === 1
    ? `un seul trimestre entier depuis, le ${formatPeriod(span)}`
    : `somme des ${formatNumber(count)} trimestres entiers depuis, ${formatPeriod(span)}`;
};

type Held = { readonly line: CountedLine; readonly mandate: NonNullable<Analysis["mandate"]> };

function incompleteNote(incomplete: readonly Held[], span: Period): readonly string[] {
  const count = quartersOf(span)?.length ?? 0;
  const short = incomplete.filter(({ mandate }) => mandate.known < count);
  if (short.length === 0) return [];
  const names = short.map(
    ({ line, mandate }) =>
      `${quoted(line.label)} (${plural(mandate.known, "trimestre connu", "trimestres connus")} sur ${formatNumber(count)})`,
  );
  return [`Lignes incomplètes, sans total depuis le début du mandat : ${joinNames(names)}.`];
}

const brokenNote = (broken: readonly Held[]): readonly string[] =>
  broken.length === 0
    ? []
    : [`Rupture de série, sans comparaison : ${joinWords(broken.map(({ line }) => quoted(line.label)))}.`];
