/** Lines of the register that are to be, of 9 April 2026, with what a test gives them of its own. */
import type { RegisterEntry } from "../../scripts/custody/register/entry.ts";

type Entry<Action extends RegisterEntry["action"]> = Extract<RegisterEntry, { readonly action: Action }>;
const WHEN = { at: "2026-04-09T09:00:00.000Z", who: "agent" } as const;

export const reception = (own: Partial<Entry<"reception">> = {}): Entry<"reception"> => ({
  ...{ ...WHEN, action: "reception", delivery: "2026-T1", messageDate: "2026-04-08", openedBy: "A", files: [] },
  ...own,
});

/** Of nothing, which holds nothing. */
export const build = (own: Partial<Entry<"build">> = {}): Entry<"build"> => ({
  ...{ ...WHEN, action: "build", quarter: "2026-T1", programVersion: "1", fingerprint: "f".repeat(64) },
  ...{ inputs: [], outputs: [], accepted: [] },
  ...own,
});

export const returned = (number: number, own: Partial<Entry<"return">> = {}): Entry<"return"> => ({
  ...{ ...WHEN, action: "return", quarter: "2026-T1", number },
  ...own,
});
