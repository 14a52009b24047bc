import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * A new empty folder for the test that runs, or that a beforeEach prepares; it goes with that test, and so does what the test puts beside it,
 * where no other test is. `name`: "registre"
 */
export function temporaryFolder(name: string): string {
  const around = mkdtempSync(join(tmpdir(), `${name}-`));
  onTestFinished(() => rmSync(around, { recursive: true, force: true }));
  const folder = join(around, basename(around));
  mkdirSync(folder);
  return folder;
}
