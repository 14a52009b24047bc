import { readFileSync } from "node:fs";
import { join } from "node:path";
import { appendRegister, readRegister, recorded } from "../../scripts/custody/index.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { hashTree } from "../../scripts/disk/tree.ts";
import { inputsHashAt, loadHoldings } from "../../scripts/holdings/holdings.ts";
import { build, reception } from "./entries.ts";

/** The line of the register that a reception adds, for the files of a delivery as they lie in `dataDir`. */
export const recordReception = (dataDir: string, delivery: string): void => {
  appendRegister(dataDir, reception({ delivery, openedBy: "agent", files: [...hashTree(dataDir, delivery)] }));
};

/** The line of the register that a build adds, with a list of persons, for the bulletin.pdf of a quarter as it lies in `out`. */
export function recordBuild(dataDir: string, out: string, quarter = "2026-T1"): void {
  const path = `${quarter}/bulletin.pdf`;
  const around = { recorded: recorded(readRegister(dataDir)), remarks: [] };
  const madeFrom = inputsHashAt(loadHoldings(dataDir, "2026-04-09"), quarter, around);
  const outputs = [{ path, sha256: sha256(readFileSync(join(out, path))) }];
  appendRegister(dataDir, build({ at: new Date().toISOString(), quarter, outputs, madeFrom }));
}
