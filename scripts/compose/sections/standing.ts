/** « Où en est-on »: the first page's answer. Each indicator and family: the quarter beside the year before, the longer spans, the reading, the rates. */

import type { Section, Table, TableCell, TableColumn } from "../../model/bulletin.ts";
import { NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { foremostLines, type Line } from "../context/lines.ts";
import { communeRateCell, latestRate, rateCell } from "../context/rates.ts";
import { absenceNotes } from "../sentences/notes.ts";
import {
  boldNote,
  countCells,
  countColumns,
  shownFigures,
  shownSumNotes,
  usualReference,
} from "../tables/statement-table.ts";
import { formatYears, joinWords, quoted } from "../words/words.ts";

/** Nothing while no line has a count. */
export function standingSection(c: Context): Section | undefined {
  const groups = c.nomenclature.statements.map((s) => ({ label: s.label, lines: foremostLines(c, s.id) }));
  const lines = groups.flatMap((group) => group.lines);
  if (lines.length === 0) return undefined;
  return {
    id: "ou-en-est-on",
    title: "Où en est-on",
    blocks: [
      {
        kind: "table",
        table: standingTable(
          c,
          lines,
          groups.filter((g) => g.lines.length > 0).map((g) => g.label),
        ),
      },
    ],
  };
}

function standingTable(c: Context, lines: readonly Line[], statements: readonly string[]): Table {
  const wider = widerTerritory(c, lines);
  return {
    ...c.numbering.nextTable(),
    title: `Faits enregistrés au ${c.name}, à côté de l'année précédente`,
    columns: [
      { id: "ligne", label: "Ligne", kind: "label" },
      ...countColumns(c, lines),
      ...(wider === undefined ? [] : RATE_COLUMNS),
    ],
    rows: lines.map((line) => ({
      line: line.key,
      level: 0,
      cells: [
        { text: line.label },
        ...countCells(c, line, lines, null),
        ...(wider === undefined ? [] : rateCells(c, line, wider)),
      ],
    })),
    champ: `Indicateurs et familles ${statements.length > 1 ? "des états" : "de l'état"} ${joinWords(statements)} ; le détail suit.`,
    source: "Mêmes sources que les tableaux détaillés.",
    notes: [
      usualReference(lines) === ""
        ? "Lecture : aucune comparaison n'est encore possible."
        : "Lecture : par rapport aux mêmes trimestres des années précédentes réunis, que le détail nomme.",
      ...boldNote(lines),
      ...(wider === undefined ? [] : [rateNote(c, lines, wider)]),
      ...shownSumNotes(c, lines),
      ...absenceNotes(shownFigures(c, lines)),
    ],
  };
}

const RATES = "Pour 1\u202f000, 12 mois";
const RATE_COLUMNS: readonly TableColumn[] = [
  { id: "taux", label: "Commune", group: RATES, kind: "number" },
  { id: "taux-departement", label: "Dépt", group: RATES, kind: "number" },
];

/** The territory of the public base that is not the commune itself: its département. undefined when the base has no line of the table. */
const widerTerritory = (c: Context, lines: readonly Line[]): string | undefined =>
  c.analysis.references.find(
    (r) => r.territory !== c.settings.commune.name && lines.some(({ whole }) => whole?.indicator === r.indicator),
  )?.territory;

/** A line that the base does not have is compared with nothing: no rate. */
function rateCells(c: Context, { whole }: Line, territory: string): readonly TableCell[] {
  const rate = latestRate(c, whole?.indicator ?? null, territory);
  return rate === undefined ? [NOTHING, NOTHING] : [communeRateCell(whole), rateCell(rate.rate)];
}

function rateNote(c: Context, lines: readonly Line[], territory: string): string {
  const compared = lines.flatMap((l) => {
    const rate = latestRate(c, l.whole?.indicator ?? null, territory);
    return rate === undefined ? [] : [{ label: l.label, rate }];
  });
  const perDwelling = compared.filter(({ rate }) => rate.denominator === "logements").map(({ label }) => quoted(label));
  const years = formatYears([...new Set(compared.map(({ rate }) => rate.year))]);
  return (
    `Pour 1\u202f000 habitants${perDwelling.length === 0 ? "" : ` (logements pour ${joinWords(perDwelling)})`} : la commune sur douze mois ; ` +
    `Dépt : ${territory}, ${years} ; « – » : absent de la base publique. Un écart ne dit rien de ses causes.`
  );
}
