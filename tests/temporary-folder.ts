import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
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
  chmodSync(around, 0o755); // as the folder above it: tests of who may read look at the folders above, too
  const folder = join(around, basename(around));
  mkdirSync(folder, { mode: 0o700 }); // as mkdtemp makes it
  return folder;
}
