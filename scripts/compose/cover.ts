/** The cover strip: what names this document, whose it is, who may read it. */
import { type Bulletin, FICTITIOUS_BANNER, TO_CONFIRM_BANNER } from "../model/document/bulletin.ts";
import type { Context } from "./context/context.ts";
import { editionDate, editionDay, editionNote } from "./context/edition-day.ts";
import { countsOf, earlierIssues } from "./context/found.ts";
import { typography } from "./words/typography.ts";

const bannerOf = ({ settings, isToConfirm }: Context): string | null =>
  [settings.fictitious ? FICTITIOUS_BANNER : [], isToConfirm ? TO_CONFIRM_BANNER : []].flat().join(" – ") || null;

/** Everything of the bulletin but its page one, its sections, its sources and its fingerprint. */
export function cover(c: Context): Omit<Bulletin, "front" | "sections" | "sources" | "fingerprint"> {
  const { day, from } = editionDay(c);
  const note = editionNote(c);
  return {
    id: c.id,
    quarter: c.quarter,
    quarterLabel: c.name,
    title: "Bulletin trimestriel de la délinquance enregistrée",
    commune: c.settings.commune.name,
    service: c.settings.service,
    marking: c.settings.marking,
    banner: bannerOf(c),
    copy: "Exemplaire de travail, non numéroté",
    edition: c.edition,
    editionDate: editionDate(c),
    editionIso: day,
    isReceived: from === "register",
    editionNote: note && typography(note),
    programVersion: c.programVersion,
    ...countsOf(c),
    earlier: earlierIssues(c).length,
  };
}
