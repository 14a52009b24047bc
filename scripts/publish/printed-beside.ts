/** What is printed beside the bulletin: fiche.pdf, page one alone on one side of A4; annee.pdf, the review of a year on four. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Printed, Printer } from "./print/print.ts";
import { stage } from "./swap.ts";

const PAGE = "page.html";
/** As set, then smaller until it holds; under three quarters nobody would read it. */
const SIZES = ["", " size--90", " size--82", " size--74"] as const;

export interface Sheet {
  readonly html: string;
  readonly printed: Printed;
}

interface Aside {
  readonly out: string;
  readonly id: string;
  readonly print: Printer;
}

export async function printSheet(html: string, aside: Aside): Promise<Sheet> {
  const sheet = await printWithin(1, SIZES, html, aside);
  if (sheet.printed.pdf.pages.length === 1) return sheet;
  throw new Error(`${aside.id}: page one does not hold on one side, however small`);
}

export const printYear = (html: string, aside: Aside): Promise<Sheet> =>
  printWithin(4, [" size--106", ...SIZES], html, aside);

/** In the largest of the sizes in which it takes `most` pages; in the smallest, whatever it takes. */
async function printWithin(
  most: number,
  [size = "", ...smaller]: readonly string[],
  html: string,
  aside: Aside,
): Promise<Sheet> {
  const sized = html.replace(/(<body class="[^"]*)"/, `$1${size}"`);
  const printed = await printAside(sized, aside);
  const isLast = smaller.length === 0 || printed.pdf.pages.length <= most;
  return isLast ? { html: sized, printed } : await printWithin(most, smaller, html, aside);
}

/** Printed from a hidden folder of its own: its page is no part of the bulletin. */
async function printAside(html: string, { out, id, print }: Aside): Promise<Printed> {
  const folder = stage(out, `${id}.page`, new Map([[PAGE, html]]));
  try {
    return await print(join(folder, PAGE));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
