/** Every word, and every label of a line, that is said to be understood: read in a table where a word that is not would be told. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Dimension, loadNomenclature, type Mention } from "../../scripts/nomenclature/index.ts";
import { createFacetParser } from "../../scripts/recognise/words/facets.ts";
import { sectionsOf } from "../lists.ts";
import { NOMENCLATURE, readTables, settingsOf, WORDS as WORDS_OF_HEADINGS } from "../recognise/tables.ts";
import { spoken } from "../spoken.ts";

const STRANGE = "Zinzolin";
/** A commune. */
const ANOTHER = "Valmont";

const sections = (name: string) => sectionsOf(readFileSync(join(import.meta.dirname, name), "utf8"));
const WORDS = new Map(sections("understood-words.txt"));

const said = (table: string): string => {
  const { counts, rules, issues } = readTables(table);
  return [...counts, ...rules, ...issues.map(spoken).map(({ message }) => message.replaceAll(/« [^»]*»/g, "«»"))].join(
    "\n",
  );
};
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const LINES = "Homicides|1\nVols avec armes|2";
const headed = (head: string): string => `IS 101 - 1er trimestre 2026\n\nInfractions|${head}\n${LINES}`;
const beside = (head: string): string =>
  `IS 101 - 1er trimestre 2026\n\nInfractions|T1 2026|${head}\nHomicides|1|3\nVols avec armes|2|4`;
const before = (head: string): string =>
  `IS 101 - 1er trimestre 2026\n\n${head}|Infractions|T1 2026\n12|Homicides|1\n13|Vols avec armes|2`;
const titled = (title: string, line = ""): string => `${title}\n${line}\n\nInfractions|Faits\n${LINES}`;

const HOMICIDES = (force: string): string => `homicides ${force} 2026-01/2026-03 = 1\n`;
const READ = /^homicides ensemble 2026-01\/2026-03 = 1\nvols-avec-armes ensemble 2026-01\/2026-03 = 2$/;
const refused = (words: string): RegExp => new RegExp(`^error [^\n]*\n[^\n]*${words}`);

describe.each<readonly [kind: string, table: (word: string) => string, expected: RegExp]>([
  ["force PN", headed, new RegExp(`^${HOMICIDES("PN")}`)],
  ["force GN", headed, new RegExp(`^${HOMICIDES("GN")}`)],
  ["force ensemble", headed, READ],
  [
    "total",
    (word) => `IS 101 - T1 2026\n\nInfractions|Police|Gendarmerie|${word}\nHomicides|1|2|3\nVols avec armes|2|2|4`,
    /^homicides PN .*= 1\nhomicides GN .*= 2\nhomicides ensemble .*= 3\n(?!.*warning)/s,
  ],
  ["count", headed, READ],
  ["no count", beside, READ],
  ["rank or number", before, READ],
  ["unit", before, READ],
  ["note column", before, READ],
  ["family", (word) => `IS 101 - T1 2026\n\nIndicateur|${word}|T1 2026\nHomicides|aaa|1\nVols avec armes|bbb|2`, READ],
  ["says nothing", (word) => headed(`T1 2026 ${word}`), READ],
  ["note line", (word) => titled("IS 101 - T1 2026", `${word} 4e trimestre 2019 mot`), READ],
  ["key commune", (word) => before(word).replaceAll(/1[23]\|/g, `${STRANGE}|`), refused("plusieurs façons")],
  ["key of a line", (word) => titled("IS 101 - T1 2026", `${word} : ${STRANGE}`), refused("plusieurs façons")],
  ["key wider", (word) => titled("IS 101 - T1 2026", `${word} : ${STRANGE}`), refused("plusieurs façons")],
  ["key part", (word) => titled("IS 101 - T1 2026", `${word} : ${STRANGE}`), refused("aucun de ses chiffres")],
  ["key postal", (word) => titled("IS 101 - T1 2026", `${word} : ${STRANGE}`), refused("plusieurs façons")],
  ["kind of place", (word) => titled("IS 101 - T1 2026", `Lieu : ${word}`), refused("aucun de ses chiffres")],
  ["title", (word) => titled(`IS 101 - ${word} - T1 2026`), READ],
  ["key service", (word) => titled("IS 101 - T1 2026", `${word} : ${ANOTHER}`), refused("plusieurs façons")],
  ["letterhead", (word) => titled("IS 101 - T1 2026", word), READ],
])("%s", (kind, table, expected) => {
  test("each word", () => {
    const words = WORDS.get(kind) ?? [];
    expect(words.length).toBeGreaterThan(1);
    expect(words.filter((word) => !expected.test(said(table(capital(word)))))).toEqual([]);
  });
  test("a word that is not understood is read otherwise", () => {
    expect(said(table(STRANGE))).not.toMatch(expected);
  });
});

