/** What the page may say to the program: which screen, what was pressed on it, and what is in the fields of its card. */
import { group, groupOf, v, wholeNumber } from "../disk/schema.ts";

const short = v.pipe(v.string(), v.maxLength(400));
const MESSAGE = group({ screen: wholeNumber, press: short, values: groupOf(short, short) });
export type Message = v.InferOutput<typeof MESSAGE>;

/** null: it is no message of ours. */
export function messageOf(payload: string): Message | null {
  if (payload.length > 100_000) return null;
  let said: unknown;
  try {
    said = JSON.parse(payload);
  } catch {
    return null;
  }
  const { success, output } = v.safeParse(MESSAGE, said);
  return success ? output : null;
}
