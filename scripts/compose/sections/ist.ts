/** Section I.S.T: the families and their sub-lines, as sent. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Context } from "../context/context.ts";
import { statementBlocks } from "./statement-section.ts";

export function istSection(c: Context): Section | undefined {
  const intro =
    "L'indicateur statistique territorial range les faits en familles, chacune avec ses sous-lignes. Le contenu " +
    "d'une famille varie d'un service à l'autre : tout est montré tel que transmis, rien n'est recalculé. " +
    "L'I.S.T ne s'ajoute pas à l'IS 101 et ne s'y compare pas.";
  const blocks = statementBlocks(c, "IST", intro);
  if (blocks.length === 0) return undefined;
  return { id: "ist", title: "I.S.T : atteintes aux personnes, aux biens, à la tranquillité", blocks };
}
