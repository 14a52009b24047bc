/** Why no browser started, and what to do. */
import { UserError } from "../model/issue.ts";
import type { Cause } from "./own-words.ts";

export interface Failure {
  readonly path: string;
  readonly words: string;
  readonly cause: Cause | null;
}

const INSTALL =
  "installez Microsoft Edge, Google Chrome ou Chromium, ou indiquez le vôtre par la ligne « navigateur » de data/convention.yaml.";

export function noBrowser(failures: readonly Failure[]): UserError {
  const details = failures.map(({ path, words }) => `${path} (détail technique : ${words.slice(0, LONGEST_WORDS)})`);
  const cause = failures.find((failure) => failure.cause !== null)?.cause;
  return new UserError(
    failures.length === 0
      ? "Aucun navigateur n’a été trouvé pour imprimer le bulletin en PDF."
      : `Aucun navigateur n’a pu démarrer pour imprimer le bulletin en PDF. ${cause ? `${cause.message} ` : ""}${details.join(" ; ")}`,
    cause?.remedy ??
      (process.platform === "win32"
        ? `Tapez « npm run diagnostic » : il nomme la stratégie qui empêche Edge d’imprimer, s’il y en a une. Sinon ${INSTALL}`
        : `${INSTALL.charAt(0).toUpperCase()}${INSTALL.slice(1)}`),
  );
}

/** The rest is for those who made the browser. */
const LONGEST_WORDS = 200;
