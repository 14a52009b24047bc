/**
 * A page without rules, and what is read of it. Letters are 5 points wide and 10 high, so that all places are whole numbers: the
 * distances of scripts/read/pdf/measures.ts are met exactly, or missed by one point.
 */
import { expect, test } from "vitest";
import { type RuleHints, readFreeZone } from "../../../scripts/read/pdf/unruled.ts";
import { drawnTexts } from "./drawn-texts.ts";

const COLUMNS = [0, 200, 260, 320, 380, 440, 500];

const NO_LINES: RuleHints = { xs: [], across: [] };

/** Paragraphs after "¶", doubts after "?"; a table row by row: "1:Police{2}" stands in column 1 and the next one. */
export function readTexts(page: string, hints = NO_LINES): readonly string[] {
  const units = drawnTexts(page, COLUMNS).map(({ x, y, text }) => ({
    text,
    x0: x,
    x1: x + 5 * text.length,
    baseline: y,
    size: 10,
  }));
  const { blocks, doubts } = readFreeZone(units, { textWidth: 400, height: 1000, number: 1 }, hints);
  const shown = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`¶${block.parts > 1 ? ` (${block.parts} side by side)` : ""} ${block.text}`]
      : block.rows.map(({ cells }) => {
          let next = 0;
          const texts = cells.map(({ text, column, colSpan }) => {
            const place = column === next ? "" : `${column}:`;
            next = column + colSpan;
            return `${place}${text}${colSpan > 1 ? `{${colSpan}}` : ""}`;
          });
          return `${texts.join("|")}${block.isHeadless ? " (headless)" : ""}`;
        }),
  );
  return [...shown, ...doubts.map((doubt) => `? ${doubt}`)];
}

const numbersOf = (line: string | undefined): readonly number[] => line?.match(/\d+/g)?.map(Number) ?? [];

/**
 * A test for each of these cases, parted by blank lines: its name; the texts of the page (drawn-texts.ts); where lines are drawn
 * beside them, "across at" their heights or "down at" their places; what is read, after "=", then each doubt on its line. "= …":
 * the head "200 Nature | 2025 | 2026" stands over the texts, and is read over their rows.
 */
export function checkPages(cases: string): void {
  for (const one of cases.trim().split(/\n\s*\n/)) {
    const [name = "", ...lines] = one.split("\n").map((line) => line.trim());
    const stray = lines.find((line) => !/^(?:\d|= |\? |across at |down at )/.test(line));
    if (stray !== undefined) throw new Error(`In « ${name} »: ${stray}`);
    const starting = (start: string): readonly string[] => lines.filter((line) => line.startsWith(start));
    const [across, down] = [starting("across at")[0], starting("down at")[0]];
    const read = starting("=").flatMap((line) => line.slice(2).split(" / "));
    const isUnderHead = read[0] === "…";
    if (isUnderHead) read[0] = "Nature|2025|2026";
    const texts = lines.filter((line) => /^\d/.test(line));
    const page = [...(isUnderHead ? ["200 Nature | 2025 | 2026"] : []), ...texts].join("\n");
    test(name, () => {
      expect(
        readTexts(page, { xs: numbersOf(down), across: numbersOf(across).map((at) => ({ at, from: 0, to: 600 })) }),
      ).toEqual([...read, ...starting("?")]);
    });
  }
}
