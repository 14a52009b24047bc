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

const PAGE = "page.html";
/** As set, then smaller until it holds; under three quarters nobody would read it. */
const SIZES = ["", " size--90", " size--82", " size--74"] as const;

/** `pages`: those that it should take, in the largest of the sizes in which it does; in the smallest, whatever it takes. */
const PAPERS = {
  bulletin: { said: "", pages: Number.POSITIVE_INFINITY, sizes: [""] },
  sheet: { said: "fiche : ", pages: 1, sizes: SIZES },
  year: { said: "revue de l’année : ", pages: 4, sizes: [" size--106", ...SIZES] },
} as const;

interface Place {
  readonly out: string;
  readonly id: string;
  readonly print: Printer;
}

/** @throws UserError where a proof fails. */
export async function printPaper(kind: keyof typeof PAPERS, html: string, place: Place): Promise<Printed> {
  const { said, pages, sizes } = PAPERS[kind];
  for (const [i, size] of sizes.entries()) {
    const sized = html.replace(/(<body class="[^"]*)"/, `$1${size}"`);
    const printed = await printAside(sized, place);
    if (printed.pdf.pages.length > pages && i + 1 < sizes.length) continue;
    if (kind === "sheet" && printed.pdf.pages.length > 1)
      throw new Error(`${place.id}: page one does not hold on one side, however small`);
    refuse(
      place.id,
      findFaults({ html: sized, ...printed }).map((fault) => `${said}${fault}`),
    );
    return printed;
  }
  throw new Error("a paper without a size");
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
