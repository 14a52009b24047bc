/**
 * Templates that grow with the year, and templates whose months are numbers in cells of their own: quarter after quarter nothing is asked
 * and the figures are those of their own months; a file that says another quarter than its own is told.
 */
import { expect, test } from "vitest";
import type { Lecture } from "../../scripts/model/lecture.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { confirmedOf } from "../../scripts/reading/confirmed.ts";
import { KEY, KNOWN } from "../lectures/confirmed.ts";
import { source } from "../read/source.ts";
import { understand } from "./files.ts";

const LINES = ["Homicides", "Cambriolages de logement", "Vols avec armes", "Vols de véhicules"];
const FORCES = ["Police", "Gendarmerie"];
const TOWN = "Saint-Aubin-les-Tilleuls";

/** Facts of a quarter: no two quarters are alike. */
const facts = (year: number, quarter: number, line: number, force = 0): number =>
  line === 0 ? 0 : ((year - 2025) * 7 + quarter * 5 + line * 3 + force * 2) % 11;
const sinceJanuary = (year: number, quarter: number, line: number): number =>
  quarters(quarter).reduce((sum, q) => sum + facts(year, q, line), 0);
const quarters = (last: number): readonly number[] => Array.from({ length: last }, (_, i) => i + 1);
const rows = (of: (line: string, i: number) => readonly (string | number)[]): readonly string[] =>
  LINES.map((line, i) => of(line, i).join(";"));

interface Template {
  /** `said`: the quarter that the file says. */
  readonly file: (year: number, quarter: number, said: number) => readonly string[];
  /** Months that a file of the quarter holds. */
  readonly months: (year: number, quarter: number) => readonly string[];
}

const MONTHS = ["01/03", "04/06", "07/09", "10/12"];
const periodOf = (year: number, first: number, last: number): string =>
  `${year}-${MONTHS[first - 1]?.slice(0, 2)}/${year}-${MONTHS[last - 1]?.slice(3)}`;
const ownQuarter = (year: number, quarter: number): readonly string[] => [periodOf(year, quarter, quarter)];
const allQuarters = (year: number, quarter: number): readonly string[] =>
  quarters(quarter).map((q) => periodOf(year, q, q));

const GROWING: Readonly<Record<string, Template>> = {
  "T1 | T2 | Total": {
    file: (year, quarter) => [
      `IS 101;${TOWN};Police et gendarmerie`,
      `Année ${year}`,
      ["Infractions", ...quarters(quarter).map((q) => `T${q} ${year}`), "Total"].join(";"),
      ...rows((line, i) => [line, ...quarters(quarter).map((q) => facts(year, q, i)), sinceJanuary(year, quarter, i)]),
    ],
    months: (year, quarter) => [...new Set([...allQuarters(year, quarter), periodOf(year, 1, quarter)])],
  },
  "a long list of the years so far": {
    file: (year, quarter) => [
      "Commune;Année;Trimestre;Indicateur;Force;Faits",
      ...[year - 1, year].flatMap((y) =>
        quarters(y === year ? quarter : 4).flatMap((q) =>
          rows((line, i) => [TOWN, y, q, line, "Police", facts(y, q, i)]),
        ),
      ),
    ],
    months: (year, quarter) => [...allQuarters(year - 1, 4), ...allQuarters(year, quarter)],
  },
  "a long list of the year so far": {
    file: (year, quarter) => [
      "Commune;Année;Trimestre;Indicateur;Force;Faits",
      ...quarters(quarter).flatMap((q) =>
        FORCES.flatMap((force, f) => rows((line, i) => [TOWN, year, q, line, force, facts(year, q, i, f)])),
      ),
    ],
    months: allQuarters,
  },
};

/** A table of the whole year, in which quarters to come hold a mark of none, or nothing. */
const YEAR: Readonly<Record<string, Template>> = Object.fromEntries(
  ["-", ""].flatMap((none): [string, Template][] => {
    const upTo = (quarter: number, value: (q: number) => number) =>
      quarters(4).map((q) => (q <= quarter ? value(q) : none));
    const months = (year: number, quarter: number) => [
      ...new Set([...allQuarters(year, quarter), periodOf(year, 1, quarter)]),
    ];
    const sum = none === "" ? "Total" : "Cumul";
    const title = (year: number) => `IS 101 - ${TOWN} - Année ${year};Police et gendarmerie`;
    return [
      [
        `T1 | T2 | T3 | T4 | ${sum}, « ${none} » to come`,
        {
          file: (year, quarter) => [
            title(year),
            "",
            `Infractions;T1;T2;T3;T4;${sum}`,
            ...rows((line, i) => [line, ...upTo(quarter, (q) => facts(year, q, i)), sinceJanuary(year, quarter, i)]),
          ],
          months,
        },
      ],
      [
        `a row a quarter, « ${none} » to come`,
        {
          file: (year, quarter) => [
            title(year),
            "",
            ["Trimestre", ...LINES].join(";"),
            ...quarters(4).map((q) =>
              [`T${q}`, ...LINES.map((_, i) => (q <= quarter ? facts(year, q, i) : none))].join(";"),
            ),
            [sum, ...LINES.map((_, i) => sinceJanuary(year, quarter, i))].join(";"),
          ],
          months,
        },
      ],
    ];
  }),
);

