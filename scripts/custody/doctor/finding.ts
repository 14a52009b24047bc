/** What the doctor says of one subject, and what it asks of the machine. */
import type { KitState } from "../../disk/kit-hashes.ts";
import type { Settings } from "../../model/settings.ts";
import type { Encryption } from "../system/system.ts";

export interface Finding {
  readonly subject: string;
  readonly state: "ok" | "look" | "fix";
  readonly message: string;
  readonly remedy?: string;
}

/** Of the subject that is looked at, unless it names another. */
type Said = Omit<Finding, "subject"> & Partial<Pick<Finding, "subject">>;

/** Looks at one subject. @throws UserError what the operator can settle: it is to be put right. */
export type Look = (probes: Probes) => Said | readonly Said[] | Promise<readonly Said[]>;

export interface Probes {
  readonly dataDir: string;
  readonly outDir: string;
  /** "2026-04-09" */
  readonly today: string;
  readonly account: string;
  /** "24.21.0" */
  readonly nodeVersion: string;
  readonly isRoot: boolean;
  readonly loadSettings: () => Settings;
  /** Starts the browser that would print, and stops it. @throws UserError when none starts. */
  readonly startBrowser: (
    settings: Settings | null,
  ) => Promise<{ readonly version: string; readonly sandboxed: boolean }>;
  /** Settings of the administrators that keep the browser from printing: see System. */
  readonly printerPolicies: () => readonly string[];
  /** The program against the list of its kit; null: it was not unpacked from one. */
  readonly kit: () => KitState | null;
  /** Who signed that list, and the public key that this town hall trusts. */
  readonly signature: () => { readonly signed: string | null; readonly trusted: string | undefined };
  /** Group that the folder was opened to; null for none. */
  readonly sharedWith: (folder: string) => string | null;
  /** Is the disk that holds the folder encrypted? */
  readonly encryptionOf: (folder: string) => Encryption;
  /** Bytes free for this account on the disk that holds the folder. */
  readonly freeBytes: (folder: string) => number;
}

export const ok = (message: string): Said => ({ state: "ok", message });
/** A choice or a lack, to be looked at. */
export const look = (message: string, remedy: string): Said => ({ state: "look", message, remedy });
export const fix = (message: string, remedy: string): Said => ({ state: "fix", message, remedy });
