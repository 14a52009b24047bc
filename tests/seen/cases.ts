/** The cases of tests/seen, for seen.test.ts, which says what each holds, and by night for office.test.ts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Expected {
  readonly why: string;
  readonly sees: readonly (readonly string[])[] | null;
  /** Why the picture of office.test.ts is another, and the case stays. */
  readonly office?: string;
  readonly told: "no" | readonly string[];
}

const ROOT = import.meta.dirname;
const foldersIn = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

export const FORMATS = foldersIn(ROOT);
export const CASES = FORMATS.flatMap((format) =>
  foldersIn(join(ROOT, format)).map((name) => {
    const folder = join(ROOT, format, name);
    const [file = ""] = readdirSync(folder).filter((one) => one !== "expected.json");
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
    return { ...expected, format, name, file, path: join(folder, file), bytes: () => readFileSync(join(folder, file)) };
  }),
);
