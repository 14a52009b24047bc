/** One bulletin: printed, proved, and all its files written in a hidden folder beside their place. */
import { join } from "node:path";
import { sha256 } from "../disk/sha256.ts";
import type { Bulletin, Edition } from "../model/document/bulletin.ts";
import { LETTER } from "../model/document/letter.ts";
import type { PublishedBulletin } from "../model/edition.ts";
import { plural } from "../model/format.ts";
import { plainJson } from "../model/hidden-characters.ts";
import { UserError } from "../model/issue.ts";
import { ANALYSES } from "./announcements.ts";
import { composeManifest, MANIFEST } from "./manifest.ts";
import { type Pages, pageOf } from "./pages.ts";
import type { Printer } from "./print/print.ts";
import { printSheet, printYear } from "./printed-beside.ts";
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

  progress?.(`${id} : impression du PDF`);
  const staged = stage(out, id, new Map([["bulletin.html", html]])); // the browser prints it from the disk
  const printing = print(join(staged, "bulletin.html"));
  const workbook = writeWorkbook(bulletin); // while the browser prints
  const printed = await printing;

  progress?.(`${id} : preuves`);
  refuse(id, [
    ...findFaults({ html, ...printed }),
    ...findOutwardAddresses(control).map((address) => `la feuille de contrôle mène à ${address}`),
  ]);
  const pdf = await printed.pdf.finish(propertiesOf(bulletin, bulletin.title));

  const sheet = await printSheet(pageOf(pages, `${id}/fiche.html`), { out, id, print });
  const projection = pageOf(pages, `${id}/projection.html`);
  refuse(id, [
    ...findFaults({ html: sheet.html, ...sheet.printed }).map((fault) => `fiche : ${fault}`),
    ...findOutwardAddresses(projection).map((address) => `la projection mène à ${address}`),
  ]);

  const annual = year && (await makeYear(out, year, pages, print));

  const files = new Map<string, string | Uint8Array>([
    ["bulletin.html", html],
    ["bulletin.pdf", pdf],
    ["controle.html", control],
    ["donnees.csv", tidyCsv(tidy)],
    ["tableaux.xlsx", workbook],
    ["fiche.pdf", await sheet.printed.pdf.finish(propertiesOf(bulletin, "Fiche"))],
    ["projection.html", projection],
    ...(annual ? [["annee.pdf", annual] as const] : []),
    ["questions.txt", questionsText(bulletin, session.questions)],
    ["calendrier.ics", calendarFile(session.calendar, bulletin.editionIso)],
    ...(session.letter === null ? [] : [[LETTER, textFile(session.letter)] as const]),
    [ANALYSES, `${plainJson(analyses, 1)}\n`],
  ]);
  const manifest = composeManifest({ bulletin, madeFrom }, files);
  const manifestText = `${plainJson(manifest, 1)}\n`;
  files.set(MANIFEST, manifestText);
  stage(out, id, files);
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

async function makeYear(out: string, review: Bulletin, pages: Pages, print: Printer): Promise<Uint8Array> {
  const { id } = review;
  const { html, printed } = await printYear(pageOf(pages, `${id}/annee.html`), { out, id, print });
  refuse(
    id,
    findFaults({ html, ...printed }).map((fault) => `revue de l’année : ${fault}`),
  );
  return await printed.pdf.finish(propertiesOf(review, review.title));
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

/** Stops the publication: what is in `out` stays as it was. */
export function refuse(id: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 5);
  const more = faults.length - shown.length;
  throw new UserError(
    `${id} : le document n’est pas conforme à ses preuves et n’a pas été publié. ${shown.join(" ; ")}${more > 0 ? ` ; et ${plural(more, "autre")}` : ""}.`,
    "C’est un défaut du programme ou du navigateur, non des données : le bulletin précédent est intact. Signalez ce message ; un autre navigateur peut être indiqué dans data/convention.yaml.",
  );
}
