/** index.html says who holds a copy: once that has changed, the register and the page say so. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { appendRegister, readRegister } from "./custody/index.ts";
import { loadHoldings } from "./holdings/holdings.ts";
import type { Arguments } from "./shell/command-line.ts";
import { indexNow } from "./shell/index-now.ts";
import type { openForCustody } from "./shell/opening.ts";

type Opening = Pick<ReturnType<typeof openForCustody>, "today" | "who" | "remarks">;

export async function renewIndex(
  { dataDir, outDir }: Pick<Arguments, "dataDir" | "outDir">,
  { today, who, remarks, now }: Opening & { readonly now: () => Date },
): Promise<void> {
  if (!existsSync(join(outDir, "index.html"))) return;
  const holdings = loadHoldings(dataDir, today);
  const { publishIndex } = await import("./publish/renewed-index.ts"); // the library of the pages is slow to load
  await publishIndex({
    out: outDir,
    ...indexNow({ dataDir, outDir, holdings, lines: readRegister(dataDir), remarks }),
    record: (sha256) => {
      appendRegister(dataDir, { at: now, who, action: "index", index: { path: "index.html", sha256 } });
    },
  });
}
