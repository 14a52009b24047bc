/** Of one number: its line, its force, its count; each from its row, its column and what stands around, in this order. */
import { describe, expect, test } from "vitest";
import { type Axis, axisOfCell, NO_AXIS } from "../../../scripts/recognise/meaning/axis.ts";
import { type Context, isTotalRow } from "../../../scripts/recognise/meaning/context.ts";
import { countOf } from "../../../scripts/recognise/meaning/count-of.ts";
import type { Family } from "../../../scripts/recognise/meaning/families.ts";
import { findForce, forceOfNumber } from "../../../scripts/recognise/meaning/force-around.ts";
import { lineOfNumber } from "../../../scripts/recognise/meaning/line-of.ts";
import { fillDown } from "../../../scripts/recognise/meaning/row-plan.ts";
import { viewOf } from "../tables.ts";
import { around, plain, readings, type Texts } from "../texts-around.ts";

const axis = (text: string, some: Partial<Axis> = {}): Axis => {
  const cell = viewOf(text).own(0)[0];
  return { ...(cell ? axisOfCell(cell, true) : NO_AXIS), ...some };
};
interface Known extends Partial<Context> {
  readonly texts?: Texts;
}
/** What the table knows. */
const table = ({ texts = {}, ...known }: Known = {}): Context =>
  ({
    statement: "IS101",
    hasFamilies: false,
    transposed: false,
    columnsHaveForces: false,
    rowsHaveForces: false,
    around: around(texts),
    ...known,
  }) as unknown as Context;
const IST: Known = { statement: "IST", hasFamilies: true };

describe("a count", () => {
  const cellOf = (text: string) => viewOf(`a|${text}`).own(0)[1];
  const of = (text: string) => {
    const found = countOf(cellOf(text), new Set());
    if (found.kind === "value") return found.value ?? found.status;
    return found.kind === "doubt" ? found.readings.map(plain) : plain(found.why);
  };
  test.each([
    ["12", 12],
    ["0", 0],
    ["nd", "missing"],
    ["s", "confidential"],
    ["/", "not-applicable"],
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", "un nombre trop grand"],
    ["beaucoup", "du texte dans une colonne de nombres"],
    ["+5", "un nombre avec un signe ne peut pas être un nombre de faits"],
    ["2,5", "un nombre à virgule ne peut pas être un nombre de faits"],
    ["5 %", "un pourcentage ne peut pas être un nombre de faits"],
    ["5 % (+1)", "un pourcentage ne peut pas être un nombre de faits"],
  ])("« %s » is %s", (text, count) => {
    expect(of(text)).toBe(count);
  });
  test("of two readings is a doubt that gives both; an empty cell is missing, and not zero", () => {
    expect(of("1.012")).toEqual(["1 012", "1,012"]);
    expect(countOf(cellOf("1.012"), new Set())).toMatchObject({ kind: "doubt", text: "1\u202f012 / 1,012" });
    expect(countOf(undefined, new Set(["-"]))).toEqual({ kind: "value", value: null, status: "missing" });
  });
  test("of a mark that the document says to be none is zero", () => {
    const none = new Set(["", "-"]);
    const found = [undefined, cellOf("–"), cellOf("nd"), cellOf("3")].map((cell) => countOf(cell, none));
    expect(found.map((count) => count.kind === "value" && count.value)).toEqual([0, 0, null, 3]);
  });
});

describe("a total of lines", () => {
  test.each([
    ["Total", {}, true],
    ["Ensemble", {}, true],
    ["Police", {}, false],
    ["Homicides", {}, false],
    ["Total", { transposed: true }, false],
    ["Ensemble", { transposed: true }, false],
  ] as const)("« %s » %j: %s", (text, known, isTotal) => {
    expect(isTotalRow(table(known), axis(text))).toBe(isTotal);
    expect(isTotalRow(table(known), axis(text, { label: "x" }))).toBe(false);
  });
});

