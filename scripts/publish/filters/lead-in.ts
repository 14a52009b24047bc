/** The first words of an item, joined to what follows. */
import { NBSP } from "../../model/format.ts";

/** "Cambriolages de logement" => "Cambriolages de logement :"; words that end with punctuation stay as they are. */
export const leadIn = (lead: string): string => (/[.:;!?…]$/.test(lead) ? lead : `${lead}${NBSP}:`);
