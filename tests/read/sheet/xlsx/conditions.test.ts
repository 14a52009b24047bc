/** The conditional formats of an .xlsx. */
import { describe, expect, it } from "vitest";
import { cellOf, HIDDEN, NO_STYLES, NUMBER, seen, styled, value } from "../hand-made-xlsx.ts";

describe("a conditional format", () => {
  const WHITE = '<font><color rgb="FFFFFFFF"/></font>';
  const STRUCK = "<font><strike/></font>";
  const dxfs = (...list: readonly string[]): string =>
    styled({ more: `<dxfs>${list.map((dxf) => `<dxf>${dxf}</dxf>`).join("")}</dxfs>` });
  const X14 =
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
  const over = (sqref: string, rules_: string) =>
    `<conditionalFormatting sqref="${sqref}">${rules_}</conditionalFormatting>`;
  const rule = (attributes: string, ...formulas: readonly string[]) =>
    `<cfRule priority="1" dxfId="0" ${attributes}>${formulas.map((formula) => `<formula>${formula}</formula>`).join("")}</cfRule>`;
  const TRUE = rule('type="expression"', "TRUE");
  const figure = (after: string, ...list: readonly string[]) =>
    cellOf({ rows: value("99"), after, styles: dxfs(...(list.length > 0 ? list : [WHITE])) });

  it.each([
    ["TRUE", HIDDEN],
    ["true()", HIDDEN],
    ["1", HIDDEN],
    ["FALSE", seen("99")],
    ["FALSE()", seen("99")],
    ["0", seen("99")],
    ["TRUE&gt;1", seen("99", "unsure")],
    ["NOT(TRUE)", seen("99", "unsure")],
    ["10", seen("99", "unsure")],
  ])("by the formula %s", async (formula, expected) => {
    expect(await figure(over("A1", rule('type="expression"', formula)))).toEqual(expected);
  });

  it.each([
    ["equal", ["99"], true],
    ["equal", ["98"], false],
    ["notEqual", ["98"], true],
    ["notEqual", ["99"], false],
    ["greaterThan", ["98.5"], true],
    ["greaterThan", ["99"], false],
    ["greaterThanOrEqual", ["99"], true],
    ["greaterThanOrEqual", ["100"], false],
    ["lessThan", ["100"], true],
    ["lessThan", ["99"], false],
    ["lessThanOrEqual", ["99"], true],
    ["lessThanOrEqual", ["98"], false],
    ["between", ["-1", "99"], true],
    ["between", ["99", "1"], true],
    ["between", ["1", "98"], false],
    ["notBetween", ["1", "98"], true],
    ["notBetween", ["1", "99"], false],
  ])("of a figure that is %s to %j", async (operator, bounds, holds) => {
    const after = over("A1", rule(`type="cellIs" operator="${operator}"`, ...bounds));
    expect(await figure(after)).toEqual(holds ? HIDDEN : seen("99"));
  });

  it.each([
    ["containsBlanks", seen("99")],
    ["notContainsBlanks", seen("", "faint 99")],
    ["containsErrors", seen("99")],
    ["notContainsErrors", seen("", "faint 99")],
  ])("of a figure, needs no computing: %s", async (type, expected) => {
    expect(await figure(over("A1", rule(`type="${type}"`, "LEN(TRIM(A1))=0")))).toEqual(expected);
  });

  it.each([
    ['type="cellIs" operator="between"', ["1"]],
    ['type="cellIs" operator="equal"', ["$B$1"]],
    ['type="cellIs" operator="equal"', ["99%"]],
    ['type="cellIs" operator="any"', ["99"]],
    ['type="top10"', ["1"]],
    ['type="cellIs" operator="equal"', []],
  ])("of which it is not known whether it holds: %s %j", async (attributes, formulas) => {
    expect(await figure(over("A1", rule(attributes, ...formulas)))).toEqual(seen("99", "unsure"));
  });

  it.each([
    ["A1", true],
    ["B1", false],
    ["A2", false],
    ["C3 A1:B2", true],
    ["A:A", true],
    ["$A:$B", true],
    ["B:C", false],
    ["1:1", true],
    ["$1:$9", true],
    ["2:9", false],
    ["", false],
  ])("lies over %j: %s", async (sqref, lies) => {
    expect(await figure(over(sqref, TRUE))).toEqual(lies ? HIDDEN : seen("99"));
  });

  it("the one of the first priority wins, wherever it stands", async () => {
    const [white, struck] = [1, 2].map(
      (priority, i) => `<cfRule priority="${priority}" dxfId="${i}" type="expression"><formula>TRUE</formula></cfRule>`,
    );
    const black = '<font><color rgb="FF000000"/></font>';
    for (const order of [`${white}${struck}`, `${struck}${white}`]) {
      expect(await figure(over("A1", order), WHITE, black)).toEqual(HIDDEN);
      expect(await figure(over("A1", order), black, WHITE)).toEqual(seen("99"));
    }
    const late = `<cfRule dxfId="1" type="expression"><formula>TRUE</formula></cfRule>`;
    expect(await figure(over("A1", `${late}${TRUE}`), WHITE, black)).toEqual(HIDDEN);
  });

  it("that says to stop leaves out those after it where it holds, even if it changes nothing", async () => {
    const rule = (more: string, formula = "TRUE") =>
      `<cfRule type="expression" ${more}><formula>${formula}</formula></cfRule>`;
    const white = rule('priority="2" dxfId="0"');
    expect(await figure(over("A1", white + rule('priority="1" stopIfTrue="1"')), WHITE)).toEqual(seen("99"));
    for (const first of [
      rule('priority="1"'),
      rule('priority="1" stopIfTrue="0"'),
      rule('priority="3" stopIfTrue="1"'),
      rule('priority="1" stopIfTrue="1"', "FALSE"),
    ])
      expect([first, await figure(over("A1", first + white), WHITE)]).toEqual([first, HIDDEN]);
  });

  it("changes what it says, and nothing where it names no look", async () => {
    expect(await figure(over("A1", TRUE), STRUCK)).toEqual(seen("", "struck 99"));
    expect(await figure(over("A1", TRUE), '<numFmt numFmtId="170" formatCode="0%"/>')).toEqual(seen("9900%"));
    expect(await figure(over("A1", TRUE), '<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>')).toEqual(
      HIDDEN,
    );
    expect(
      await figure(
        over("A1", TRUE),
        `<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill>`,
      ),
    ).toEqual(HIDDEN);
    expect(
      await figure(
        over("A1", TRUE),
        `<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/><bgColor rgb="FFFFFF00"/></patternFill></fill>`,
      ),
    ).toEqual(seen("99"));
    expect(await figure(over("A1", TRUE.replace('dxfId="0"', 'dxfId="7"')))).toEqual(seen("99"));
    expect(await figure(over("A1", TRUE.replace('dxfId="0"', "")))).toEqual(seen("99"));
    const inked = {
      rows: NUMBER,
      after: over("A1", TRUE),
      styles: styled({ font: "<strike/>", more: `<dxfs><dxf><font><b/></font></dxf></dxfs>` }),
    };
    expect(await cellOf(inked)).toEqual(seen("", "struck 99"));
    const white = {
      ...inked,
      styles: styled({ font: '<color rgb="FFFFFFFF"/>', more: "<dxfs><dxf><font><b/></font></dxf></dxfs>" }),
    };
    expect(await cellOf(white)).toEqual(HIDDEN);
  });

  const bars = (content: string, type = "dataBar") =>
    over("A1", `<cfRule type="${type}" priority="1">${content}</cfRule>`);
  it.each([
    ['<dataBar showValue="false"/>', seen("", "otherwise 99")],
    ['<dataBar showValue="1"/>', seen("99")],
    ['<dataBar><color rgb="FF000000"/></dataBar>', seen("99", "unsure")],
    ['<dataBar showValue="0"><color rgb="FF000000"/></dataBar>', seen("", "otherwise 99")],
  ])("bars: %s", async (content, expected) => {
    expect(await figure(bars(content))).toEqual(expected);
  });

  it("icons in place of a figure hide it, not a text", async () => {
    const icons = bars('<iconSet showValue="0"/>', "iconSet");
    expect(await figure(icons)).toEqual(seen("", "otherwise 99"));
    expect(await cellOf({ rows: value("a", 't="str"'), after: icons, styles: NO_STYLES })).toEqual(seen("a"));
    expect(await figure(bars('<iconSet showValue="1"/>', "iconSet"))).toEqual(seen("99"));
  });

  it("of Excel 2010 and later: its range, its formula and its look are its own", async () => {
    const own = (formula: string, sqref: string) =>
      `<extLst ${X14}><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="cellIs" operator="greaterThan" priority="1"><xm:f>${formula}</xm:f><x14:dxf>${WHITE}</x14:dxf></x14:cfRule><xm:sqref> ${sqref} </xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    expect(await figure(own("98", "A1"), "")).toEqual(HIDDEN);
    expect(await figure(own("99", "A1"), "")).toEqual(seen("99"));
    expect(await figure(own("98", "B1:B9"), "")).toEqual(seen("99"));
    const scale = (content: string) => own("98", "A1").replace(/<x14:dxf>.*<\/x14:dxf>/, content);
    expect(await figure(scale('<x14:colorScale><x14:color rgb="FF000000"/></x14:colorScale>'))).toEqual(
      seen("99", "unsure"),
    );
    expect(await figure(scale('<x14:dataBar><x14:fillColor rgb="FF000000"/></x14:dataBar>'))).toEqual(
      seen("99", "unsure"),
    );
    expect(await figure(scale('<x14:dataBar showValue="0"/>').replace('type="cellIs"', 'type="dataBar"'))).toEqual(
      seen("", "otherwise 99"),
    );
  });
});
