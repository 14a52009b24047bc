/**
 * .pdf -> one grid: page.ts (glyphs and rules) -> text.ts (units) -> layout.ts (tables, ruled or not, and paragraphs of a page) ->
 * joined.ts (the pages as one document). What the drawing leaves in doubt is refused, with the page named.
 */
import { plural, quote } from "../../model/format.ts";
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import { inflatedTooLarge, tooManyMarks, tooManyOrders, tooManyPages } from "../contract/limits.ts";
import { mayLookOtherwise } from "../contract/may-look-otherwise.ts";
import { type Attempt, passwordProtected, refused, unreadable } from "../contract/reader.ts";
import { assembleDocument } from "../document/document.ts";
import { findAsides, tellAsides } from "./asides.ts";
import type { Aside } from "./blocks.ts";
import type { PdfPage, TurnedText } from "./drawn/marks.ts";
import { MAX_PDF_MARKS, MAX_PDF_ORDERS, MAX_PDF_PAGES, readPdfPages } from "./drawn/page.ts";
import { joinPages } from "./joined.ts";
import { readLayout } from "./layout.ts";
import { encryptionOf, findOtherLooks, findStreamFault } from "./streams.ts";

const FORMAT = "un document PDF";

export async function readPdf(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const read = await readPdfPages(file.bytes);
  switch (read.kind) {
    case "password":
      return refused(passwordProtected(file, "PDF"));
    case "unreadable":
      return refused(unreadable(file, FORMAT, read.words));
    case "too-many-pages":
      return refused(tooManyPages(file.path, read.count, MAX_PDF_PAGES));
    case "too-many-orders":
      return refused(tooManyOrders(file.path, read.count, MAX_PDF_ORDERS));
    case "too-many-marks":
      return refused(tooManyMarks(file.path, read.count, MAX_PDF_MARKS));
    case "pages": {
      const encryption = encryptionOf(file.bytes);
      if (encryption === "unchecked")
        return refused(passwordProtected(file, "PDF dont les modifications sont interdites"));
      const clear = await inClear(file.bytes, encryption);
      if (!clear.ok) return refused(unreadable(file, FORMAT, clear.words));
      const fault = findStreamFault(clear.value);
      if (fault?.kind === "damaged") return refused(unreadable(file, FORMAT, fault.words));
      if (fault?.kind === "too-large") return refused(inflatedTooLarge(file.path, fault.bytes));
      const { value, issues } = readPages(file.path, read.pages);
      const looks = value.length > 0 ? mayLookOtherwise(file.path, findOtherLooks(clear.value)) : [];
      return { value, issues: [...issues, ...looks] };
    }
  }
}

/** The file with its streams as they were before encryption; the library for it is large and seldom needed. */
const inClear = async (bytes: Uint8Array, encryption: "none" | "checked"): Promise<Attempt<Uint8Array>> =>
  encryption === "none" ? { ok: true, value: bytes } : (await import("./unlocked.ts")).unlocked(bytes);

function readPages(path: string, pages: readonly PdfPage[]): Result<readonly Grid[]> {
  if (pages.every((page) => lettersOf(page) === 0)) {
    const isGuessed = pages.some((page) => page.unseen.some(({ kind }) => kind === "hidden"));
    return refused(withoutText(path, isGuessed));
  }
  for (const [i, page] of pages.entries()) {
    if (page.unreadable > lettersOf(page) / 2) return refused(unreadableText(path, i + 1, page.unreadable));
    if (page.fields > 0) return refused(formFields(path, i + 1, page.fields));
  }
  const layouts = pages.map((page, i) => {
    const { blocks, doubts } = readLayout(page, i + 1);
    return { doubts, ...tellAsides(blocks, findAsides(page)) };
  });
  const joined = joinPages(layouts.map(({ blocks }, i) => ({ blocks, height: pages[i]?.height ?? 0 })));
  const { value, issues } = assembleDocument(path, joined.blocks);
  return {
    value,
    issues: [
      ...layouts.flatMap(({ doubts }, i) => doubts.map((doubt) => ambiguous(path, i + 1, doubt))),
      ...layouts.flatMap(({ left }, i) => unseenText(path, i + 1, left)),
      ...pages.flatMap((page, i) => page.turned.filter(isStamp).map(({ text }) => stampedText(path, i + 1, text))),
      ...pages.flatMap((page, i) => (lettersOf(page) === 0 ? [pageWithoutText(path, i + 1)] : [])),
      ...[...joined.loose].map(([i, texts]) => looseFigures(path, i + 1, texts)),
      ...joined.cuts.map((place) => cutFigures(path, place)),
      ...joined.headless.map((place) => withoutHead(path, place)),
      ...issues,
    ],
  };
}

const lettersOf = (page: PdfPage): number => page.glyphs.filter((g) => g.text.trim() !== "").length;

const cutFigures = (file: string, place: string): Issue => ({
  rule: "pdf-cut-figures",
  severity: "error",
  message: `À la ${inFrench(place)}, une ligne du tableau ou son en-tête semble coupé en deux, par exemple par la fin de la page (« 4 » au-dessus de « 146 » pour 4 146) : rien ne dit à quoi ses nombres se rapportent.`,
  hint: ASK_FOR_FILE,
  place: { file, part: "document" },
});

