/** The process that readPdfsApart starts: reads one PDF after the other, until its parent lets go. */
import "./no-network.ts";
import type { PdfAnswer, PdfJob } from "./pdf-process.ts";

process.on("disconnect", () => process.exit(0));

let last: Promise<void> = Promise.resolve();
process.on("message", (job: PdfJob) => {
  last = last.then(() => answer(job));
});
const loaded = import("./pdf.ts");

async function answer({ number, file }: PdfJob): Promise<void> {
  let message: PdfAnswer;
  try {
    const { readPdf } = await loaded;
    message = { number, result: await readPdf(file) };
  } catch (error) {
    message = { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(message);
}
