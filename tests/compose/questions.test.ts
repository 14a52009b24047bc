/** « Questions au commissaire »: each rule on the town that it speaks of, silent on the quiet one; at most eight, and no rule silences another. */

import { describe, expect, test } from "vitest";
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import { questionsText } from "../../scripts/publish/session/texts.ts";
import { madeIssue } from "../spoken.ts";
import { plain } from "./find.ts";
import { around, changed, madeInput, town } from "./made.ts";
import { burglaries } from "./towns.ts";

const asked = (input: ComposeInput): readonly string[] =>
  compose(input).session.questions.map((q) => plain(`${q.lead} ${q.figures} ${q.asked}`.trim()));

const revisedFrom = (old: number, ...now: readonly number[]): ComposeInput =>
  madeInput(town(), {
    analysis: {
      revisions: now.map((to) => ({
        ...burglaries(to, "2026-T1"),
        old: burglaries(old, "2026-T1"),
        new: burglaries(to, "2026-T1-rectificatif"),
      })),
    },
  });
const contradiction = (n: number) => ({
  rule: "total-does-not-add-up" as const,
  severity: "warning" as const,
  message: `Le total ${n} n'est pas la somme de ses lignes`,
});

describe("a rule asks on its own town", () => {
  test("nothing stands out: nothing is asked, and no page is printed", () => {
    const { session, bulletin } = compose(madeInput(town()));
    expect(session.questions).toEqual([]);
    expect(bulletin.sections.map(({ id }) => id)).not.toContain("questions");
    expect(questionsText(bulletin, [])).toContain("Aucune question");
  });

  test("a gap, with its figures and those of each force", () => {
    const [first] = asked(madeInput(town({ "vols-dans-vehicules": changed(16, 1, 3) }, { more: { police: 0.5 } })));
    expect(first).toMatch(
      /^Vols dans les véhicules : 48, environ 3 fois le niveau de la saison \(16\) ; .*\d+ un an plus tôt ; .* ; ce trimestre, police : 24, contre/,
    );
    expect(first).toMatch(/depuis la fin du trimestre \?$/);
  });

  test("one force alone in the statement", () => {
    expect(asked(madeInput(town({}, { more: { force: "GN" } })))).toEqual([
      "État IS 101 : ses 7 lignes sont celles de la gendarmerie nationale seule. La police a-t-elle enregistré des faits dans la commune, et ses nombres peuvent-ils être transmis ?",
    ]);
  });

  test("numbers that contradict each other", () => {
    expect(asked(madeInput(town(), { issues: [madeIssue(contradiction(12))] }))).toEqual([
      "Nombres qui ne concordent pas : Le total 12 n’est pas la somme de ses lignes. Quel nombre fait foi ?",
    ]);
  });

  test("a revision of more than a tenth, and none of a tenth", () => {
    expect(asked(revisedFrom(10, 12))).toEqual([
      "Cambriolages de logement, 1er trimestre 2026 : 12 au lieu de 10 transmis d’abord. Ce nombre est-il maintenant définitif ?",
    ]);
    expect(asked(revisedFrom(10, 11))).toEqual([]);
    const greatestFirst = asked(revisedFrom(10, 12, 40, 1)).map((text) => /: (\d+) au lieu/.exec(text)?.[1]);
    expect(greatestFirst).toEqual(["40", "1", "12"]);
  });

  test("a rise that did not last", () => {
    const counts = around(16).map((n, i, all) => (i === all.length - 2 ? n * 2 : n));
    expect(asked(madeInput(town({ "vols-dans-vehicules": counts }))).join("\n")).toMatch(
      /Pas confirmé ce trimestre : vols dans les véhicules, en hausse alors \(\d+ ce trimestre\), \d+ sur douze mois contre \d+(?:,\d)? par an : à surveiller\. (?:Où en est-on|Que s’est-il passé depuis) \?/,
    );
  });
});

test("at most eight, of every rule that speaks, in the order of the list", () => {
  const input = madeInput(
    town({ "vols-dans-vehicules": changed(16, 1, 3), "cambriolages-logement": changed(10, 1, 4) }),
    { issues: Array.from({ length: 12 }, (_, i) => madeIssue(contradiction(i))) },
  );
  const all = asked(input);
  expect(all).toHaveLength(8);
  expect(all.map((text) => text.split(" :")[0])).toEqual([
    "Cambriolages de logement",
    "Vols dans les véhicules",
    ...Array(6).fill("Nombres qui ne concordent pas"),
  ]);
  const { bulletin, session } = compose(input);
  expect(bulletin.sections.findLast(({ isAnnexe }) => !isAnnexe)?.id).toBe("questions"); // before the annexe
  const text = questionsText(bulletin, session.questions);
  expect(text.split("\r\n")[0]).toBe(bulletin.banner ?? bulletin.marking);
  expect(text).toContain("\r\n8. ");
});

test("no question names a cause", () => {
  for (const force of ["ensemble", "PN"] as const) {
    const counts = { homicides: changed(0, 1, 1), "vols-vehicules": changed(6, 1, 6) };
    const texts = asked(madeInput(town(counts, { more: { force } })));
    expect(texts, force).not.toEqual([]);
    for (const text of texts)
      expect(text).not.toMatch(/parce que|en raison|à cause|dû|due|grâce|caméra|patrouille|réseau/);
  }
});
