/** The guides as pages, for a machine that has nothing to show Markdown with. Wraps markdown-it. */
// @ts-expect-error: no types in the package
import markdownIt from "markdown-it";
import { escapeXml } from "../model/text/xml.ts";

const markdown: { readonly render: (text: string) => string } = markdownIt();

/** Document of the program -> page of the kit, in the folder guide/. */
export const GUIDES: Readonly<Record<string, string>> = {
  "data/LISEZMOI.md": "guide.html",
  "SECURITY.md": "securite.html",
  "CONFORMITE.md": "conformite.html",
  "CHANGELOG.md": "changements.html",
};

const STYLE =
  "body{font:17px/1.55 'Segoe UI',system-ui,sans-serif;color:#1b1b1b;max-width:50rem;margin:2rem auto;padding:0 1rem}" +
  "h1,h2,h3{line-height:1.25}table{border-collapse:collapse;font-size:.9em}th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}" +
  "code{background:#f0f0f0;padding:0 .2em}pre{background:#f0f0f0;padding:.8em;overflow:auto}";

/** A link to another document leads to its page: "../SECURITY.md" => "securite.html" */
function pageOf(address: string): string {
  const page = Object.entries(GUIDES).find(([document]) =>
    address.endsWith(document.slice(document.lastIndexOf("/") + 1)),
  );
  return page?.[1] ?? address;
}

export function toPage(text: string): string {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? "";
  const body = markdown
    .render(text)
    .replaceAll(/ href="([^"]+\.md)"/g, (_, address: string) => ` href="${pageOf(address)}"`);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}</body>
</html>
`;
}
