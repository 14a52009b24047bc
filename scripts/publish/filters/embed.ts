/** Text placed where HTML escaping does not protect: a JSON block, a style sheet, a security policy. */
import { createHash } from "node:crypto";
import type { Bulletin } from "../../model/document/bulletin.ts";
import { formatPeriod, formatPeriodShort } from "../../model/format.ts";

/** Data as JSON that cannot leave its `<script type="application/json">`: "</script>" => "\u003c/script>" */
export const embedJson = (data: unknown): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Text as a CSS string: every character that is not a plain letter, digit or space becomes a CSS escape ("\\a " for a line feed). */
export const cssString = (text: string): string =>
  `"${[...text].map((c) => (/[\p{L}\p{N} .,:·–’]/u.test(c) ? c : `\\${c.codePointAt(0)?.toString(16)} `)).join("")}"`;

/** Source expression of an inline style or script: "'sha256-…'". */
export const cspHash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page margins say (print.css places it): marking, commune and quarter, fingerprint, banner. */
export function pageStyle(
  bulletin: Pick<Bulletin, "marking" | "commune" | "quarterLabel" | "fingerprint" | "banner"> &
    Partial<Pick<Bulletin, "quarter">>,
): string {
  const { quarter, quarterLabel } = bulletin;
  // Nothing is raised in a margin: "T3 2026" for "3e trimestre 2026".
  const period = quarter && quarterLabel === formatPeriod(quarter) ? formatPeriodShort(quarter) : quarterLabel;
  const texts = {
    marking: bulletin.marking,
    place: `${bulletin.commune} · ${period}`,
    fingerprint: `Empreinte ${bulletin.fingerprint.slice(0, 12)}`,
    banner: bulletin.banner === null ? "" : `${bulletin.banner}\n`,
  };
  return `:root{${Object.entries(texts)
    .map(([name, text]) => `--page-${name}:${cssString(text)}`)
    .join(";")}}`;
}
