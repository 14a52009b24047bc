/** Text from a file or a file's name, before it is printed: control and bidirectional characters never reach the terminal. */
import { showHidden } from "../model/hidden-characters.ts";

/** Kept over several lines: a message and its remedy. */
export const safeText = showHidden;

/** On one line, whatever a name holds: "a\nERREUR" => "a[U+000A]ERREUR" */
export const safeLine = (text: string): string => showHidden(text).replaceAll("\n", "[U+000A]").replaceAll("\t", " ");
