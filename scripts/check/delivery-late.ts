/** Every quarter from the first one on has its delivery once its day has passed. The day of today is an argument. */
import { dueDay, quarterOfDelivery } from "../model/delivery.ts";
import { formatDate, formatPeriod } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { comparePeriods, parseQuarterId, quarterId, shiftQuarters } from "../model/period.ts";
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
  for (let quarter = start; dueDay(quarter, settings.deliveryDay) < today; quarter = shiftQuarters(quarter, 1)) {
    const id = quarterId(quarter);
    if (ids.has(id)) continue;
    const gap = latest !== undefined && comparePeriods(quarter, latest) < 0;
    const due = formatDate(dueDay(quarter, settings.deliveryDay));
    yield {
      rule: gap ? "delivery-missing" : "delivery-late",
      severity: "warning",
      message: gap
        ? `La livraison du ${formatPeriod(quarter)} manque, alors qu'une livraison plus récente est là : ses nombres ne sont pas connus, sauf ceux qu'un état ultérieur rappelle.`
        : `La livraison du ${formatPeriod(quarter)}, attendue le ${due}, n'est pas dans le dossier.`,
      hint: `Relevez la boîte fonctionnelle ou relancez le service, puis déposez les fichiers déchiffrés dans le dossier ${id}.`,
      place: { file: id },
      expected: `livraison attendue le ${due}`,
    };
  }
}
