/** Bulletins published in this process, and printed by a stand-in of the browser: for what is told, recorded and put in place, not for the paper. */
import { readFileSync } from "node:fs";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { openPdf } from "../../scripts/publish/pdf/document.ts";
import type { Printed, Printer } from "../../scripts/publish/print/print.ts";
import { publish } from "../../scripts/publish/publication.ts";
import type { startPublisher } from "../../scripts/publish/publisher.ts";

/** One page, as Chromium printed it from `<h1>Essai</h1>`. */
const PAGE = readFileSync(new URL("../fixtures/publish/one-page.pdf", import.meta.url));

/** What the proofs look for in a page of no table and no chart, rightly printed. */
export const NOTHING_PRINTED: Printed = {
  facts: { tables: [], charts: [] },
  pdf: {
    pages: [{ tagged: new Map(), loose: "1/1", unprinted: "" }],
    structure: { role: "Root", alternative: "", children: [{ role: "H1", alternative: "", children: [] }] },
    images: [],
    addresses: [],
    strayMarks: [],
    missingFonts: [],
    finish: () => Promise.resolve(Buffer.from("%PDF")),
  },
  requested: [],
  fit: "",
};

/** The file is another one whenever the page is another one, as the printed one would be. */
export const printNothing: Printer = async (file) => {
  const page = sha256(readFileSync(file));
  const { finish } = await openPdf(PAGE);
  const pdf = {
    ...NOTHING_PRINTED.pdf,
    finish: (...[metadata]: Parameters<typeof finish>) => finish({ ...metadata, author: `${metadata.author} ${page}` }),
  };
  return { ...NOTHING_PRINTED, pdf };
};

/** In the place of startPublisher. */
export const publishHere: typeof startPublisher = (_, progress) => ({
  publish: (editions, options) => publish(editions, { ...options, print: printNothing, progress }),
  stop: () => Promise.resolve(),
});
