/** A table that its reader tells mark by mark. */

import { describe, expect, test } from "vitest";
import { MAX_COLUMNS, MAX_ROWS } from "../../../scripts/read/contract/limits.ts";
import type { RowDefinition } from "../../../scripts/read/document/row-definition.ts";
import { createStory, type Story } from "../../../scripts/read/document/story.ts";
import { quotedBy } from "../../spoken.ts";
import { refusal } from "../source.ts";
import { rowOf, tableOf } from "./blocks.ts";

describe("a table told mark by mark", () => {
  const row = (
    edges: readonly number[],
    more: Partial<RowDefinition> = {},
    joins: readonly number[] = [],
  ): RowDefinition => ({
    left: edges[0] ?? 0,
    constructs: [],
    cells: edges
      .slice(1)
      .map((right, i) => ({ right, joinsLeft: joins.includes(i), merge: undefined, inks: [{}], constructs: [] })),
    ...more,
  });
  const flowing = (...marks: readonly ((story: Story) => void)[]): readonly string[] => {
    const story = createStory();
    const fault = refusal(() => {
      for (const mark of marks) mark(story);
    });
    if (fault) return [quotedBy(fault)];
    return story
      .finish()
      .flatMap((block) =>
        block.kind === "paragraph"
          ? [`¶ ${block.text}`]
          : block.rows.map(({ cells }) =>
              cells
                .map(
                  ({ text, column, colSpan, beside = [] }) =>
                    `${column}+${colSpan} ${text}${beside.map((one) => `[${one.kind} ${one.text}]`).join("")}`,
                )
                .join("|"),
            ),
      );
  };
  const write = (story: Story, text: string): void => story.add(text, { constructs: [], ink: {} });
  const p =
    (text: string, depth = 0) =>
    (story: Story): void => {
      write(story, text);
      story.endParagraph(depth);
    };
  const c =
    (text: string, depth = 1) =>
    (story: Story): void => {
      write(story, text);
      story.endCell(depth);
    };
  const r =
    (definition: RowDefinition, depth = 1) =>
    (story: Story) =>
      story.endRow(definition, depth);

  /** A row of these texts, whose cells end at these edges. */
  const cells = (texts: string, edges: readonly number[], joins: readonly number[] = []) => [
    ...texts.split("|").map((text) => c(text)),
    r(row(edges, {}, joins)),
  ];

  test("is placed by the edges of its cells, within three millimetres, and ends at the next paragraph", () => {
    const two = (second: number) => [...cells("a|b", [0, 1000, 2000]), ...cells("c|d", [0, second, 2000])];
    const read = flowing(...two(1060), p("fin"), ...cells("e", [0, 500]));
    expect(read).toEqual(["0+1 a|1+1 b", "0+1 c|1+1 d", "¶ fin", "0+1 e"]);
    expect(flowing(...two(1061))).toEqual(["0+1 a|1+2 b", "0+2 c|2+1 d"]);
  });
  test("joins the cells that are merged with the one at their left, with their texts", () => {
    const edges = [0, 1000, 2000, 3000];
    const read = flowing(...cells("a|b|c", edges, [1]), ...cells("d|e|f", edges, [0, 2]));
    expect(read).toEqual(["0+2 a\nb|2+1 c", "0+1 d|1+2 e\nf"]);
  });
  test("has paragraphs in its cells, and tables in them", () => {
    expect(flowing(p("x"), p("1", 1), c("2"), r(row([0, 1000])))).toEqual(["¶ x", "0+1 1\n2"]);
  });
  test("has no table in its cells: the texts of one are lines of the cell, and that is told", () => {
    const told = "[unplain tableau dans une cellule]";
    const inner = [c("a", 2), c("12", 2), r(row([0, 500, 900]), 2)];
    expect(flowing(p("1", 1), ...inner, c("b"), c("z"), r(row([0, 1000, 2000])))).toEqual([
      `0+1 1\na\n12\nb${told}${told}|1+1 z`,
    ]);
    const box = (story: Story) => story.addBox([tableOf(rowOf("9"))]); // nor is one of a text box
    expect(flowing(box, c("b"), r(row([0, 1000])))).toEqual([`0+1 9\nb${told}`]);
  });
  test("is refused when a row is not finished, or has not the cells that it defines", () => {
    expect(flowing(c("a"), p("b"))).toEqual(["une ligne de tableau n'est pas finie"]);
    expect(flowing(p("a", 1), p("b"))).toEqual(["une ligne de tableau n'est pas finie"]);
    expect(flowing(c("a"), c("b"), r(row([0, 1000])))).toEqual(["une ligne de tableau a 2 cellules et en définit 1"]);
    expect(flowing(c("a"), r(row([0, 0])))).toEqual(["bords de cellules en désordre (0, 0)"]);
    expect(flowing(c("a"), c("b"), r(row([0, 1000, 900])))).toEqual(["bords de cellules en désordre (1000, 900)"]);
  });
  test("is page layout where its row does not end, and its only cell ends with a table, as LibreOffice writes it", () => {
    const layout = [p("Titre", 1), c("12", 2), r(row([0, 500]), 2), p("Note")];
    expect(flowing(...layout)).toEqual(["¶ Titre", "¶ 12", "¶ Note"]);
    expect(flowing(c("9"), ...layout)).toEqual(["une ligne de tableau n'est pas finie"]);
  });
  test("may repeat its cells and its rows", () => {
    const twice = (story: Story): void => {
      write(story, "7");
      story.endCell(1, 2);
      story.endRow(row([0, 1000, 2000]), 1, 2);
    };
    expect(flowing(twice)).toEqual(["0+1 7|1+1 7", "0+1 7|1+1 7"]);
  });
  test("is refused before it is laid out, where it repeats more rows or cells than a file may have", () => {
    const repeated = (columns: number, rows: number): string | undefined => {
      const story = createStory();
      story.endCell(1, columns);
      const edges = Array.from({ length: columns + 1 }, (_, i) => 1000 * i);
      return refusal(() => story.endRow(row(edges), 1, rows))?.rule;
    };
    expect([repeated(1, MAX_ROWS), repeated(1, MAX_ROWS + 1), repeated(MAX_COLUMNS, MAX_ROWS)]).toEqual([
      undefined,
      "file-too-large",
      "file-too-large",
    ]);
  });
});
