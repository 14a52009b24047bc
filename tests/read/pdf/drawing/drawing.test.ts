/**
 * The drawing orders of a PDF page (ISO 32000-1): each way to set, move, colour, cut or cover a text, drawn in the cell of one figure, and
 * what is read there. Expected: the figure, then "[kind text]" for what stands beside it, then the rules of what is told of the page.
 */
import { describe, expect, test } from "vitest";
import type { Stroke } from "../../../../scripts/read/pdf/drawing/painting.ts";
import { findSigns } from "../../../../scripts/read/pdf/drawing/signs.ts";
import { readPdf } from "../../../../scripts/read/pdf/pdf.ts";
import { rules, show, source } from "../../source.ts";
import { type OnePage, onePage, stream, text } from "../hand-made-pdf.ts";

type More = Omit<OnePage, "content">;
const TABLE = [
  text(60, 740, "Nature"),
  text(300, 740, "2026"),
  text(420, 740, "2025"),
  text(60, 720, "Homicides"),
  text(300, 720, "3"),
  text(420, 720, "4"),
  text(60, 700, "Vols"),
  text(420, 700, "9"),
].join(" ");

const parse = (content: string, more: More = {}) =>
  readPdf(source("IS101.pdf", Buffer.from(onePage({ ...more, content }), "latin1")));

/** The cell of « Vols »: `drawn` stands about x 300, y 700. */
async function cell(drawn: string, more: More = {}, before = ""): Promise<string> {
  const result = await parse(`${before} ${TABLE} ${drawn}`, more);
  const row = result.value[0]?.rows.find((cells) => cells[0]?.text === "Vols");
  const { text: words = "", beside = [] } = row?.[1] ?? {};
  const others = (row ?? []).flatMap((one, c) => (c !== 1 && one.beside ? [`beside ${one.text}`] : []));
  return [words || "–", ...beside.map((one) => `[${one.kind} ${one.text}]`), ...others, ...rules(result)].join(" ");
}
type Case = readonly [what: string, drawn: string, read: string, more?: More, before?: string];
const check = (cases: readonly Case[]): void => {
  for (const [what, drawn, expected, more, before] of cases)
    test(`${what}: ${drawn}`, async () => {
      expect(await cell(drawn, more, before), what).toBe(expected);
    });
};
/** What is read for each place, a tenth of a point after the other where `step` says so. */
async function sweep(
  places: readonly number[],
  draw: (place: number) => string,
  more: More = {},
): Promise<readonly string[]> {
  const found: { first: number; last: number; said: string }[] = [];
  for (const place of places) {
    const said = await cell(draw(place), more);
    const run = found.at(-1);
    if (run?.said === said) run.last = place;
    else found.push({ first: place, last: place, said });
  }
  return found.map(({ first, last, said }) => `${first}–${last} ${said}`);
}
const range = (from: number, to: number, step = 1): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Math.round((from + i * step) * 100) / 100);

const shown = (orders: string): string => `BT /F1 10 Tf ${orders} ET`;
const GSTATES = {
  resources:
    "/ExtGState << /A09 << /ca .09 /CA .09 >> /A11 << /ca .11 /CA .11 >> /A79 << /ca .79 /CA .79 >> /A81 << /ca .81 /CA .81 >> /S09 << /CA .09 >> /C09 << /ca .09 >> /W4 << /LW 14 >> /F << /Font [3 0 R 10] >> /Darken << /BM /Darken >> /Difference << /BM /Difference >> >>",
};