/** The months of a quarter, and their sum. */
const MONTHLY: Readonly<Record<string, Template>> = Object.fromEntries(
  ["Cumul trimestre", "Cumul du trimestre", "Total"].map((sum): [string, Template] => [
    `three months | ${sum}`,
    {
      file: (year, quarter) => [
        `IS 101 - ${TOWN} - T${quarter} ${year};Police`,
        "",
        ["Infractions", ...[1, 2, 3].map((n) => `${String(quarter * 3 - 3 + n).padStart(2, "0")}/${year}`), sum].join(
          ";",
        ),
        ...rows((line, i) => [line, 1, facts(year, quarter, i) + 1, 1, facts(year, quarter, i) + 3]),
      ],
      months: (year, quarter) => [
        periodOf(year, quarter, quarter),
        ...[1, 2, 3].map((n) => {
          const month = `${year}-${String(quarter * 3 - 3 + n).padStart(2, "0")}`;
          return `${month}/${month}`;
        }),
      ],
    },
  ]),
);

const NUMBERED: Readonly<Record<string, Template>> = {
  "« Trimestre » in a column": {
    file: (year, quarter, said) => [
      "Commune;Année;Trimestre;Indicateur;Force;Faits",
      ...FORCES.flatMap((force, f) => rows((line, i) => [TOWN, year, said, line, force, facts(year, quarter, i, f)])),
    ],
    months: ownQuarter,
  },
  "« Trimestre » beside its number, over the table": {
    file: (year, quarter, said) => [
      `Commune;${TOWN}`,
      "État;IS 101",
      `Année;${year}`,
      `Trimestre;${said}`,
      "",
      "Infraction;Police;Gendarmerie",
      ...rows((line, i) => [line, facts(year, quarter, i), facts(year, quarter, i, 1)]),
    ],
    months: ownQuarter,
  },
  "« Trimestre » over its number, over the table": {
    file: (year, quarter, said) => [
      "Commune;Année;Trimestre",
      `${TOWN};${year};${said}`,
      "Infraction;Police;Gendarmerie",
      ...rows((line, i) => [line, facts(year, quarter, i), facts(year, quarter, i, 1)]),
    ],
    months: ownQuarter,
  },
};

const QUARTERS = [
  [2026, 1],
  [2026, 2],
  [2026, 3],
  [2026, 4],
  [2027, 1],
  [2027, 2],
] as const;

/** Each quarter read with those before confirmed; `stale`: the third one says the second. */
async function inOrder({ file }: Template, isStale = false) {
  const lectures: Lecture[] = [];
  const found = [];
  for (const [year, quarter] of isStale ? QUARTERS.slice(0, 3) : QUARTERS) {
    const delivery = `${year}-T${quarter}`;
    const said = isStale && quarter === 3 ? 2 : quarter;
    const [read] = await understand([source("IS101.csv", file(year, quarter, said).join("\n"), delivery)], lectures);
    if (!read) throw new Error(delivery);
    found.push({ delivery, year, quarter, ...read });
    lectures.push({ delivery, by: "", at: "", programVersion: "", files: confirmedOf([read], delivery, KNOWN, KEY) });
  }
  return found;
}

const monthsOf = (observations: readonly Observation[]): readonly string[] => [
  ...new Set(observations.map(({ period }) => `${period.first}/${period.last}`)),
];

test.each(Object.entries({ ...GROWING, ...YEAR, ...MONTHLY, ...NUMBERED }))(
  "%s: nothing new in six quarters",
  async (_, template) => {
    for (const { delivery, year, quarter, held, recognition } of await inOrder(template)) {
      const isFirst = delivery === "2026-T1";
      expect([delivery, held?.state, held?.differences]).toEqual([delivery, isFirst ? "first" : "same", []]);
      expect([delivery, monthsOf(recognition.observations).toSorted()]).toEqual([
        delivery,
        template.months(year, quarter).toSorted(),
      ]);
    }
  },
);

test.each(Object.entries({ ...YEAR, ...MONTHLY, ...NUMBERED }))(
  "%s: later quarters are read by the map alone",
  async (_, template) => {
    const [, ...later] = await inOrder(template);
    expect(later.filter(({ readBy }) => readBy === null)).toEqual([]);
  },
);

test.each(Object.entries(NUMBERED))("%s: the quarter before in the third file is told", async (_, template) => {
  const [, , third] = await inOrder(template, true);
  expect(third?.held?.state).toBe("changed");
});

test("the last quarter of one force, which is not there, is told as it is", async () => {
  const text = (quarter: number, ofPolice: number): string =>
    [
      "Commune;Année;Trimestre;Indicateur;Force;Faits",
      ...FORCES.flatMap((force, f) =>
        quarters(f === 0 ? ofPolice : quarter).flatMap((q) =>
          rows((line, i) => [TOWN, 2026, q, line, force, facts(2026, q, i, f)]),
        ),
      ),
    ].join("\n");
  const [first] = await understand([source("IS101.csv", text(2, 2), "2026-T2")]);
  if (!first) throw new Error("nothing read");
  const files = confirmedOf([first], "2026-T2", KNOWN, KEY);
  const lectures = [{ delivery: "2026-T2", by: "", at: "", programVersion: "", files }];
  const [second] = await understand([source("IS101.csv", text(3, 2), "2026-T3")], lectures);
  expect(second?.held?.differences.map(({ says }) => says.replace(/\s/g, " "))).toEqual([
    "aucun chiffre : 3e trimestre 2026 (police nationale)",
  ]);
});
