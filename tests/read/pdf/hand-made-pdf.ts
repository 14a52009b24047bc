import type { SourceFile } from "../../../scripts/model/grid.ts";
import { source } from "../source.ts";

/** A PDF from the text of its objects (number 1 is the catalogue), with a right cross-reference table: ISO 32000-1, 7.5. */
export function handMadePdf(objects: readonly string[], trailer = ""): string {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
}

export const stream = (content: string, entries = ""): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** One page for each content, in Helvetica (/F1), with the picture /P1: a black dot. Objects of page n: 5 + 2n and 6 + 2n. */
export const pagesOf = (contents: readonly string[]): readonly string[] => [
  "<< /Type /Catalog /Pages 2 0 R >>",
  `<< /Type /Pages /Kids [${contents.map((_, i) => `${5 + 2 * i} 0 R`).join(" ")}] /Count ${contents.length} >>`,
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  stream("\0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
  ...contents.flatMap((content, i) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /P1 4 0 R >> >> >>`,
    stream(content),
  ]),
];

/** The file of those pages. */
export const fileOf = (...contents: readonly string[]): SourceFile =>
  source("IS101.pdf", Buffer.from(handMadePdf(pagesOf(contents)), "latin1"));

/** Drawing order of one text, its left end at x, its baseline y points above the page's bottom. */
export const text = (x: number, y: number, words: string, size = 10): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${words.replace(/[()\\]/g, "\\$&")}) Tj ET`;

interface OnePage {
  readonly content: string;
  /** Added to the catalogue, to the page, to its resources (which hold /F1 and the picture /P1 as those of pagesOf do). */
  readonly catalogue?: string;
  readonly page?: string;
  readonly resources?: string;
  /** Added to its /XObject and /Font resources. */
  readonly forms?: string;
  readonly fonts?: string;
  /** Further objects: 7, 8… */
  readonly objects?: readonly string[];
}

/** One page with whatever else a PDF may hold. */
export const onePage = ({
  content,
  catalogue = "",
  page = "",
  resources = "",
  forms = "",
  fonts = "",
  objects = [],
}: OnePage): string =>
  handMadePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    stream("\0", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 3 0 R ${fonts} >> /XObject << /P1 4 0 R ${forms} >> ${resources} >> ${page} >>`,
    stream(content),
    ...objects,
  ]);
