/** A child process of the mutation run: answers each file it is sent with its outcome, its time and the peak of its memory. */
import type { SourceFile } from "../../scripts/model/grid.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

export type Answer = { readonly milliseconds: number; readonly peakMiB: number } & (
  | { readonly outcome: Outcome }
  | { readonly crash: string }
);

process.on("message", async (file: SourceFile) => {
  const start = performance.now();
  const used = (): { milliseconds: number; peakMiB: number } => ({
    milliseconds: Math.round(performance.now() - start),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  let answer: Answer;
  try {
    const outcome = await outcomeOf(file);
    answer = { ...used(), outcome };
  } catch (error) {
    answer = { ...used(), crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(answer);
});
