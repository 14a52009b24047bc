/** Bulletins and their annexes -> dist/: the files of each, then all of them put in place whole. */
import { join, resolve } from "node:path";
import { makeFiles, type Pages, pageOf, refuse } from "./bulletin-files.ts";
import { explainRefusal } from "./disk-refusal.ts";
import { takeLock } from "./lock.ts";
import { indexEntry, readManifests } from "./manifest.ts";
import { renderPages } from "./pages.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import type { Publication, Publishable, PublishOptions } from "./publishable.ts";
import { heal, replaceFile, swapIn } from "./swap.ts";

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
