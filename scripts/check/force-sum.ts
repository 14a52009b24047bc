/** Police and gendarmerie added give the whole that the statement prints. */
import { formatNumber } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, isCount } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { type Period, periodKey } from "../model/period.ts";
import { ASK_SERVICE, type CheckContext, comparable, describe, knownCount, listLines, withArticle } from "./context.ts";

export function* forceSum(context: CheckContext): Iterable<Issue> {
  yield* withinDeliveries(context);
  yield* acrossDeliveries(context);
}

function* withinDeliveries({ observations }: CheckContext): Iterable<Issue> {
  const groups = Map.groupBy(
    observations.filter(isCount),
    (o) => `${comparable(o)}|${o.delivery}|${periodKey(o.period)}`,
  );
  for (const counts of groups.values()) {
    for (const whole of counts.filter((c) => c.force === "ensemble")) {
      const police = near(counts, "PN", whole);
      const gendarmerie = near(counts, "GN", whole);
      if (!police || !gendarmerie || police.value + gendarmerie.value === whole.value) continue;
      const sum = police.value + gendarmerie.value;
      yield aWarning("total-does-not-add-up", {
        message:
          `${describe(whole)} : police ${formatNumber(police.value)} et gendarmerie ${formatNumber(gendarmerie.value)} ` +
          `font ${formatNumber(sum)}, le total imprimé est ${formatNumber(whole.value)}.`,
        hint: ASK_SERVICE,
        place: whole.provenance,
        actual: String(whole.value),
        expected: String(sum),
      });
    }
  }
}

/** The force's count of the same file, else of the delivery. */
const near = (counts: readonly Count[], force: Count["force"], whole: Count): Count | undefined => {
  const own = counts.filter((c) => c.force === force);
  return own.find((c) => c.provenance.file === whole.provenance.file) ?? own[0];
};

/**
 * A corrected delivery may give the whole again without the forces, or one force alone: of each the latest is retained, and they add up no
 * longer. One issue for all the lines of a delivery and a period.
 */
function* acrossDeliveries({ series, deliveries }: CheckContext): Iterable<Issue> {
  const last = deliveries.at(-1) ?? "";
  const lines = Map.groupBy(series, ({ counts: [first] }) => (first ? comparable(first) : ""));
  const broken = [...lines.values()].flatMap((own) => {
    const retained = (force: Count["force"], period: Period): Count | undefined => {
      const ofForce = own.find(({ counts }) => counts[0]?.force === force);
      return ofForce && knownCount(ofForce, period, last);
    };
    const whole = own.find(({ counts }) => counts[0]?.force === "ensemble");
    return [...(whole?.byPeriod.values() ?? [])].flatMap(([of]) => {
      const [all, police, gendarmerie] = (["ensemble", "PN", "GN"] as const).map((f) => of && retained(f, of.period));
      if (!all || !police || !gendarmerie || police.value + gendarmerie.value === all.value) return [];
      const newest = [all, police, gendarmerie].toSorted((a, b) => compareText(b.delivery, a.delivery))[0] ?? all;
      if ([all, police, gendarmerie].every(({ delivery }) => delivery === newest.delivery)) return []; // told above
      const words = `${formatNumber(all.value)}, et non ${formatNumber(police.value)} + ${formatNumber(gendarmerie.value)}`;
      return [{ figure: all, words, newest }];
    });
  });
  for (const own of Map.groupBy(broken, (b) => `${b.newest.delivery}|${periodKey(b.figure.period)}`).values()) {
    const [first] = own;
    if (!first) continue;
    yield aWarning("total-does-not-add-up", {
      message: `Pour ${withArticle(first.figure.period)}, un envoi plus récent ne redonne pas à la fois l'ensemble et chaque force : les nombres retenus ne s'additionnent plus, pour ${listLines(own)}.`,
      hint: "Demandez au service les nombres de chaque force de cet envoi ; d'ici là, ceux qui ne sont pas redonnés sont ceux d'avant.",
      place: first.newest.provenance,
      also: own.slice(1).map((b) => b.newest.provenance),
    });
  }
}
