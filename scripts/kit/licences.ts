/** The licences of what is shipped: one line a library, and its terms in a file of licences/. Wraps spdx-license-list. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import standardTexts from "spdx-license-list/full.js";
import { UserError } from "../model/issue.ts";
import type { KitFiles } from "./archive.ts";

export interface Package {
  /** "node_modules/puppeteer" */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As its author names it: "MIT"; null when nothing is said. */
  readonly licence: string | null;
}

interface OwnFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly repository?: string | { readonly url?: string };
}
const ownFile = (folder: string, path: string): OwnFile =>
  JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8")) as OwnFile;

/** @param paths "node_modules/yaml", in whatever order. */
export const packagesAt = (folder: string, paths: ReadonlySet<string>): readonly Package[] =>
  [...paths].toSorted().map((path) => {
    const { name, version, license } = ownFile(folder, path);
    return { path, name, version, licence: license ?? null };
  });

/** Libraries whose author names no licence: they may not be shipped. */
export const withoutLicence = (packages: readonly Package[]): readonly string[] =>
  packages.filter(({ licence }) => licence === null).map(({ name }) => name);

const IS_LICENCE = /^(?:licen[cs]e|copying|notice|ofl)/i;

/** All that the author joined; where nothing was, the text that SPDX gives for the licence that the package names, said to be that. */
function termsOf(folder: string, { path, licence, name }: Package): string {
  const files = readdirSync(join(folder, path)).filter((file) => IS_LICENCE.test(file));
  const texts = files.map((file) => readFileSync(join(folder, path, file), "utf8").trim());
  if (texts.length > 0) return texts.join("\n\n----\n\n");
  const standard = standardTexts[licence ?? ""];
  if (!standard)
    throw new UserError(
      `De ${name}, qui ne joint pas sa licence, le texte n'est pas connu : ${licence}.`,
      "Demandez-le à son auteur, ou remplacez cette bibliothèque.",
    );
  const { author, repository } = ownFile(folder, path);
  const by = (typeof author === "string" ? author : author?.name) ?? "ceux de ses sources";
  const sources = typeof repository === "string" ? repository : repository?.url;
  return `${name}. Auteur : ${by}. Sources : ${sources ?? "non indiquées"}.
L'auteur n'a pas joint de texte à sa bibliothèque, qui nomme la licence ${licence}. Son texte, tel que SPDX le publie :

${standard.licenseText.trim()}`;
}

/** chrome://credits, as the Chromium of a distribution has it (resources.pak): the build without windows that is shipped has none. */
const CREDITS_VERSION = "156";
const credits = (): Buffer =>
  brotliDecompressSync(readFileSync(join(import.meta.dirname, `chromium-${CREDITS_VERSION}-credits.html.br`)));

/** Where the browser itself is shipped: its package has the terms of those who packed it only. */
const CHROMIUM = `Chromium : ses auteurs le donnent sous la licence BSD ci-dessous. Les composants tiers qu'il contient, et leurs licences, sont
dans chromium.html : la page chrome://credits de Chromium ${CREDITS_VERSION}, que le navigateur fourni, d'une version voisine, n'a pas lui-même.

Copyright 2015 The Chromium Authors

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met:

   * Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
   * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer
in the documentation and/or other materials provided with the distribution.
   * Neither the name of Google LLC nor the names of its contributors may be used to endorse or promote products derived from this
software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE
COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

/** "@11ty/eleventy" 3.1.8 => "licences/11ty-eleventy-3.1.8.txt" */
const fileOf = ({ name, version }: Package): string =>
  `licences/${name.replace("@", "").replace("/", "-")}-${version}.txt`;

/** LICENCES.txt and the files that it names. @param program "bulletin 1.0.0" */
export function licenceFiles(folder: string, program: string, packages: readonly Package[]): KitFiles {
  const line = (what: string, licence: string, file: string): string =>
    `${what.padEnd(48)} ${licence.padEnd(32)} ${file}`;
  const files = new Map<string, Uint8Array>(
    packages.map((one) => [fileOf(one), Buffer.from(`${termsOf(folder, one)}\n`)]),
  );
  const hasChromium = packages.some(({ path }) => path === "node_modules/chromium");
  if (hasChromium)
    files.set("licences/chromium.txt", Buffer.from(`${CHROMIUM}\n`)).set("licences/chromium.html", credits());
  const lines = [
    "Ce que le programme contient, et sous quelles licences.",
    "",
    line(program, "EUPL-1.2", "LICENSE"),
    ...(hasChromium ? [line("Chromium", "BSD-3-Clause et autres", "licences/chromium.txt")] : []),
    ...packages.map((one) => line(`${one.name} ${one.version}`, one.licence ?? "non indiquée", fileOf(one))),
    "",
  ];
  return files.set("LICENCES.txt", Buffer.from(lines.join("\n")));
}
