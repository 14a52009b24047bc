/** No hidden character in a page: those of received texts are written out before, any other comes from the program's own files. */
import { findHidden } from "../../model/hidden-characters.ts";
import type { Proof } from "./proof.ts";

export const hidden: Proof = function* ({ html }) {
  const found = findHidden(html);
  if (found.length > 0) yield `la page contient des caractères invisibles : ${found.join(", ")}`;
};
