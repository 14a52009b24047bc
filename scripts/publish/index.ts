/** Editions -> dist/: pages, PDF, figures, proved, then put in place whole. */
import { join } from "node:path";
import type { Edition } from "../model/bulletin.ts";
import { UserError } from "../model/issue.ts";
import type { PrintBrowser } from "./browser.ts";
import { explainRefusal } from "./disk-refusal.ts";
import { takeLock } from "./lock.ts";
import { composeManifest, indexEntry, MANIFEST, readManifests } from "./manifest.ts";
import { renderPages } from "./pages.ts";
import { printPage } from "./print.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import { findFaults } from "./proofs/index.ts";
import { heal, replaceFile, stage, swapIn } from "./swap.ts";
import { tidyCsv } from "./tidy-csv.ts";

export { launchBrowser, type PrintBrowser } from "./browser.ts";
export { privateFolder } from "./private-folder.ts";

export interface PublishOptions {
  /** Output folder, created when missing. */
  readonly out: string;
  /** Started early by launchBrowser; the caller closes it. */
  readonly browser: Promise<PrintBrowser>;
  /** Content fingerprint of each quarter as its inputs stand now; bulletins of `out` that differ are named. */
  readonly fingerprints?: Readonly<Record<string, string>>;
  /** Told before each step: « 2026-T1 : impression du PDF ». */
  readonly progress?: (step: string) => void;
}

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

/** All files of one quarter, the HTML given. */
async function makeFiles(
  edition: Edition,
  html: { readonly bulletin: string; readonly control: string },
  options: PublishOptions,
  guess: Parameters<typeof printPage>[2],
): Promise<{ readonly staged: string; readonly files: Files; readonly published: PublishedBulletin }> {
  const { bulletin } = edition;
  const { id } = bulletin;
  const files: Files = new Map<string, string | Uint8Array>([
    ["bulletin.html", html.bulletin],
    ["controle.html", html.control],
    ["donnees.csv", tidyCsv(edition.tidy)],
    ["analyses.json", `${JSON.stringify(edition.analyses, null, 1)}\n`],
  ]);
  const staged = stage(options.out, id, files);

  options.progress?.(`${id} : impression du PDF`);
  const printed = await printPage(await options.browser, join(staged, "bulletin.html"), guess);

  options.progress?.(`${id} : preuves`);
  refuse(id, [
    ...findFaults({ html: html.bulletin, ...printed }),
    ...findOutwardAddresses(html.control).map((address) => `la feuille de contrôle mène à ${address}`),
  ]);

  const pdf = printed.pdf.finish({
    title: `${bulletin.title} – ${bulletin.quarterLabel}`,
    author: bulletin.commune,
    subject: bulletin.marking,
    day: bulletin.editionIso,
    fingerprint: bulletin.fingerprint,
    program: `bulletin-delinquance ${bulletin.programVersion}`,
  });
  const added: Files = new Map([["bulletin.pdf", pdf]]);
  const manifest = composeManifest(edition, new Map([...files, ...added]), printed.layout);
  added.set(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  stage(options.out, id, added);
  const published = {
    id,
    fingerprint: bulletin.fingerprint,
    folder: join(options.out, id),
    outputs: manifest.outputs,
    pages: printed.layout.pages,
  };
  return { staged, files: new Map([...files, ...added]), published };
}

async function publishLocked(editions: readonly Edition[], options: PublishOptions): Promise<Publication> {
  const { out, progress } = options;
  heal(out);
  const before = readManifests(out);
  const written = new Set(editions.map(({ bulletin }) => bulletin.id));
  const older = before.filter(({ index }) => !written.has(index.id)).map(({ index }) => index);
  const index = [...editions.map(indexEntry), ...older].sort((a, b) => (a.id < b.id ? 1 : -1));

  progress?.("mise en pages");
  const pages = await renderPages(editions, index);
  const page = (path: string): string => {
    const content = pages.get(path);
    if (content === undefined) throw new Error(`templates/ wrote no ${path}`);
    return content;
  };
  refuse("index.html", findOutwardAddresses(page("index.html")));

  // Everything is made and proved before anything is replaced.
  const made: Awaited<ReturnType<typeof makeFiles>>[] = [];
  for (const edition of editions) {
    const { id } = edition.bulletin;
    const html = { bulletin: page(`${id}/bulletin.html`), control: page(`${id}/controle.html`) };
    const guess = (before.find((manifest) => manifest.index.id === id) ?? before[0])?.layout;
    made.push(await makeFiles(edition, html, options, guess));
  }
  progress?.("mise en place");
  for (const { staged, files } of made) swapIn(staged, files.keys());
  replaceFile(out, "index.html", page("index.html"));

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
 * Writes each edition to `out`/<quarter>/ and rewrites index.html; bulletins of other quarters stay.
 * Killed at any instant, every quarter's folder holds the old bulletin or the new one, whole.
 * @throws {UserError} exit 2: no browser starts, the disk refuses, another build is at work, a proof fails.
 */
export async function publish(editions: readonly Edition[], options: PublishOptions): Promise<Publication> {
  try {
    const release = takeLock(options.out);
    try {
      return await publishLocked(editions, options);
    } finally {
      release();
    }
  } catch (error) {
    throw explainRefusal(error, options.out);
  }
}
