/** A page of a PDF as pixels: pdf.js in the browser that the project ships, where it finds a canvas without any other library. */
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { launchBrowser } from "../../scripts/browser/browser.ts";

const FONTS = "node_modules/pdfjs-dist/standard_fonts";

/** Both halves of pdf.js as one script, the worker's half in the page itself. */
async function pdfScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents:
        'import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs"; import * as worker from "pdfjs-dist/legacy/build/pdf.worker.mjs"; globalThis.pdfjsWorker = worker; globalThis.pdfjs = pdfjs;',
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** What of pdf.js is used in the page. */
interface InPage {
  readonly pdfjs: {
    getDocument(source: object): {
      readonly promise: Promise<{ getPage(number: number): Promise<Sheet> }>;
    };
  };
}
interface Sheet {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number };
  render(options: object): { readonly promise: Promise<void> };
}

/** Pixels of the first page of each, four bytes each, twice as large as the page in points. */
export async function drawPdfs(documents: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const fonts = Object.fromEntries(
    readdirSync(FONTS)
      .filter((name) => /\.(?:pfb|ttf)$/.test(name))
      .map((name) => [name, readFileSync(`${FONTS}/${name}`, "base64")]),
  );
  const { page, close } = await launchBrowser(null, { forScreen: true });
  try {
    await page.addScriptTag({ content: await pdfScript() });
    const drawn = await page.evaluate(
      async (sources: readonly string[], held: Readonly<Record<string, string>>) => {
        const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const { pdfjs } = globalThis as unknown as InPage;
        class StandardFontDataFactory {
          fetch = async ({ filename }: { readonly filename: string }) => bytesOf(held[filename] ?? "");
        }
        const all: string[] = [];
        for (const source of sources) {
          const options = { data: bytesOf(source), verbosity: 0, useWorkerFetch: false, StandardFontDataFactory };
          const sheet = await (await pdfjs.getDocument(options).promise).getPage(1);
          const viewport = sheet.getViewport({ scale: 2 });
          const canvas = document.createElement("canvas");
          Object.assign(canvas, { width: viewport.width, height: viewport.height });
          await sheet.render({ canvas, viewport }).promise;
          const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
          let text = "";
          for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.slice(i, i + 8192));
          all.push(btoa(text));
        }
        return all;
      },
      documents.map((bytes) => Buffer.from(bytes).toString("base64")),
      fonts,
    );
    return drawn.map((text) => new Uint8Array(Buffer.from(text, "base64")));
  } finally {
    await close();
  }
}