describe("a text is set where its orders say", () => {
  check([
    ["moved from the start of the line", shown("100 600 Td 200 100 Td (12) Tj"), "12"],
    ["moved with a leading", shown("300 712 Td 0 -12 TD (12) Tj"), "12"],
    ["on the next line, by that leading", shown("300 724 Td 0 -12 TD T* (12) Tj"), "12"],
    ["on the next line, by a leading that is set", shown("12 TL 300 712 Td T* (12) Tj"), "12"],
    ["on the next line and shown at once", shown("12 TL 300 712 Td (12) '"), "12"],
    ["the same, with its blanks", shown('12 TL 300 712 Td 0 0 (12) "'), "12"],
    ["placed by a matrix", shown("1 0 0 1 300 700 Tm (12) Tj"), "12"],
    ["placed by two matrices: the last one", shown("1 0 0 1 300 600 Tm 1 0 0 1 300 700 Tm (12) Tj"), "12"],
    ["within a space of its own", `q 2 0 0 2 0 0 cm BT /F1 5 Tf 150 350 Td (12) Tj ET Q`, "12"],
    ["within a space within another", `q 1 0 0 1 100 300 cm q 1 0 0 1 200 400 cm ${shown("(12) Tj")} Q Q`, "12"],
    ["within a slanted space", `q 1 0 .1 1 0 0 cm ${shown("230 700 Td (12) Tj")} Q`, "12"],
    ["out of it again", `q 1 0 0 1 100 300 cm Q ${shown("300 700 Td (12) Tj")}`, "12"],
    ["after another text of its order", `${shown("300 700 Td (1) Tj (2) Tj")}`, "12"],
    ["moved on by a number in it", shown("300 700 Td [(1) -1500 (2)] TJ"), "1"],
    ["moved back by a number in it", shown("310 700 Td [(1) 1556 (2)] TJ"), "2 1 [unsure 2]"],
    ["with room between its letters", shown("12 Tc 300 700 Td (12) Tj 0 Tc"), "1"],
    ["with little room between its letters", shown("1 Tc 300 700 Td (12) Tj 0 Tc"), "12"],
    ["with room at its blanks", shown("12 Tw 300 700 Td (1 2) Tj 0 Tw"), "1"],
    ["stretched", shown("300 Tz 300 700 Td (1) Tj 100 Tz (2) Tj"), "12"],
    ["stretched, with a number in it", shown("300 Tz 300 700 Td [(1) -400 (2)] TJ 100 Tz"), "1 error ambiguous-header"],
    ["with a font of the graphics state", `q /F gs BT 300 700 Td (12) Tj ET Q`, "12", GSTATES],
    ["after the end of a text, at the origin again", `${shown("300 700 Td (1) Tj")} ${shown("(2) Tj")}`, "1"],
  ]);

  test("sideways or upside down on its page, which is turned: texts and lines", async () => {
    const words = [text(0, 0, "Nature"), text(200, 0, "2026"), text(0, -20, "Vols"), text(200, -20, "7")].join(" ");
    const lines =
      [14, -6, -26].map((y) => `-5 ${y} m 250 ${y} l S`).join(" ") +
      [-5, 150, 250].map((x) => ` ${x} -26 m ${x} 14 l S`).join("");
    const turned = async (matrix: string, page = "") =>
      show((await parse(`q ${matrix} cm ${words} ${lines} Q`, { page })).value[0]).join(" / ");
    expect(await turned("1 0 0 1 100 400")).toBe("Nature|2026 / Vols|7");
    expect(await turned("0 1 -1 0 300 300")).toBe("Nature|2026 / Vols|7");
    expect(await turned("-1 0 0 -1 400 400")).toBe("Nature|2026 / Vols|7");
    expect(await turned("0 -1 1 0 300 500")).toBe("Nature|2026 / Vols|7");
    expect(await turned("0 1 -1 0 300 300", "/Rotate 90")).toBe("Nature|2026 / Vols|7");
    // A picture of the page is turned with it: here against the figure.
    const drawn = `${words} ${lines} q 6 0 0 8 193 -20 cm /P1 Do Q`;
    for (const matrix of ["1 0 0 1 100 400", "0 1 -1 0 300 300", "-1 0 0 -1 400 400", "0 -1 1 0 300 500"]) {
      const [grid] = (await parse(`q ${matrix} cm ${drawn} Q`)).value;
      expect([matrix, grid?.rows[1]?.[1]?.beside]).toEqual([matrix, [{ kind: "unsure", text: "" }]]);
    }
    const many = (texts: string) => cell(`${text(300, 700, "7")} ${texts}`);
    expect(await many("BT /F1 10 Tf 0 1 -1 0 500 300 Tm (7) Tj ET")).toBe("– error pdf-slanted-text");
    expect(await many("BT /F1 10 Tf .9998 .02 -.02 .9998 60 600 Tm (Copie) Tj ET")).toBe("7");
    expect(await many("BT /F1 10 Tf .999 .0447 -.0447 .999 60 600 Tm (Copie) Tj ET")).toBe("– error pdf-slanted-text");
    expect(await many("q .9 g BT /F1 10 Tf 0 1 -1 0 500 300 Tm 3 Tr (Copie) Tj ET Q")).toBe("7");
    // Only what is drawn through it is seen: it may be a text.
    expect(await many("q BT /F1 10 Tf 0 1 -1 0 500 300 Tm 7 Tr (Copie) Tj ET Q")).toBe("– error pdf-slanted-text");
  });
});

