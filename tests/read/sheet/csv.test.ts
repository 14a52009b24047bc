import { describe, expect, it } from "vitest";
import { decodeText } from "../../../scripts/read/container/encoding.ts";
import { MAX_ROWS } from "../../../scripts/read/contract/limits.ts";
import { readCsv } from "../../../scripts/read/sheet/csv.ts";
import { spoken } from "../../spoken.ts";
import { onOneLine, rules, show, source } from "../source.ts";

const csv = (content: string | Uint8Array) => readCsv(source("IS101.csv", content));
const told = async (content: string | Uint8Array) => onOneLine(await csv(content));

const SHORT = "ligne à laquelle il manque une cellule";

describe("a CSV file", () => {
  it("gives one row a line, blank lines and titles included", async () => {
    const content = "IS 101 - T1 2026\n\nType;T1 2025;T1 2026\nHomicides;0;1\n";
    expect(await told(content)).toBe("IS 101 - T1 2026|| / || / Type|T1 2025|T1 2026 / Homicides|0|1");
    expect((await csv(content)).value[0]?.rowNames).toBeUndefined();
  });

  it("keeps text as written: spaces, signs, decimal commas, leading zeros", async () => {
    expect(await told('Vols;1 012;"45,45 %";+5;007; x \r\n')).toBe("Vols|1 012|45,45 %|+5|007| x ");
  });

  it.each([
    ["semicolons beside decimal commas", "A;1,5;2,5\nB;1,0;3,5\n", "A|1,5|2,5"],
    ["semicolons under a title full of commas", "Saint-Aubin, le 8 avril, police, gendarmerie\nA;1\nB;2\n", "A|1"],
    ["semicolons under more lines that commas cut", "a, b\nc, d\ne, f\nA;1;1,5\nB;2;2,5\n", "A|1|1,5"],
    [
      "semicolons beside numbers of offences",
      "Vols (15, 16, 17);4\nRixes (1, 2);5\nCoups (3, 4);6\n",
      "Vols (15, 16, 17)|4",
    ],
    ["semicolons under heads full of numbers", ";Vols (15, 16, 17);Coups (1, 2)\nNombre;4;5\n", "Nombre|4|5"],
    ["commas, no figure being anywhere", "a;b,c\nd,e\n", "a;b|c"],
    ["commas", "Type,T1,T2\nA,1,2\n", "A|1|2"],
    ["commas around quoted decimals", 'A,"1,5","2,5"\nB,"1,0","3,5"\n', "A|1,5|2,5"],
    ["tabs", "Type\tT1\nVols, cambriolages\t1\n", "Vols, cambriolages|1"],
    ["bars", "Type|T1\nA|1\n", "A|1"],
    ["commas around quoted semicolons", 'A,"1;5"\nB,"2;6"\n', "A|1;5"],
    ["commas that cut more lines than semicolons", "Vols; violences,1\nRixes,3\n", "Vols; violences|1"],
    ["commas that cut more evenly", "Vols; rixes,1,2\nCoups; violences; menaces,3,4\n", "Vols; rixes|1|2"],
    ["semicolons of the first 300 lines", `${"A;1\n".repeat(300)}${"un, deux\n".repeat(400)}`, "un, deux|"],
    ["commas, the 300th line being within a cell", `${'A,"1;2"\n'.repeat(299)}A,"1\n;2"\n`, "A|1;2"],
    [
      "commas, fewer semicolons, the 300th line being within a cell",
      `${'A,"1;2"\n'.repeat(298)}B,1\nA,"1\n;2"\n`,
      "B|1",
    ],
    ["semicolons where decimal commas cut as many lines", "Homicides;10,5\nVols;12,5\n", "Homicides|10,5"],
    ["ends of lines of old Macs", "A;1\rB;2\r", "B|2"],
  ])("finds %s", async (_, content, row) => {
    const result = await csv(content);
    expect(show(result.value[0])).toContain(row);
    expect(result.issues.map(spoken)).toEqual([]);
  });

  it("obeys « sep=; » and keeps the line's place", async () => {
    expect(await told("sep=;\nType;T1, cumul\nA;1\n")).toBe("| / Type|T1, cumul / A|1");
    expect(await told("SEP=,\r\nA;B,1;5\r\n")).toBe("| / A;B|1;5");
    expect(await told("sep=;\nA,1;x\nB,2\nC,3\n")).toBe("| / A,1|x / B,2| / C,3|");
    expect(await told("Type,T1\nsep=;\nA,1\n")).toBe("Type|T1 / sep=;| / A|1");
  });

  it("pads ragged rows without moving a cell", async () => {
    expect(await told("a;b;c\nd\n;;e\n")).toBe("a|b|c / d|| / ||e");
  });

  it("reads quoted cells of several lines and names the lines of the file", async () => {
    const result = await csv('Type;T1\n"Cambriolages\nde logement";4\n\nVols;5\n');
    expect(show(result.value[0])).toEqual(["Type|T1", "Cambriolages\nde logement|4", "|", "Vols|5"]);
    expect(result.value[0]?.rowNames).toEqual(["ligne 1", "lignes 2 à 3", "ligne 4", "ligne 5"]);
  });

  it("takes quotes within plain cells as characters when no cell begins with one", async () => {
    const read = await told('Vols "à la roulotte";5\nVols d\'accessoires;6\n');
    expect(read).toBe('Vols "à la roulotte"|5 / Vols d\'accessoires|6');
  });

  it.each([
    ["never closed", 'Type;T1\nA;1\n"B;2\nC;3\n', 3],
    ["followed by text", 'Type;T1\nA;1\n"B"x;2\n', 3],
    ["misplaced beside true ones", 'Type;"T1"\nA "x";1\n', 2],
    ["misplaced under a true one", '"Type";T1\nA "x";1\n', 2],
    ["misplaced after a line that begins with one", 'Type;T1\n"A";1\nB "x";1\n', 3],
    ["never closed from the start", '"Type;T1\nA;1\n', 1],
    ["never closed after a cell of two lines", 'Type;T1\n"A\nB";1\n"C;2\n', 4],
  ])("refuses a quote %s and names its line", async (_, content, line) => {
    const result = await csv(content);
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error csv-quotes-broken"]);
    expect(spoken(result.issues[0])).toMatchObject({
      message: expect.stringContaining(`ligne ${line} :`),
      hint: expect.stringContaining(`de la ligne ${line} (`),
      place: { file: "2026-T1/IS101.csv", part: "CSV", row: line },
    });
  });

  it("reads no figure of a line that has lost a cell, be it a last one that is cut", async () => {
    expect(await told("A;1;2\nB;1;2\nC;1")).toBe(`A|1|2 / B|1|2 / C|1| [unplain ${SHORT}] [unplain ${SHORT}]`);
    for (const whole of ["A;1;2\nB;1;2", "A;1;2\nSource : police"]) expect(await told(whole)).not.toContain("[");
  });

  it("is left aside, unread, where its lines are more than five times the rows that are read", async () => {
    expect(rules(await csv(`A;1${"\n".repeat(5 * MAX_ROWS)}`))).toEqual(["warning file-too-large"]);
  });

  it("says so when it holds nothing, or no separator", async () => {
    expect(rules(await csv("\n\n;;\n"))).toEqual(["error file-without-content"]);
    expect(rules(await csv("une phrase\n"))).toEqual(["info csv-without-separator"]);
  });
});

