/** An edition to look at templates with: invented figures, hostile labels among them. Deterministic. */

import type { Verdict } from "../../scripts/model/degree.ts";
import type { Edition, FrontPage, NumberedChart, Section } from "../../scripts/model/document/bulletin.ts";
import type { Table, TableCell, TableRow } from "../../scripts/model/document/table.ts";
import { formatDifference, formatNumber } from "../../scripts/model/format.ts";
import { quarter } from "../../scripts/model/period.ts";

export const HOSTILE = '<script>alert("x")</script> {{ 7*7 }} {% raw %} \u202Eesrever\u0007 & « été »';

const LINES = [
  ["Homicides", "victime", 0.2],
  ["Vols avec armes", "infraction", 1],
  ["Vols violents sans arme", "infraction", 2],
  ["Vols sans violence contre des personnes", "victime entendue", 11],
  ["Coups et blessures volontaires sur personnes de 15 ans ou plus", "victime", 8],
  ["Cambriolages de logement", "infraction", 7],
  ["Vols de véhicules", "véhicule", 3],
  ["Vols dans les véhicules", "véhicule", 9],
  ["Vols d’accessoires sur véhicules", "véhicule", 4],
] as const;

const FAMILIES = [
  ["Atteintes volontaires à l’intégrité physique", 0, 16],
  ["Violences physiques crapuleuses", 1, 2],
  ["Violences physiques non crapuleuses", 1, 9],
  ["Violences sexuelles", 1, 2],
  ["Menaces de violences", 1, 4],
  ["Atteintes aux biens", 0, 41],
  ["Cambriolages", 1, 9],
  ["Vols à la roulotte", 1, 12],
  ["Destructions et dégradations", 1, 13],
  ["Tranquillité et salubrité publiques", 0, 22],
  ["Tapages", 1, 12],
  [HOSTILE, 1, 1012],
] as const;

/** A small deterministic wobble: never a real figure. */
const count = (mean: number, i: number, seed: number): number =>
  Math.max(0, Math.round(mean + Math.sqrt(mean) * Math.sin(i * 2.3 + seed * 1.7) * 1.4));

const verdictOf = (value: number | null, range: { readonly low: number; readonly high: number } | null): Verdict =>
  value === null || range === null
    ? "not-judged"
    : value > range.high
      ? "rise-established"
      : value < range.low
        ? "fall-to-follow"
        : "ordinary";

