/** The force that the texts around a table say: of its figures, or only of who sends them. */
import { describe, expect, test } from "vitest";
import { findForce, saidForce } from "../../../scripts/recognise/meaning/force-around.ts";
import { readTables, wordLine } from "../tables.ts";
import { around, parserOf, plain, readings, type Texts } from "../texts-around.ts";

const found = (texts: Texts, within: readonly string[] = []) => {
  const force = findForce(around({ ...texts, within }));
  if (force.kind === "force") return `${force.force} (${plain(force.text)})`;
  return force.kind === "doubt" ? readings(force) : force.kind;
};
const orNothing = (text: string, word: string, nothing: string, otherwise: string) => ({
  text,
  readings: [`« ${text} » dit quelle force a enregistré les faits`, nothing],
  may: [word === "police" ? "PN" : "GN", "ensemble", ...(otherwise === "ignorer" ? ["no-effect"] : [])],
});

describe("what one text says", () => {
  test.each([
    ["Police", "PN"],
    ["Gendarmerie nationale", "GN"],
    ["Police et gendarmerie", "ensemble"],
    ["Total", "ensemble"],
    ["Total zinzolin", null],
    ["Homicides", null],
  ] as const)("« %s »: %s", (text, force) => {
    expect(saidForce(parserOf()(text))).toBe(force);
  });
});

describe("a caption, a title, the sheet, the file", () => {
  test("say it in this order, the nearest first, those within the table before all", () => {
    expect(found({ near: ["Gendarmerie"], sheet: "x" }, ["Police"])).toBe("PN (Police)");
    expect(found({ near: ["Gendarmerie"], far: ["Police"] })).toBe("GN (Gendarmerie)");
    expect(found({ near: ["x"], far: ["Statistiques - Police"] })).toBe("PN (Statistiques - Police)");
    expect(found({ sheet: "Police", file: "x" })).toBe("PN (le nom de la feuille)");
    expect(found({ file: "IS101 police et gendarmerie" })).toBe("ensemble (le nom du fichier)");
    expect(found({ near: ["Homicides"], sheet: "x", file: "y" })).toBe("none");
  });

  test("of both forces over a sheet of one is that sheet's, unless the settings say otherwise", () => {
    expect(found({ near: ["Police et gendarmerie"], sheet: "Gendarmerie" })).toBe("GN (le nom de la feuille)");
    expect(found({ near: ["Police et gendarmerie"], sheet: "x" })).toBe("ensemble (Police et gendarmerie)");
    expect(found({ sheet: "Gendarmerie" }, ["Police et gendarmerie"])).toBe("ensemble (Police et gendarmerie)");
    const settings = 'mots:\n  - { texte: "Les deux", lecture: ensemble }';
    expect(found({ near: ["Les deux"], sheet: "Gendarmerie", settings })).toBe("ensemble (Les deux)");
  });

  test("of another force than the sheet's name is a doubt, with the words of both", () => {
    expect(found({ near: ["Police"], sheet: "Gendarmerie" })).toEqual({
      text: "Police",
      readings: ["la force du titre, « Police »", "celle du nom de la feuille, « Gendarmerie »"],
      may: ["PN", "GN"],
    });
    // the name of a file is shown, and contradicts no title
    expect(found({ near: ["Gendarmerie"], sheet: "Gendarmerie", file: "IS101 Police" })).toBe("GN (Gendarmerie)");
    expect(found({ near: ["Police"], sheet: "Police", file: "Police" })).toBe("PN (Police)");
    expect(found({ near: ["Police"], sheet: "Police et gendarmerie", file: "Police et gendarmerie" })).toBe(
      "PN (Police)",
    );
    expect(found({ near: ["Police et gendarmerie"], file: "Police" })).toBe("ensemble (Police et gendarmerie)");
    expect(found({ sheet: "Gendarmerie" }, ["Police"])).toBe("PN (Police)");
    const settings = "mots:\n  - { texte: Police, lecture: police }";
    expect(found({ near: ["Police"], sheet: "Gendarmerie", settings })).toBe("PN (Police)");
  });
});

describe("a letterhead above the statement's title", () => {
  const head = (text: string, more: Texts = {}) => found({ near: ["IS 101 - T1 2026"], far: [text], ...more });
  test("may be the sender, and both readings are given", () => {
    expect(head("Police nationale")).toEqual(
      orNothing(
        "Police nationale",
        "police",
        "« Police nationale » est l'en-tête du service, et les faits sont ceux des deux forces",
        "ignorer",
      ),
    );
    expect(found({ near: ["T1 2026"], far: ["Gendarmerie"] })).toMatchObject({ text: "Gendarmerie" });
  });
  test("is about the figures when it says a statement, a period, a measure, or that it is a document", () => {
    for (const text of [
      "IS 101 - Police",
      "Police - T1 2026",
      "Faits constatés - Police",
      "Statistiques - Police",
      "Tableau - Police",
    ])
      expect(head(text)).toBe(`PN (${text})`);
  });
  test("is no doubt when it says both forces, when the settings say it, or when it stands below the title", () => {
    expect(head("Police et gendarmerie")).toBe("ensemble (Police et gendarmerie)");
    expect(head("Police nationale", { settings: "mots:\n  - { texte: Police nationale, lecture: police }" })).toBe(
      "PN (Police nationale)",
    );
    expect(found({ near: ["Police nationale", "IS 101 - T1 2026"] })).toBe("PN (Police nationale)");
    expect(found({ near: [], far: ["Police nationale"] }, ["T1 2026"])).toBe("PN (Police nationale)");
  });
});

