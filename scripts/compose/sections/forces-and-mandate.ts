/** After page one's answer: each force beside itself a year earlier, and the facts since the mandate began. Gaps; a reading only where a test tells one. */
import { type Analysis, type Figure, readingOf } from "../../model/analysis.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { Table, TableCell, TableColumn } from "../../model/document/table.ts";
import { formatDate, formatNumber, formatPeriod, formatPeriodShort, plural } from "../../model/format.ts";
import { type Period, quartersOf } from "../../model/period.ts";
import { differenceCell, figureCell, NOTHING, quarterDifference } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, foremostLines } from "../context/lines.ts";
import { joinNames, joinWords, quoted, upperFirst } from "../words/words.ts";

/** Columns that some of the lines have something in. */
interface Part {
  readonly columns: readonly TableColumn[];
  readonly cellsOf: (line: CountedLine) => readonly TableCell[];
  readonly notes: readonly string[];
}

/** undefined when no force is told apart and the settings give no date of the mandate, or no whole quarter has passed since. */
export function forcesAndMandateSection(c: Context): Section | undefined {
  const lines = c.nomenclature.statements.flatMap((s) => foremostLines(c, s.id));
  const mandate = mandatePart(c, lines);
  const shown = mandate === undefined ? lines.filter(tellsForces) : lines;
  const forces = forcesPart(c, shown);
  const parts = [forces, mandate].flatMap((part) => part ?? []);
  if (parts.length === 0) return undefined;
  const title = [...(forces ? ["par force"] : []), ...(mandate ? ["depuis le début du mandat"] : [])].join(", et ");
  return {
    id: "forces-et-mandat",
    title: upperFirst(title),
    blocks: [{ kind: "table", table: tableOf(c, shown, parts, `${title}, ${c.name}`) }],
  };
}

/** Since the mandate began, alone: the review of a year has its own table of the forces. */
export function mandateSection(c: Context, lines: readonly CountedLine[]): Section | undefined {
  const part = mandatePart(c, lines);
  const title = "depuis le début du mandat";
  return (
    part && {
      id: "mandat",
      title: upperFirst(title),
      blocks: [{ kind: "table", table: tableOf(c, lines, [part], title) }],
    }
  );
}

const tableOf = (c: Context, lines: readonly CountedLine[], parts: readonly Part[], title: string): Table => ({
  ...c.numbering.nextTable(),
  title: `Faits enregistrés ${title}`,
  columns: [{ id: "ligne", label: "Ligne", kind: "label" }, ...parts.flatMap((part) => part.columns)],
  rows: lines.map((line) => ({
    line: line.key,
    level: 0,
    cells: [{ text: line.label }, ...parts.flatMap((part) => part.cellsOf(line))],
  })),
  champ: "Indicateurs et familles, comme au tableau 1.",
  source: "Mêmes sources que les tableaux détaillés.",
  notes: parts.flatMap((part) => part.notes),
});

const tellsForces = ({ whole, police, gendarmerie }: CountedLine): boolean =>
  whole.force === "ensemble" && (police !== null || gendarmerie !== null);

function forcesPart(c: Context, lines: readonly CountedLine[]): Part | undefined {
  const apart = lines.filter(tellsForces);
  if (apart.length === 0) return undefined;
  const told = apart.some((line) => readings(line) !== "");
  const columnsOf = (id: string, group: string): readonly TableColumn[] => [
    { id, label: String(c.year), group, kind: "number" },
    { id: `${id}-avant`, label: String(c.year - 1), group, kind: "number" },
    { id: `${id}-ecart`, label: "Écart", group, kind: "number" },
  ];
  const cellsOf = (a: Analysis | null): readonly TableCell[] => [
    figureCell(a?.quarter ?? null),
    figureCell(a?.quarterBefore ?? null),
    quarterDifference(a, c.settings.thresholds.percentageFrom),
  ];
  return {
    columns: [
      ...columnsOf("police", "Police, trimestre"),
      ...columnsOf("gendarmerie", "Gendarmerie, trimestre"),
      ...(told ? [{ id: "lecture", label: "Lecture", kind: "text" as const }] : []),
    ],
    cellsOf: (line) => {
      // as in the other tables, nothing is written where nothing is told
      const words = readings(line);
      const reading: TableCell = words === "" ? { text: "" } : { text: words, emphasis: "strong" };
      if (!tellsForces(line)) return Array.from({ length: told ? 7 : 6 }, () => NOTHING);
      return [...cellsOf(line.police), ...cellsOf(line.gendarmerie), ...(told ? [reading] : [])];
    },
    notes: [
      told
        ? "Lecture : chaque force est jugée à part, plus sévèrement que l'ensemble, d'après les mêmes trimestres des années précédentes réunis."
        : apart.some((line) => [line.police, line.gendarmerie].some(isTested))
          ? "Chaque force jugée à part, plus sévèrement que l'ensemble : leurs nombres sont ordinaires."
          : "Forces non jugées : aucune année précédente n'est connue pour chacune.",
      ...(lines.some((line) => !tellsForces(line)) ? ["« – » : l'état ne distingue pas les deux forces."] : []),
    ],
  };
}

const isTested = (a: Analysis | null): boolean =>
  a !== null && (readingOf(a)?.verdict ?? "not-judged") !== "not-judged";

/** "police : hausse établie" where the test of that force tells it; otherwise "". */
const readings = ({ police, gendarmerie }: CountedLine): string =>
  [["police", police] as const, ["gendarmerie", gendarmerie] as const]
    .flatMap(([name, a]) => {
      const verdict = (a && readingOf(a)?.verdict) ?? "not-judged";
      return isAnnounced(verdict) ? [`${name} : ${VERDICT_WORDS[verdict]}`] : [];
    })
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
    columns: [
      { id: "mandat", label: formatPeriodShort(after), group, kind: "number" },
      ...(compared
        ? ([
            { id: "mandat-avant", label: formatPeriodShort(before), group, kind: "number" },
            { id: "mandat-ecart", label: "Écart", group, kind: "number" },
          ] as const)
        : []),
    ],
    cellsOf: ({ whole: { mandate } }) => [
      figureCell(mandate?.after ?? null),
      ...(compared
        ? [
            figureCell(mandate?.before ?? null),
            differenceCell(
              mandate?.after ?? null,
              mandate?.before ?? null,
              mandate ?? undefined,
              c.settings.thresholds.percentageFrom,
            ),
          ]
        : []),
    ],
    notes: [
      `Depuis le début du mandat (${formatDate(since)}) : ${quartersWords(after)}, ` +
        (compared
          ? `en regard, ${formatPeriod(before)}, aux mêmes saisons ; l'écart est donné sans conclusion.`
          : `sans comparaison : les livraisons connues ne couvrent pas les mêmes saisons d'avant le mandat (${formatPeriod(before)}).`),
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
