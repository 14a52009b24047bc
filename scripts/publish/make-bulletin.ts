/** One bulletin: printed, proved, and all its files written in a hidden folder beside their place. */
import { join } from "node:path";
import { sha256 } from "../disk/sha256.ts";
import type { Bulletin, Edition } from "../model/document/bulletin.ts";
import { LETTER } from "../model/document/letter.ts";
import type { PublishedBulletin } from "../model/edition.ts";
import { plainJson } from "../model/hidden-characters.ts";
import { ANALYSES } from "./announcements.ts";
import { composeManifest, MANIFEST } from "./manifest.ts";
import { type Pages, pageOf } from "./pages.ts";
import { printPaper, refuse } from "./papers.ts";
import type { Printed, Printer } from "./print/print.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import { calendarFile } from "./session/ics.ts";
import { questionsText, textFile } from "./session/texts.ts";
import { stage } from "./swap.ts";
import { tidyCsv } from "./tidy-csv.ts";
import { writeWorkbook } from "./workbook/workbook.ts";

/** What each bulletin's folder holds, beside its manifest; and what some hold. */
export const BULLETIN_FILES = [
  "bulletin.html",
  "bulletin.pdf",
  "controle.html",
  "donnees.csv",
  "tableaux.xlsx",
  "fiche.pdf",
  "projection.html",
  "questions.txt",
  "calendrier.ics",
  "analyses.json",
] as const;
export const filesOf = ({ session, year }: Edition): readonly string[] => [
  ...BULLETIN_FILES,
  ...(session.letter === null ? [] : [LETTER]),
  ...(year === null ? [] : ["annee.pdf"]),
];

export interface Made {
  readonly staged: string;
  readonly names: readonly string[];
  readonly published: PublishedBulletin;
}

interface Workshop {
  readonly out: string;
  readonly print: Printer;
  readonly progress?: (step: string) => void;
}

/** All files of one bulletin, printed and proved, in a hidden folder beside their place. */
export async function makeBulletin(
  { bulletin, tidy, session, year, analyses, madeFrom }: Edition,
  pages: Pages,
  { out, print, progress }: Workshop,
): Promise<Made> {
  const { id } = bulletin;
  const html = pageOf(pages, `${id}/bulletin.html`);
  const control = pageOf(pages, `${id}/controle.html`);

  const place = { out, id, print };
  const finish = (printed: Printed, of: Bulletin, title: string) => printed.pdf.finish(propertiesOf(of, title));

  progress?.(`${id} : impression du PDF et preuves`);
  const printing = printPaper("bulletin", html, place);
  const workbook = writeWorkbook(bulletin); // while the browser prints
  const printed = await printing;
  const sheet = await printPaper("sheet", pageOf(pages, `${id}/fiche.html`), place);
  const annual = year && (await printPaper("year", pageOf(pages, `${id}/annee.html`), place));
  const projection = pageOf(pages, `${id}/projection.html`);
  refuse(id, [
    ...findOutwardAddresses(control).map((address) => `la feuille de contrôle mène à ${address}`),
    ...findOutwardAddresses(projection).map((address) => `la projection mène à ${address}`),
  ]);

  const files = new Map<string, string | Uint8Array>([
    ["bulletin.html", html],
    ["bulletin.pdf", await finish(printed, bulletin, bulletin.title)],
    ["controle.html", control],
    ["donnees.csv", tidyCsv(tidy)],
    ["tableaux.xlsx", workbook],
    ["fiche.pdf", await finish(sheet, bulletin, "Fiche")],
    ["projection.html", projection],
    ...(annual && year ? [["annee.pdf", await finish(annual, year, year.title)] as const] : []),
    ["questions.txt", questionsText(bulletin, session.questions)],
    ["calendrier.ics", calendarFile(session.calendar, bulletin.editionIso)],
    ...(session.letter === null ? [] : [[LETTER, textFile(session.letter)] as const]),
    [ANALYSES, `${plainJson(analyses, 1)}\n`],
  ]);
  const manifest = composeManifest({ bulletin, madeFrom }, files);
  const manifestText = `${plainJson(manifest, 1)}\n`;
  files.set(MANIFEST, manifestText);
  const staged = stage(out, id, files);
  const { fingerprint, edition, editionIso: day } = bulletin;
  const published: PublishedBulletin = {
    id,
    fingerprint,
    madeFrom,
    edition: { ...edition, day },
    folder: join(out, id),
    outputs: { ...manifest.outputs, [MANIFEST]: sha256(manifestText) },
    pages: printed.pdf.pages.length,
  };
  return { staged, names: [...files.keys()], published };
}

/** What the properties of a PDF say. */
const propertiesOf = (bulletin: Bulletin, title: string) => ({
  title: `${title} – ${bulletin.quarterLabel}`,
  author: bulletin.commune,
  subject: bulletin.marking,
  day: bulletin.editionIso,
  fingerprint: bulletin.fingerprint,
  program: `bulletin-delinquance ${bulletin.programVersion}`,
});
