/**
 * The filters of the templates: plain functions. Here, those that place text where HTML escaping does not protect: a JSON block, a style
 * sheet, a security policy.
 */

import { createHash } from "node:crypto";
import { drawCurve, drawSparkline, drawSpread } from "../../draw/sparkline.ts";
import type { Bulletin } from "../../model/document/bulletin.ts";
import { formatNumber, plural, SEVERITY_LABELS } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { controlView, receivedView } from "./control-view.ts";
import { groupStarts, headRows, leadIn, onPaper, printable } from "./texts.ts";
import { chartsOf, sheetSection, viewsOf } from "./views.ts";

/** Data as JSON that cannot leave its `<script type="application/json">`: "</script>" => "\u003c/script>" */
export const embedJson = (data: unknown): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Text as a CSS string: every character that is not a plain letter, digit or space becomes a CSS escape ("\\a " for a line feed). */
export const cssString = (text: string): string =>
  `"${[...text].map((c) => (/[\p{L}\p{N} .,:·–’]/u.test(c) ? c : `\\${c.codePointAt(0)?.toString(16)} `)).join("")}"`;

/** Source expression of an inline style or script: "'sha256-…'". */
const cspHash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page margins say (print.css places it): marking, commune and quarter, fingerprint, banner. */
export function pageStyle(
  bulletin: Pick<Bulletin, "marking" | "commune" | "quarterLabel" | "fingerprint" | "banner">,
): string {
  const texts = {
    marking: bulletin.marking,
    place: `${bulletin.commune} · ${bulletin.quarterLabel}`,
    fingerprint: `Empreinte ${bulletin.fingerprint.slice(0, 12)}`,
    banner: bulletin.banner === null ? "" : `${bulletin.banner}\n`,
  };
  return `:root{${Object.entries(texts)
    .map(([name, text]) => `--page-${name}:${cssString(text)}`)
    .join(";")}}`;
}

/** By the names under which .eleventy.js registers them. */
export const filters = {
  printable,
  onPaper,
  chartsOf,
  leadIn,
  controlView,
  receivedView: (files: Parameters<typeof receivedView>[0]) => receivedView(files),
  headRows,
  groupStarts,
  embedJson,
  cspHash,
  pageStyle,
  viewsOf,
  sheetSection,
  drawSparkline,
  drawCurve,
  drawSpread,
  number: formatNumber,
  plural,
  severityLabel: (severity: Issue["severity"]): string => SEVERITY_LABELS[severity],
};
