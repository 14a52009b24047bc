/** A text as a person sees it, and what stands beside it. */
import { describe, expect, test } from "vitest";
import { assembleDocument, type Block, paragraph } from "../../../scripts/read/document/document.ts";
import {
  createTextWriter,
  joinLines,
  type Look,
  type SeenText,
  unseen,
  withBeside,
} from "../../../scripts/read/seen/seen-text.ts";
import { type Beside, cellAt, other, rowOf, tableOf } from "../document/blocks.ts";
import { showBeside } from "../source.ts";

describe("what stands beside a text of a document", () => {
  const beside = (...blocks: readonly Block[]) => {
    const { value, issues } = assembleDocument("a", blocks);
    return [...showBeside(value[0]), ...issues.map(({ rule }) => rule)];
  };
  const inTable = (text: string, ...told: readonly Beside[]) =>
    beside(
      tableOf(
        rowOf("Nature", "T1", "T2"),
        { cells: [cellAt(0, "Vols"), cellAt(1, text, { beside: told }), cellAt(2, "9")] },
        rowOf("Rixes", "8", "7"),
      ),
    );

  test("is told in a table: words, a figure, what covers it; a picture only where a figure is expected", () => {
    expect(inTable("12", { kind: "struck", text: "11" })).toEqual(["12 [struck 11]"]);
    expect(inTable("12", { kind: "covered", text: "" })).toEqual(["12 [covered ]"]);
    expect(inTable("12", other("1"))).toEqual(["12 [other 1]"]);
    expect(inTable("12", other("n°"))).toEqual(["12 [other n°]"]);
    expect(inTable("12", other("en hausse"))).toEqual(["may-look-otherwise"]);
    expect(inTable("12", other(""))).toEqual(["may-look-otherwise"]);
    expect(inTable("", other(""))).toEqual([" [other ]"]);
    expect(inTable("", other("logo"))).toEqual([" [other logo]"]);
    expect(inTable("nd", other(""))).toEqual([]);
    expect(inTable("nd", other("12"))).toEqual(["nd [other 12]"]);
  });

  test("is no picture in the heading of the table, nor in its column of labels", () => {
    const picture = { beside: [other("")] };
    expect(beside(tableOf({ cells: [cellAt(0, "", picture), cellAt(1, "T1")] }, rowOf("Vols", "7")))).toEqual([]);
    expect(beside(tableOf(rowOf("Nature", "T1"), { cells: [cellAt(0, "", picture), cellAt(1, "7")] }))).toEqual([]);
    expect(beside(tableOf({ cells: [cellAt(0, "Nature"), cellAt(1, "", picture)] }, rowOf("Vols", "7")))).toEqual([]);
  });

  test("is told outside tables when it has words, or is a figure", () => {
    const outside = (one: Beside) => beside(paragraph({ text: "IS 101", beside: [one] }));
    expect([
      outside({ kind: "covered", text: "" }),
      outside({ kind: "covered", text: "12" }),
      outside(other("")),
      outside(other("Ville")),
      outside(other("12")),
      outside({ kind: "hidden", text: "a" }),
    ]).toEqual([[], ["IS 101 [covered 12]"], [], [], ["IS 101 [other 12]"], ["IS 101 [hidden a]"]]);
  });
});

describe("the texts of a paragraph", () => {
  const written = (
    ...runs: readonly (readonly [text: string, kind?: Look["kind"], position?: Look["position"]] | Beside)[]
  ): string => {
    const writer = createTextWriter();
    for (const run of runs)
      if ("kind" in run) writer.addBeside(run);
      else writer.add(run[0], { kind: run[1] ?? null, position: run[2] ?? "baseline" });
    const empty = writer.isEmpty() ? " (empty)" : "";
    const { text, beside = [] } = writer.take();
    return `${text}${beside.map((one) => ` [${one.kind} ${one.text}]`).join("")}${empty}`;
  };

  test("of one kind are one while nothing stands between them", () => {
    expect(written(["1", "struck"], ["1", "struck"], ["9"])).toBe("9 [struck 11]");
    expect(written(["1", "struck"], ["9"], ["1", "struck"])).toBe("9 [struck 1] [struck 1]");
    expect(written(["1", "struck"], ["1", "hidden"], ["1", "struck"])).toBe(" [struck 1] [hidden 1] [struck 1]");
    expect(written(["1", "struck"], { kind: "struck", text: "2" }, ["3", "struck"])).toBe(
      " [struck 1] [struck 2] [struck 3]",
    );
    expect(written(["1", "struck"], ["", null], ["1", "struck"])).toBe(" [struck 11]");
  });

  test("raised or lowered are written so, unless they are not seen", () => {
    expect(written(["12"], ["1", null, "raised"], ["2", null, "lowered"])).toBe("12¹₂");
    expect(written(["12"], ["1", "struck", "raised"])).toBe("12 [struck 1]");
  });

  test("of which nothing is seen are none when they are blank", () => {
    const kinds = ["struck", "hidden", "faint", "unsure", "other", "covered"] as const;
    expect(kinds.map((kind) => written([" ", kind]))).toEqual([
      " (empty)",
      " (empty)",
      " (empty)",
      " [unsure  ]",
      " [other  ]",
      " [covered  ]",
    ]);
  });

  test("are two numbers where a note is called between their digits, whatever blanks stand there; after a word, one number", () => {
    const around = (before: string, ...after: readonly string[]): SeenText => {
      const writer = createTextWriter();
      writer.add(before);
      writer.addNoteMark();
      for (const piece of after) writer.add(piece);
      return writer.take();
    };
    expect(around("1", " ", "2")).toEqual({ text: "1 2", beside: [{ kind: "unsure", text: "1 2" }] });
    expect(around("12", " faits")).toEqual({ text: "12 faits" });
    expect(around("Vols", " de ", "1", "2")).toEqual({ text: "Vols de 12" });
  });

  test("are forgotten once taken, with the run that was open", () => {
    const writer = createTextWriter();
    writer.add("1", { kind: "struck", position: "baseline" });
    writer.take();
    writer.add("2", { kind: "struck", position: "baseline" });
    writer.endRun();
    writer.add("3", { kind: "struck", position: "baseline" });
    expect(writer.take()).toEqual({
      text: "",
      beside: [
        { kind: "struck", text: "2" },
        { kind: "struck", text: "3" },
      ],
    });
    expect(writer.isEmpty()).toBe(true);
  });

  test("are put one under the other with all that stands beside them, or are told as a whole", () => {
    const parts: readonly SeenText[] = [{ text: "a", beside: [other("1")] }, { text: " " }, { text: " b " }];
    expect(joinLines(parts)).toEqual({ text: "a\n \n b ", beside: [other("1")] });
    expect(unseen("hidden", parts)).toEqual([{ kind: "hidden", text: "a" }, other("1"), { kind: "hidden", text: "b" }]);
    expect(withBeside({ text: "a", beside: [other("1")] }, [other("2")])).toEqual({
      text: "a",
      beside: [other("1"), other("2")],
    });
    expect(withBeside({ text: "a" }, [])).toEqual({ text: "a" });
  });
});

test("signs of no width are no part of a text, and part no number", () => {
  const writer = createTextWriter();
  writer.add("1\u200b2\ufeff", { kind: null, position: "baseline", type: { size: 10, isLink: false } });
  writer.add("1", { kind: null, position: "baseline", type: { size: 5, isLink: true } });
  expect(writer.take()).toMatchObject({ text: "121", beside: [{ kind: "unsure", text: "121" }] });
});
