/** Text from files, made fit to be seen: what is invisible or changes the direction of reading is written out. */
import { showHidden } from "../../model/hidden-characters.ts";
import { mapTexts } from "../../model/json.ts";

export const printable = mapTexts(showHidden);