/** "page 1, ligne 3" => "ligne 3 de la page 1" */
const inFrench = (place: string): string => place.replace(/^page (\d+), ligne (\d+)$/, "ligne $2 de la page $1");

const withoutHead = (file: string, place: string): Issue => ({
  rule: "ambiguous-header",
  severity: "error",
  message: `À la ${inFrench(place)} commence un tableau dont aucun en-tête ne nomme les colonnes : rien ne dit ce que comptent ses chiffres.`,
  hint: ASK_FOR_FILE,
  place: { file, part: "document" },
});

const ASK_FOR_FILE =
  "Demandez au service le fichier d'origine (.xls, .xlsx, .csv ou .doc), ou un PDF produit par « Enregistrer au format PDF ».";

const withoutText = (file: string, guessed: boolean): Issue => ({
  rule: "pdf-without-text",
  severity: "error",
  message: guessed
    ? "Ce PDF est une image numérisée, dont le texte n'est que deviné par un logiciel : ses chiffres ne sont pas sûrs. Rien n'en a été lu."
    : "Ce PDF ne contient aucun texte : c'est sans doute un document numérisé. Rien n'a pu en être lu.",
  hint: ASK_FOR_FILE,
  place: { file },
});

const pageWithoutText = (file: string, page: number): Issue => ({
  rule: "pdf-page-without-text",
  severity: "warning",
  message: `La page ${page} ne contient aucun texte : page blanche, ou image dont les chiffres ne peuvent pas être lus.`,
  hint: `Regardez cette page ; si elle porte des chiffres : ${ASK_FOR_FILE.charAt(0).toLowerCase()}${ASK_FOR_FILE.slice(1)}`,
  place: { file, part: "document" },
});

const unreadableText = (file: string, page: number, count: number): Issue => ({
  rule: "pdf-unreadable-text",
  severity: "error",
  message: `Page ${page} : ${count} caractères sont dessinés sans que le PDF dise lesquels. Rien n'a été lu du fichier.`,
  hint: ASK_FOR_FILE,
  place: { file, part: "document" },
});

const formFields = (file: string, page: number, count: number): Issue => ({
  rule: "pdf-form",
  severity: "error",
  message: `Page ${page} : le PDF est un formulaire, et ${count} de ses champs remplis ne font pas partie du texte. Rien n'a été lu du fichier.`,
  hint: `Ouvrez-le et imprimez-le « au format PDF » pour figer les champs. ${ASK_FOR_FILE}`,
  place: { file, part: "document" },
});

/** A word across the page: « CONFIDENTIEL ». */
const isStamp = ({ text, isUpright }: TurnedText): boolean => !isUpright && /\p{L}{2}/u.test(text);

const stampedText = (file: string, page: number, text: string): Issue => ({
  rule: "pdf-slanted-text",
  severity: "info",
  message: `Page ${page} : ${quote(text.slice(0, 60))} est écrit en travers de la page. Rien n'en est lu.`,
  hint: "Ouvrez le PDF et regardez cette page : ce texte dit-il autre chose de ses chiffres ?",
  place: { file, part: "document" },
});

const looseFigures = (file: string, page: number, texts: readonly string[]): Issue => ({
  rule: "pdf-unseen-text",
  severity: "info",
  message: `Page ${page} : des nombres ne sont dans aucun tableau : ${listed(texts)}. Rien n'en est lu.`,
  hint: "Ce sont d'ordinaire ceux d'un graphique. S'ils comptent, demandez au service un fichier où ils sont dans un tableau.",
  place: { file, part: "document" },
});

/** The first of them, the others counted. */
const listed = (texts: readonly string[]): string => {
  const first = texts.slice(0, LISTED).map((text) => quote(text.slice(0, 60).trimEnd()));
  return `${first.join(", ")}${texts.length > LISTED ? `, et ${plural(texts.length - LISTED, "autre")}` : ""}`;
};

/** Texts that stand outside the cells of figures, one for each kind. */
const unseenText = (file: string, page: number, asides: readonly Aside[]): readonly Issue[] =>
  [...Map.groupBy(asides, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const texts = group.map(({ text }) => text.trim()).filter((text) => /[\p{L}\d]/u.test(text));
    if (texts.length === 0) return [];
    return [
      {
        rule: "pdf-unseen-text",
        severity: kind === "hidden" || kind === "covered" ? "info" : "warning", // nobody sees it, and it is not read
        message: `Page ${page} : ${UNSEEN[kind]} : ${listed(texts)}. ${kind === "unsure" ? "À vérifier." : "Rien n'en est lu."}`,
        hint: "Ouvrez le PDF et regardez cette page ; si ce texte compte, demandez au service un fichier où il se voit.",
        place: { file, part: "document" },
      },
    ];
  });

const LISTED = 6;
const UNSEEN: Readonly<Record<Aside["kind"], string>> = {
  struck: "du texte est barré",
  hidden: "du texte est masqué",
  faint: "du texte est presque invisible",
  covered: "du texte est caché par un dessin, ou coupé",
  unsure: "le dessin de certains signes n'est pas sûr",
  other: "des annotations ne font pas partie du texte",
  unplain: "une mise en forme peut montrer autre chose que ce qui est lu",
};

const ambiguous = (file: string, page: number, doubt: string): Issue => ({
  rule: "ambiguous-header",
  severity: "error",
  message: `Page ${page} : ${doubt}`,
  hint: ASK_FOR_FILE,
  place: { file, part: "document" },
});