describe("a table set with blanks, read as the page that an editor shows", () => {
  const TABLE = `Commune : Ville-Une    Période : T1 2026    Rang : 4
${" ".repeat(9)}
Index  Faits           Police   Gend.
-----  -------------   ------   -----
  1    Homicides                     1
  2    Vols             1 012
 13    Coups               12       11

Établi le 3 avril.`;

  it("keeps a blank cell in its column, and takes no drawn line for a row", async () => {
    expect(await told(TABLE)).toBe(
      "Commune : Ville-Une Période : T1 2026 Rang : 4||| / Index|Faits|Police|Gend. / 1|Homicides||1 / 2|Vols|1 012| / 13|Coups|12|11 / ||| / Établi le 3 avril.|||",
    );
    expect(rules(await csv(TABLE))).toEqual([]);
  });

  it("is refused where a line that may be its head stands beyond a blank", async () => {
    expect(rules(await csv(TABLE.replaceAll(" : ", "   ")))).toEqual(["error ambiguous-header"]);
  });

  it("reads « label : figure » line by line, whatever commas stand above", async () => {
    const faits = ["Homicides", "Vols", "Coups", "Menaces", "Rixes"].map((label, i) => `${label} : ${i}`);
    expect(await told(`Madame,\nvoici les faits  :\n\n${faits.join("\n")}\n`)).toBe(
      "Madame,| / voici les faits :| / Homicides|0 / Vols|1 / Coups|2 / Menaces|3 / Rixes|4",
    );
  });

  it("is none where another separator cuts as many lines, nor where blanks only pad its cells", async () => {
    expect(await told("A     ;   1\nB     ;   2\n")).toBe("A     |   1 / B     |   2");
  });
});

