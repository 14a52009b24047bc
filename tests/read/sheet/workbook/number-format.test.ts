/** What a number format makes of a number, of a date, of a text: as a spreadsheet shows it, with what is stored beside where that differs. */
import { describe, expect, it } from "vitest";
import { builtinFormats } from "../../../../scripts/read/sheet/workbook/builtin-formats.ts";
import { calendarDate, serialOf } from "../../../../scripts/read/sheet/workbook/dates.ts";
import { parseNumberFormat } from "../../../../scripts/read/sheet/workbook/number-format.ts";
import { plainNumber } from "../../../../scripts/read/sheet/workbook/plain-number.ts";
import { type Shown, showNumber, showText } from "../../../../scripts/read/sheet/workbook/shown.ts";

const visible = ({ text, beside, colour }: Shown): string =>
  [
    text.replaceAll("\u202f", "~"),
    ...(beside ? [`[${beside.kind} ${beside.text}]`.replace(" ]", "]")] : []),
    ...(colour ? [`{${colour}}`] : []),
  ].join(" ");
const shown = (code: string, value: number, from1904 = false): string =>
  visible(showNumber(value, parseNumberFormat(code), { from1904, showsZeros: true }));

describe("a number", () => {
  it.each<readonly [code: string, value: number, expected: string]>([
    ["#,##0.0' u'", 1234.5, "1~234,5 u"],
    ["#,##0.0' u'", 0.04, "0,0 u"],
    ["#,##0.0' u'", 1234567.85, "1~234~567,9 u"],
    ["#,##0.0' u'", 999.95, "1~000,0 u"],
    ["#,##0.0' u'", 100, "100,0 u"],
    ["0.00' u'", 0.5, "0,50 u"],
    ["0.00' u'", 1.005, "1,01 u"],
    ["0.00' u'", 999.995, "1000,00 u"],
    ["0.00' u'", 1e15, "1000000000000000,00 u"],
    ["0.0' u'", 1e-7, "0,0 u"],
    ["0' u'", 1e21, "1000000000000000000000 u"],
    ["#.##' u'", 12, "12, u"],
    ["#.##' u'", 1.5, "1,5 u"],
    ["#.##' u'", 1.05, "1,05 u"],
    ["#.##' u'", 0.5, ",5 u [otherwise 0,5]"],
    [".0' u'", 0.25, ",3 u [otherwise 0,25]"],
    ["0 000' u'", 12, "0 012 u"],
    ["0 000' u'", 12345, "12 345 u"],
    ["?0.0?' u'", 5, "5,0  u"],
    ["?0.0?' u'", 5.25, "5,25 u"],
    ["'u '??0", 5, "u   5"],
    ["?,??0' u'", 5, "5 u"],
    ["'u '#,##0", 5, "u 5"],
    ["000' u'", 5, "005 u"],
    ["#' u'", 0, "u [otherwise 0]"],
    ["0,000' u'", 12, "0~012 u"],
    ["0.0,,' M'", 12345678, "12,3 M [otherwise 12345678]"],
    ["0,.0' k'", 1234, "1,2 k [otherwise 1234]"],
    ["#,##0,' k'", 12345678, "12~346 k [otherwise 12345678]"],
    ["0%", 0.5, "50%"],
    ["0.0%", 0.1234, "12,3%"],
    ["0.00%", 0.29, "29,00%"],
    ["0%%", 0.5, "5000%%"],
    ["0.0 %", -0.125, "-12,5 %"],
    ["0' sur 10'", 5, "5 sur 10"],
    ["'1 sur '0", 5, "1 sur 5"],
    ["'1 / '0", 5, "1 / 5 [otherwise 5]"],
    ["'1 an '0", 12, "1 an 12"],
    ["0' '0", 12, "1 2 [otherwise 12]"],
    ["0' faits'", -7, "-7 faits"],
    ["'faits : '0", 7, "faits : 7"],
    ["'faits : '0", -7, "-faits : 7 [otherwise -7]"],
    ["0;0", -5, "5 [otherwise -5]"],
    ["0;-0", -5, "-5"],
    ["0;- 0", -5, "-5"],
    ["0;(0)", -5, "-5"],
    ["0;0-", -5, "-5"],
    ["0;'moins '0", -5, "moins 5 [otherwise -5]"],
    ["0;-0' faits'", -5, "-5 faits"],
    ["0_);(0)", 5, "5"],
    ["-0", 5, "-5 [otherwise 5]"],
    ["+0;-0;0", 5, "+5"],
    ["+0;-0;0", 0, "0"],
    ["+0;-0", 0, "+0"],
    ["0;-0;-", 0, "0"],
    ["0;-0;'–'", 0, "0"],
    ["0;-0;'- €'", 0, "0"],
    ["0;-0;'néant'", 0, "néant [otherwise 0]"],
    ["0;-0;", 0, " [otherwise 0]"],
    ["0;;", 5, "5"],
    ["0;;", -5, " [otherwise -5]"],
    ["'x'", 5, "x [otherwise 5]"],
    ["", -5, "-5"],
    ["General", 1e21, "1000000000000000000000"],
    ["Standard", 12.5, "12,5"],
    ["General' u'", -12, "-12 u"],
    ["General%", 0.5, "0,5% [otherwise 0,5]"],
    ["General;-General", -5, "-5"],
    ["'€ '0;'€ '-0", -5, "€ -5"],
    ["#,##0.00 '€'", -1234.5, "-1~234,50 €"],
    ["[$€-40C] 0", -5, "-€ 5"],
    ["0 [$€-40C]", 5, "5 €"],
    ["0 [$€]", 5, "5 €"],
    ["[$-40C]0", 5, "5"],
    ["0.", 5, "5"],
    ["0/", 5, "5"],
  ])("under %s: %d", (code, value, expected) => {
    expect(shown(code.replaceAll("'", '"'), value)).toBe(expected);
  });

  it.each<readonly [code: string, value: number, expected: string]>([
    ["\\x0", 5, "x5"],
    ["\\10", 5, "15 [otherwise 5]"],
    ["0\\;0", 12, "1;2 [otherwise 12]"],
    ["0_;", 5, "5"],
    ["0*;;-0", 5, "5 [unsure]"],
    ['0"a;b"', 5, "5a;b"],
    ['0"a', 5, "5a"],
    ["[a;b]0;-0", -5, "-5"],
    ["* 0", 5, "5"],
    ["*-0", 5, "5 [unsure]"],
    ["0_1", 5, "5"],
    ['0E+00" u"', 5, "5 [unsure]"],
    ["0E+00", 12, "12 [otherwise 12]"],
    ["0E+00", 10, "10"],
    ["0.0E+00", 1234, "1234 [otherwise 1234]"],
    ["0.0E+00", 1200, "1200"],
    ["#.##E-0", 1230, "1230"],
    ["# ?/?", 1.5, "1,5"],
    ["0;0;0;0", -5, "5 [otherwise -5]"],
    ["0;-0;@", 0, "0"],
    ["0;@", -5, "-5"],
    ['"n° "@', 5, "5"],
    ['"1"@', 5, "5 [unsure]"],
  ])("under %s, whose signs are escaped, filled, or a power: %d", (code, value, expected) => {
    expect(shown(code, value)).toBe(expected);
  });

  it.each([
    ["[>10]", 11, 10],
    ["[>=10]", 10, 9],
    ["[<10]", 9, 10],
    ["[<=10]", 10, 11],
    ["[=10]", 10, 9],
    ["[<>10]", 9, 10],
    ["[> 1.5]", 1.6, 1.5],
    ["[>=-1]", 0, null],
  ])("under a condition, %s: of %d, not of %d", (condition, holds, fails) => {
    expect(shown(`${condition}"x";0`, holds)).toBe(`x [otherwise ${plainNumber(holds)}]`);
    if (fails !== null) expect(shown(`${condition}"x";0`, fails)).toBe(plainNumber(fails));
  });

  it("under conditions that leave it open, it is unsure", () => {
    expect([1, 2, 3].map((value) => shown('[=1]"un";[=2]"deux";0', value))).toEqual([
      "un [otherwise 1]",
      "deux [otherwise 2]",
      "3",
    ]);
    expect(shown('[=1]"un";[=2]"deux"', 3)).toBe("3 [unsure]");
    expect(shown('[>10]"x";"y";0', 9)).toBe("9 [unsure]");
    expect(shown('[>10]"x";"y";0', 11)).toBe("x [otherwise 11]");
    expect(shown('0;[>10]"x";"y"', 5)).toBe("5 [unsure]");
    expect(shown('[>10]"x";0', -5)).toBe("-5 [unsure]");
    expect(shown('[>10]"x"', 5)).toBe("5 [unsure]");
  });

  it.each([
    ["White", "255,255,255"],
    ["blanc", "255,255,255"],
    ["Black", "0,0,0"],
    ["noir", "0,0,0"],
    ["RED", "255,0,0"],
    ["rouge", "255,0,0"],
    ["Green", "0,255,0"],
    ["vert", "0,255,0"],
    ["Blue", "0,0,255"],
    ["bleu", "0,0,255"],
    ["Yellow", "255,255,0"],
    ["jaune", "255,255,0"],
    ["Magenta", "255,0,255"],
    ["Cyan", "0,255,255"],
    ["Color 2", "255,255,255"],
    ["Color3", "255,0,0"],
    ["couleur 10", "0,128,0"],
  ])("has the colour that its format says: %s", (name, colour) => {
    expect(shown(`[${name}]0`, 5)).toBe(`5 {${colour}}`);
  });

  it.each(["[Color 57]0", "[Whitest]0", '"[White]"0', "[Red]0;-0"])("has no colour under %s", (code) => {
    expect(shown(code, -5)).not.toContain("{");
  });

  it.each([
    ["[$-2000401]0", false],
    ["[$-1000401]0", true],
    ["[$-20C0000]0", false],
    ["[$-1010409]0", true],
    ["[$-2020409]0", false],
    ["[DBNum1]0", false],
    ["[NatNum1]0", false],
    ["bbbb", false],
    ["gg", false],
    ['0" bb"', true],
    ['0"g"', true],
    ["General", true],
    ["[$-40C]0", true],
  ])("is unsure where its format has other digits or another calendar: %s", (code, sure) => {
    expect(shown(code, 5).includes("[unsure]")).toBe(!sure);
  });

  it.each([
    [0.30000000000000004, "0,3"],
    [7.83e-3, "0,00783"],
    [1e-7, "0,0000001"],
    [1e21, "1000000000000000000000"],
    [-0, "0"],
    [-1.5, "-1,5"],
  ])("is plain in French: %d", (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });
});