const parse = createFacetParser(WORDS_OF_HEADINGS, NOMENCLATURE, settingsOf(), null);
const heads = (dimension: Dimension) => (word: string) => parse(word).dimension === dimension;
const isOfAnother = (name: string): boolean => said(titled("IS 101 - T1 2026", name)).includes("une autre commune");
const tells = (mention: Mention) => (word: string) => parse(`${STRANGE} ${word}`).mentions.includes(mention);

/** What decides only together with the table around it; of no word, but a commune's name. */
describe.each<readonly [kind: string, isUnderstood: (word: string) => boolean]>([
  ["column of places", heads("place")],
  ["column of statements", heads("statement")],
  ["column of forces", heads("force")],
  ["column of periods", heads("period")],
  ["column of measures", heads("measure")],
  ["part of the facts", (word) => refused("plusieurs façons").test(said(titled("IS 101 - T1 2026", word)))],
  [
    "unit of a force",
    (word) => refused("plusieurs façons").test(said(titled(`IS 101 - Cumul ${word.toLowerCase()} - T1 2026`))),
  ],
  ["tells facts", tells("facts")],
  ["tells figures", tells("figures")],
  ["tells document", tells("document")],
  ["tells sender", tells("sender")],
  ["tells other-document", tells("other-document")],
  ["tells district", tells("district")],
  ["word and commune", (word) => !isOfAnother(capital(word))],
])("%s", (kind, isUnderstood) => {
  test("each word, and no other", () => {
    const words = WORDS.get(kind) ?? [];
    expect(words.length).toBeGreaterThan(1);
    expect(words.filter((word) => !isUnderstood(word))).toEqual([]);
    expect(isUnderstood(ANOTHER)).toBe(false);
  });
});

describe("a label", () => {
  test.each(sections("understood-labels.txt"))("%s", (id, labels) => {
    const own = NOMENCLATURE.statements.find(({ indicators }) => indicators.some((line) => line.id === id));
    const read = (label: string): string | null | undefined =>
      readTables(`${own?.label} - T1 2026\n\nInfractions|T1 2026\n${label}|1`).observations[0]?.indicator;
    expect(labels.filter((label) => read(label) !== id)).toEqual([]);
  });

  test("with all the index numbers of its line is that line; with one of several, it may be a part of it", () => {
    const INDEX = {
      Homicides: "1, 2, 3, 6, 51",
      "Vols avec armes": "15, 16, 17, 18, 19, 20, 21, 22",
      "Vols violents sans arme": "23, 24, 25, 26",
      "Vols sans violence contre des personnes": "32, 42, 43",
      "Cambriolages de logement": "27, 28",
      "Vols de véhicules": "34, 35, 36",
    };
    for (const [label, all] of Object.entries(INDEX)) {
      const read = (numbers: string) =>
        readTables(`IS 101 - T1 2026\n\nInfractions|T1 2026\n${label} (${numbers})|1`).observations.flatMap(
          ({ indicator }) => indicator ?? [],
        );
      expect([label, read(all)]).toEqual([label, [expect.any(String)]]);
      for (const one of all.split(", ").filter((n) => Number(n) > 9))
        expect([label, one, read(one)]).toEqual([label, one, []]);
    }
  });
});

test("the lines of the public base are those of the statement of the same name; burglaries are counted by dwellings", () => {
  const related = loadNomenclature()
    .statements.flatMap(({ indicators }) => indicators)
    .flatMap(({ id, ssmsi, denominator }) => ssmsi.map((name) => `${name} => ${id}, ${denominator}`));
  expect(related).toEqual([
    "Homicides => homicides, habitants",
    "Vols avec armes => vols-avec-armes, habitants",
    "Vols violents sans arme => vols-violents-sans-arme, habitants",
    "Vols sans violence contre des personnes => vols-sans-violence-personnes, habitants",
    "Coups et blessures volontaires => coups-blessures-15-ans-plus, habitants",
    "Cambriolages de logement => cambriolages-logement, logements",
    "Vols de véhicules => vols-vehicules, habitants",
    "Vols de véhicule => vols-vehicules, habitants",
    "Vols dans les véhicules => vols-dans-vehicules, habitants",
    "Vols d'accessoires sur véhicules => vols-accessoires-vehicules, habitants",
    "Tentatives d'homicide => tentatives-homicide, habitants",
    "Violences physiques intrafamiliales => violences-physiques-intrafamiliales, habitants",
    "Violences physiques hors cadre familial => violences-physiques-hors-cadre-familial, habitants",
    "Violences sexuelles => violences-sexuelles, habitants",
    "Destructions et dégradations volontaires => destructions-degradations, habitants",
    "Escroqueries et fraudes aux moyens de paiement => escroqueries, habitants",
    "Escroqueries => escroqueries, habitants",
    "Usage de stupéfiants => usage-stupefiants, habitants",
    "Usage de stupéfiants (AFD) => usage-stupefiants-afd, habitants",
    "Usage de stupéfiants (hors AFD) => usage-stupefiants-hors-afd, habitants",
    "Trafic de stupéfiants => trafic-stupefiants, habitants",
  ]);
});
