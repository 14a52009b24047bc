/**
 * Where the properties of paragraphs and characters stand in a .doc: lists of modifications, found through pages of 512 bytes. Format:
 * [MS-DOC] 2.8.6 (PlcBtePapx), 2.9.33 (ChpxFkp), 2.9.176 (PapxFkp).
 */
import { viewOf } from "../../container/views.ts";
import { damaged } from "../../contract/reader.ts";

/** Part of the file's main stream with one list of modifications. `from`, `to`: byte offsets. */
export interface PropertyRun<T> {
  readonly from: number;
  readonly to: number;
  readonly properties: T;
}

const PAGE = 512;
const FAULT = "propriétés des paragraphes abîmées";

/**
 * Runs told by a table of pages (`plc`: n + 1 offsets, n page numbers). `bx`: size of one entry of the page's index (13 for
 * paragraphs, 1 for characters). @throws {NotRead} a page is out of the stream.
 */
export function readRuns<T>(
  main: Uint8Array,
  plc: Uint8Array,
  bx: 1 | 13,
  interpret: (list: Uint8Array, style: number) => T,
): readonly PropertyRun<T>[] {
  const runs: PropertyRun<T>[] = [];
  const pages = Math.floor((plc.length - 4) / 8);
  const plcView = viewOf(plc);
  for (let i = 0; i < pages; i++) {
    const start = (plcView.getUint32(4 * (pages + 1) + 4 * i, true) & 0x3fffff) * PAGE;
    if (start + PAGE > main.length) damaged(FAULT);
    const page = main.subarray(start, start + PAGE);
    const view = viewOf(page);
    const count = view.getUint8(PAGE - 1);
    if (4 * (count + 1) + bx * count > PAGE - 1) damaged(FAULT);
    for (let r = 0; r < count; r++) {
      const at = view.getUint8(4 * (count + 1) + bx * r) * 2;
      runs.push({
        from: view.getUint32(4 * r, true),
        to: view.getUint32(4 * r + 4, true),
        properties:
          at === 0
            ? interpret(new Uint8Array(), 0)
            : bx === 13
              ? interpret(...paragraphList(page, at))
              : interpret(characterList(page, at), 0),
      });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

const characterList = (page: Uint8Array, at: number): Uint8Array => page.subarray(at + 1, at + 1 + (page[at] ?? 0));

/** PapxInFkp: size in words, less one byte, or in the next byte; then the number of the style (2 bytes), then the list. */
function paragraphList(page: Uint8Array, at: number): [list: Uint8Array, style: number] {
  const words = page[at] ?? 0;
  const [start, end] = words === 0 ? [at + 2, at + 2 + 2 * (page[at + 1] ?? 0)] : [at + 1, at + 2 * words];
  const style = (page[start] ?? 0) | ((page[start + 1] ?? 0) << 8);
  return [page.subarray(start + 2, end), style];
}
