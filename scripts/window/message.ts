/** What the page may say to the program: which screen, what was pressed on it, and what is in the fields of its card. */
import { group, groupOf, v, wholeNumber } from "../disk/schema.ts";
import { parseJson } from "../model/text/json.ts";

const short = v.pipe(v.string(), v.maxLength(400));
const MESSAGE = group({ screen: wholeNumber, press: short, values: groupOf(short, short) });
export type Message = v.InferOutput<typeof MESSAGE>;

/** null: it is no message of ours. */
export function messageOf(payload: string): Message | null {
  if (payload.length > 100_000) return null;
  const { success, output } = v.safeParse(MESSAGE, parseJson(payload));
  return success ? output : null;
}
