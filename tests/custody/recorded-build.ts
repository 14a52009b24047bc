import { readFileSync } from "node:fs";
import { join } from "node:path";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";

/** The line of the register that a build adds for the bulletin.pdf of a quarter as it lies in `out`. */
export function recordBuild(dataDir: string, out: string, quarter = "2026-T1"): void {
  const path = `${quarter}/bulletin.pdf`;
  appendRegister(dataDir, {
    at: "2026-04-09T07:00:00.000Z",
    who: "agent",
    action: "build",
    quarter,
    programVersion: "1",
    fingerprint: "f",
    inputs: [],
    outputs: [{ path, sha256: sha256(readFileSync(join(out, path))) }],
    accepted: [],
  });
}
