/** What is published, how, and what comes of it. */
import type { Annexes, Bulletin, Edition } from "../model/bulletin.ts";
import { type Origins, originsOf } from "./filters/origin.ts";
import type { PrintBrowser } from "./print/browser.ts";

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
