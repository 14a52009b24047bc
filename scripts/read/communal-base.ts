/**
 * The SSMSI's communal base: four million lines, read as a stream, of which only those of the communes that are asked for are parsed. A .csv or a
 * .csv.gz; the columns are known by their names, in every edition.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse/sync";

/** Name of the base's first columns, folded or not, in every edition: "CODGEO_2025". */
const CODE = /^"?codgeo/i;

export interface CommunalLines {
  /** Fields by their heading, in lower case and without the year: "codgeo", "annee", "taux_pour_mille". */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Of the file as it lies there. */
  readonly sha256: string;
}

/** undefined: its first line is no heading of this base. @param codes INSEE codes of the communes wanted. */
export async function readCommunalBase(path: string, codes: ReadonlySet<string>): Promise<CommunalLines | undefined> {
  const hash = createHash("sha256");
  const raw = createReadStream(path, { highWaterMark: 1 << 17 });
  raw.on("data", (chunk) => hash.update(chunk));
  const text = path.endsWith(".gz") ? raw.pipe(createGunzip({ chunkSize: 1 << 17 })) : raw;
  raw.on("error", (error) => text.destroy(error));
  let left = "";
  let heading: { readonly line: string; readonly separator: string; readonly column: number } | undefined;
  const kept: string[] = [];
  const take = (line: string): void => {
    if (heading && isWanted(line, heading.separator, heading.column, codes)) kept.push(line);
  };
  for await (const chunk of text as AsyncIterable<Buffer>) {
    const lines = (left + chunk.toString("latin1")).split("\n"); // bytes as they are: what is kept is decoded
    left = lines.pop() ?? "";
    if (heading === undefined && lines.length > 0) {
      heading = headingOf(lines.shift() ?? "");
      if (heading === undefined) {
        raw.destroy();
        return undefined;
      }
    }
    for (const line of lines) take(line);
  }
  take(left);
  if (heading === undefined) return undefined;
  const csv = Buffer.from([heading.line, ...kept].join("\n"), "latin1").toString("utf8");
  const rows = parse(csv, {
    bom: true,
    delimiter: heading.separator,
    columns: (names: string[]) =>
      names.map((name) =>
        name
          .toLowerCase()
          .replace(/_\d{4}$/, "")
          .replaceAll(".", "_"),
      ),
    relax_column_count: true,
  }) as Record<string, string>[];
  return { rows, sha256: hash.digest("hex") };
}

function headingOf(line: string) {
  const separator = line.includes(";") ? ";" : ",";
  const column = line
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trim()
    .split(separator)
    .findIndex((name) => CODE.test(name));
  return column === -1 ? undefined : { line: line.replace(/\r$/, ""), separator, column };
}

/** A field found by counting separators; where a quoted text holds one, the field is no code, and the line is kept to be parsed. */
function isWanted(line: string, separator: string, column: number, codes: ReadonlySet<string>): boolean {
  let start = 0;
  for (let i = 0; i < column; i += 1) start = line.indexOf(separator, start) + 1;
  if (line.charCodeAt(start) === 34) start += 1;
  const code = line.slice(start, start + 5);
  return codes.has(code) || !/^[0-9AB]{5}$/.test(code);
}

/** SHA-256 of a file, read as a stream. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 17 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
