/** The cover strip: what names this document, whose it is, who may read it. */
import type { Bulletin } from "../model/bulletin.ts";
import { formatDate } from "../model/format.ts";
import type { Context } from "./context/context.ts";
import { dueDay } from "./sentences/notes.ts";

/** Everything of the bulletin but its sections and sources. */
export function cover(c: Context): Omit<Bulletin, "sections" | "sources"> {
  const count = (severity: "error" | "warning") => c.ownIssues.filter((i) => i.severity === severity).length;
  return {
    id: c.id,
    quarter: c.quarter,
    quarterLabel: c.name,
    title: "Bulletin trimestriel de la délinquance enregistrée",
    commune: c.settings.commune.name,
    service: c.settings.service,
    marking: c.settings.marking,
    banner: c.settings.fictitious ? "EXEMPLE – DONNÉES FICTIVES" : null,
    copy: "Exemplaire de travail, sauf numéro porté",
    editionDate: formatDate(dueDay(c)),
    editionIso: dueDay(c),
    fingerprint: c.fingerprint,
    programVersion: c.programVersion,
    errors: count("error"),
    warnings: count("warning"),
  };
}
