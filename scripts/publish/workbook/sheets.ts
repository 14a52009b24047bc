/**
 * The sheets of tableaux.xlsx: a presentation, the contents, the notes, then one sheet a table. After the guidance of the UK
 * Government Analysis Function, « Releasing statistics in spreadsheets »: the title in A1, then how many tables and where the notes
 * are, one table a sheet, no merged, empty or hidden cell, nothing said by colour.
 */
import type { Bulletin } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { NBSP, plural } from "../../model/format.ts";
import { tableColumns } from "./columns.ts";
import type { Sheet, SheetColumn, Value } from "./sheet.ts";

const CONTENTS = "Sommaire";
const NOTES = "Notes";

/** What is said under a table of the bulletin. */
interface Note {
  readonly kind: "Note" | "Champ" | "Source";
  readonly text: string;
}
interface Tabulated {
  readonly name: string;
  readonly title: string;
  readonly section: string;
  readonly columns: readonly SheetColumn[];
  readonly notes: readonly Note[];
}

/** Every table of the bulletin, in the order of the document. */
const tabulated = ({ sections }: Bulletin): readonly Tabulated[] =>
  sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? [ofTable(block.table, title)] : [])),
  );
const ofTable = (table: Table, section: string): Tabulated => ({
  name: `Tableau ${table.number}`,
  title: `Tableau${NBSP}${table.number} – ${table.title}`,
  section,
  columns: tableColumns(table),
  notes: notesOf(table),
});
const notesOf = ({ notes = [], champ, source }: Pick<Table, "notes" | "champ" | "source">): readonly Note[] =>
  [
    ...notes.map((text) => ({ kind: "Note" as const, text })),
    { kind: "Champ" as const, text: champ },
    { kind: "Source" as const, text: source },
  ].filter(({ text }) => text !== "");

/** @param bulletin its texts fit to be seen (printable). */
export function sheetsOf(bulletin: Bulletin): readonly Sheet[] {
  const tables = tabulated(bulletin);
  let last = 0;
  const placed = tables.map((table) => {
    const first = last + 1;
    last += table.notes.length;
    return { ...table, first, last };
  });
  return [
    presentation(bulletin, tables.length),
    contents(bulletin, tables),
    notes(bulletin, placed),
    ...placed.map((t) => sheetOf(bulletin, t)),
  ];
}

export const marksOf = ({ banner, marking }: Bulletin): string =>
  [banner, marking].filter((text) => text !== null).join(" – ");

function presentation(bulletin: Bulletin, count: number): Sheet {
  const { title, quarterLabel, commune, service, editionDate, editionNote, copy, fingerprint, programVersion } =
    bulletin;
  return {
    name: "Présentation",
    lines: [
      { text: `${title}, ${quarterLabel} : les tableaux`, set: "title" },
      { text: `Commune : ${commune}` },
      { text: marksOf(bulletin) },
      { text: `Source des chiffres : ${service}` },
      { text: `Édition : ${editionDate}${editionNote === null ? "" : ` (${editionNote})`}` },
      { text: copy },
      { text: `Empreinte du contenu du bulletin : ${fingerprint.slice(0, 12)}` },
      { text: `Programme : bulletin-delinquance ${programVersion}` },
      {
        text: `Ce classeur donne les tableaux du bulletin, dont les chiffres de ses courbes, soit ${plural(count, "tableau", "tableaux")}, un par feuille. Les nombres sont ceux du bulletin, avec les mêmes arrondis ; le bulletin les commente, sa feuille de contrôle mène à leurs cases d’origine.`,
      },
      { text: "n.d. : non disponible ou non publié ; ne vaut pas zéro." },
      { text: "– : sans objet, à venir, ou non donné pour un trop petit nombre (la note du tableau le dit)." },
      { text: "Dans chaque feuille, la ligne d’en-tête et la première colonne restent en vue." },
      { text: "Aller au sommaire", to: CONTENTS },
      { text: "Aller aux notes", to: NOTES },
    ],
  };
}

function contents(bulletin: Bulletin, tables: readonly Tabulated[]): Sheet {
  const listed: readonly { readonly name: string; readonly title: string; readonly section: string }[] = [
    { name: NOTES, title: "Notes, champs et sources de tous les tableaux", section: NOTHING },
    ...tables,
  ];
  return {
    name: CONTENTS,
    lines: [{ text: "Sommaire", set: "title" }, { text: marksOf(bulletin) }, ONE_TABLE],
    columns: [
      { head: "Feuille", values: listed.map(({ name }) => ({ text: name, to: name })) },
      { head: "Ce qu’elle contient", values: listed.map(({ title }) => ({ text: title })) },
      { head: "Section du bulletin", values: listed.map(({ section }) => ({ text: section })) },
    ],
  };
}
/** Of no section in particular. */
const NOTHING = "–";
const ONE_TABLE: Value = { text: "Cette feuille contient un tableau." };

function notes(bulletin: Bulletin, tables: readonly Tabulated[]): Sheet {
  const all = tables.flatMap(({ name, notes: own }) => own.map((note) => ({ ...note, name })));
  return {
    name: NOTES,
    lines: [
      { text: "Notes, champs et sources", set: "title" },
      { text: marksOf(bulletin) },
      ONE_TABLE,
      { text: "Retour au sommaire", to: CONTENTS },
    ],
    columns: [
      { head: "Numéro", values: all.map((_, i) => ({ number: i + 1, format: "0" })) },
      { head: "Feuille", values: all.map(({ name }) => ({ text: name, to: name })) },
      { head: "Nature", values: all.map(({ kind }) => ({ text: kind })) },
      { head: "Texte", values: all.map(({ text }) => ({ text })) },
    ],
  };
}

function sheetOf(bulletin: Bulletin, table: Tabulated & { readonly first: number; readonly last: number }): Sheet {
  const { name, title, columns, first, last } = table;
  const where = first === last ? `la note ${first}` : `les notes ${first} à ${last}`;
  return {
    name,
    lines: [
      { text: title, set: "title" },
      { text: `${bulletin.commune}, ${bulletin.quarterLabel}. ${marksOf(bulletin)}` },
      ONE_TABLE,
      ...(last < first ? [] : [{ text: `Champ, source et remarques : ${where} de la feuille Notes.`, to: NOTES }]),
      { text: "Retour au sommaire", to: CONTENTS },
    ],
    columns,
  };
}
