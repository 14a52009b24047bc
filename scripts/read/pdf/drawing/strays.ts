/**
 * pdf.js reads ahead in the background: after the first fault of a damaged file, further ones come as promises that nobody
 * awaits, which would end the whole command. Node tells them here, and they become that file's fault.
 */

/** `end` gives the first stray fault's words, once those under way have come; null when there was none. */
export interface StrayFaults {
  readonly end: () => Promise<string | null>;
}

/** From this call to `end`, a rejection of pdf.js's own is kept; any other is a bug of ours, and is thrown as ever. */
export function catchStrayFaults(): StrayFaults {
  let words: string | null = null;
  const listen = (reason: unknown): void => {
    if (!isOfPdfJs(reason)) throw reason;
    words ??= reason.message;
  };
  process.on("unhandledRejection", listen);
  return {
    end: async () => {
      await new Promise((resolve) => setImmediate(resolve)); // pdf.js's in-process worker answers in microtasks
      process.off("unhandledRejection", listen);
      return words;
    },
  };
}

/** Its exceptions are functions of its own with Error's prototype: "XRefEntryException: Bad (uncompressed) XRef entry: 7R". */
const isOfPdfJs = (reason: unknown): reason is Error =>
  reason instanceof Error && (/Exception$/.test(reason.name) || /[\\/]pdfjs-dist[\\/]/.test(reason.stack ?? ""));
