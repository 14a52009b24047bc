/** What is told beside the cells of a page: texts that are not simply seen, and pictures, moved point by point. */
import { describe, expect, test } from "vitest";
import { findAsides, tellAsides } from "../../../scripts/read/pdf/asides.ts";
import type { Aside } from "../../../scripts/read/pdf/blocks.ts";
import type { PdfPage } from "../../../scripts/read/pdf/drawing/marks.ts";
import { readLayout } from "../../../scripts/read/pdf/layout.ts";
import { glyphsOf, grid, HEAD, PLAIN, RULED, redrawn } from "./drawn-page.ts";
import { sweep } from "./sweep.ts";

const ROWS = `${HEAD} / 135 Vols | 7`;
/** What is told beside the cells, "text [kind words]", and after "left:" what none of them tells. */
function told(page: Partial<PdfPage>, texts = ROWS, lines = RULED): readonly string[] {
  const whole: PdfPage = { ...PLAIN, ...lines, ...page, glyphs: glyphsOf(texts) };
  const { blocks, left } = tellAsides(readLayout(whole, 1).blocks, findAsides(whole));
  const cells = blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap((row) => row.cells) : []));
  const show = ({ kind, text }: Pick<Aside, "kind" | "text">): string => `[${kind} ${text}]`;
  return [
    ...cells.flatMap(({ text, beside }) => (beside ? [`${text} ${beside.map(show).join("")}`] : [])),
    ...left.map((one) => `left: ${show(one)}`),
  ];
}
const box = (x0: number, y0: number, width: number, height: number) => ({ x0, y0, x1: x0 + width, y1: y0 + height });
const unseen = (kind: Aside["kind"], x: number, y: number, text: string) => ({
  unseen: glyphsOf(`${y} @${x} ${text}`).map((glyph) => ({ ...glyph, kind })),
});

describe("what is not simply seen", () => {
  test("is told in the cell of a figure where it stands; beside a label, of the page too, unless it is a figure", () => {
    expect(told(unseen("hidden", 215, 135, "9"))).toEqual(["7 [hidden 9]"]);
    expect(told(unseen("hidden", 215, 135, "Rixes"))).toEqual(["7 [hidden Rixes]"]);
    expect(told(unseen("struck", 130, 135, "simples"))).toEqual(["Vols [struck simples]", "left: [struck simples]"]);
    expect(told(unseen("struck", 130, 135, "12"))).toEqual(["Vols [struck 12]"]);
    expect(told(unseen("hidden", 130, 300, "12"))).toEqual(["left: [hidden 12]"]);
    // Where the cell itself shows nothing, what may be seen or is drawn there is told in its place.
    const empty = `${HEAD} / 135 Vols`;
    expect(told(unseen("unsure", 215, 135, "Rixes"), empty)).toEqual([" [unsure Rixes]"]);
    expect(told(unseen("other", 215, 135, "Rixes"), empty)).toEqual([" [other Rixes]"]);
    expect(told(unseen("hidden", 215, 135, "Rixes"), empty)).toEqual([" [hidden Rixes]", "left: [hidden Rixes]"]);
    const two = { unseen: [...unseen("hidden", 215, 135, "9").unseen, ...unseen("struck", 225, 135, "8").unseen] };
    expect(told(two)).toEqual(["7 [hidden 9][struck 8]"]);
  });

  test("is told of the row that shares most of its height, of the nearest column, up to 30 points", () => {
    expect(sweep(95, 160, (y) => told(unseen("hidden", 215, y, "9")))).toEqual([
      "95–102 left: [hidden 9]",
      "103–123 2026 [hidden 9]",
      "124–144 7 [hidden 9]",
      "145–160 left: [hidden 9]",
    ]);
    expect(sweep(55, 110, (x) => told(unseen("hidden", x, 135, "9")))).toEqual([
      "55–64 left: [hidden 9]",
      "65–110 Vols [hidden 9]",
    ]);
    expect(sweep(190, 205, (x) => told(unseen("hidden", x, 135, "9")))).toEqual([
      "190–197 Vols [hidden 9]",
      "198–205 7 [hidden 9]",
    ]);
    expect(sweep(295, 345, (x) => told(unseen("hidden", x, 135, "9")))).toEqual([
      "295–330 7 [hidden 9]",
      "331–345 left: [hidden 9]",
    ]);
  });

  test("is told of the row of a table without lines, a heading of two lines being one", () => {
    const texts = `
      100             | @200 Faits | @260 Faits
      111 @100 Nature | @200 2025  | @260 2026
      140 @100 Vols   | @200 7     | @260 8
      160 @100 Rixes  | @200 5     | @260 6`;
    expect(sweep(90, 175, (y) => told(unseen("hidden", 212, y, "9"), texts, { horizontal: [], vertical: [] }))).toEqual(
      [
        "90–95 left: [hidden 9]",
        "96–115 Faits 2025 [hidden 9]",
        "116–132 left: [hidden 9]",
        "133–144 7 [hidden 9]",
        "145–152 left: [hidden 9]",
        "153–164 5 [hidden 9]",
        "165–175 left: [hidden 9]",
      ],
    );
  });

  test("is told of the cell that covers its place", () => {
    const { horizontal, vertical } = grid([100, 200, 300], [100, 120, 140]);
    const tall = { horizontal: redrawn(horizontal, 1, { from: 200 }), vertical };
    const texts = "125 Vols / 115 | 7 / 135 | 8";
    expect(told(unseen("hidden", 130, 135, "9"), texts, tall)).toEqual(["Vols [hidden 9]"]);
  });
});

describe("a picture", () => {
  const drawn = (x: number, y: number, width: number, height: number, text = "") =>
    told({ pictures: [{ text, box: box(x, y, width, height) }] });

  test("in an empty cell is told; beside a figure, when it may be one of its digits", () => {
    const empty = `${HEAD} / 135 Vols`;
    expect(told({ pictures: [{ text: "", box: box(205, 126, 8, 8) }] }, empty)).toEqual([" [other ]"]);
    expect(sweep(206, 226, (x) => drawn(x, 127, 5, 8))).toEqual(["206–207 ", "208–215 7 [unsure ]", "216–226 "]);
    expect(sweep(185, 206, (x) => drawn(x, 127, 5, 8))).toEqual([
      "185–194 Vols [other ] / left: [other ]",
      "195–197 Vols [unsure ] / left: [unsure ]",
      "198–202 7 [unsure ]",
      "203–206 ",
    ]);
    expect(sweep(112, 140, (y) => drawn(212, y, 5, 8))).toEqual([
      "112–120 ",
      "121–134 7 [unsure ]",
      "135–136 ",
      "137–140 left: [other ]",
    ]);
    expect(drawn(212, 127, 5, 8, "12")).toEqual(["7 [other 12]"]);
    expect(drawn(127, 127, 5, 8)).toEqual(["Vols [unsure ]", "left: [unsure ]"]);
  });

  test("lower than a dot or higher than text is none; one on which a text stands is its ground", () => {
    expect(sweep(0, 34, (height) => drawn(400, 300, 5, height))).toEqual(["0–1 ", "2–30 left: [other ]", "31–34 "]);
    expect(drawn(203, 125, 20, 14)).toEqual([]);
  });
});
