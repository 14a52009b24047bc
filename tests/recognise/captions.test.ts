/** What a caption, a corner or a note says of the figures under it: another measure, a part of the facts, a force, a place. */
import { describe, expect, test } from "vitest";
import { listOf } from "../lists.ts";
import { type Options, readTables, wordLine } from "./tables.ts";

const OURS = "Saint-Aubin-les-Tilleuls";
const TITLE = `IS 101 - ${OURS} - 1er trimestre 2026`;
const read = (table: string, options: Options = {}) => readTables(table, options);
const under = (caption: string, heads = "2025|2026") =>
  `${TITLE}\n${caption}\nInfractions|${heads}\nHomicides|1|3\nVols avec armes|2|4`;
const corner = (text: string, title = TITLE) => `${title}\n${text}|T1 2025|T1 2026\nHomicides|1|3\nVols avec armes|2|4`;
const PLAIN = [
  "homicides ensemble 2025-01/2025-03 = 1",
  "homicides ensemble 2026-01/2026-03 = 3",
  "vols-avec-armes ensemble 2025-01/2025-03 = 2",
  "vols-avec-armes ensemble 2026-01/2026-03 = 4",
];

describe("a caption that may make something else of plain numbers", () => {
  test.each(
    listOf(`
    Évolution ; Variation 2025/2026 ; Évolution en % ; Évolution en nombre ; Écart entre les deux années ;
    Exemple fictif ; Modèle - données de test ; Version annulée ; Mains courantes ;
    Faits commis sur la voie publique ; Victimes mineures ; Semaines du trimestre ; En milliers ;
    Projection annuelle ; Cumul des brigades ; Compagnie ; Unités`),
  )("is a doubt, and each answer offered settles it: %s", (caption) => {
    for (const heads of ["2025|2026", "T1 2025|T1 2026"]) {
      const before = read(under(caption, heads));
      expect(before.counts).toEqual([]);
      expect(before.rules).toEqual(["error ambiguous-reading"]);
      const [issue] = before.issues;
      const after = read(under(caption, heads), { settings: `mots:\n${wordLine(issue)}` });
      expect(after.rules.filter((r) => r.startsWith("error"))).toEqual([]);
      expect(after.counts.length + after.recognition.printed.length).toBe(4);
    }
  });
  test("is one whatever follows « Évolution en nombre par rapport … »", () => {
    for (const after of ["au trimestre précédent", "à la même période de l'an passé"])
      expect(read(under(`Évolution en nombre par rapport ${after}`, "T1 2025|T1 2026")).rules).toContain(
        "error ambiguous-reading",
      );
  });
  test.each(["Mains courantes", "Faits commis de nuit", "Faits en milieu scolaire"])(
    "is a doubt over « Faits » too, and the answer offered settles it: %s",
    (caption) => {
      const before = read(under(caption, "Faits 2025|Faits 2026"));
      expect([before.counts, before.rules]).toEqual([[], ["error ambiguous-reading"]]);
      const after = read(under(caption, "Faits 2025|Faits 2026"), {
        settings: `mots:\n  - { texte: "${caption}", lecture: nombre }`,
      });
      expect(after.counts).toEqual(PLAIN);
    },
  );
  test("of changes or of other measures says nothing of what « Faits » counts", () => {
    for (const caption of ["Évolution", "Taux et nombres"])
      expect(read(under(caption, "Faits 2025|Faits 2026")).counts).toEqual(PLAIN);
  });
  test("each of its two readings can be written in the settings", () => {
    const settings = 'mots:\n  - { texte: "Mains courantes", lecture: nombre }';
    expect(read(under("Mains courantes"), { settings }).counts).toEqual(PLAIN);
  });
  test.each([
    "Évolution des faits constatés",
    "Évolution de la délinquance",
    "Délinquance générale",
    "Délinquance de voie publique",
    "Ensemble des faits",
  ])("says nothing else: %s", (caption) => {
    expect(read(under(caption)).counts).toEqual(PLAIN);
  });
  test("a sentence says nothing else; another definition of what is counted is asked about", () => {
    expect(read(under("Les faits sont établis par une plainte ou un flagrant délit.")).counts).toEqual(PLAIN);
    const caption = "Faits enregistrés : plaintes, déplacements, flagrants délits";
    const before = read(under(caption));
    expect(before.rules).toEqual(["error ambiguous-reading"]);
    expect(read(under(caption), { settings: `mots:\n${wordLine(before.issues[0])}` }).counts).toEqual(PLAIN);
  });
  test("« Évolution » over a table with a column of changes is its title", () => {
    const table = `${TITLE}\nÉvolution\nInfractions|T1 2025|T1 2026|Écart\nHomicides|1|3|+2`;
    expect(read(table).counts).toHaveLength(2);
  });
});

