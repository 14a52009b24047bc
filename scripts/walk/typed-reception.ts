/** What a person types of a reception: which delivery, and the day of its message. */
import { quarterOfDelivery } from "../model/delivery.ts";
import { formatDate, formatPeriod, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { lastDay, type Period } from "../model/period.ts";
import { typedDay, typedQuarter } from "../model/typed.ts";

/** @param quarter its statements cannot have been sent before it ended. @throws UserError */
export function messageDay(typed: string, quarter: Period, today: string): string {
  const day = typedDay(typed);
  if (!day)
    throw new UserError(
      `${quote(typed.trim())} n'est pas une date.`,
      "Jour, mois, année, par exemple 08/04/2026 ou 8 avril 2026.",
    );
  if (day > today)
    throw new UserError(`La date du message (${formatDate(day)}) est dans l'avenir.`, "Relisez celle du message.");
  if (day < lastDay(quarter))
    throw new UserError(
      `La date du message (${formatDate(day)}) précède la fin du ${formatPeriod(quarter)}, dont il apporte les états.`,
      "Relisez celle du message, ou le nom de la livraison.",
    );
  return day;
}

/** What a person types for a delivery, and its quarter: "2026-T1/", "T1 2026". @throws UserError */
export function deliveryNamed(typed: string): string {
  const bare = typed.replace(/[\\/]+$/, "");
  const name = typedQuarter(bare) ?? bare;
  if (!/[\\/]/.test(name) && quarterOfDelivery(name) !== undefined) return name;
  throw new UserError(
    `${quote(name)} n'est pas le nom d'une livraison.`,
    "Une livraison est un dossier de data au nom d'un trimestre, par exemple 2026-T1 ou 2026-T1-rectificatif.",
  );
}
