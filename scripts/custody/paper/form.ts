/** Papers to sign: the annex of the entitled persons, the distribution sheet, the elimination list. Data to A4 pages. */
import { Pages } from "./pages.ts";
import { type Column, drawSignatures, drawTable } from "./table.ts";

export interface Form {
  readonly title: string;
  readonly subtitle: string;
  /** Printed at the head of every page. */
  readonly marking: string;
  readonly landscape: boolean;
  readonly before: readonly string[];
  readonly tables: readonly FormTable[];
  readonly after: readonly string[];
  /** Boxes to date and sign, side by side. */
  readonly signatures: readonly string[];
  /** "2026-04-09" */
  readonly date: string;
}

export interface FormTable {
  /** Above it, where there is more than one. */
  readonly heading?: string;
  readonly columns: readonly Column[];
  /** Empty cells are left to be filled in by hand. */
  readonly rows: readonly (readonly string[])[];
}

const TEXT_SIZE = 9.5;

/** Pages of the form, with its marking, title and "page x/y". */
export async function drawForm(form: Form): Promise<Uint8Array> {
  const pages = await Pages.open(form.landscape, form.marking);
  pages.paragraph(form.title, pages.bold, 15);
  pages.paragraph(form.subtitle, pages.regular, 11);
  pages.y -= 6;
  for (const text of form.before) pages.paragraph(text, pages.regular, TEXT_SIZE);
  for (const { heading, columns, rows } of form.tables) {
    pages.y -= 4;
    drawTable(pages, columns, rows, heading);
    pages.y -= 12;
  }
  for (const text of form.after) pages.paragraph(text, pages.regular, TEXT_SIZE);
  drawSignatures(pages, form.signatures);
  pages.numberPages(form.title);

  const { document } = pages;
  const day = new Date(`${form.date}T00:00:00Z`);
  document.setTitle(form.title, { showInWindowTitleBar: true });
  document.setLanguage("fr-FR");
  document.setCreationDate(day);
  document.setModificationDate(day);
  return document.save();
}