describe("the corner of a table speaks of the whole of it", () => {
  const is = (text: string, title?: string) => read(corner(text, title));
  test("a force, a period, a measure", () => {
    expect(is("Police").counts).toEqual(PLAIN.map((c) => c.replace("ensemble", "PN")));
    const running = read("IS 101 - 3e trimestre 2026\nCumul|2025|2026\nHomicides|1|3", { delivery: "2026-T3" });
    expect(running.counts).toEqual([
      "homicides ensemble 2025-01/2025-09 = 1",
      "homicides ensemble 2026-01/2026-09 = 3",
    ]);
    for (const text of ["Taux pour 1 000 habitants", "Faits élucidés", "Moyenne"]) {
      const { counts, recognition } = is(text);
      expect([counts.length, recognition.printed.length]).toEqual([0, 4]);
    }
    for (const text of ["Victimes", "Infractions (hors tentatives)", "Faits commis de nuit"])
      expect(is(text).rules).toEqual(["error ambiguous-reading"]);
    for (const text of ["Nature des faits (nombre)", "Infractions en volume", "Crimes et délits constatés"])
      expect(is(text).counts).toEqual(PLAIN);
    expect(is("Évolution").rules).toEqual(["error ambiguous-reading"]);
    for (const text of [
      "Du 1er janvier au 15 février 2026",
      "Arrêté au 15 février 2026",
      "Semaine 5",
      "Version annulée",
    ])
      expect([text, is(text).rules]).toEqual([text, ["error ambiguous-reading"]]);
  });
  test("a place", () => {
    expect(is("FÉCAMP", "IS 101 - 1er trimestre 2026").rules).toEqual(["error not-our-commune"]);
    expect(is("FÉCAMP").rules).toEqual(["error not-our-commune"]);
    expect(is(OURS, "IS 101 - 1er trimestre 2026").counts).toEqual(PLAIN);
  });
  test("its line, over rows of forces", () => {
    const table = `${TITLE}\nCambriolages de logement|T1 2026\nPolice|1\nGendarmerie|3\nTotal|4`;
    expect(read(table).counts).toEqual([
      "cambriolages-logement PN 2026-01/2026-03 = 1",
      "cambriolages-logement GN 2026-01/2026-03 = 3",
      "cambriolages-logement ensemble 2026-01/2026-03 = 4",
    ]);
    const other = `${TITLE}\nFaits élucidés|Homicides|Vols avec armes\nPolice|1|2\nGendarmerie|3|4`;
    expect(read(other).counts).toEqual([]);
    expect(read(other).recognition.printed).toHaveLength(4);
  });
});

