import { type PDFFont, writable } from "./pdf.ts";

/** Wraps at spaces; a word wider than the line is cut. */
export function wrapText(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  const fits = (candidate: string): boolean => font.widthOfTextAtSize(candidate, size) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of writable(text, font).split(/ +/)) {
    let rest = word;
    if (line !== "" && !fits(`${line} ${rest}`)) {
      lines.push(line);
      line = "";
    }
    while (!fits(rest) && rest.length > 1) {
      let cut = rest.length - 1;
      while (cut > 1 && !fits(rest.slice(0, cut))) cut--;
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    line = line === "" ? rest : `${line} ${rest}`;
  }
  return [...lines, line];
}
