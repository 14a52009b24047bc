/** npm run demo [-- --out DIR]: writes the fictitious deliveries of data/demo/ anew, and their lectures, byte for byte the same. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { loadHoldings } from "../../scripts/holdings/holdings.ts";
import { lectureKey, writeLecture } from "../../scripts/holdings/lectures.ts";
import { confirmedOf } from "../../scripts/reading/confirmed.ts";
import { readDeliveries } from "../../scripts/reading/reading.ts";
import { demoFiles } from "./index.ts";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const root = values.out ?? join(import.meta.dirname, "../../data/demo");

const files = await demoFiles();
// Deliveries that the script no longer writes must not stay; a folder given by hand is only added to.
if (values.out === undefined) await rm(root, { recursive: true, force: true });
let total = 0;
for (const [path, bytes] of files) {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
  total += bytes.length;
}
// As if a person had confirmed each delivery on the day that it came.
const holdings = loadHoldings(root, "2027-01-01");
const understood = await readDeliveries(holdings, []);
const key = lectureKey(root);
for (const delivery of holdings.deliveries.names)
  writeLecture(root, {
    delivery,
    by: "démonstration",
    at: "2027-01-01T08:00:00.000Z",
    programVersion: "démonstration",
    files: confirmedOf(understood, delivery, holdings, key),
  });
console.log(
  `${files.size} fichiers écrits dans ${root} (${Math.round(total / 1024)} Kio). Commune et chiffres sont fictifs.`,
);