const at = (words: string, x = 300): string => text(x, 700, words);

describe("the graphics state", () => {
  check([
    [
      "under a ground of which only the filling is transparent",
      `${at("12")} q /C09 gs 295 690 30 20 re f Q`,
      "12",
      GSTATES,
    ],
    [
      "under a ground of which only the edge is",
      `${at("12")} q /S09 gs 295 690 30 20 re f Q`,
      "– [covered 12]",
      GSTATES,
    ],
    [
      "under a thick line of which only the filling is",
      `${at("12")} q /C09 gs 20 w 290 704 m 330 704 l S Q`,
      "– [covered 12]",
      GSTATES,
    ],
    [
      "white, on a thick black line, where what is filled is white",
      `1 g 0 G 30 w 290 712 m 330 712 l S ${at("12")} 0 g`,
      "12",
    ],
    [
      "black, on a thick white line over a dark ground",
      `q .2 g 280 690 60 30 re f Q 1 G 30 w 290 712 m 330 712 l S ${at("12")}`,
      "12",
    ],
    [
      "white, on a picture whose colours are not known",
      `q 60 0 0 30 290 690 cm /P1 Do Q 1 g ${at("12")} 0 g`,
      "12 [unsure 12]",
    ],
    ["black with a white edge, on that picture", `q 60 0 0 30 290 690 cm /P1 Do Q 1 G 2 Tr ${at("12")} 0 Tr 0 G`, "12"],
    ["white again black", `q 1 g Q ${at("12")}`, "12"],
    ["white as grey", `1 g ${at("12")} 0 g`, "– [faint 12]"],
    ["white in three colours", `1 1 1 rg ${at("12")} 0 g`, "– [faint 12]"],
    ["white in four inks", `0 0 0 0 k ${at("12")} 0 g`, "– [faint 12]"],
    ["filled in black, its edge in white", `1 G 2 Tr ${at("12")} 0 Tr 0 G`, "12"],
    ["its edge alone, in white", `1 G 1 Tr ${at("12")} 0 Tr 0 G`, "– [faint 12]"],
    ["filled alone, the pen white", `1 G ${at("12")} 0 G`, "12"],
    ["its edge alone, filled with nothing, in black", `1 g 1 Tr ${at("12")} 0 Tr 0 g`, "12"],
    ["both white", `1 g 1 G 2 Tr ${at("12")} 0 Tr 0 g 0 G`, "– [faint 12]"],
    ["filled, its edge drawn, and a frame", `1 G 6 Tr ${at("12")} 0 Tr 0 G`, "12"],
    [
      "white on a dark ground that lets a fifth through",
      `q /A79 gs 295 690 30 20 re f Q 1 g ${at("12")} 0 g`,
      "12",
      GSTATES,
    ],
    [
      "white on a dark ground that is not seen",
      `q /A09 gs 295 690 30 20 re f Q 1 g ${at("12")} 0 g`,
      "– [faint 12]",
      GSTATES,
    ],
    [
      "white on a dark ground that lets less through",
      `q /A81 gs 295 690 30 20 re f Q 1 g ${at("12")} 0 g`,
      "12",
      GSTATES,
    ],
    [
      "white on the sheet, above a dark ground that reaches its foot only",
      `295 690 30 10.5 re f 1 g ${at("12")} 0 g`,
      "– [faint 12]",
    ],
    ["a frame and filled", `4 Tr ${at("12")} 0 Tr`, "12"],
    ["a frame that draws its edge", `5 Tr ${at("12")} 0 Tr`, "12"],
    ["a frame only", `q 7 Tr ${at("12")} Q`, "12 [unsure 12]"],
    ["nearly transparent", `q /A09 gs ${at("12")} Q`, "– [faint 12]", GSTATES],
    ["a little less", `q /A11 gs ${at("12")} Q`, "12", GSTATES],
    ["half seen", `q /A79 gs ${at("12")} Q`, "12", GSTATES],
    ["darkening what is below", `q /Darken gs ${at("12")} Q`, "12", GSTATES],
    ["the difference with what is below", `q /Difference gs ${at("12")} Q`, "12 [unsure 12]", GSTATES],
  ]);
});

