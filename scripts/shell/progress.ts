/** What a long command is doing: one line that changes on a terminal, plain lines elsewhere. */
import { styleText } from "node:util";
import { safeText, shorten } from "./wrap.ts";

export interface Progress {
  readonly step: (text: string) => void;
  /** Takes the line away, before the result is printed. */
  readonly end: () => void;
}

/** Writes to the error stream, so that the result alone stands on the output. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let last = "";
  if (!stream.isTTY)
    return {
      step: (text) => {
        if (text !== last) stream.write(`… ${safeText(text)}\n`);
        last = text;
      },
      end: () => {},
    };
  const clear = () => stream.write("\r\u001b[2K");
  return {
    step: (text) => {
      clear();
      stream.write(styleText("dim", `… ${shorten(safeText(text), (stream.columns || 80) - 4)}`));
    },
    end: clear,
  };
}
