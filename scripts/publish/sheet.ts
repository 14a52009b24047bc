/** What is printed beside the bulletin: fiche.pdf, page one alone on one side of A4; annee.pdf, the review of a year. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Printed, Printer } from "./print/print.ts";
import { stage } from "./swap.ts";

const PAGE = "page.html";
/** As set, then smaller until it holds on one side; under three quarters nobody would read it. */
const SIZES = ["", " fiche--90", " fiche--82", " fiche--74"] as const;

export interface Sheet {
  readonly html: string;
  readonly printed: Printed;
}

/** Printed from a hidden folder of its own: its page is no part of the bulletin. */
export async function printAside(out: string, id: string, html: string, print: Printer): Promise<Printed> {
  const folder = stage(out, `${id}.page`, new Map([[PAGE, html]]));
  try {
    return await print(join(folder, PAGE));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function printSheet(out: string, id: string, html: string, print: Printer): Promise<Sheet> {
  for (const size of SIZES) {
    const sized = html.replace('<body class="bulletin fiche">', `<body class="bulletin fiche${size}">`);
    const printed = await printAside(out, id, sized, print);
    if (printed.pdf.pages.length === 1) return { html: sized, printed };
  }
  throw new Error(`${id}: page one does not hold on one side, however small`);
}
