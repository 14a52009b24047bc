/** The whole document, whatever the data: what is never said, and how it is written. */

import { expect, test } from "vitest";
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import { quarter } from "../../scripts/model/period.ts";
import { fc, runs } from "../fast-check.ts";
import { inputOf, type LineSpec } from "./builders.ts";
import { drawn, plain, textsOf } from "./find.ts";
import { SAMPLE, SPECS } from "./sample.ts";

const FORBIDDEN = [
  /\bcommis(?:e|es)?\b/i,
  /explos/i,
  /taux de criminalité/i,
  /significati/i,
  /insécurité/i,
  /\bNaN\b|undefined|\bnull\b|\[object/,
  /\bp\s*[<=]/,
];
/** On page one, also no jargon. */
const JARGON = [/\btest\b/i, /binomial/i, /Poisson/i, /Benjamini/i, /seuil/i, /intervalle de confiance/i];

const MISTAKES = [
  / {2}|\s\.(?!\d)|\.\.| ,/,
  /\b(?:0|1) (?:faits|trimestres|lignes|nombres|erreurs|avertissements)\b/,
  /(?<![,\d])(?:[2-9]|\d{2,}) (?:fait|trimestre|ligne|nombre|erreur|avertissement)\b/,
  /\b(?:de|à) les? (?!\d)/i,
  /\b[Dd]e [AEIOUÉÈaeiouéè]/,
];

function check(input: ComposeInput): void {
  const { bulletin } = compose(input);
  const broken = (texts: readonly string[], rules: readonly RegExp[]) =>
    texts.flatMap((text) => rules.filter((rule) => rule.test(text)).map((rule) => `${rule} : ${text}`));
  const { headline, points } = bulletin.front;
  const front = [headline, ...points.map(({ lead, text }) => `${lead}${lead && " "}${text}`)];
  expect(headline).not.toBe("");
  expect(broken([...front, ...textsOf(bulletin.sections)].map(plain), [...FORBIDDEN, ...MISTAKES])).toEqual([]);
  expect(broken(front.map(plain), JARGON)).toEqual([]);
}

test("the sample, at each quarter of the year", () => {
  check(SAMPLE);
  for (const at of [quarter(2025, 1), quarter(2025, 2), quarter(2025, 3), quarter(2025, 4)])
    check(inputOf(SPECS, { at }));
});

test("communes whose names begin with a vowel or an article", () => {
  for (const name of ["Arras", "Écouen", "Le Havre", "Les Lilas"])
    check({ ...SAMPLE, settings: { ...SAMPLE.settings, commune: { ...SAMPLE.settings.commune, name } } });
});

test("any counts, any number of quarters, missing ones, unknown lines", () => {
  const count = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null, freq: 8 });
  const spec = fc.record({
    indicator: fc.constantFrom("homicides", null, "vols-vehicules"),
    label: fc.constantFrom("Homicides", "Vols de véhicules", "Dépôts d'ordures"),
    unit: fc.constantFrom("victime", "véhicule", "victime entendue", null),
    counts: fc.array(count, { minLength: 1, maxLength: 14 }),
    police: fc.constantFrom(0.5, 1),
    statement: fc.constantFrom("IS101", "IST"),
  });
  fc.assert(
    fc.property(
      fc.array(spec, { maxLength: 4 }).map((specs) =>
        specs.map(
          (s, i): LineSpec => ({
            ...s,
            label: `${s.label} ${"abcd"[i]}`,
            indicator: s.indicator === null ? null : `${s.indicator}-${i}`,
          }),
        ),
      ),
      fc.integer({ min: 1, max: 4 }),
      (specs, n) => check(inputOf(specs, { at: quarter(2026, n) })),
    ),
    runs(15),
  );
});

test("apostrophes and no-break spaces are those of French typography", () => {
  for (const text of textsOf(compose(SAMPLE).bulletin.sections)) {
    expect(text).not.toMatch(/\p{L}'\p{L}/u);
    expect(text).not.toMatch(/ [:;!?»%](?: |$)/);
    expect(text).not.toMatch(/« /);
  }
});

test("a hostile label stands as it is, as text", () => {
  const label = `<script>alert("x")</script> {{ 7*7 }} =cmd|' /C calc'!A0`;
  const edition = compose(inputOf([{ indicator: null, label, counts: [1, 2, 3] }]));
  expect(textsOf(edition.bulletin.sections).some((t) => t.includes(label))).toBe(true);
  expect(edition.tidy[0]?.label).toBe(label);
});

test("sixty lines over forty quarters are all there", () => {
  const specs = Array.from(
    { length: 60 },
    (_, i): LineSpec => ({
      indicator: `ligne-${i}`,
      label: `Ligne ${i}`,
      counts: Array.from({ length: 40 }, (_, q) => (i * 7 + q * 3) % 23),
      police: 0.8,
    }),
  );
  const input = inputOf(specs);
  const edition = compose(input);
  const lines = edition.bulletin.sections
    .find((s) => s.id === "is101")
    ?.blocks.flatMap((b) => (b.kind === "table" ? [b.table.rows.length] : []));
  expect(lines).toEqual([60]);
  const curves = drawn(edition);
  expect(curves).toHaveLength(60);
  expect(curves[0]?.chart.values).toHaveLength(40);
});