describe("the line of a number", () => {
  const family: Family = { id: "atteintes-biens", label: "Atteintes aux biens" };
  const line = (column: Axis, row: Axis, known: Known = {}, under: Family | null = null) => {
    const found = lineOfNumber(table(known), column, row, under);
    if ("kind" in found && found.kind === "not-understood")
      return `? ${plain(found.why)} (${found.of} ${found.subject})`;
    const { indicator, label, family: own, kind, because } = found;
    return [indicator, label, own, kind, plain(because)];
  };
  const T1 = axis("T1 2026");

  test("is its row's, else its column's", () => {
    expect(line(T1, axis("Homicides"))).toEqual(["homicides", "Homicides", null, "line", "ligne « Homicides »"]);
    expect(line(axis("Homicides"), axis("Police"))).toEqual([
      "homicides",
      "Homicides",
      null,
      "line",
      "colonne « Homicides »",
    ]);
    expect(line(T1, axis("Zinzolin"))).toEqual([null, "Zinzolin", null, "line", "ligne « Zinzolin »"]);
    expect(line(axis("Homicides"), axis("Viols"))).toBe(
      "? deux lignes à la fois : « Viols » et « Homicides » (row Viols)",
    );
  });
  test("is that of the statement that the row says, else of the table's", () => {
    expect(line(T1, axis("Tapages"))).toMatchObject([null, "Tapages", null, "line", "ligne « Tapages »"]);
    expect(line(T1, axis("Tapages", { statements: ["IST"] }))).toMatchObject([
      "ist-tapages",
      "Tapages",
      "tranquillite-salubrite",
      "line",
      "ligne « Tapages »",
    ]);
  });
  test("in a table turned on its side may be a heading that is not known", () => {
    const unknown = axis("x", { label: null, unknown: ["Zinzolin"] });
    expect(line(unknown, axis("Police"), { transposed: true })).toEqual([
      null,
      "Zinzolin",
      null,
      "line",
      "colonne « Zinzolin »",
    ]);
    expect(line(unknown, axis("Police"))).toBe("? rien ne dit de quelle ligne il s'agit (row Police)");
    expect(line(T1, axis("Police"), { transposed: true })).toBe("? rien ne dit de quelle ligne il s'agit (row Police)");
  });
  test("stands under its family in the nomenclature; an unknown one under the one above it", () => {
    expect(line(T1, axis("Tapages"), IST, family)).toMatchObject([
      "ist-tapages",
      "Tapages",
      "tranquillite-salubrite",
      "line",
      "ligne « Tapages »",
    ]);
    expect(line(T1, axis("Tapages"), IST)).toMatchObject([
      "ist-tapages",
      "Tapages",
      "tranquillite-salubrite",
      "line",
      "ligne « Tapages »",
    ]);
    expect(line(T1, axis("Atteintes aux biens"), IST, family)).toMatchObject([
      "atteintes-biens",
      "Atteintes aux biens",
      null,
      "line",
      "ligne « Atteintes aux biens »",
    ]);
    expect(line(T1, axis("Zinzolin"), IST, family)).toMatchObject([
      null,
      "Zinzolin",
      "atteintes-biens",
      "line",
      "ligne « Zinzolin »",
    ]);
    expect(line(T1, axis("Zinzolin"), IST)).toMatchObject([null, "Zinzolin", null, "line", "ligne « Zinzolin »"]);
  });
  test("of a total is the family's where each family has its own; else a total kept as sent", () => {
    const total = (text: string, under: Family | null = family) => line(T1, axis(text), IST, under);
    const own = (text: string) => [
      "atteintes-biens",
      "Atteintes aux biens",
      null,
      "line",
      `ligne « ${text} » de la famille « Atteintes aux biens »`,
    ];
    const kept = (text: string, under: string | null = "atteintes-biens") => [
      null,
      text,
      under,
      "total",
      `ligne « ${text} »`,
    ];
    expect(total("Total", { ...family, isTotal: true })).toEqual(own("Total"));
    expect(total("Total")).toEqual(kept("Total"));
    expect(total("Total", null)).toEqual(kept("Total", null));
  });
  test("without a word is told so", () => {
    expect(line(T1, NO_AXIS)).toBe("? rien ne dit de quelle ligne il s'agit (row ligne sans libellé)");
  });
});

