/** The demo: a fictitious commune, four years of deliveries in every format. Same seed, same bytes. */
import { demoDeliveries } from "./deliveries.ts";
import { demoReference } from "./reference.ts";
import { DEMO_SETTINGS } from "./settings.ts";
import { encode } from "./write/index.ts";

const DEMO_SEED = 62;

/** Every file of data/demo/: path and bytes. */
export async function demoFiles(seed: number = DEMO_SEED): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ["convention.yaml", encode(DEMO_SETTINGS, "utf-8")],
    // drawn at random for a real folder
    ["lectures/cle-des-textes", encode(`${"d3".repeat(32)}\n`, "utf-8")],
    ["reference/base-departementale-fictive.csv", demoReference(seed)],
    ...(await demoDeliveries(seed)),
  ]);
}