export function sampleEdition(options: { readonly quarters?: number; readonly lines?: number } = {}): Edition {
  const quarters = options.quarters ?? 17;
  const lines = Array.from({ length: options.lines ?? LINES.length }, (_, i) => {
    const [label, unit, mean] = LINES[i % LINES.length] ?? LINES[0];
    return { label: i < LINES.length ? label : `${label} (${i + 1})`, unit, mean };
  });
  const labels = Array.from({ length: quarters }, (_, i) => {
    const back = quarters - 1 - i;
    const index = 2026 * 4 - back;
    return `T${(index % 4) + 1}\u00a0${Math.floor(index / 4)}`;
  });
  const from = (row: number, column: number): string => `2026-T1/IS 101.xls#Feuil1!${row}:${column}`;

  const cellsOf = (label: string, unit: string | null, mean: number, row: number): TableCell[] => {
    const now = count(mean, 16, row);
    const before = count(mean, 12, row);
    const values = labels.map((_, i) => count(mean, i, row));
    const word =
      mean < 2
        ? "trop peu de faits"
        : Math.abs(now - before) > 2.4 * Math.sqrt(mean)
          ? "hausse"
          : "pas de changement net";
    return [
      { text: label },
      ...(unit === null ? [] : [{ text: unit }]),
      { text: formatNumber(now), sort: now, from: [from(row + 6, 3)] },
      { text: formatNumber(before), sort: before, from: [from(row + 6, 4)] },
      { text: formatDifference(now - before), sort: now - before },
      { text: word, emphasis: word === "hausse" ? "strong" : "muted" },
      { text: formatNumber(now), sort: now, from: [from(row + 6, 5)] },
      { text: formatNumber(before), sort: before, from: [from(row + 6, 6)] },
      { text: formatNumber(now * 4), sort: now * 4, from: [from(row + 6, 3), from(row + 6, 7)] },
      { text: "–", sort: null },
      { text: "", sparkline: { values: values.slice(-12), alternative: `${label} : douze derniers trimestres` } },
    ];
  };
  const columns = (unit: boolean): Table["columns"] => [
    { id: "ligne", label: "Type d’infraction", kind: "label" },
    ...(unit ? [{ id: "unite", label: "Unité de compte", kind: "text" as const }] : []),
    { id: "n", label: "T1\u00a02026", group: "Trimestre", kind: "number" },
    { id: "n1", label: "T1\u00a02025", group: "Trimestre", kind: "number" },
    { id: "ecart", label: "Écart", group: "Trimestre", kind: "number" },
    { id: "lecture", label: "Lecture", group: "Trimestre", kind: "text" },
    { id: "cumul", label: "2026", group: "Cumul depuis janvier", kind: "number" },
    { id: "cumul1", label: "2025", group: "Cumul depuis janvier", kind: "number" },
    { id: "an", label: "mars\u00a02026", group: "Douze derniers mois", kind: "number" },
    { id: "an1", label: "mars\u00a02025", group: "Douze derniers mois", kind: "number" },
    { id: "courbe", label: "Trois ans", kind: "sparkline" },
  ];
  const row = (label: string, level: 0 | 1, cells: TableCell[]): TableRow => ({ line: label, level, cells });
  const is101: Table = {
    id: "t1",
    number: 1,
    title: "Faits enregistrés par type d’infraction, 1er\u00a0trimestre\u00a02026",
    columns: columns(true),
    rows: lines.map((line, i) => row(line.label, 0, cellsOf(line.label, line.unit, line.mean, i))),
    champ: "commune d’Exemple-sur-Scarpe, faits enregistrés par la police et la gendarmerie nationales.",
    source: "état IS\u00a0101, livraison 2026-T1 (8\u00a0avril\u00a02026).",
    notes: ["Les unités de compte diffèrent d’une ligne à l’autre : aucun total n’est calculé."],
  };
  const ist: Table = {
    ...is101,
    id: "t2",
    number: 2,
    title: "Indicateur statistique territorial : familles et lignes, 1er\u00a0trimestre\u00a02026",
    columns: columns(false),
    rows: FAMILIES.map(([label, level, mean], i) => row(label, level, cellsOf(label, null, mean, i + 20))),
    source: "état I.S.T, livraison 2026-T1 (8\u00a0avril\u00a02026).",
    notes: [],
  };
  const chartOf = (label: string, unit: string, mean: number, number: number): NumberedChart => {
    const values = labels.map((_, i) => (i === 6 && number === 3 ? null : count(mean, i, number)));
    const range = labels.map((_, i) =>
      i < 8
        ? null
        : { low: Math.max(0, Math.round(mean - 2 * Math.sqrt(mean))), high: Math.ceil(mean + 1.3 * Math.sqrt(mean)) },
    );
    const years = [...new Set(labels.map((text) => text.slice(-4)))];
    return {
      number,
      line: label,
      reading: `${formatNumber(values.at(-1) ?? 0)} au dernier trimestre ; fourchette attendue : ${range.at(-1)?.low} à ${range.at(-1)?.high}.`,
      chart: {
        id: `graphique-${number}`,
        title: label,
        news: number === 3 ? "hausse établie" : "",
        unit,
        labels,
        values,
        rolling: values.map((_, i) =>
          i < 3 ? null : values.slice(i - 3, i + 1).reduce<number>((a, b) => a + (b ?? 0), 0),
        ),
        range,
        verdict: verdictOf(values.at(-1) ?? null, range.at(-1) ?? null),
        step: number === 4 && quarters > 8 ? { before: quarters - 6, from: mean, to: 1.5 * mean } : null,
        breaks: number === 5 ? [{ before: Math.max(1, quarters - 3), label: "nouvelle définition" }] : [],
        alternative: `${label} : ${quarters} trimestres, de ${Math.min(...values.map((v) => v ?? 0))} à ${Math.max(...values.map((v) => v ?? 0))} par trimestre.`,
      },
      table: {
        columns: ["", ...years],
        rows: [1, 2, 3, 4].map((q) => [
          { text: `T${q}` },
          ...years.map((year) => {
            const value = values[labels.indexOf(`T${q}\u00a0${year}`)];
            return { text: value === undefined ? "" : value === null ? "nd" : formatNumber(value) };
          }),
        ]),
      },
    };
  };
  const all = [
    ...lines.map((line) => [line.label, line.unit, line.mean] as const),
    ...FAMILIES.filter(([, level]) => level === 0).map(([label, , mean]) => [label, "fait", mean] as const),
  ];
  const sections: Section[] = [
    {
      id: "avertissements",
      title: "Avertissements",
      blocks: [
        {
          kind: "notices",
          items: [
            {
              severity: "warning",
              title: "Le cumul de 2025 diffère de la somme de ses trimestres",
              text: "Ligne « Vols de véhicules » : 14 imprimé, 13 calculé. Le nombre imprimé est repris ; la comparaison de cette ligne n’est pas faite.",
            },
            {
              severity: "info",
              title: "État reçu le 10 avril 2026",
              text: "Deux jours après l’échéance ; sans effet sur les chiffres.",
            },
          ],
        },
      ],
    },
    {
      id: "is101",
      title: "IS\u00a0101 : les neuf indicateurs",
      blocks: [
        { kind: "paragraph", text: "Les nombres sont ceux des faits enregistrés, non des faits commis." },
        { kind: "table", table: is101 },
      ],
    },
    { id: "ist", title: "I.S.T : trois familles", blocks: [{ kind: "table", table: ist }] },
    {
      id: "tendances",
      title: "Tendances",
      blocks: [
        {
          kind: "charts",
          title: "Nombre de faits par trimestre",
          champ: is101.champ,
          source: "états IS\u00a0101 et I.S.T, seize livraisons.",
          charts: all.map(([label, unit, mean], i) => chartOf(label, unit, mean, i + 1)),
        },
      ],
    },
    {
      id: "methode",
      title: "Méthode",
      blocks: [
        { kind: "heading", id: "definitions", text: "Définitions" },
        {
          kind: "definitions",
          items: [
            {
              term: "Fait enregistré",
              text: "Infraction établie par une plainte, un déplacement des agents ou un flagrant délit.",
            },
            {
              term: "Fourchette attendue",
              text: "Nombres que le passé de la ligne rend ordinaires : dix-neuf trimestres sur vingt y tombent si rien ne change.",
            },
          ],
        },
        { kind: "heading", id: "sources", text: "Sources" },
        {
          kind: "list",
          items: [{ lead: "2026-T1/IS 101.xls.", text: `SHA-256 ${"ab12".repeat(16)}` }, { text: HOSTILE }],
        },
      ],
    },
  ];
  const front: FrontPage = {
    headline: "Nettement plus de vols dans les véhicules que d’ordinaire",
    points: [
      { tag: "Faits graves", mark: null, lead: "", text: "Ni homicides ni vols avec armes ce trimestre." },
      {
        tag: "Établi",
        mark: "rise-established",
        lead: "Vols dans les véhicules :",
        text: "17, contre 6 un an plus tôt et 5 en moyenne à cette saison ; au moins deux fois plus.",
      },
      {
        tag: "À suivre",
        mark: "fall-to-follow",
        lead: "Cambriolages de logement :",
        text: "18 sur douze mois, contre 35 par an en moyenne les 3 années d’avant.",
      },
    ],
    keyFigures: is101.rows.slice(0, 4).map((line, i) => ({
      line: line.line,
      label: line.cells[0]?.text ?? "",
      value: { text: String(count(10, 16, i)), sort: count(10, 16, i) },
      mark: i === 0 ? "rise-established" : "ordinary",
      before: "6 un an plus tôt",
      curve: {
        values: labels.slice(-12).map((_, q) => count(10, q, i)),
        range: { low: 3, high: 18 },
        alternative: "12 trimestres : de 4 à 18, dernier 9.",
      },
    })),
  };
  const files = [
    {
      path: "2026-T1/IS 101.xls",
      delivery: "2026-T1",
      format: "xls",
      statement: "IS101",
      sha256: "ab12".repeat(16),
      counts: 54,
    },
  ];
  const cell = (text: string) => ({ text });
  const provenance = (r: number, column: number, raw: string) => ({
    file: "2026-T1/IS 101.xls",
    part: "Feuil1",
    row: r,
    column,
    raw,
  });
  return {
    bulletin: {
      id: "2026-T1",
      quarter: quarter(2026, 1),
      quarterLabel: "1er\u00a0trimestre\u00a02026",
      title: "Bulletin trimestriel de la délinquance enregistrée",
      commune: "Exemple-sur-Scarpe",
      service: "Direction interdépartementale de la Police nationale",
      marking: "Confidentiel – diffusion restreinte aux personnes habilitées",
      banner: "EXEMPLE – DONNÉES FICTIVES",
      copy: "Exemplaire de travail, non numéroté",
      edition: { number: 1, replaces: null },
      editionNote: null,
      isReceived: true,
      editionDate: "8\u00a0avril\u00a02026",
      editionIso: "2026-04-08",
      fingerprint: "8f3a".repeat(16),
      programVersion: "1.0.0",
      front,
      sections,
      errors: 0,
      warnings: 1,
      earlier: 0,
      sources: files,
    },
    madeFrom: "4b2c".repeat(16),
    control: {
      id: "2026-T1",
      quarterLabel: "1er\u00a0trimestre\u00a02026",
      files: files.map((note) => ({
        note,
        tables: [
          {
            grid: {
              file: note.path,
              part: "Feuil1",
              rows: [
                [
                  { text: "IS 101 – 1er trimestre 2026", colSpan: 4 },
                  { text: "", covered: true },
                  { text: "", covered: true },
                  { text: "", covered: true },
                ],
                [cell(""), cell("Rang"), cell("T1 2026"), cell("Évolution")],
                ...lines.map((line, i) => [
                  cell(line.label),
                  cell(String(i + 1)),
                  cell(String(count(line.mean, 16, i))),
                  cell("+2"),
                ]),
                [cell(HOSTILE), cell("?"), cell("n.c."), cell("??")],
              ],
            },
            statement: "IS101",
            anchor: quarter(2026, 1),
            readings: [
              [
                { kind: "text" as const, role: "title" as const, means: "IS 101, 1er trimestre 2026" },
                { kind: "empty" as const },
                { kind: "empty" as const },
                { kind: "empty" as const },
              ],
              [
                { kind: "empty" as const },
                { kind: "text" as const, role: "header" as const, means: "rang" },
                { kind: "text" as const, role: "header" as const, means: "T1 2026" },
                { kind: "text" as const, role: "header" as const, means: "évolution" },
              ],
              ...lines.map((line, i) => [
                { kind: "text" as const, role: "label" as const, means: line.label },
                { kind: "ignored" as const, why: "rang" },
                {
                  kind: "count" as const,
                  because: [`ligne « ${line.label} »`, "colonne « T1 2026 »"],
                  observation: {
                    statement: "IS101",
                    indicator: null,
                    label: line.label,
                    family: null,
                    kind: "line" as const,
                    force: "ensemble" as const,
                    period: quarter(2026, 1),
                    value: count(line.mean, 16, i),
                    status: "normal" as const,
                    delivery: "2026-T1",
                    provenance: provenance(i + 3, 3, String(count(line.mean, 16, i))),
                  },
                },
                {
                  kind: "printed" as const,
                  because: ["colonne « Évolution »"],
                  figure: {
                    statement: "IS101",
                    indicator: null,
                    label: line.label,
                    force: "ensemble" as const,
                    measure: "change" as const,
                    value: 2,
                    precision: 0,
                    between: null,
                    delivery: "2026-T1",
                    provenance: provenance(i + 3, 4, "+2"),
                  },
                },
              ]),
              [
                { kind: "text" as const, role: "label" as const, means: "ligne inconnue" },
                { kind: "ignored" as const, why: "rang" },
                { kind: "not-understood" as const, why: "ni nombre ni valeur manquante connue" },
                { kind: "not-understood" as const, why: "évolution illisible" },
              ],
            ],
          },
        ],
        issues: [
          {
            rule: "printed-change-mismatch",
            severity: "warning" as const,
            message: "L’évolution imprimée ne correspond pas à l’écart calculé.",
            hint: "Demander confirmation au service.",
            place: provenance(5, 4, "+2"),
            actual: "+2",
            expected: "+3",
          },
        ],
      })),
      issues: [
        {
          rule: "settings-default",
          severity: "info" as const,
          message: "Aucun fichier convention.yaml : les valeurs par défaut s’appliquent.",
        },
      ],
      totals: { counts: 9, printed: 9, ignored: 10, notUnderstood: 2 },
      older: {},
    },
    tidy: [],
    session: { questions: [], charts: {}, letter: null, calendar: [] },
    year: null,
    analyses: [],
  } as Edition;
}