describe("the force of a number", () => {
  const force = (column: string, row: string, known: Known = {}, texts: readonly string[] = []) => {
    const found = forceOfNumber(
      table(known),
      () => findForce(around({ ...known.texts, within: texts })),
      axis(column),
      axis(row),
    );
    return "kind" in found ? readings(found) : found.force;
  };
  test("is its column's or its row's; both may say the same, two others are a doubt", () => {
    expect(force("Police", "Homicides")).toBe("PN");
    expect(force("T1 2026", "Gendarmerie")).toBe("GN");
    expect(force("Police", "Police")).toBe("PN");
    expect(force("Police", "Gendarmerie")).toEqual({
      text: "Gendarmerie × Police",
      readings: ["la force de la colonne « Police »", "celle de la ligne « Gendarmerie »"],
      may: undefined,
    });
    expect(force("Ensemble", "Gendarmerie")).toMatchObject({ text: "Gendarmerie × Ensemble" });
    const both = forceOfNumber(
      table(),
      () => findForce(around({})),
      axis("x", { force: "PN", texts: ["T1", "Police"] }),
      axis("y", { force: "GN", texts: ["a", "b"] }),
    );
    expect("kind" in both ? readings(both) : both).toEqual({
      text: "a / b × T1 / Police",
      readings: ["la force de la colonne « T1 / Police »", "celle de la ligne « a / b »"],
      may: undefined,
    });
  });
  test("of a column « Total » is both where other columns say a force, else what stands around", () => {
    const near = { texts: { near: ["Police"] } };
    expect(force("Total", "Homicides", { columnsHaveForces: true, ...near })).toBe("ensemble");
    expect(force("Total", "Gendarmerie", { columnsHaveForces: true })).toMatchObject({ text: "Gendarmerie × Total" });
    expect(force("Total", "Homicides", { texts: { near: ["Police"] } })).toBe("PN");
    expect(force("Total", "Homicides")).toBe("ensemble");
  });
  test("of a row « Total » is both beside its line, or among rows of forces in a table turned on its side", () => {
    const row = (some: Partial<Axis>, known: Known) =>
      forceOfNumber(table(known), () => findForce(around({ near: ["Police"] })), axis("T1 2026"), axis("Total", some));
    expect(row({ label: "Homicides" }, {})).toEqual({ force: "ensemble", by: "table" });
    expect(row({}, { transposed: true, rowsHaveForces: true })).toEqual({ force: "ensemble", by: "table" });
    expect(row({}, { transposed: true })).toEqual({ force: "PN", by: "around" });
    expect(row({}, { rowsHaveForces: true })).toEqual({ force: "PN", by: "around" });
    expect(row({}, {})).toEqual({ force: "PN", by: "around" });
  });
  test("of a total row « Ensemble » is that of its column, or of what stands around", () => {
    expect(force("Police", "Ensemble")).toBe("PN");
    expect(force("T1 2026", "Ensemble", { texts: { near: ["Police"] } })).toBe("PN");
    const known = { transposed: true, axesSayOneForce: true, texts: { near: ["Police"] } };
    expect(force("T1 2026", "Ensemble", known)).toBe("ensemble");
  });
  test("is said by the texts within the table, then by those around it, else it is both", () => {
    expect(force("T1 2026", "Homicides", { texts: { near: ["Gendarmerie"] } }, ["Police"])).toBe("PN");
    expect(force("T1 2026", "Homicides", { texts: { near: ["Gendarmerie"] } })).toBe("GN");
    expect(force("T1 2026", "Homicides")).toBe("ensemble");
    expect(force("T1 2026", "Homicides", { texts: { file: "IS101 police" } })).toMatchObject({ text: "IS101 police" });
  });
});

describe("empty cells beside the labels", () => {
  const filled = (...rows: string[]) => {
    const view = viewOf(rows.join("\n"));
    const { down, doubtful } = fillDown(
      view,
      rows.map((_, i) => i),
      [0],
      1,
    );
    const column = down.get(0);
    return doubtful ? readings(doubtful) : column ? rows.map((_, i) => column.get(i)?.text ?? "").join() : "nothing";
  };
  test("continue the one above where each is followed by the same lines", () => {
    expect(filled("Police|Homicides", "|Viols", "Gendarmerie|homicide", "|VIOLS")).toBe(
      "Police,Police,Gendarmerie,Gendarmerie",
    );
    expect(filled("T1 2025|Homicides", "|Viols", "T1 2026|Homicides", "|Viols")).toBe(
      "T1 2025,T1 2025,T1 2026,T1 2026",
    );
    expect(filled("Total|Homicides", "|Viols")).toBe("Total,Total");
  });
  test("are a doubt where the lines differ, or where the first is empty", () => {
    const doubt = {
      text: "Police",
      readings: [
        "une cellule vide sous « Police » continue celle du dessus",
        "une cellule vide ne dit rien : elle est des deux forces, de la période du titre, ou d'un autre lieu",
      ],
      may: undefined,
    };
    expect(filled("Police|Homicides", "|Viols", "Gendarmerie|Viols", "|Homicides")).toEqual(doubt);
    expect(filled("Police|Homicides", "|Viols", "Gendarmerie|Homicides")).toEqual(doubt);
    expect(filled("|Homicides", "Police|Viols", "|Homicides")).toEqual(doubt);
    expect(filled("|Homicides", "Police|Homicides")).toEqual(doubt);
  });
  test("say nothing where all or none is filled, or where another word stands among them", () => {
    expect(filled("Police|Homicides", "Police|Viols")).toBe("nothing");
    expect(filled("|Homicides", "|Viols")).toBe("nothing");
    expect(filled("Police|Homicides", "|Viols", "Douanes|Homicides", "|Viols")).toBe("nothing");
    expect(filled("Nombre|Homicides", "|Viols")).toBe("nothing");
  });
});
