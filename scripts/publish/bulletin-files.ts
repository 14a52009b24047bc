/** All files of one bulletin: made, printed, proved, in a folder beside their place. */
import { join } from "node:path";
import { plainJson } from "../model/hidden-characters.ts";
import { UserError } from "../model/issue.ts";
import { composeManifest, MANIFEST } from "./manifest.ts";
import { type Layout, printPage } from "./print/print.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import { findFaults } from "./proofs/index.ts";
import type { Publishable, PublishedBulletin, PublishOptions } from "./publishable.ts";
import { stage } from "./swap.ts";
import { tidyCsv } from "./tidy-csv.ts";

export type Files = Map<string, string | Uint8Array>;
export type Pages = ReadonlyMap<string, string>;

/** Stops the publication: what is in `out` stays as it was. */
export function refuse(id: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 5);
  const more = faults.length - shown.length;
  throw new UserError(
    `${id} : le document n’est pas conforme à ses preuves et n’a pas été publié. ${shown.join(" ; ")}${more > 0 ? ` ; et ${more} autres` : ""}.`,
    "C’est un défaut du programme ou du navigateur, non des données : le bulletin précédent est intact. Signalez ce message ; un autre navigateur peut être indiqué dans data/convention.yaml.",
  );
}

/** @throws when the templates did not write the page: a bug. */
export function pageOf(pages: Pages, path: string): string {
  const content = pages.get(path);
  if (content === undefined) throw new Error(`templates/ wrote no ${path}`);
  return content;
}

/** What one bulletin is published with, before and while it is printed. */
interface Making {
  readonly publishable: Publishable;
  /** bulletin.html, made. */
  readonly html: string;
  /** The pages that are not printed, made once for all bulletins. */
  readonly renderOthers: () => Promise<Pages>;
  /** Where its sections fell the last time. */
  readonly guess: Layout | undefined;
  readonly isLast: boolean;
}

/** The files of one quarter that are not printed, and what is wrong with them. */
async function makeOthers({ publishable: { bulletin, annexes }, renderOthers }: Making) {
  const control = pageOf(await renderOthers(), `${bulletin.id}/controle.html`);
  const faults = findOutwardAddresses(control).map((address) => `la feuille de contrôle mène à ${address}`);
  const { tidy, analyses } = await annexes;
  return { control, faults, csv: tidyCsv(tidy), analyses: `${plainJson(analyses, 1)}\n` };
}

/** All files of one quarter, proved, in a folder beside their place; all but the PDF are made while the browser prints it. */
export async function makeFiles(
  making: Making,
  options: PublishOptions,
): Promise<{ readonly staged: string; readonly files: Files; readonly published: PublishedBulletin }> {
  const { html, guess, isLast } = making;
  const { bulletin } = making.publishable;
  const { id } = bulletin;
  options.progress?.(`${id} : impression du PDF`);
  const staged = stage(options.out, id, new Map([["bulletin.html", html]]));
  const browser = await options.browser;
  const printing = Promise.withResolvers<void>();
  const [printed, others] = await Promise.all([
    printPage(browser, join(staged, "bulletin.html"), guess, printing.resolve),
    printing.promise.then(() => makeOthers(making)),
  ]);
  if (isLast) options.onPrinted?.();

  options.progress?.(`${id} : preuves`);
  const finishing = printed.pdf.finish({
    title: `${bulletin.title} – ${bulletin.quarterLabel}`,
    author: bulletin.commune,
    subject: bulletin.marking,
    day: bulletin.editionIso,
    fingerprint: bulletin.fingerprint,
    program: `bulletin-delinquance ${bulletin.programVersion}`,
  });
  finishing.catch(() => {}); // told where it is awaited, unless a proof fails before
  refuse(id, [...findFaults({ html, ...printed }), ...others.faults]); // while threads compress
  const pdf = await finishing;
  const files: Files = new Map<string, string | Uint8Array>([
    ["bulletin.html", html],
    ["bulletin.pdf", pdf],
    ["controle.html", others.control],
    ["donnees.csv", others.csv],
    ["analyses.json", others.analyses],
  ]);
  const manifest = composeManifest(bulletin, files, printed.layout);
  files.set(MANIFEST, `${plainJson(manifest, 1)}\n`);
  stage(options.out, id, files);
  const published = {
    id,
    fingerprint: bulletin.fingerprint,
    folder: join(options.out, id),
    outputs: manifest.outputs,
    pages: printed.layout.pages,
  };
  return { staged, files, published };
}
