/** Lists of modifications ("sprm") of a .doc. Format: [MS-DOC] 2.2.5.1 (Sprm), 2.2.5.2 (Prl). */
import { viewOf } from "../../container/views.ts";

/** Bytes of the operand by the three top bits of the code; 6: told by the first byte. */
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
export const T_DEF_TABLE = 0xd608;

/** Calls `visit` for each modification of the list, in order. A list cut short ends there. */
export function forEachSprm(list: Uint8Array, visit: (code: number, operand: Uint8Array) => void): void {
  const view = viewOf(list);
  let at = 0;
  while (at + 2 < list.length) {
    const code = view.getUint16(at, true);
    at += 2;
    let size: number = OPERAND_SIZES[code >> 13] ?? 0;
    if (code >> 13 === 6) {
      if (code === T_DEF_TABLE) {
        if (at + 2 > list.length) return;
        size = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        size = list[at] ?? 0;
        at += 1;
        // PChgTabs: 255 means "count the tabs", and nothing after it can be placed; Word writes it in no table mark.
        if (code === 0xc615 && size === 255) return;
      }
    }
    visit(code, list.subarray(at, at + size));
    at += size;
  }
}