describe("a layer that is off", () => {
  const layers: More = {
    catalogue: "/OCProperties << /OCGs [7 0 R 8 0 R] /D << /OFF [7 0 R] >> >>",
    resources: "/Properties << /Off 7 0 R /On 8 0 R >>",
    objects: ["<< /Type /OCG /Name (Ancien) >>", "<< /Type /OCG /Name (Nouveau) >>"],
  };
  check([
    [
      "hides what is marked within it",
      `/OC /Off BDC /P BMC EMC ${at("9")} EMC ${at("12", 305.56)}`,
      "12 [hidden 9]",
      layers,
    ],
    [
      "and within what is marked",
      `/P BMC /OC /Off BDC ${at("9")} EMC ${at("12", 305.56)} EMC`,
      "12 [hidden 9]",
      layers,
    ],
    [
      "and within a layer that is on",
      `/OC /On BDC /OC /Off BDC ${at("9")} EMC ${at("12", 305.56)} EMC`,
      "12 [hidden 9]",
      layers,
    ],
    ["other marks with properties hide nothing", `/Span /Off BDC ${at("12")} EMC`, "12", layers],
    ["its lines strike nothing out", `${at("12")} /OC /Off BDC 298 704 m 314 704 l S EMC`, "12", layers],
    ["its grounds cover nothing", `${at("12")} /OC /Off BDC 1 g 295 690 30 20 re f 0 g EMC`, "12", layers],
    [
      "its thin shades strike nothing out",
      `${at("12")} /OC /Off BDC q 298 702.5 15 1 re W n /Dark sh Q EMC`,
      "12",
      {
        ...layers,
        resources: `${layers.resources} /Shading << /Dark << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.1] /N 1 >> >> >>`,
      },
    ],
    ["its pictures are none", `/OC /Off BDC q 10 0 0 8 300 700 cm /P1 Do Q EMC`, "–", layers],
  ]);
});

