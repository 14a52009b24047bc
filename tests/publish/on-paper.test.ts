/** What no font of the kit's browser has is written otherwise, or named: no label stops a quarter at its proofs, none is an empty box. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { onPaper } from "../../scripts/publish/filters/on-paper.ts";
import { printPage } from "../../scripts/publish/print/print.ts";
import { findFaults } from "../../scripts/publish/proofs/index.ts";
import { browserHere } from "../browser-here.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test.each([
  ["Vols → véhicules", "Vols -> véhicules"],
  ["① Vols simples", "1 Vols simples"],
  ["Vols ＝ divers ！", "Vols = divers !"],
  ["Ⅳ ｅｔ ⅓", "IV et 1⁄3"],
  ["mi\u2011temps", "mi-temps"],
  ["☎ 🚗 警 ٣", "[U+260E] [U+1F697] [U+8B66] [U+0663]"],
  ["Œuvres à 20 %, « ½ », m², e\u0303, φ ≥ 1", "Œuvres à 20 %, « ½ », m², e\u0303, φ ≥ 1"],
])("« %s » is printed « %s »", (received, printed) => {
  expect(onPaper({ label: received, cells: [received, 3, null] })).toEqual({
    label: printed,
    cells: [printed, 3, null],
  });
});

const FONT = readFileSync("node_modules/source-sans-3/files/source-sans-3-latin-400-normal.woff2", "base64");
const pageOf = (
  text: string,
): string => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>t</title><style>@page { size: A4 }
@font-face { font-family: S; src: url(data:font/woff2;base64,${FONT}) } body { font-family: S }</style></head>
<body><h1>t</h1><table><thead><tr><th>t</th></tr></thead><tbody><tr><td>${text}</td></tr></tbody></table></body></html>`;

test("every character that is left as it is can be drawn, and is read back; one that cannot is named, with its page", async () => {
  const left = Array.from({ length: 0xffff }, (_, i) => String.fromCharCode(i)).filter(
    (c) => /[^\p{C}\p{Z}<&]/u.test(c) && onPaper(c) === c,
  );
  expect(left.length).toBeGreaterThan(500);
  const file = join(temporaryFolder("papier"), "page.html");
  const browser = await browserHere();
  try {
    const faultsOf = async (text: string): Promise<string> => {
      writeFileSync(file, pageOf(text));
      const printed = await printPage(browser, file);
      return findFaults({ html: "", ...printed })
        .filter((fault) => /dans la page|ne s’imprime pas/.test(fault))
        .join();
    };
    expect(await faultsOf(left.map((c) => `a${c}`).join(" "))).toBe("");
    expect(await faultsOf("Vols \u2423\u2424 divers")).toMatch(
      /page 1 du PDF : .*« \u2424 » \(U\+2424\) ne s’imprime pas/,
    );
  } finally {
    await browser.close();
  }
});
