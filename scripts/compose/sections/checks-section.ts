/** « Contrôles »: what was verified, what was found, file by file. */
import type { Block, Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { formatNumber, formatPlace, plural, SEVERITY_LABELS } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import type { Context } from "../context/context.ts";
import { countsOf, earlierIssues, isDeliveryOf } from "../context/issues.ts";
import { readingTotals, sourceNote } from "../context/sources.ts";
import { otherNotices } from "../sentences/notices.ts";
import { joinWords } from "../words/words.ts";

const VERIFIED: readonly { readonly lead: string; readonly text: string }[] = [
  { lead: "Période :", text: "que chaque état porte sur le trimestre de la livraison où il se trouve." },
  { lead: "Forces :", text: "que police et gendarmerie additionnées donnent l'ensemble imprimé." },
  { lead: "Familles :", text: "qu'aucune sous-ligne, ni leur somme, ne dépasse sa famille." },
  {
    lead: "Cumuls :",
    text: "qu'un cumul n'est pas inférieur au trimestre, et qu'il égale la somme des trimestres connus.",
  },
  { lead: "Évolutions imprimées :", text: "que les écarts et pourcentages imprimés découlent des nombres." },
  { lead: "Doublons :", text: "qu'un nombre transmis deux fois dans une livraison a une seule valeur." },
  { lead: "Ordre de grandeur :", text: "qu'aucun nombre n'est sans commune mesure avec le passé de sa ligne." },
  { lead: "Lignes :", text: "que chaque libellé est connu de la nomenclature ou des réglages." },
  {
    lead: "Données nominatives :",
    text: "qu'aucune colonne ne semble contenir de nom, d'adresse ou de numéro de procédure.",
  },
];

/** Findings printed; the others stand on the control sheet. */
const MOST_ISSUES = 60;

export function checksSection(c: Context): Section {
  const own = c.ownIssues;
  const blocks: Block[] = [
    {
      kind: "paragraph",
      text: "À chaque livraison, le programme vérifie les points suivants, sans jamais corriger un nombre.",
    },
    { kind: "list", items: VERIFIED },
    { kind: "paragraph", text: summary(c) },
  ];
  const others = otherNotices(c);
  if (others.length > 0) blocks.push({ kind: "notices", items: others });
  const files = filesTable(c);
  if (files) blocks.push({ kind: "table", table: files });
  if (own.length > 0) blocks.push({ kind: "table", table: issuesTable(c, own.slice(0, MOST_ISSUES)) });
  if (own.length > MOST_ISSUES)
    blocks.push({
      kind: "paragraph",
      text: `${plural(own.length - MOST_ISSUES, "autre constat figure", "autres constats figurent")} sur la feuille de contrôle.`,
    });
  return { id: "controles", title: "Contrôles", blocks };
}

function summary(c: Context): string {
  const { errors, warnings } = countsOf(c);
  const found =
    errors + warnings === 0
      ? "ni erreur ni avertissement n'ont été relevés dans la livraison"
      : errors + warnings === 1
        ? `${errors === 1 ? "une erreur a été relevée" : "un avertissement a été relevé"}`
        : `${joinWords([...(errors > 0 ? [plural(errors, "erreur")] : []), ...(warnings > 0 ? [plural(warnings, "avertissement")] : [])])} ont été relevé${warnings === 0 ? "es" : "s"}`;
  const others = earlierIssues(c).length;
  const before =
    others === 0
      ? ""
      : ` ; les livraisons antérieures en gardent ${formatNumber(others)}, que la feuille de contrôle rappelle`;
  const earlier = c.recognitions.filter((r) => !isDeliveryOf(r.file.source.delivery, c.id)).length;
  return (
    `Pour le ${c.name}, ${found}${before}. La feuille de contrôle montre chaque tableau reçu, cellule par cellule, avec ce que le ` +
    `programme y a lu${earlier > 0 ? ` ; elle couvre aussi ${plural(earlier, "fichier des livraisons antérieures", "fichiers des livraisons antérieures")}` : ""}.`
  );
}

function filesTable(c: Context): Table | undefined {
  const files = c.recognitions.filter((r) => isDeliveryOf(r.file.source.delivery, c.id));
  if (files.length === 0) return undefined;
  return {
    ...c.numbering.nextTable(),
    title: `Fichiers de la livraison du ${c.name} et ce qui y a été lu`,
    columns: [
      { id: "fichier", label: "Fichier", kind: "label" },
      { id: "format", label: "Format", kind: "text" },
      { id: "etat", label: "État", kind: "text" },
      { id: "nombres", label: "Nombres", group: "Cellules lues", kind: "number" },
      { id: "imprimes", label: "Évolutions, taux", group: "Cellules lues", kind: "number" },
      { id: "ignorees", label: "Ignorées", group: "Cellules lues", kind: "number" },
      { id: "incomprises", label: "Non comprises", group: "Cellules lues", kind: "number" },
      { id: "constats", label: "Constats", kind: "number" },
    ],
    rows: files.map((r) => {
      const note = sourceNote(c, r);
      const totals = readingTotals([r]);
      const found = c.ownIssues.filter((i) => i.place?.file === note.path).length;
      const numbers = [totals.counts, totals.printed, totals.ignored, totals.notUnderstood, found];
      return {
        line: note.path,
        level: 0,
        cells: [
          { text: note.path },
          { text: note.format },
          { text: note.statement },
          ...numbers.map((n) => ({ text: formatNumber(n), sort: n })),
        ],
      };
    }),
    champ: "Tous les fichiers lisibles de la livraison.",
    source: "Lecture par le programme ; détail sur la feuille de contrôle.",
  };
}

function issuesTable(c: Context, issues: readonly Issue[]): Table {
  return {
    ...c.numbering.nextTable(),
    title: `Constats des contrôles, ${c.name}`,
    columns: [
      { id: "ou", label: "Où", kind: "label" },
      { id: "nature", label: "Nature", kind: "text" },
      { id: "constat", label: "Constat", kind: "text" },
    ],
    rows: issues.map((i) => ({
      line: i.rule,
      level: 0,
      cells: [
        { text: i.place ? formatPlace(i.place) : "Ensemble des fichiers" },
        { text: SEVERITY_LABELS[i.severity] },
        { text: i.message },
      ],
    })),
    champ: `Livraisons du ${c.name} et réglages.`,
    source: "Contrôles du programme.",
  };
}