describe("a force among words that are not understood", () => {
  const nothing = (text: string) => `« ${text} » ne dit rien des chiffres`;
  test("in a few words just above the table, or within it, may tell whose facts are counted", () => {
    expect(found({ near: ["Police secteur nord"] })).toEqual(
      orNothing("Police secteur nord", "police", nothing("Police secteur nord"), "ignorer"),
    );
    const long = "Les chiffres de la gendarmerie sont donnés à titre indicatif seulement";
    expect(found({}, [long])).toEqual(orNothing(long, "gendarmerie", nothing(long), "ignorer"));
  });
  test("in a sentence, a letterhead, a title further up, or above the statement's title, tells nothing", () => {
    expect(found({ near: ["La gendarmerie a aussi recensé trois vols de vélos"] })).toBe("none");
    expect(found({ near: ["Commissariat de police nord"] })).toBe("none");
    expect(found({ near: ["Direction police nord"] })).toBe("none");
    expect(found({ far: ["Police secteur nord"] })).toBe("none");
    expect(found({ near: ["T1 2026", "Police secteur nord"] })).toBe("none");
    expect(found({ near: ["IS 101", "Police secteur nord"] })).toBe("none");
    expect(found({ near: ["Police et gendarmerie secteur nord"] })).toBe("none");
  });
  test("of five words is a caption, of six a sentence", () => {
    expect(found({ near: ["Police secteur nord zinzolin mauve"] })).toMatchObject({
      text: "Police secteur nord zinzolin mauve",
    });
    expect(found({ near: ["Police secteur nord zinzolin mauve ocre"] })).toBe("none");
  });
  test("in the sheet's name may be its force; of both forces, it is none", () => {
    expect(found({ sheet: "Police Nord" })).toEqual(
      orNothing(
        "Police Nord",
        "police",
        "le nom de la feuille « Police Nord » ne dit rien des chiffres, qui sont ceux des deux forces",
        "ensemble",
      ),
    );
    expect(found({ sheet: "Police et gendarmerie Nord" })).toBe("none");
  });
  test("in the file's name, alone or among words, may be the sender's", () => {
    for (const [text, word] of [
      ["IS101 gendarmerie", "gendarmerie"],
      ["IS101_police_v2", "police"],
    ] as const)
      expect(found({ file: text })).toEqual(
        orNothing(
          text,
          word,
          `le nom de fichier « ${text} » dit le service qui envoie, et les faits sont ceux des deux forces`,
          "ensemble",
        ),
      );
    expect(found({ file: "police et gendarmerie zinzolines" })).toBe("none");
    // the sender's own name says nothing of the figures
    for (const file of ["IS101 CPN Valmont", "IS101_commissariat_Valmont"]) expect(found({ file })).toBe("none");
    expect(found({ file: "IS101 police Valmont" })).not.toBe("none");
    expect(found({ file: "IS101_police_v2", isOneOfPair: true })).toBe("PN (le nom du fichier)");
    const settings = 'mots:\n  - { texte: "IS101 gendarmerie", lecture: gendarmerie }';
    expect(found({ file: "IS101 gendarmerie", settings })).toBe("GN (le nom du fichier)");
  });
});

describe("files of each force beside each other", () => {
  const table = "IS 101 - T1 2026\nInfractions|T1 2026\nHomicides|1";
  const read = (name: string, ...beside: readonly string[]) => readTables(table, { name, beside });
  test("say whose facts they count", () => {
    for (const [name, force, other] of [
      ["IS101 POLICE.csv", "PN", "IS101 GENDARMERIE.pdf"],
      ["IS101_gendarmerie_v2.csv", "GN", "IS101_police_v1.csv"],
      ["IS101 CPN Valmont.csv", "PN", "IS101 COB Valmont.csv"], // alone, no doubt: a letterhead's name
      ["IS101_service_de_police.csv", "PN", "IS101_gendarmerie.csv"],
    ] as const)
      expect(read(name, "note.pdf", other).counts).toEqual([`homicides ${force} 2026-01/2026-03 = 1`]);
  });
  test("and not one alone, nor beside one of the same force, of another statement or of both", () => {
    for (const others of [[], ["IS101 police T4.csv"], ["IST gendarmerie.csv"], ["IS101 police et gendarmerie.csv"]])
      expect(read("IS101 POLICE.csv", ...others).rules).toEqual(["error ambiguous-reading"]);
  });
});

test("a force among few words of a title is a doubt, and the answer offered settles it; who sends is none", () => {
  const titled = (title: string) => `${title}\nInfractions|T1 2026\nHomicides|1`;
  for (const title of ["IS 101 - police secteur nord - T1 2026", "IS 101 - partie gendarmerie - T1 2026"]) {
    const before = readTables(titled(title));
    expect(before.rules).toEqual(["error ambiguous-reading"]);
    expect(readTables(titled(title), { settings: `mots:\n${wordLine(before.issues[0])}` }).counts).toHaveLength(1);
  }
  for (const title of ["IS 101 - service de police judiciaire - T1 2026"])
    expect(readTables(titled(title)).counts).toEqual(["homicides ensemble 2026-01/2026-03 = 1"]);
});
