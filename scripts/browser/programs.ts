/** The browsers that are tried. */

import { existsSync } from "node:fs";
import { changeableByOthers } from "../disk/changeable.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { installedBrowsers } from "./installed-browsers.ts";
import { type BrowserProgram, shippedChromium } from "./shipped-chromium.ts";

/** The settings of a shared folder are written by several persons: none of them may have another one's account start a program of theirs. */
function assertOurs(named: string): void {
  const place = changeableByOthers(named);
  if (place !== null)
    throw new UserError(
      `Le navigateur indiqué n’est pas lancé : d’autres comptes que le vôtre peuvent changer ${quote(place)}.`,
      "Effacez la ligne « navigateur » de data/convention.yaml, ou indiquez-y un navigateur installé par le service informatique.",
    );
}

/** In order: the one named in the settings; the one shipped; an installed one. */
export async function* programs(named: string | null, onUnpack: () => void): AsyncGenerator<BrowserProgram> {
  if (named !== null) {
    if (!existsSync(named))
      throw new UserError(
        `Le navigateur indiqué n’existe pas : ${quote(named)}.`,
        "Corrigez la ligne « navigateur » de data/convention.yaml, ou effacez-la : le programme en cherche un.",
      );
    assertOurs(named);
    yield { path: named, env: {}, shell: false };
    return; // the operator chose: a silent replacement would hide that it does not work
  }
  const shipped = await shippedChromium(onUnpack);
  if (shipped !== undefined) yield shipped;
  yield* installed();
}

const installed = (): readonly BrowserProgram[] =>
  installedBrowsers({ platform: process.platform, env: process.env, exists: existsSync }).map((path) => ({
    path,
    env: {},
    shell: false,
  }));

/** Those that open a window: the one shipped has none. */
export async function* programsWithWindows(named: string | null): AsyncGenerator<BrowserProgram> {
  if (named === null) yield* installed();
  else yield* programs(named, () => {});
}
