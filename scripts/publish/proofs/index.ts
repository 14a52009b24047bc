/** What is proved of each bulletin before it is published. A new proof: one file, one line here. */
import { addresses } from "./addresses.ts";
import { cells } from "./cells.ts";
import { chartAlternatives } from "./chart-alternatives.ts";
import { hidden } from "./hidden.ts";
import { marks } from "./marks.ts";
import { pageNumbers } from "./page-numbers.ts";
import type { Evidence, Proof } from "./proof.ts";
import { rasters } from "./rasters.ts";
import { structure } from "./structure.ts";

export type { Evidence } from "./proof.ts";

const PROOFS: readonly Proof[] = [cells, chartAlternatives, rasters, addresses, hidden, pageNumbers, marks, structure];

/** Every fault that the proofs find, in French, with its place. */
export const findFaults = (evidence: Evidence): readonly string[] => PROOFS.flatMap((proof) => [...proof(evidence)]);
