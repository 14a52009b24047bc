/** Police and gendarmerie added give the whole that the statement prints. */
import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, isCount } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { type Period, periodKey } from "../model/period.ts";
import { byLine, type CheckContext, comparable, knownCount, wholeOf } from "./context.ts";

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
      yield aWarning("total-does-not-add-up", {
        about: {
          of: "forces",
          total: wholeOf(whole),
          police: police.value,
          gendarmerie: gendarmerie.value,
        },
        place: whole.provenance,
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
      const said = { all: all.value, police: police.value, gendarmerie: gendarmerie.value };
      return [{ figure: all, said, newest }];
    });
  });
  for (const own of Map.groupBy(broken, (b) => `${b.newest.delivery}|${periodKey(b.figure.period)}`).values()) {
    const [first] = own;
    if (!first) continue;
    yield aWarning("total-does-not-add-up", {
      about: { of: "sendings", period: first.figure.period, lines: byLine(own) },
      place: first.newest.provenance,
      also: own.slice(1).map((b) => b.newest.provenance),
    });
  }
}