describe("paths", () => {
  const line = "298 704 m 314 704 l";
  check([
    ...["S", "s", "B", "B*", "b", "b*"].map(
      (order): Case => [`a line drawn by ${order} strikes out`, `${at("12")} ${line} ${order}`, "– [struck 12]"],
    ),
    ["a line filled strikes out", `${at("12")} ${line} f`, "– [struck 12]"],
    ["a line that is not drawn does not", `${at("12")} ${line} n`, "12"],
    ...["f", "F", "f*", "B", "B*", "b", "b*"].map(
      (order): Case => [
        `a ground drawn by ${order} covers`,
        `${at("12")} 1 g 1 G 295 690 30 20 re ${order} 0 g 0 G`,
        "– [covered 12]",
      ],
    ),
    ...["S", "s", "n"].map(
      (order): Case => [`a frame drawn by ${order} does not`, `${at("12")} 295 690 30 20 re ${order}`, "12"],
    ),
    ["a hole by even and odd crossings", `${at("12")} 1 g 290 680 50 50 re 295 690 30 20 re f* 0 g`, "12"],
    [
      "no hole by winding",
      `${at("12")} 1 g 290 680 50 50 re 295 690 30 20 re f 0 g`,
      "– [covered 12] error ambiguous-header",
    ],
    [
      "a hole by winding the other way",
      `${at("12")} 1 g 290 680 50 50 re 295 690 m 295 710 l 325 710 l 325 690 l h f 0 g`,
      "12",
    ],
    [
      "a path closed in the middle goes on from its start",
      `${at("12")} 295 690 m 325 690 l 325 710 l 295 710 l h 320 704 l S`,
      "12",
    ],
    ["a frame is for what follows only until it is given back", `q 0 0 50 50 re W n Q ${at("12")}`, "12"],
    [
      "a curve begins where the line before it ends",
      `${at("12")} 1 g 290 600 m 290 690 l 290 715 325 715 325 690 c 325 600 l f 0 g`,
      "– [covered 12]",
    ],
    ["a blank that is covered says nothing", `${shown("300 700 Td (12   ) Tj")} 1 g 312 690 12 20 re f 0 g`, "12"],
    ["a frame is set once", `q 290 690 50 50 re W n 0 0 50 50 re n ${at("12")} Q`, "12"],
    ["two frames: what is in both", `q 290 690 16 50 re W n 304 690 50 50 re W n ${at("12")} Q`, "– [covered 12]"],
    ["a line nearly transparent strikes nothing out", `${at("12")} q /A09 gs ${line} S Q`, "12", GSTATES],
    ["one a little less does", `${at("12")} q /A11 gs ${line} S Q`, "– [struck 12]", GSTATES],
    [
      "a ground that lets a fifth through covers nothing",
      `${at("12")} q /A79 gs 1 g 295 690 30 20 re f Q`,
      "12",
      GSTATES,
    ],
    ["one that lets less through does", `${at("12")} q /A81 gs 1 g 295 690 30 20 re f Q`, "– [covered 12]", GSTATES],
    [
      "a wide line covers, by the graphics state",
      `${at("12")} q /W4 gs 1 G 290 704 m 330 704 l S Q`,
      "– [covered 12]",
      GSTATES,
    ],
    [
      "a wide line covers, by its space",
      `${at("12")} q 1 0 0 14 0 0 cm 1 G 290 50.28 m 330 50.28 l S Q`,
      "– [covered 12]",
    ],
    ["a curve", `${at("12")} 290 704 m 300 704 310 704 330 704 c S`, "– [struck 12]"],
    ["a curve by its second point and its end", `${at("12")} 290 704 m 310 704 330 704 v S`, "– [struck 12]"],
    ["a curve by its first point and its end", `${at("12")} 290 704 m 310 704 330 704 y S`, "– [struck 12]"],
    ["a curve that goes round", `${at("12")} 290 704 m 300 760 310 760 330 704 c S`, "12"],
  ]);

  test("cover a figure with more than two of nine points of it", async () => {
    const over = (x: number) => `${at("8")} 1 g ${x} 690 50 30 re f 0 g`;
    expect(await sweep(range(299, 307, 0.25), over)).toEqual(["299–304.5 – [covered 8]", "304.75–307 8"]);
    const above = (y: number) => `${at("8")} 1 g 290 ${y} 50 30 re f 0 g`;
    expect(await sweep(range(699, 708, 0.25), above)).toEqual([
      "699–705.75 – [covered 8] error ambiguous-header",
      "706–708 8",
    ]);
    const inside = (width: number) => `q 295 690 ${width} 30 re W n ${at("8")} Q`;
    expect(await sweep(range(4, 12, 0.25), inside)).toEqual(["4–9.5 – [covered 8]", "9.75–12 8"]);
  });

  test("strike a figure out along half of it, and leave it unsure along a fifth", async () => {
    expect(await sweep(range(296, 307, 0.25), (x) => `${at("8")} 280 703 m ${x} 703 l S`)).toEqual([
      "296–301 8",
      "301.25–302.75 8 [unsure 8]",
      "303–307 – [struck 8]",
    ]);
    expect(await sweep(range(699, 709, 0.25), (y) => `${at("8")} 280 ${y} m 320 ${y} l S`)).toEqual([
      "699–701 8",
      "701.25–705.75 – [struck 8]",
      "706–709 8",
    ]);
    expect(
      await sweep(range(0, 14, 0.5), (rise) => `${at("88")} 296 ${703.5 - rise} m 315 ${703.5 + rise} l S`),
    ).toEqual(["0–1 – [struck 88]", "1.5–14 88 [unsure 88]"]);
  });

  test("no wider than three points are lines, wider ones are grounds", async () => {
    expect(await sweep(range(0.5, 5, 0.25), (high) => `${at("12")} 298 702 16 ${high} re f`)).toEqual([
      "0.5–1.25 – [struck 12]",
      "1.5–5 – [covered 12]",
    ]);
    expect(
      await sweep(range(2, 5, 0.25), (wide) => `${at("12")} ${wide} w 1 G 298 703.5 m 314 703.5 l S 0 G 1 w`),
    ).toEqual(["2–3 – [struck 12]", "3.25–5 – [covered 12]"]);
  });
});

