/** The statement as pages, with the name in whatever looks a page hides a text by. */
import { strToU8 } from "fflate";
import { writeHtml } from "../demo/write/index.ts";
import { onePage, stream, text } from "../read/pdf/hand-made-pdf.ts";
import { named, ROWS, SHEET, TITLE } from "./statement.ts";

export function html(): Uint8Array {
  const looks = [
    `<p style="color:#fff">${named("Blanc")}</p>`,
    `<p style="font-size:0.5pt">${named("Minuscule")}</p>`,
    `<p style="display:none">${named("Masque")}</p>`,
    `<p style="opacity:0">${named("Opaque")}</p>`,
    `<p><s>${named("Barre")}</s></p>`,
    `<p title="${named("Bulle")}" style="transform:rotate(20deg);width:8em">${named("Penche")}</p>`,
    `<!-- ${named("Commentaire")} -->`,
    `<meta name="author" content="${named("Meta")}">`,
  ].join("\n");
  const written = writeHtml([SHEET], { encoding: "utf-8", tables: "parts", heads: true });
  return strToU8(new TextDecoder().decode(written).replace("</body>", `${looks}</body>`));
}

/** Latin letters only: the font has no others. */
export function pdf(): Uint8Array {
  const at = (y: number, cells: readonly string[]): string =>
    cells.map((cell, i) => (cell === "" ? "" : text(50 + (i === 0 ? 0 : 130 + 90 * i), y, cell))).join(" ");
  const latin = (words: string): string => words.replaceAll("é", "\xe9");
  const table = [text(50, 800, TITLE), ...ROWS.map((row, i) => at(740 - 20 * i, row.map(latin)))];
  const looks = [
    text(50, 500, named("Encre")).replace("Td", "Td 3 Tr"),
    "0 Tr",
    `1 g ${text(50, 480, named("Blanc"))} 0 g`,
    `/OC /Off BDC ${text(50, 460, named("Calque"))} EMC`,
    `${text(50, 440, named("Couvert"))} 1 g 40 430 200 25 re f 0 g`,
    text(50, 420, named("Minuscule"), 0.5),
    `${text(50, 400, named("Barre"))} .6 w 48 403.5 m 140 403.5 l S`,
    `BT /F1 10 Tf .8 .6 -.6 .8 300 300 Tm (${named("Penche")}) Tj ET`,
  ];
  const written = onePage({
    content: [...table, ...looks].join(" "),
    catalogue: "/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] /Order [7 0 R] >> >> /Metadata 8 0 R",
    resources: "/Properties << /Off 7 0 R >>",
    page: "/Annots [9 0 R]",
    objects: [
      `<< /Type /OCG /Name (${named("NomCalque")}) >>`,
      stream(`<x>${named("Meta")}</x>`, "/Type /Metadata /Subtype /XML"),
      `<< /Type /Annot /Subtype /Text /Rect [300 700 320 720] /Contents (${named("Commentaire")}) /T (${named("Auteur")}) >>`,
    ],
  });
  return Buffer.from(written, "latin1");
}