describe("a format of the program, that a file names by its number only", () => {
  const MINUS = " [otherwise -1234,5625]";
  it.each<readonly [ids: readonly number[], positive: string, negative: string, zero: string]>([
    [[0, 1, 2, 3, 4, 12, 13, 37, 39, 41, 43, 49], "1234,5625", "-1234,5625", "0"],
    [[38, 40], "1234,5625", "-1234,5625 {255,0,0}", "0"],
    [[5], "1~235 €", "-1~235 €", "0 €"],
    [[6], "1~235 €", "-1~235 € {255,0,0}", "0 €"],
    [[7], "1~234,56 €", "-1~234,56 €", "0,00 €"],
    [[8], "1~234,56 €", "-1~234,56 € {255,0,0}", "0,00 €"],
    [[42], "1~235 €", "-1~235 €", "0"],
    [[44], "1~234,56 €", "-1~234,56 €", "0"],
    [[9], "123456%", "-123456%", "0%"],
    [[10], "123456,25%", "-123456,25%", "0,00%"],
    [[11, 48], "1234,5625 [otherwise 1234,5625]", "-1234,5625 [otherwise -1234,5625]", "0"],
    [[14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58], "18/05/1903", MINUS, "00/01/1900"],
    [[16], "18 mai", MINUS, "0 janvier"],
    [[17], "mai 1903", MINUS, "janvier 1900"],
    [[18], "1:30 PM", MINUS, "12:00 AM"],
    [[19], "1:30:00 PM", MINUS, "12:00:00 AM"],
    [[20], "13:30", MINUS, "0:00"],
    [[21], "13:30:00", MINUS, "0:00:00"],
    [[22], "18/05/1903 13:30", MINUS, "00/01/1900"],
    [[45], "30:00", MINUS, "00:00"],
    [[46], "29629:30:00", MINUS, "0:00:00"],
    [[47], "30:00.0", MINUS, "00:00.0"],
  ])("%j", (ids, ...expected) => {
    for (const id of ids)
      expect([1234.5625, -1234.5625, 0].map((value) => shown(builtinFormats().get(id)?.code ?? "?", value))).toEqual(
        expected,
      );
  });

  it("has its own section for negative numbers, which writes their sign; and one for zeros, with a dash", () => {
    const sections = (id: number) => builtinFormats().get(id)?.sections.length;
    expect([4, 37, 38, 39, 40, 41, 43].map(sections)).toEqual([1, 2, 2, 2, 2, 3, 3]);
  });

  it("is none between these", () => {
    expect(builtinFormats().size).toBe(49);
  });
});