describe("small or narrow type", () => {
  test("is faint", async () => {
    expect(await sweep(range(1, 5, 0.25), (size) => text(300, 700, "12", size))).toEqual([
      "1–2 – [faint 12]",
      "2.25–5 12",
    ]);
    expect(await sweep(range(5, 40), (scale) => shown(`${scale} Tz 300 700 Td (12) Tj 100 Tz`))).toEqual([
      "5–17 – [faint 12]",
      "18–40 12",
    ]);
    expect(await sweep(range(0.5, 1, 0.02), (grey) => `${grey} g ${at("12")} 0 g`)).toEqual([
      "0.5–0.88 12",
      "0.9–1 – [faint 12]",
    ]);
  });
});

describe("forms", () => {
  const form = (content: string, entries = ""): string =>
    stream(
      content,
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> ${entries}`,
    );
  const forms = (...objects: readonly string[]): More => ({ forms: "/Form 7 0 R", objects });
  check([
    [
      "have a space of their own",
      "/Form Do",
      "12",
      forms(form(shown("100 100 Td (12) Tj"), "/Matrix [1 0 0 1 200 600]")),
    ],
    [
      "the same, of a group",
      "/Form Do",
      "12",
      forms(form(shown("100 100 Td (12) Tj"), "/Matrix [1 0 0 1 200 600] /Group << /S /Transparency >>")),
    ],
    [
      "are seen within the frame that they stand in",
      `q 0 0 305 842 re W n /Form Do Q`,
      "1 [covered 2]",
      forms(form(at("12"))),
    ],
    ["give the state back", `/Form Do ${at("12")}`, "12", forms(form("1 g 1 0 0 1 50 50 cm 3 Tr"))],
    [
      "are cut to their box",
      "/Form Do",
      "1 [covered 2]",
      forms(form(at("12")).replace("[0 0 595 842]", "[0 0 306 842]")),
    ],
    [
      "one within another",
      "/Form Do",
      "12",
      forms(
        form("/Inner Do", "/Resources << /XObject << /Inner 8 0 R >> >>").replace(
          "/Resources << /Font << /F1 3 0 R >> >>",
          "",
        ),
        form(at("12")),
      ),
    ],
  ]);
});

describe("groups", () => {
  const FONT = "/Font << /F1 3 0 R >>";
  const group = (content: string, resources = FONT): string =>
    stream(
      content,
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> /Resources << ${resources} >>`,
    );
  const inner = "/XObject << /Inner 8 0 R >>";
  const groups = (...objects: readonly string[]): More => ({ ...GSTATES, forms: "/Form 7 0 R", objects });
  const line = "299 703 m 312 703 l S";
  const dark =
    "/Shading << /Dark << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.1] /N 1 >> >> >>";
  const shaded = "q 299 702.5 13 1 re W n /Dark sh Q";
  check([
    [
      "nearly transparent, with another group in it",
      "q /A09 gs /Form Do Q",
      "– [faint 12]",
      groups(group("/Inner Do", inner), group(at("12"))),
    ],
    [
      "draw their lines anew, whatever the pen outside",
      `${at("12")} q /S09 gs /Form Do Q`,
      "– [struck 12]",
      groups(group(line)),
    ],
    ["nearly transparent, with a line", `${at("12")} q /A09 gs /Form Do Q`, "12", groups(group(line))],
    ["nearly transparent, with a thin shade", `${at("12")} q /A09 gs /Form Do Q`, "12", groups(group(shaded, dark))],
    ["with a thin shade", `${at("12")} q /Form Do Q`, "– [covered 12]", groups(group(shaded, dark))],
    [
      "of a mask, with another group in it",
      `q /Masked gs ${at("12")} Q`,
      "12 [hidden 9] [unsure 12]",
      {
        resources: "/ExtGState << /Masked << /SMask << /S /Luminosity /G 7 0 R >> >> >>",
        objects: [
          group("/Inner Do", inner).replace("/S /Transparency", "/S /Transparency /CS /DeviceGray"),
          group(at("9", 313)),
        ],
      },
    ],
    [
      "cut elsewhere, what they paint covers nothing",
      `${at("12")} q 60 600 10 10 re W n 1 g 295 690 30 20 re f Q`,
      "12",
    ],
    ["the same sign set twice", shown("300 700 Td [(1) 540 (1)] TJ"), "11"],
    ["another sign set over", shown("300 700 Td [(1) 540 (2)] TJ"), "12 [unsure 2]"],
  ]);
});

