/** The register's lines of bulletins that were made: from what, saying what, in the place of what. */
import type { NewEntry } from "../custody/index.ts";
import { inputsAt, PROGRAM_VERSION } from "../holdings/holdings.ts";
import { settingsInput } from "../holdings/load-settings.ts";
import type { Publication } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import type { Opening } from "./opening.ts";

interface Told {
  readonly issues: readonly Issue[];
  /** By quarter: hash of what it tells its readers. */
  readonly words: ReadonlyMap<string, string>;
  /** By quarter: what is replaced and was not what the register knew. */
  readonly replaced: ReadonlyMap<string, readonly string[]>;
}

export const buildLines = (
  { published, indexSha256 }: Publication,
  { dataDir, holdings, who }: Opening,
  { issues, words, replaced }: Told,
): readonly Omit<Extract<NewEntry, { readonly action: "build" }>, "at">[] =>
  published.map(({ id, fingerprint, madeFrom, edition, outputs }) => {
    const altered = replaced.get(id) ?? [];
    return {
      who,
      action: "build",
      quarter: id,
      programVersion: PROGRAM_VERSION,
      fingerprint,
      edition: { ...edition },
      madeFrom,
      words: words.get(id),
      inputs: [...settingsInput(dataDir), ...inputsAt(holdings, id).map(({ path, sha256 }) => ({ path, sha256 }))],
      outputs: [
        ...Object.entries(outputs).map(([name, sha256]) => ({ path: `${id}/${name}`, sha256 })),
        { path: "index.html", sha256: indexSha256 },
      ],
      accepted: [...new Set(issues.map((i) => i.rule))].toSorted(),
      ...(altered.length > 0 && { replacedAltered: [...altered] }),
    };
  });