describe("a date", () => {
  /** Sunday 5 April 2026, 13:07:09. */
  const DATE = 46117 + (13 * 3600 + 7 * 60 + 9) / 86_400;
  it.each([
    ["d", "5 [otherwise N]"],
    ["dd", "5 [otherwise N]"],
    ["dddd", "5 [otherwise N]"],
    ["m", "avril"],
    ["mmmm", "avril"],
    ["yy", "26 [otherwise N]"],
    ["yyy", "2026"],
    ["yyyy", "2026"],
    ["e", "2026"],
    ["d-mmm", "5 avril"],
    ["mmm-yy", "avril 2026"],
    ["yyyy-mm", "avril 2026"],
    ["yyyy-mm-dd", "05/04/2026"],
    ["d/m/yy", "05/04/2026"],
    ["h:mm dd/mm/yyyy", "05/04/2026 13:07"],
    ["[$-40C]d mmmm yyyy", "05/04/2026"],
    ["dd.mm.yyyy", "05/04/2026"],
    ["h:mm", "13:07"],
    ["h:m", "13:7"],
    ["hh:mm:ss", "13:07:09"],
    ["h:mm:s", "13:07:9"],
    ["mm:ss", "07:09"],
    ["m:s", "7:9"],
    ["h", "13 [otherwise N]"],
    ["ss", "09 [otherwise N]"],
    ["h:mm AM/PM", "1:07 PM"],
    ["hh:mm A/P", "01:07 PM"],
    ["[h]:mm", "1106821:07"],
    ["[mm]:ss", "66409267:09"],
    ["[s]", "3984556029 [otherwise N]"],
    ['"le "dddd d mmmm yyyy', "le dimanche 5 avril 2026"],
    ['"le "ddd dd/mm/yy', "le dimanche 05/04/26"],
    ['"en "mmmmm', "en A"],
    ['"en "mmm', "en avril"],
    ['"mois "m', "mois 4"],
    ['"mois "mm', "mois 04"],
    ['"T2 "yy', "T2 26"],
    ['"T2 "yyy', "T2 2026"],
    ['"an "e', "an 2026"],
    ['"à "h"h"mm', "à 13h07"],
    ['"jour "d', "jour 5"],
    ['"jour "dd', "jour 05"],
    ["d\\ mmm", "5 avril"],
    ["0d", "05 [otherwise N]"],
    ['yyyy"-T2"', "2026-T2"],
    ["[Red]yyyy", "2026 {255,0,0}"],
  ])("under %s", (code, expected) => {
    expect(shown(code, DATE).replace(plainNumber(DATE), "N")).toBe(expected);
  });

  it("has the time of its day where its format has hours, and it is not midnight", () => {
    const at = (hours: number) => shown("dd/mm/yyyy h:mm", 46112 + hours / 24);
    expect([0, 0.5, 13, 23.99].map(at)).toEqual([
      "31/03/2026",
      "31/03/2026 00:30",
      "31/03/2026 13:00",
      "31/03/2026 23:59",
    ]);
    const half = (hours: number) => shown("h:mm AM/PM", 46112 + hours / 24);
    expect([0.5, 11, 12, 13].map(half)).toEqual(["12:30 AM", "11:00 AM", "12:00 PM", "1:00 PM"]);
    expect(shown("[h]:mm", 1.5)).toBe("36:00");
    expect(shown("dd/mm/yyyy", 0.999999999)).toBe("01/01/1900");
  });

  it("has the French name of its month", () => {
    const months = Array.from({ length: 12 }, (_, i) =>
      shown("mmm-yy", serialOf(`2026-${String(i + 1).padStart(2, "0")}-15`) ?? 0),
    );
    expect(months.map((text) => text.replace(" 2026", ""))).toEqual(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
    );
    const days = Array.from({ length: 7 }, (_, i) => shown('"le "dddd', 46111 + i).slice(3));
    expect(days).toEqual("lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "));
  });

  it.each([
    [0, "00/01/1900"],
    [1, "01/01/1900"],
    [59, "28/02/1900"],
    [60, "29/02/1900"],
    [61, "01/03/1900"],
    [2_958_465, "31/12/9999"],
    [2_958_466, " [otherwise 2958466]"],
    [-1, " [otherwise -1]"],
  ])("of the number %i", (serial, text) => {
    expect(shown("dd/mm/yyyy", serial)).toBe(text);
  });

  it("since 1904 is four years and a day later; there is none before", () => {
    expect([0, 1, 46112, -1].map((serial) => shown("dd/mm/yyyy", serial, true))).toEqual([
      "01/01/1904",
      "02/01/1904",
      "01/04/2030",
      " [otherwise -1]",
    ]);
    expect(shown("[h]", 2, true)).toBe("48 [otherwise 2]");
    expect(calendarDate(0.5, true)).toMatchObject({ y: 1904, m: 1, d: 1, H: 12, days: 0.5 });
  });

  it.each([
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-02-29", 60],
    ["1900-03-01", 61],
    ["2026-03-31", 46112],
    [" 2026-03-31 ", 46112],
    ["2026-03-31T06:00", 46112.25],
    ["2026-03-31T06:00Z", 46112.25],
    ["2026-03-31T00:45:00", 46112 + 45 / 1440],
    ["2026-03-31T00:00:30.500", 46112 + 30 / 86_400],
    ["1900-02-29T12:00:00", 60.5],
    ["x2026-03-31", undefined],
    ["2026-03-31x", undefined],
    ["2026-3-31", undefined],
    ["2026-02-29", undefined],
    ["2026-04-31", undefined],
    ["2026-13-01", undefined],
    ["2026-01-00", undefined],
    ["06:00:00", undefined],
    ["", undefined],
  ])("as it is written, %j, is stored as %s", (iso, serial) => {
    expect(serialOf(iso)).toBe(serial);
  });
});

describe("a text", () => {
  it.each([
    [";;;", "99", " [otherwise 99]"],
    ['0;0;0;"12"', "99", "12 [otherwise 99]"],
    ["0;0;0;", "99", " [otherwise 99]"],
    ['"n° "@', "99", "n° 99"],
    ['"1"@', "99", "199 [otherwise 99]"],
    ['@" (1)"', "Vols", "Vols (1) [otherwise Vols]"],
    ["@", " 99 ", " 99 "],
    ['@" "', "99", "99"],
    ["0", "99", "99"],
    ['"x"', "99", "99"],
    [";;;", "", ""],
    ['0;-0;"z";"t"', "a", "t [otherwise a]"],
  ])("under %s: %j", (code, text, expected) => {
    expect(visible(showText(text, parseNumberFormat(code)))).toBe(expected);
  });
});