describe("annotations", () => {
  const annotation = (entries: string, ...objects: readonly string[]): More => ({
    page: "/Annots [7 0 R]",
    objects: [`<< /Type /Annot /Rect [298 698 320 710] ${entries} >>`, ...objects],
  });
  const two = "/QuadPoints [298 710 305 710 298 698 305 698 60 640 90 640 60 630 90 630]";
  const stamp = stream("1 g 0 0 22 12 re f", "/Type /XObject /Subtype /Form /BBox [0 0 22 12]");
  check([
    ["strike out each line of text that they mark", at("12"), "2 [struck 1]", annotation(`/Subtype /StrikeOut ${two}`)],
    ["are off when they are hidden", at("12"), "12", annotation("/Subtype /StrikeOut /F 2")],
    ["or only printed", at("12"), "12", annotation("/Subtype /StrikeOut /F 32")],
    ["or invisible", at("12"), "– [struck 12]", annotation("/Subtype /StrikeOut /F 1")],
    ["on when they are printed too", at("12"), "– [struck 12]", annotation("/Subtype /StrikeOut /F 4")],
    ["of another kind strike nothing out", at("12"), "12", annotation("/Subtype /Highlight")],
    [
      "a stamp covers what is below",
      at("12"),
      "– [covered 12]",
      annotation("/Subtype /Stamp /F 4 /AP << /N 8 0 R >>", stamp),
    ],
    ["its words are told", "– [other 12]", "– [other 12]", annotation("/Subtype /Text /Contents ( 12 )")],
    [
      "its words beside a figure are told of the file",
      at("12"),
      "12 warning may-look-otherwise",
      annotation("/Subtype /Text /Contents (en hausse)"),
    ],
    ["its blank words are none", "–", "–", annotation("/Subtype /Text /Contents ( )")],
    ["a pop-up says nothing of its own", "–", "–", annotation("/Subtype /Popup /Contents (12)")],
  ]);
  const field = (entries: string): More => ({
    catalogue: "/AcroForm << /Fields [7 0 R] >>",
    ...annotation(`/Subtype /Widget /T (a) /DA (/F1 10 Tf 0 g) ${entries}`),
  });
  check([
    ["a field without a value", at("12"), "12", field("/FT /Tx")],
    ["a field with a blank one", at("12"), "12", field("/FT /Tx /V ( )")],
    ["a field with a choice", at("12"), "– error pdf-form", field("/FT /Ch /Opt [(1) (2)] /V (2)")],
  ]);
});

test("a stroke that stops two points from a long line, above or below it, at its left or right, is of that line and no sign", () => {
  const side = (x0: number, y0: number, x1: number, y1: number): Stroke => ({
    from: [x0, y0],
    to: [x1, y1],
    order: 0,
    isOfPage: true,
  });
  const isSign = (stroke: Stroke): boolean =>
    findSigns([side(0, 10, 100, 10), side(200, 0, 200, 100), stroke], new Set()).length > 0;
  const strokes = [
    side(50, 11.9, 50, 20),
    side(50, 13.1, 50, 20),
    side(50, 0, 50, 8.1),
    side(50, 0, 50, 6.9),
    side(201.9, 40, 210, 48),
    side(203.1, 40, 210, 48),
    side(190, 40, 198.1, 48),
    side(190, 40, 196.9, 48),
  ];
  expect(strokes.map(isSign)).toEqual([false, true, false, true, false, true, false, true]);
});

test("strokes that hold together are a sign when they are as high as a letter, and no larger", () => {
  const bars = (height: number, width: number): readonly Stroke[] =>
    [{ from: [0, 0], to: [0, height / 2] } as const, { from: [0, height / 2], to: [width, height] } as const].map(
      (side) => ({ ...side, order: 0, isOfPage: true }),
    );
  const isSign = ([height, width]: readonly [number, number]): boolean =>
    findSigns(bars(height, width), new Set()).length > 0;
  const sizes = [
    [3.9, 5],
    [4, 5],
    [25, 5],
    [25.5, 5],
    [10, 20],
    [10, 24],
    [30, 0],
  ] as const;
  expect(sizes.map(isSign)).toEqual([false, true, true, false, true, true, false]);
  // One that strikes a text out is told there.
  const struck = bars(10, 5);
  expect(findSigns(struck, new Set(struck))).toEqual([]);
});
