/** Editions -> dist/: rendered, printed, proved, then put in place whole. */
import { join, resolve } from "node:path";
import { lockOutput } from "../disk/output-lock.ts";
import { findDiskRefusal } from "../disk/refusal.ts";
import { sha256 } from "../disk/sha256.ts";
import { type Bulletin, type Edition, isFictitious } from "../model/document/bulletin.ts";
import type { Publication } from "../model/edition.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { entriesOf, INDEX, type IndexState, indexRows } from "./index-rows.ts";
import { filesOf, type Made, makeBulletin, refuse } from "./make-bulletin.ts";
import { indexEntry, type Manifest, readManifests } from "./manifest.ts";
import { pageOf, renderPages } from "./pages.ts";
import type { Printer } from "./print/print.ts";
import { findOutwardAddresses } from "./proofs/addresses.ts";
import { assertReplaceable, heal, replaceFile, swapIn } from "./swap.ts";

export interface PublishOptions extends IndexState {
  /** Output folder, created when missing. */
  readonly out: string;
  readonly print: Printer;
  /** Told when all is made and proved, before anything is replaced: what cannot be recorded is not published. */
  readonly record?: (publication: Publication) => void | Promise<void>;
  /** Told before each step: « 2026-T1 : mise en pages ». */
  readonly progress?: (step: string) => void;
}

/**
 * Writes each edition to `out`/<quarter>/ and rewrites index.html; bulletins of other quarters stay. One is made after the other, and
 * forgotten: two hundred take the memory of one.
 * Killed at any instant, every quarter's folder holds the old bulletin or the new one, whole.
 * @throws {UserError} exit 2: the disk refuses, another build is at work, a proof fails.
 */
export async function publish(
  editions: Iterable<Edition> | AsyncIterable<Edition>,
  options: PublishOptions,
): Promise<Publication> {
  // absolute: Eleventy changes the folder of the process while it renders
  const out = resolve(options.out);
  try {
    using _lock = lockOutput(out);
    try {
      heal(out);
      return await publishLocked(editions, { ...options, out });
    } catch (error) {
      heal(out); // what was being made is of no use, and may fill the disk
      throw error;
    }
  } catch (error) {
    throw explainRefusal(error, options.out);
  }
}

async function publishLocked(
  editions: Iterable<Edition> | AsyncIterable<Edition>,
  options: PublishOptions,
): Promise<Publication> {
  const { out, progress, states } = options;
  const before = readManifests(out);

  // 1. Render, print and prove: everything is made and proved before anything is replaced.
  const made: Made[] = [];
  let entries = entriesOf(before);
  let index = "";
  for await (const edition of editions) {
    const { bulletin } = edition;
    assertAlike(options.out, before, bulletin);
    progress?.(`${bulletin.id} : mise en pages`);
    const own = { ...indexEntry(bulletin), files: filesOf(edition) };
    entries = [own, ...entries.filter(({ id }) => id !== bulletin.id)];
    const pages = await renderPages([edition], indexRows(entries, options), states);
    index = pageOf(pages, INDEX); // that of the last one names them all
    made.push(await makeBulletin(edition, pages, options));
  }
  refuse(INDEX, findOutwardAddresses(index));

  // 2. Record, then put in place.
  const publication: Publication = {
    published: made.map(({ published }) => published),
    index: join(out, INDEX),
    indexSha256: sha256(index),
  };
  progress?.("mise en place");
  for (const name of [...made.map(({ published }) => published.id), INDEX]) assertReplaceable(out, name);
  await options.record?.(publication);
  putInPlace(out, made, index);
  return publication;
}

/** @throws UserError when the disk refuses; once the first bulletin is in place, it says which ones are. */
function putInPlace(out: string, made: readonly Made[], indexPage: string): void {
  const done: string[] = [];
  try {
    for (const { staged, names, published } of made) {
      swapIn(staged, names);
      done.push(published.id);
    }
    replaceFile(out, INDEX, indexPage);
  } catch (error) {
    const told = explainRefusal(error, out, "");
    if (done.length === 0 || !(told instanceof UserError)) throw error;
    throw new UserError(
      `${done.join(", ")} : le nouveau bulletin est en place ; la suite ne l'est pas. ${told.message}`,
      told.hint,
    );
  }
}

/** Invented figures never lie beside real ones, nor take their place. @throws UserError naming a bulletin of the other sort. */
function assertAlike(out: string, before: readonly Manifest[], bulletin: Bulletin): void {
  const areInvented = isFictitious(bulletin);
  const other = before.find(({ index }) => isFictitious(index) !== areInvented);
  if (!other) return;
  const place = quote(join(out, other.index.id));
  throw areInvented
    ? new UserError(
        `${place} est un bulletin réel : la démonstration, aux données fictives, ne se met pas à côté de lui.`,
        "Donnez-lui un autre dossier par --out, ou n'en donnez pas : elle a le sien, dist/demonstration.",
      )
    : new UserError(
        `${place} est un bulletin de la démonstration, aux données fictives : un bulletin réel ne se met pas à côté de lui.`,
        `Effacez le dossier ${place}, puis relancez la commande.`,
      );
}

/**
 * Windows gives some paths in a form of its own, or with their accents lost: the output folder is named instead.
 * "\\\\?\\C:\\dist\\2026-T1", "C:\\Cl\ufffd\\dist" => "dist"
 */
const placeOf = (error: unknown, out: string): string => {
  const path = error instanceof Error && "path" in error ? String(error.path) : "";
  return path === "" || /^\\\\\?|\ufffd/.test(path) ? out : path;
};

/**
 * The error to throw instead: a UserError when the disk is at fault, otherwise the same.
 * @param whole what of the bulletins is whole all the same.
 */
export function explainRefusal(error: unknown, out: string, whole = "Le précédent est intact."): unknown {
  const refusal = findDiskRefusal(error);
  if (!refusal) return error;
  const message = `Le bulletin n'a pas pu être écrit dans ${placeOf(error, out)} : ${refusal.what}. ${whole}`;
  return new UserError(message.trimEnd(), refusal.remedy);
}
