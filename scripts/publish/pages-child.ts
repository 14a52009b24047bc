/** The process that startPagesProcess starts: renders pages, one job after the other, until its parent lets go. */
import type { PagesAnswer, PagesJob } from "./pages-process.ts";

process.on("disconnect", () => process.exit(0));

let last: Promise<void> = Promise.resolve();
// listened to before anything is awaited: a job sent early is not lost
process.on("message", (job: PagesJob) => {
  last = last.then(() => answer(job));
});

const loaded = (async () => {
  const pages = await import("./pages.ts");
  await pages.warmUp();
  return pages;
})();

async function answer({ number, editions, index, templates }: PagesJob): Promise<void> {
  let result: PagesAnswer;
  try {
    const { renderPages } = await loaded;
    result = { number, pages: [...(await renderPages(editions, index, templates))] };
  } catch (error) {
    result = { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(result);
}