describe("its encoding", () => {
  const text = "Type;Été\nCœur – l’œuvre;1\n";
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return bigEndian ? bytes.swap16() : bytes;
  };
  const cp1252 = Uint8Array.from(text, (c) => ({ œ: 0x9c, "–": 0x96, "’": 0x92 })[c] ?? c.charCodeAt(0));

  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16 LE with a mark", utf16(false)],
    ["UTF-16 BE with a mark", utf16(true)],
    ["Windows-1252", cp1252],
  ])("is found: %s", async (_, bytes) => {
    expect(await told(bytes)).toBe("Type|Été / Cœur – l’œuvre|1");
  });

  it("is UTF-16 by its mark, where few of its letters are Western", async () => {
    const bytes = () => Buffer.from("\ufeff–œ’;1\n", "utf16le");
    for (const either of [bytes(), bytes().swap16()]) expect(await told(either)).toBe("–œ’|1");
  });

  it("is none where more than one sign in a hundred is no sign of a text, or one is zero", () => {
    const text = (length: number, sign: string) => decodeText(Buffer.from(`${"a".repeat(length)}${sign}`))?.text.length;
    expect([text(99, "\x01"), text(98, "\x01"), text(999, "\0")]).toEqual([100, undefined, undefined]);
    expect(text(1, "\t\n\f\r")).toBe(5);
    // what follows the first 65 536 signs is not looked at
    expect(text(65_536, "\x01".repeat(2_000))).toBe(67_536);
  });

  it.each([
    ["Windows-1252", [0x41, 0x3b, 0x81, 0x0a]],
    ["UTF-8", [0xef, 0xbb, 0xbf, 0x41, 0x3b, 0xe9, 0x0a]],
    ["UTF-8", [...Buffer.from("été;"), 0xe9, 0x0a]], // one letter of three is damaged
    ["UTF-16", [0xff, 0xfe, 0x41, 0, 0x3b, 0, 0x31, 0xd8, 0x0a, 0]],
  ])("is doubted when bytes have no meaning in %s", async (encoding, bytes) => {
    const result = await csv(Uint8Array.from(bytes));
    expect(rules(result)).toEqual(["warning encoding-doubtful"]);
    expect(spoken(result.issues[0]).message).toContain(`pas de sens en ${encoding} :`);
  });

  it.each([
    ["ïl;é", [0xef, 0x6c, 0x3b, 0xe9]],
    ["ï»;é", [0xef, 0xbb, 0x3b, 0xe9]],
    ["ïl¿;é", [0xef, 0x6c, 0xbf, 0x3b, 0xe9]],
    ["l»¿;é", [0x6c, 0xbb, 0xbf, 0x3b, 0xe9]],
    ["ÿl;é", [0xff, 0x6c, 0x3b, 0xe9]],
    ["lþ;é", [0x6c, 0xfe, 0x3b, 0xe9]],
    ["þl;é", [0xfe, 0x6c, 0x3b, 0xe9]],
    ["lÿ;é", [0x6c, 0xff, 0x3b, 0xe9]],
  ])("is Windows-1252 where a mark of another is not whole: %s", (text, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding: "Windows-1252", doubtful: false });
  });
});
