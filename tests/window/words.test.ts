/** A message names what the person can press, or what is typed at the menu: no line of a console. */
import { expect, test } from "vitest";
import { quote } from "../../scripts/model/format.ts";
import { inWindow } from "../../scripts/window/words.ts";

test.each([
  ["npm run lecture -- 2026-T1 pose la question", `${quote("Regarder la lecture")} pose la question`],
  [`${quote("npm run reception")} le propose`, `${quote("Recevoir")} le propose`],
  ["npm run reception -- 2026-T1 --message JJ/MM/AAAA", quote("Recevoir")],
  ["npm run reception -- 2026-T1-rectificatif --message 08/04/2026", quote("Recevoir")],
  ["npm run poste le réserve à votre compte", `${quote("poste")} (au menu) le réserve à votre compte`],
  ["npm run copies -- 2026-T1 --retour, et le numéro", `${quote("copies 2026-T1 --retour")} (au menu), et le numéro`],
  // what no step asks stands as it is to be typed
  ['npm run reception -- 2026-T1 --motif "erreur"', `${quote('reception 2026-T1 --motif "erreur"')} (au menu)`],
  ["npm run lecture -- 2026-T1 --revoir", `${quote("lecture 2026-T1 --revoir")} (au menu)`],
  ["Rien à faire.", "Rien à faire."],
])("%s", (text, said) => {
  expect(inWindow(text)).toBe(said);
});
