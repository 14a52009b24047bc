/** What is drawn over a sheet of an .xlsx. */
import { describe, expect, it } from "vitest";
import { rules } from "../../source.ts";
import { besides, links, NO_STYLES, one, read, value } from "../hand-made-xlsx.ts";

describe("what is drawn over a sheet", () => {
  const XDR =
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const PICTURE = "<xdr:pic/>";
  const rows = [1, 2]
    .map((r) => `<row r="${r}">${["A", "B", "C"].map((c) => `<c r="${c}${r}"><v>${r}</v></c>`).join("")}</row>`)
    .join("");
  /** The places that are covered. */
  const covered = async (drawing: string, before = "") => {
    const { value: grids } = await read({
      styles: NO_STYLES,
      rows,
      before,
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
        "xl/drawings/drawing1.xml": `<xdr:wsDr ${XDR}>${drawing}</xdr:wsDr>`,
      },
    });
    return (grids[0]?.rows ?? [])
      .flatMap((row, r) =>
        row.flatMap(({ beside }, c) => (beside?.[0]?.kind === "covered" ? [`${"ABC"[c]}${r + 1}`] : [])),
      )
      .join(" ");
  };
  const at = (name: string, col: number, row: number, colOff = 0, rowOff = 0) =>
    `<xdr:${name}><xdr:col>${col}</xdr:col><xdr:colOff>${colOff}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOff}</xdr:rowOff></xdr:${name}>`;
  const two = (from: string, to: string, content = PICTURE) =>
    `<xdr:twoCellAnchor>${from}${to}${content}</xdr:twoCellAnchor>`;
  const WIDTH = 9 * 7 * 9_525;
  const HEIGHT = 15 * 12_700;

  it.each([
    [two(at("from", 0, 0), at("to", 2, 1)), "A1 B1"],
    [two(at("from", 1, 0), at("to", 2, 2)), "B1 B2"],
    [two(at("from", 0, 0, 0.81 * WIDTH), at("to", 2, 1)), "B1"],
    [two(at("from", 0, 0, 0.5 * WIDTH), at("to", 1, 1, 0.5 * WIDTH)), "A1 B1"],
    [two(at("from", 0, 0), at("to", 1, 0, 0, 0.5 * HEIGHT)), "A1"],
    [
      `<xdr:oneCellAnchor>${at("from", 1, 1)}<xdr:ext cx="${2 * WIDTH}" cy="${HEIGHT}"/>${PICTURE}</xdr:oneCellAnchor>`,
      "B2 C2",
    ],
    [
      `<xdr:oneCellAnchor>${at("from", 0, 0, 0.5 * WIDTH)}<xdr:ext cx="${WIDTH}" cy="${1.5 * HEIGHT}"/>${PICTURE}</xdr:oneCellAnchor>`,
      "A1 B1 A2 B2",
    ],
    [
      `<xdr:absoluteAnchor><xdr:pos x="${2 * WIDTH}" y="${HEIGHT}"/><xdr:ext cx="${WIDTH}" cy="${HEIGHT}"/>${PICTURE}</xdr:absoluteAnchor>`,
      "C2",
    ],
    [
      `<xdr:absoluteAnchor><xdr:pos x="${1.5 * WIDTH}" y="${0.5 * HEIGHT}"/><xdr:ext cx="${0.3 * WIDTH}" cy="${0.3 * HEIGHT}"/>${PICTURE}</xdr:absoluteAnchor>`,
      "B1",
    ],
  ])("%s covers %s", async (drawing, places) => {
    expect(await covered(drawing)).toBe(places);
  });

  it("counts the rows and columns as high and wide as they are", async () => {
    const drawing = `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="${0.5 * WIDTH}" cy="${0.5 * HEIGHT}"/>${PICTURE}</xdr:absoluteAnchor>`;
    expect(await covered(drawing)).toBe("A1");
    expect(await covered(drawing, '<sheetFormatPr defaultColWidth="30" defaultRowHeight="15"/>')).toBe("");
    expect(await covered(drawing, '<sheetFormatPr defaultRowHeight="60"/>')).toBe("");
    expect(await covered(drawing, '<cols><col min="1" max="2" width="2.25"/></cols>')).toBe("A1 B1");
  });

  const box = (content: string) => two(at("from", 0, 0), at("to", 1, 1), `<xdr:sp>${content}</xdr:sp>`);
  it.each([
    ["a shape without fill", box('<xdr:spPr><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr>'), ""],
    ["a shape whose line alone is none", box("<xdr:spPr><a:ln><a:noFill/></a:ln></xdr:spPr>"), "A1"],
    [
      "a shape without fill that holds a text",
      box(
        '<xdr:spPr><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>a</a:t></a:r></a:p></xdr:txBody>',
      ),
      "A1",
    ],
    [
      "a shape without fill that holds spaces",
      box(
        '<xdr:spPr><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr><xdr:txBody><a:p><a:r><a:t> </a:t></a:r></a:p><a:p/></xdr:txBody>',
      ),
      "",
    ],
    ["a line", two(at("from", 0, 0, 0, 0.5 * HEIGHT), at("to", 1, 0, 0, 0.5 * HEIGHT), "<xdr:cxnSp/>"), "A1"],
    [
      "a chart",
      two(
        at("from", 0, 0),
        at("to", 1, 1),
        '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="1"/></xdr:nvGraphicFramePr></xdr:graphicFrame>',
      ),
      "A1",
    ],
    ["a shape that is hidden", box('<xdr:nvSpPr><xdr:cNvPr id="1" hidden="true"/></xdr:nvSpPr>'), ""],
    [
      "a group that is hidden",
      two(
        at("from", 0, 0),
        at("to", 1, 1),
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr hidden="1"/></xdr:nvGrpSpPr><xdr:sp><xdr:nvSpPr><xdr:cNvPr/></xdr:nvSpPr></xdr:sp></xdr:grpSp>',
      ),
      "",
    ],
  ])("%s", async (_, drawing, places) => {
    expect(await covered(drawing)).toBe(places);
  });

  it("a text box of several pieces and paragraphs is read as it stands", async () => {
    const content = "<xdr:txBody><a:p><a:r><a:t>1</a:t></a:r><a:r><a:t>2</a:t></a:r></a:p></xdr:txBody>";
    const { value: grids } = await read({
      styles: NO_STYLES,
      rows: one('<c r="B1"><v>1</v></c>'),
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
        "xl/drawings/drawing1.xml": `<xdr:wsDr ${XDR}>${box(content)}</xdr:wsDr>`,
      },
    });
    expect(grids[0]?.rows[0]?.[0]?.beside).toEqual([{ kind: "other", text: "12" }]);
  });

  it("a control of the sheet itself covers what it stands on", async () => {
    const after = `<controls ${XDR}><control><controlPr><anchor>${at("from", 0, 0)}${at("to", 1, 1)}</anchor></controlPr></control></controls>`;
    expect(await besides({ rows: value("9"), styles: NO_STYLES, after })).toEqual(["covered 9"]);
  });

  const vml = (shape: string, tag = "shape") => `<xml><v:${tag} style="position:absolute">${shape}</v:${tag}></xml>`;
  const client = (type: string, anchor: string, more = "") =>
    `<x:ClientData a="b" ObjectType="${type}">${more}<x:Anchor>\n ${anchor}</x:Anchor></x:ClientData>`;
  const OVER = "0, 0, 0, 0, 1, 0, 1, 0";
  it.each([
    ["a button", vml(client("Button", OVER)), true],
    ["a picture", vml(client("Pict", OVER), "image"), true],
    ["a rectangle", vml(client("Rect", OVER), "rect"), true],
    ["the list of a filter", vml(client("Drop", OVER)), false],
    ["a comment", vml(client("Note", OVER)), false],
    ["a comment that is shown", vml(client("Note", OVER, "<x:Visible></x:Visible>")), true],
    [
      "a comment that is shown by its style",
      vml(client("Note", OVER)).replace("absolute", "absolute;visibility:visible"),
      true,
    ],
    ["a button of three places", vml(client("Button", "0, 0, 0")), false],
    ["a button that says no place", vml('<x:ClientData ObjectType="Button"/>'), false],
    ["a shape of no object", vml(`<x:Anchor>${OVER}</x:Anchor>`), false],
    ["a button in the next row", vml(client("Button", "0, 0, 1, 0, 1, 0, 2, 0")), false],
    ["a button in the next column", vml(client("Button", "1, 0, 0, 0, 2, 0, 1, 0")), false],
    ["a button from the last fifth of the row on", vml(client("Button", "0, 0, 0, 17, 1, 0, 1, 0")), false],
    ["a button from the middle of the row on", vml(client("Button", "0, 0, 0, 10, 1, 0, 1, 0")), true],
    ["a button from the last fifth of the column on", vml(client("Button", "0, 52, 0, 0, 1, 0, 1, 0")), false],
    ["a button up to the middle of the cell", vml(client("Button", "0, 0, 0, 0, 0, 32, 0, 10")), true],
    [
      "two shapes, of which the second",
      `${vml(client("Button", "5, 0, 5, 0, 6, 0, 6, 0"))}${vml(client("Button", OVER))}`,
      true,
    ],
  ])("in the drawings of old: %s", async (_, drawing, hides) => {
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ v: ["vmlDrawing", "../drawings/vmlDrawing1.vml"] }),
      "xl/drawings/vmlDrawing1.vml": drawing,
    };
    expect(await besides({ rows: value("9"), styles: NO_STYLES, parts })).toEqual([hides ? "covered 9" : undefined]);
  });

  it("a picture alone in a sheet is told, though it is in a group", async () => {
    const group = two(at("from", 0, 0), at("to", 1, 1), `<xdr:grpSp>${PICTURE}</xdr:grpSp>`);
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
      "xl/drawings/drawing1.xml": `<xdr:wsDr ${XDR}>${group}</xdr:wsDr>`,
    };
    expect(rules(await read({ parts }))[0]).toBe("warning sheet-only-drawings");
  });

  it("a picture alone in a sheet, in the drawings of old too, is told", async () => {
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ v: ["vmlDrawing", "../drawings/vmlDrawing1.vml"] }),
      "xl/drawings/vmlDrawing1.vml": vml(client("Pict", OVER)),
    };
    expect(rules(await read({ parts }))[0]).toBe("warning sheet-only-drawings");
  });
});
