/** Texts as the pages show them. */

import { NBSP } from "../../model/format.ts";
import { showHidden } from "../../model/hidden-characters.ts";
import { mapTexts } from "../../model/text/json.ts";

/** Text from files, made fit to be seen: what is invisible or changes the direction of reading is written out. */
export const printable = mapTexts(showHidden);

/** "Cambriolages de logement" => "Cambriolages de logement :"; words that end with punctuation stay as they are. */
export const leadIn = (lead: string): string => (/[.:;!?…]$/.test(lead) ? lead : `${lead}${NBSP}:`);
