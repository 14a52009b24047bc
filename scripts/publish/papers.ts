/** The PDFs of a quarter, each printed and proved: the bulletin; fiche.pdf, page one alone on one side of A4; annee.pdf, the review of a year on four. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { plural } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import type { Printed, Printer } from "./print/print.ts";
import { findFaults } from "./proofs/index.ts";
import { stage } from "./swap.ts";

const PAGE = "page.html";
/** As set, then smaller until it holds; under three quarters nobody would read it. */
const SIZES = ["", " size--90", " size--82", " size--74"] as const;

/** `pages`: those that it should take, in the largest of the sizes in which it does; in the smallest, whatever it takes. */
const PAPERS = {
  bulletin: { said: "", pages: Number.POSITIVE_INFINITY, sizes: [""] },
  sheet: { said: "fiche : ", pages: 1, sizes: SIZES },
  year: { said: "revue de l’année : ", pages: 4, sizes: [" size--106", ...SIZES] },
} as const;

interface Place {
  readonly out: string;
  readonly id: string;
  readonly print: Printer;
}

/** @throws UserError where a proof fails. */
export async function printPaper(kind: keyof typeof PAPERS, html: string, place: Place): Promise<Printed> {
  const { said, pages, sizes } = PAPERS[kind];
  for (const [i, size] of sizes.entries()) {
    const sized = html.replace(/(<body class="[^"]*)"/, `$1${size}"`);
    const printed = await printAside(sized, place);
    if (printed.pdf.pages.length > pages && i + 1 < sizes.length) continue;
    if (kind === "sheet" && printed.pdf.pages.length > 1)
      throw new Error(`${place.id}: page one does not hold on one side, however small`);
    refuse(
      place.id,
      findFaults({ html: sized, ...printed }).map((fault) => `${said}${fault}`),
    );
    return printed;
  }
  throw new Error("a paper without a size");
}

/** Printed from a hidden folder of its own, that holds nothing else. */
async function printAside(html: string, { out, id, print }: Place): Promise<Printed> {
  const folder = stage(out, `${id}.page`, new Map([[PAGE, html]]));
  try {
    return await print(join(folder, PAGE));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stops the publication: what is in `out` stays as it was. */
export function refuse(id: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 5);
  const more = faults.length - shown.length;
  throw new UserError(
    `${id} : le document n’est pas conforme à ses preuves et n’a pas été publié. ${shown.join(" ; ")}${more > 0 ? ` ; et ${plural(more, "autre")}` : ""}.`,
    "C’est un défaut du programme ou du navigateur, non des données : le bulletin précédent est intact. Signalez ce message ; un autre navigateur peut être indiqué dans data/convention.yaml.",
  );
}
