/** Publishes one version of the sample, to be killed on the way: `node kill-child.ts OUT VERSION`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { startPublisher } from "../../scripts/publish/publisher.ts";

const [out = "", version = ""] = process.argv.slice(2);
const sample = join(import.meta.dirname, "../fixtures/publish/sample-edition.json");
const edition = JSON.parse(readFileSync(sample, "utf8")) as Edition;
const fingerprint = version.padStart(64, "0");
const publisher = startPublisher(null, () => {});
await publisher.publish([{ ...edition, bulletin: { ...edition.bulletin, fingerprint } }], {
  out,
  outdated: [],
});
await publisher.stop();
