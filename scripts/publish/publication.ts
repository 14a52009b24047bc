/** Bulletins and their annexes -> dist/: pages, PDF, figures, proved, then put in place whole. */
import { join, resolve } from "node:path";
import type { Annexes, Bulletin, Edition } from "../model/bulletin.ts";
import { plainJson } from "../model/hidden-characters.ts";
import { UserError } from "../model/issue.ts";
import type { PrintBrowser } from "./browser.ts";
import { explainRefusal } from "./disk-refusal.ts";
import { type Origins, originsOf } from "./filters/origin.ts";
import { takeLock } from "./lock.ts";
import { composeManifest, indexEntry, MANIFEST, readManifests } from "./manifest.ts";
import { renderPages } from "./pages.ts";
import { type Layout, printPage } from "./print.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import { findFaults } from "./proofs/index.ts";
import { heal, replaceFile, stage, swapIn } from "./swap.ts";
import { tidyCsv } from "./tidy-csv.ts";

export interface PublishOptions {
  /** Output folder, created when missing. */
  readonly out: string;
  /** Started early by launchBrowser; the caller closes it. */
  readonly browser: Promise<PrintBrowser>;
  /** Content fingerprint of each quarter as its inputs stand now; bulletins of `out` that differ are named. */
  readonly fingerprints?: Readonly<Record<string, string>>;
  /** Told before each step: « 2026-T1 : impression du PDF ». */
  readonly progress?: (step: string) => void;
  /** Called once everything is printed: the browser is not needed any more. */
  readonly onPrinted?: () => void;
}

/** A bulletin, and what stands beside it, which may come once the bulletin is being printed. */
export interface Publishable {
  readonly bulletin: Bulletin;
  readonly origins: Origins;
  readonly annexes: Annexes | Promise<Annexes>;
}

export const publishable = (edition: Edition): Publishable => ({
  bulletin: edition.bulletin,
  origins: originsOf(edition),
  annexes: edition,
});

export interface PublishedBulletin {
  readonly id: string;
  readonly fingerprint: string;
  readonly folder: string;
  /** Name in the folder -> SHA-256, manifest.json left out: what a register records. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly pages: number;
}

export interface Publication {
  readonly published: readonly PublishedBulletin[];
  /** Path of index.html. */
  readonly index: string;
  /** Ids of older bulletins of `out` whose inputs have changed since. */
  readonly outdated: readonly string[];
}

type Files = Map<string, string | Uint8Array>;
type Pages = ReadonlyMap<string, string>;

/** Stops the publication: what is in `out` stays as it was. */
function refuse(id: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 5);
  const more = faults.length - shown.length;
  throw new UserError(
    `${id} : le document n’est pas conforme à ses preuves et n’a pas été publié. ${shown.join(" ; ")}${more > 0 ? ` ; et ${more} autres` : ""}.`,
    "C’est un défaut du programme ou du navigateur, non des données : le bulletin précédent est intact. Signalez ce message ; un autre navigateur peut être indiqué dans data/convention.yaml.",
  );
}

/** @throws when the templates did not write the page: a bug. */
function pageOf(pages: Pages, path: string): string {
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
async function makeFiles(
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

async function publishLocked(publishables: readonly Publishable[], options: PublishOptions): Promise<Publication> {
  const { out, progress } = options;
  heal(out);
  const before = readManifests(out);
  const written = new Set(publishables.map(({ bulletin }) => bulletin.id));
  const older = before.filter(({ index }) => !written.has(index.id)).map(({ index }) => index);
  const index = [...publishables.map(({ bulletin }) => indexEntry(bulletin)), ...older].sort((a, b) =>
    a.id < b.id ? 1 : -1,
  );

  progress?.("mise en pages");
  const bulletins = await renderPages(publishables, index, ["bulletin"]);
  let others: Promise<Pages> | undefined;
  const renderOthers = (): Promise<Pages> => {
    others ??= Promise.all(
      publishables.map(async ({ annexes, ...own }) => ({ ...own, control: (await annexes).control })),
    ).then((editions) => renderPages(editions, index, ["controle", "index"]));
    others.catch(() => {}); // told where it is awaited, unless something else fails before
    return others;
  };

  // Everything is made and proved before anything is replaced.
  const made: Awaited<ReturnType<typeof makeFiles>>[] = [];
  for (const publishable of publishables) {
    const { id } = publishable.bulletin;
    const html = pageOf(bulletins, `${id}/bulletin.html`);
    const guess = (before.find((manifest) => manifest.index.id === id) ?? before[0])?.layout;
    const isLast = publishable === publishables.at(-1);
    made.push(await makeFiles({ publishable, html, renderOthers, guess, isLast }, options));
  }
  const indexPage = pageOf(await renderOthers(), "index.html");
  refuse("index.html", findOutwardAddresses(indexPage));
  progress?.("mise en place");
  for (const { staged, files } of made) swapIn(staged, files.keys());
  replaceFile(out, "index.html", indexPage);

  const { fingerprints = {} } = options;
  return {
    published: made.map(({ published }) => published),
    index: join(out, "index.html"),
    outdated: older
      .filter(({ id, fingerprint }) => fingerprints[id] !== undefined && fingerprints[id] !== fingerprint)
      .map(({ id }) => id),
  };
}

/**
 * Writes each of them to `out`/<quarter>/ and rewrites index.html; bulletins of other quarters stay.
 * Killed at any instant, every quarter's folder holds the old bulletin or the new one, whole.
 * @throws {UserError} exit 2: no browser starts, the disk refuses, another build is at work, a proof fails.
 */
export async function publish(publishables: readonly Publishable[], options: PublishOptions): Promise<Publication> {
  try {
    // absolute: Eleventy changes the folder of the process while it renders
    const out = resolve(options.out);
    const release = takeLock(out);
    try {
      return await publishLocked(publishables, { ...options, out });
    } catch (error) {
      heal(out); // what was being made is of no use, and may fill the disk
      throw error;
    } finally {
      release();
    }
  } catch (error) {
    throw explainRefusal(error, options.out);
  }
}
