import { describe, expect, it } from "vitest";
import { MAX_DEPTH } from "../../scripts/read/contract/limits.ts";
import { readHtml } from "../../scripts/read/document/html.ts";
import { rules, show, source } from "./source.ts";

const html = (content: string | Uint8Array) => readHtml(source("IS101.xls", content));

describe("an HTML page", () => {
  it("gives its tables, spans kept, and its paragraphs as rows of one cell", async () => {
    const result = await html(`<html><head><title>x</title><style>td{color:red}</style></head><body>
      <h1>IS 101</h1><script>alert(1)</script>
      <table><tr><th rowspan=2>Type<th colspan="2">T1 2026</tr><tr><td>Police<td>Gend.</tr>
      <tr><td>Vols&nbsp;d&#39;accessoires<td>1&nbsp;012<td>&lt;3</table>Source : police</body></html>`);
    expect(show(result.value[0])).toEqual([
      "IS 101||",
      "Type{2x1}|T1 2026{1x2}|^",
      "^|Police|Gend.",
      "Vols\u00a0d'accessoires|1\u00a0012|<3",
      "||",
      "Source : police||",
    ]);
    expect(result.value[0]?.rowNames?.slice(0, 2)).toEqual(["paragraphe 1", "tableau 1, ligne 1"]);
    expect(result.issues).toEqual([]);
  });

  it("keeps line breaks, folds other blanks, and tells note marks from figures", async () => {
    const result = await html("<table><tr><td>Coups<br>et   blessures\n volontaires<td>12<sup>1</sup></table>");
    expect(show(result.value[0])).toEqual(["Coups\net blessures volontaires|12¹"]);
  });

  it("reads a table laid out within a table as its content", async () => {
    const result = await html("<table><tr><td>Titre<table><tr><td>A<td>1</table></td></tr><tr><td>fin</table>");
    expect(show(result.value[0])).toEqual(["Titre|", "A|1", "|", "fin|"]);
  });

  it("is refused when it ends within a table", async () => {
    const result = await html("<table><tr><td>Homicides<td>1");
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
  });

  it("is refused when text stands between the cells of a row: a broken tag has lost a cell", async () => {
    for (const row of ["<td>Homicides</td>19<td>17</td>", "<td>Homicides</td>&nbsp;<x>19</x><td>17</td>"]) {
      const result = await html(`<table><tr>${row}</tr></table>`);
      expect(result.value).toEqual([]);
      expect(result.issues.map((i) => i.actual)).toEqual(["du texte entre deux cellules d'une ligne de tableau"]);
    }
    const blanks = await html(
      "<table><caption>IS 101</caption> <tr> <td>Homicides</td>&nbsp;\n<td>17</td> </tr></table>",
    );
    expect(show(blanks.value[0])).toEqual(["IS 101|", "Homicides|17"]);
    expect(blanks.issues).toEqual([]);
  });

  it("names the rows with fewer cells than the others, not titles nor what stands before the table", async () => {
    const plain = "<tr><td>Vols<td>1<td>2<td>3";
    const short = await html(`<table>${plain}<tr><td>Homicides<td>3<b>2</b>9<td>8${plain}</table>`);
    expect(rules(short)).toEqual(["warning table-row-short"]);
    expect(short.issues[0]?.message).toContain("ligne 2 du tableau 1. S'il");
    const whole = `<tr><td colspan=9>IS 101<tr><td>Année<td>2026<tr><td rowspan=2>Type<td colspan=3>T1<tr><td>PN<td>GN<td>Total${plain}`;
    expect((await html(`<table>${whole}</table>`)).issues).toEqual([]);
  });

  it("is refused when tables are nested without end", async () => {
    expect(rules(await html("<table><tr><td>".repeat(MAX_DEPTH + 1)))).toEqual(["error file-too-large"]);
  });

  it("is refused when two cells claim one place", async () => {
    const result = await html("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>");
    expect(rules(result)).toEqual(["error overlapping-cells"]);
  });

  it("may be a « page web unique »: one grid a page that holds a table", async () => {
    const page = "<html><body><table><tr><td>Vols=20d=E9lictueux<td>3=\r\n4</table></body></html>";
    const result = await html(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_x"\r\n\r\n----=_x\r\nContent-Location: file:///C:/a.htm\r\nContent-Type: text/html\r\n\r\n<html><frameset></frameset></html>\r\n----=_x\r\nContent-Location: file:///C:/a/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="windows-1252"\r\n\r\n${page}\r\n----=_x--\r\n`,
    );
    expect(result.value.map((g) => g.part)).toEqual(["sheet001.htm"]);
    expect(show(result.value[0])).toEqual(["Vols délictueux|34"]);
    expect(result.issues).toEqual([]);
  });
});
