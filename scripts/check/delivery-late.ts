/** Every quarter from the first one on has its delivery once its day has passed. The day of today is an argument. */
import { dueDay, quarterOfDelivery } from "../model/delivery.ts";
import { formatDate, formatPeriod, listSome, plural } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { comparePeriods, type Period, parseQuarterId, quarterId, shiftQuarters } from "../model/period.ts";
import type { CheckContext } from "./context.ts";

/** A gap before a delivery that is held is not a matter of patience: it has a rule of its own. Invented data is never late. */
export function* deliveryLate({
  deliveries,
  settings,
  today,
}: Pick<CheckContext, "deliveries" | "settings" | "today">): Iterable<Issue> {
  if (settings.fictitious) return;
  const held = deliveries.flatMap((name) => quarterOfDelivery(name) ?? []).sort(comparePeriods);
  const start = settings.since === null ? held[0] : parseQuarterId(settings.since);
  const latest = held.at(-1);
  if (!start) return;
  const ids = new Set(held.map(quarterId));
  const gaps: Period[] = [];
  const late: Period[] = [];
  for (let quarter = start; dueDay(quarter, settings.deliveryDay) < today; quarter = shiftQuarters(quarter, 1)) {
    if (ids.has(quarterId(quarter))) continue;
    const isGap = latest !== undefined && comparePeriods(quarter, latest) < 0;
    (isGap ? gaps : late).push(quarter);
  }
  const due = (quarter: Period): string => formatDate(dueDay(quarter, settings.deliveryDay));
  if (gaps.length > 0)
    yield toIssue("delivery-missing", gaps, {
      one: " manque, alors qu'une livraison plus récente est là : ses nombres ne sont pas connus, sauf ceux qu'un état ultérieur rappelle.",
      several:
        "manquent, alors qu'une livraison plus récente est là : leurs nombres ne sont pas connus, sauf ceux qu'un état ultérieur rappelle.",
    });
  if (late.length > 0)
    yield toIssue("delivery-late", late, {
      one: `, attendue le ${late.map(due)[0]}, n'est pas dans le dossier.`,
      several: "ne sont pas dans le dossier, alors que leur jour est passé.",
    });
}

/** Quarters that are named. */
const MOST_NAMED = 6;

/** One for all: they are asked for together. */
function toIssue(
  rule: "delivery-late" | "delivery-missing",
  quarters: readonly Period[],
  words: { readonly one: string; readonly several: string },
): Issue {
  const [first, ...more] = quarters as readonly [Period, ...Period[]];
  const which = listSome(quarters.map(formatPeriod), MOST_NAMED, ", ", ["autre trimestre", "autres trimestres"]);
  const id = quarterId(first);
  return aWarning(rule, {
    message:
      more.length === 0
        ? `La livraison du ${which}${words.one}`
        : `${plural(quarters.length, "livraison")} ${words.several} Trimestres : ${which}.`,
    hint:
      `Relevez la boîte fonctionnelle ou relancez le service, puis déposez les fichiers déchiffrés ` +
      (more.length === 0 ? `dans le dossier ${id}.` : `dans un dossier par trimestre : ${id}, par exemple.`),
    place: { file: id },
    awaited: which,
  });
}
