/** The look of a cell of an .xlsx, and what it hides. */
import { describe, expect, it } from "vitest";
import { cellOf, HIDDEN, links, NO_STYLES, NUMBER, seen, styled, value, type Written } from "../hand-made-xlsx.ts";

describe("the look of a cell", () => {
  const look = (style: Parameters<typeof styled>[0], parts: Written["parts"] = {}, before = "") =>
    cellOf({ rows: NUMBER, styles: before + styled(style), parts });
  const pattern = (type: string, fore: string, back = ""): string =>
    `<patternFill ${type === "" ? "" : `patternType="${type}"`}><fgColor rgb="FF${fore}"/>${back === "" ? "" : `<bgColor rgb="FF${back}"/>`}</patternFill>`;
  it.each([
    ["solid", "000000", "FFFFFF", HIDDEN],
    ["solid", "FFFFFF", "000000", seen("99")],
    ["none", "000000", "000000", seen("99")],
    ["", "000000", "000000", seen("99")],
    ["darkGray", "000000", "FFFFFF", HIDDEN],
    ["darkUp", "FFFFFF", "000000", seen("99")],
    ["lightUp", "FFFFFF", "000000", HIDDEN],
    ["gray125", "000000", "FFFFFF", seen("99")],
  ])("its fill of the pattern %j, %s on %s", async (type, fore, back, expected) => {
    expect(await look({ fill: pattern(type, fore, back) })).toEqual(expected);
  });

  it.each([
    ['<strike val="true"/>', seen("", "struck 99")],
    ['<strike val="1"/>', seen("", "struck 99")],
    ['<strike val="false"/>', seen("99")],
    ['<vertAlign val="subscript"/>', seen("99", "unsure")],
    ['<vertAlign val="baseline"/>', seen("99")],
    ['<sz val="2"/>', HIDDEN],
    ['<sz val="3"/>', seen("99")],
    ['<color rgb="FFFFFF"/>', HIDDEN],
    ['<color rgb="xyz"/>', seen("99")],
    ['<color theme="99"/>', seen("99")],
    ['<color auto="1"/>', seen("99")],
    ['<color theme="1"/>', seen("99")],
    ['<color theme="0" tint="-0.5"/>', seen("99")],
    ['<color rgb="FF000000" tint="0.95"/>', HIDDEN],
    ['<color rgb="FFFFFFFF" theme="1" indexed="8"/>', HIDDEN],
    ['<color theme="0" indexed="8"/>', HIDDEN],
    ['<color indexed="64"/>', seen("99")],
    ['<rFont val="Wingdings"/>', seen("99", "unsure")],
  ])("its font %s", async (font, expected) => {
    expect(await look({ font })).toEqual(expected);
  });

  it("the colours of the theme of its file, whose scheme has the dark ones first", async () => {
    const colour = (n: number, rgb: string) => `<a:c${n}><a:srgbClr val="${rgb}"/></a:c${n}>`;
    const theme = (list: readonly string[]) => ({
      "xl/theme/theme1.xml": `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>\n<a:c0><a:sysClr val="windowText" lastClr="${list[0]}"/></a:c0>${list
        .slice(1)
        .map((rgb, i) => colour(i + 1, rgb))
        .join("\n")}</a:clrScheme></a:theme>`,
      "xl/_rels/workbook.xml.rels": links({
        r1: ["worksheet", "worksheets/sheet1.xml"],
        r2: ["styles", "styles.xml"],
        r3: ["sharedStrings", "sharedStrings.xml"],
        r4: ["theme", "theme/theme1.xml"],
      }),
    });
    const whites = async (white: number): Promise<readonly number[]> => {
      const list = Array.from({ length: 6 }, (_, i) => (i === white ? "FFFFFF" : "111111"));
      const found: number[] = [];
      for (const index of [0, 1, 2, 3, 4, 5])
        if ((await look({ font: `<color theme="${index}"/>` }, theme(list))).text === "") found.push(index);
      return found;
    };
    expect([await whites(0), await whites(1), await whites(2), await whites(3), await whites(4)]).toEqual([
      [1],
      [0],
      [3],
      [2],
      [4],
    ]);
  });

  it("the colours of the palette of its file, after the eight that are fixed", async () => {
    const palette = `<colors><indexedColors>${Array.from({ length: 10 }, (_, i) => `<rgbColor rgb="00${i === 9 || i === 1 ? "FFFFFF" : "111111"}"/>`).join("")}</indexedColors></colors>`;
    const index = async (n: number) => (await look({ font: `<color indexed="${n}"/>` }, {}, palette)).text;
    expect([await index(1), await index(8), await index(9)]).toEqual(["", "99", ""]);
    const short = `<colors><indexedColors>${'<rgbColor rgb="00111111"/>'.repeat(8)}</indexedColors></colors>`;
    expect((await look({ font: '<color indexed="9"/>' }, {}, short)).text).toBe("");
  });

  it("a piece of text has its own look, of which nothing is that of the first font of the file", async () => {
    const styles = "<fonts><font><strike/></font></fonts><cellXfs><xf/></cellXfs>";
    const texts = "<si><r><rPr><b/></rPr><t>1</t></r><r><t>2</t></r></si>";
    expect(await cellOf({ rows: value("0", 't="s"'), styles, texts })).toEqual(seen("1", "struck 2"));
  });

  it("its number format by its number; a style of another file's fonts and fills is plain", async () => {
    const styles =
      '<fonts><font/></fonts><cellXfs><xf/><xf numFmtId="9" fontId="7" fillId="7" borderId="7"/></cellXfs>';
    expect(await cellOf({ rows: NUMBER, styles })).toEqual(seen("9900%"));
    expect(await cellOf({ rows: NUMBER, styles: "" })).toEqual(seen("99"));
    expect(await cellOf({ rows: NUMBER, styles: NO_STYLES.replace("<xf/>", '<xf/><xf numFmtId="999"/>') })).toEqual(
      seen("99"),
    );
  });
});