describe("a note says whose facts they are", () => {
  const noted = (note: string, { title = "IS 101 - 1er trimestre 2026", below = false } = {}) => {
    const table = "Infractions|T1 2025|T1 2026\nHomicides|1|3\nVols avec armes|2|4";
    return read(below ? `${title}\n${table}\n\n${note}` : `${title}\n${note}\n${table}`);
  };
  test("« Champ » speaks of the figures as a title does, above the table or below", () => {
    for (const below of [false, true]) {
      for (const note of ["Champ : France", "Champ : France métropolitaine", "Champ : circonscription de Valmont"])
        expect(noted(note, { below }).rules).toEqual(["error ambiguous-reading"]);
      expect(noted("Champ : zone police", { below }).rules).toEqual(["error ambiguous-reading"]);
      for (const note of [`Champ : commune de ${OURS}`, "Champ : faits constatés par la police et la gendarmerie"])
        expect(noted(note, { below }).counts).toEqual(PLAIN);
      for (const note of ["Champ : faits hors gendarmerie de la zone", "Champ : faits de la police hors gendarmerie"])
        expect(noted(note, { below }).rules).toEqual(["error ambiguous-reading"]);
      expect(noted("Champ : faits du 01/01/2026 au 15/03/2026").rules).toEqual(["error ambiguous-reading"]);
    }
  });
  test("« Faits constatés par la police nationale » under tables that say no force is asked about", () => {
    const note = "Faits constatés par la police nationale sur le territoire communal.";
    const [issue] = noted(note, { below: true }).issues;
    for (const [reading, force] of [
      ["ignorer", "ensemble"],
      ["police", "PN"],
      ["gendarmerie", "GN"],
    ] as const) {
      const settings = `mots:\n${wordLine(issue, reading)}`;
      const { observations, rules } = read(`${under("", "T1 2025|T1 2026")}\n\n${note}`, { settings });
      expect([reading, rules, new Set(observations.map((o) => o.force))]).toEqual([reading, [], new Set([force])]);
    }
    const title = "IS 101 - 1er trimestre 2026 - police et gendarmerie";
    expect(noted(note, { below: true, title }).counts).toHaveLength(4);
    expect(noted("Source : données de la police nationale", { below: true }).counts).toHaveLength(4);
  });
  test("another place under our name is a doubt", () => {
    for (const note of [
      "Champ : France métropolitaine",
      "Champ : circonscription de Valmont",
      "(1) Ensemble de la circonscription de Valmont",
    ])
      expect(noted(note, { title: TITLE }).rules).toEqual(["error ambiguous-reading"]);
  });
  test.each([
    ["Document à diffusion restreinte – reproduction interdite", []],
    ["Chiffres provisoires. Ces données ne peuvent être communiquées à des tiers.", []],
    ["Toute reproduction interdite, ne doit pas être diffusé au public", []],
    ["Diffusion réservée au maire et à ses adjoints exclusivement", ["error ambiguous-reading"]],
    ["Usage interne, exclusivement", ["error ambiguous-reading"]],
    ["Ne pas diffuser hors de la mairie", ["error ambiguous-reading"]],
    ["Document non protégé", []],
    // what it says besides is looked at
    ["Diffusion restreinte, la nuit seulement", ["error ambiguous-reading"]],
    ["Diffusion restreinte aux élus - hors plaintes en ligne", ["error ambiguous-reading"]],
    ["Diffusion restreinte, hors faits élucidés", ["error ambiguous-reading"]],
    ["Réservé au maire (de nuit)", ["error ambiguous-reading"]],
    ["Usage interne : données partielles", ["error ambiguous-reading"]],
    ["Hors gendarmerie – document à diffusion restreinte", ["error ambiguous-reading"]],
    ["Ces données ne peuvent être communiquées à des tiers hors gendarmerie", ["error ambiguous-reading"]],
  ])("who may read the document is no word on its figures: %s", (note, told) => {
    const { rules } = noted(note, { title: TITLE, below: true });
    expect(rules.filter((rule) => rule.startsWith("error"))).toEqual(told);
  });
  test("so it is over the figures, too", () => {
    const over = (text: string) => noted(text, { title: TITLE }).rules.filter((rule) => rule.startsWith("error"));
    expect(over("Diffusion restreinte, la nuit seulement")).toEqual(["error ambiguous-reading"]);
    expect(over("Diffusion restreinte aux élus")).toEqual([]);
    expect(over("Document non protégé")).toEqual([]);
  });
  test.each([
    "Note : Département de la Seine-Maritime",
    "(1) Ensemble de la circonscription de Valmont",
    "* Données du département de la Seine-Maritime",
    "NB : hors gendarmerie",
    "NB : police nationale uniquement",
    "Note : les faits constatés par la gendarmerie ne sont pas comptés",
  ])("any other note is a doubt, settled by one answer: %s", (note) => {
    const before = noted(note);
    expect(before.rules).toEqual(["error ambiguous-reading"]);
    const settings = `mots:\n${wordLine(before.issues[0])}`;
    const after = read(`IS 101 - 1er trimestre 2026\n${note}\nInfractions|T1 2026\nHomicides|1`, { settings });
    expect(after.rules).toEqual([]);
    expect(after.counts).toHaveLength(1);
  });
  test.each([
    "Source : Direction interdépartementale de la Police nationale",
    "Source : commissariat de Valmont",
    "Source : ORUS, CPN de Valmont",
    "Édité le 08/04/2026 à Fécamp",
    `Diffusion : mairie de ${OURS}`,
    "(1) Faits enregistrés par les deux forces.",
    `Lecture : au 1er trimestre 2026, 3 homicides ont été enregistrés à ${OURS}.`,
    "Source : DIPN 76",
    "Document à diffusion restreinte – reproduction interdite",
    "Reproduction interdite",
    "Ces données ne peuvent être communiquées à des tiers",
    "Ces chiffres ne doivent en aucun cas être diffusés.",
    "Données non consolidées",
    "* Chiffres non définitifs",
    "* Chiffres non consolidés, sous réserve de validation",
    "Données susceptibles d'être revues",
    "Note : les faits commis à Fécamp par des habitants de la commune ne sont pas comptés.",
  ])("who sends, who receives, a sentence: nothing of the figures: %s", (note) => {
    const { counts, rules } = noted(note, { below: true });
    expect(counts).toEqual(PLAIN);
    expect(rules).toEqual([]);
  });
  test.each([
    ["NB : hors gendarmerie", "police"],
    ["NB : hors police", "gendarmerie"],
    ["NB : sans la gendarmerie", "police"],
    ["NB : hors zone gendarmerie, zinzolin", "police"],
    ["NB : hors les faits de la gendarmerie", "police"],
    ["(1) Faits de la gendarmerie non compris", "police"],
    ["(1) Faits de la gendarmerie non inclus", "police"],
    ["(1) Exclusion des faits de la police", "gendarmerie"],
    ["(1) La police exclue", "gendarmerie"],
    ["Note : les faits de la gendarmerie ne sont pas comptés", "police"],
    ["Note : les faits de la gendarmerie n'y sont pas", "police"],
    ["Champ : zinzolin hors gendarmerie", "police"],
    ["Champ : police zinzolin", "police"],
    ["NB : police nationale uniquement", "police"],
    ["Ne concerne que la zone police.", "police"],
    ["(1) la gendarmerie seule", "gendarmerie"],
  ])("that leaves a force out, or names one: « %s » proposes %s", (note, force) => {
    const [issue] = noted(note).issues;
    expect(issue?.asks?.may).toContain(force === "police" ? "PN" : "GN");
    const settings = `mots:\n${wordLine(issue, force)}`;
    const { counts, rules } = read(`IS 101 - T1 2026\n${note}\nInfractions|T1 2026\nHomicides|1`, { settings });
    expect(rules).toEqual([]);
    expect(counts).toEqual([`homicides ${force === "police" ? "PN" : "GN"} 2026-01/2026-03 = 1`]);
  });
  test("« Champ » of one force under a title of both is a doubt", () => {
    const title = `IS 101 - ${OURS} - police et gendarmerie - 1er trimestre 2026`;
    expect(noted("Champ : police nationale", { title, below: true }).rules).toEqual(["error ambiguous-reading"]);
    expect(noted("Champ : police et gendarmerie", { title, below: true }).counts).toEqual(PLAIN);
  });
  test.each([
    "Reproduction interdite",
    "Document à diffusion restreinte, reproduction strictement interdite",
    "Ces données ne peuvent être communiquées à des tiers",
  ])("who may read it, over the table or in its title, asks nothing; what leaves facts out does: %s", (text) => {
    expect(noted(text)).toMatchObject({ counts: PLAIN, rules: [] });
    expect(noted("Édité le 08/04/2026", { title: `IS 101 - 1er trimestre 2026 - ${text}` })).toMatchObject({
      counts: PLAIN,
      rules: [],
    });
    for (const below of [true, false])
      for (const except of [" - hors gares", " hors gares"])
        expect(noted(`${text}${except}`, { below }).rules).toEqual(["error ambiguous-reading"]);
  });
  test("« Tx élucid. » heads a rate of what is cleared, as its name in full does", () => {
    const { counts, rules } = read(
      "IS 101 - T1 2026 - police\nNature|Faits|Tx élucid.\nHomicides|4|25 %\nVols avec armes|2|50 %",
    );
    expect([counts.length, rules]).toEqual([2, []]);
  });
});

test.each(["Mis en cause mineurs", "Week-ends"])("« Nombre » under « %s » counts what the caption says", (caption) => {
  const { counts, rules } = readTables(`IS 101 - T1 2026\n${caption}\n\nInfractions|Nombre\nHomicides|1`);
  expect(counts).toEqual([]);
  expect(rules).toEqual(["error ambiguous-reading"]);
});

test.each([
  ["Gendarmerie", ["homicides GN 2026-01/2026-03 = 1", "vols-avec-armes GN 2026-01/2026-03 = 2"]],
  ["Faits élucidés", []],
])(
  "« %s » over all the columns of a page is said of the next, which repeats the headings under it",
  (heading, said) => {
    const { counts } = read(
      `${TITLE}\n|${heading}\nInfractions|T1 2026\nHomicides|1\n\nInfractions|T1 2026\nVols avec armes|2`,
    );
    expect(counts).toEqual(said);
  },
);
