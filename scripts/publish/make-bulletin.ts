/** One bulletin: its PDFs printed and proved, and all its files written in a hidden folder beside their place. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../disk/sha256.ts";
import type { Bulletin, Edition } from "../model/document/bulletin.ts";
import { LETTER } from "../model/document/letter.ts";
import type { PublishedBulletin } from "../model/edition.ts";
import { listSome } from "../model/format.ts";
import { plainJson } from "../model/hidden-characters.ts";
import { UserError } from "../model/issue.ts";
import { ANALYSES } from "./announcements.ts";
import { composeManifest, MANIFEST } from "./manifest.ts";
import { type Pages, pageOf } from "./pages.ts";
import type { Printed, Printer } from "./print/print.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import { findFaults } from "./proofs/index.ts";
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
  const control = pageOf(pages, `${id}/controle.html`);

  const place = { out, id, print };
  const finish = ({ printed }: Paper, of: Bulletin, title: string) => printed.pdf.finish(propertiesOf(of, title));

  progress?.(`${id} : impression du PDF et preuves`);
  const printing = printPaper("", pageOf(pages, `${id}/bulletin.html`), place);
  const workbook = writeWorkbook(bulletin); // while the browser prints
  const main = await printing;
  const sheet = await printPaper("fiche : ", pageOf(pages, `${id}/fiche.html`), place);
  if (sheet.printed.pdf.pages.length > 1) throw new Error(`${id}: page one does not hold on one side`);
  const annual = year && (await printPaper("revue de l’année : ", pageOf(pages, `${id}/annee.html`), place));
  const projection = pageOf(pages, `${id}/projection.html`);
  refuse(id, [
    ...findOutwardAddresses(control).map((address) => `la feuille de contrôle mène à ${address}`),
    ...findOutwardAddresses(projection).map((address) => `la projection mène à ${address}`),
  ]);

  const files = new Map<string, string | Uint8Array>([
    ["bulletin.html", main.html],
    ["bulletin.pdf", await finish(main, bulletin, bulletin.title)],
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
    pages: main.printed.pdf.pages.length,
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

const PAGE = "page.html";

interface Place {
  readonly out: string;
  readonly id: string;
  readonly print: Printer;
}

/** The page as it was printed, and its PDF. */
interface Paper {
  readonly html: string;
  readonly printed: Printed;
}

/** @param said before what a proof finds: "fiche : ". @throws UserError where a proof fails. */
export async function printPaper(said: string, page: string, place: Place): Promise<Paper> {
  const printed = await printAside(page, place);
  const html = page.replace(/(<body class="[^"]*)"/, `$1${printed.fit && ` ${printed.fit}`}"`);
  refuse(
    place.id,
    findFaults({ html, ...printed }).map((fault) => `${said}${fault}`),
  );
  return { html, printed };
}

/** Printed from a hidden folder of its own, that holds nothing else. */
async function printAside(html: string, { out, id, print }: Place): Promise<Printed> {
  const folder = stage(out, `${id}.page`, new Map([[PAGE, html]]));
  try {
    return await print(join(folder, PAGE));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stops the publication: what is in `out` stays as it was. */
export function refuse(id: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new UserError(
    `${id} : le document n’est pas conforme à ses preuves et n’a pas été publié. ${listSome(faults, 5, " ; ")}.`,
    "C’est un défaut du programme ou du navigateur, non des données : le bulletin précédent est intact. Signalez ce message ; un autre navigateur peut être indiqué dans data/convention.yaml.",
  );
}
