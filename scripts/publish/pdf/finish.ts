/** A printed PDF as it is published: with its metadata, fixed dates and identifiers, its tags put right, all untagged marks declared artifacts. */
import { composeCompressed, composeStream, type PdfFile, type PdfObject } from "./file.ts";
import { repairStructure } from "./repair-structure.ts";
import { srgbProfile } from "./srgb.ts";
import { pdfText, refOf, textOf } from "./syntax.ts";
import { composeXmp, type PdfMetadata } from "./xmp.ts";

/** What was read of it. */
export interface Printed {
  readonly file: PdfFile;
  /** Object numbers of the catalogue and of the structure. */
  readonly root: number;
  readonly tree: number;
  /** The stream of each page, marked. */
  readonly contents: readonly { readonly number: number; readonly marked: readonly string[] }[];
  /** Object number of each link's annotation -> the words that it stands on. */
  readonly words: ReadonlyMap<number, string>;
}

export async function finishPdf(
  { file, root, tree, contents, words }: Printed,
  metadata: PdfMetadata,
): Promise<Buffer> {
  const { title, author, subject, program, day, fingerprint } = metadata;
  const changes = new Map<number, PdfObject>(repairStructure(file, words));
  const amend = (number: number, entries: string): void => {
    const text = changes.get(number) ?? file.texts.get(number) ?? "<<>>";
    changes.set(number, String(text).replace(/>>$/, ` ${entries}>>`));
  };
  const xmp = Math.max(file.last, ...changes.keys()) + 1;
  changes.set(xmp, composeStream(Buffer.from(composeXmp(metadata)), "/Type /Metadata /Subtype /XML"));
  const profile = xmp + 1;
  changes.set(profile, composeStream(srgbProfile(), "/N 3"));
  amend(
    root,
    `/Metadata ${xmp} 0 R /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) ` +
      `/Info (sRGB IEC61966-2.1) /DestOutputProfile ${profile} 0 R>>]`,
  );
  // Chromium uses these roles of PDF 2.0; a reader of PDF 1.7 needs to be told what they stand for.
  amend(tree, "/RoleMap <</Strong /Span /Em /Span>>");
  const info = refOf(file.trailer.get("Info"));
  changes.set(
    info,
    `<</Title ${pdfText(title)} /Author ${pdfText(author)} /Subject ${pdfText(subject)} /Creator ${pdfText(program)} ` +
      `/Producer ${pdfText(textOf(file.dict({ ref: info }).get("Producer")))} /CreationDate ${pdfDate(day)} /ModDate ${pdfDate(day)}>>`,
  );
  const streams = contents.map(
    async ({ number, marked }) => [number, await composeCompressed(`${marked.join("\n")}\n`)] as const,
  );
  for (const [number, stream] of await Promise.all(streams)) changes.set(number, stream);
  const id = `<${fingerprint.slice(0, 32).toUpperCase()}>`;
  return file.write(changes, `/Root ${root} 0 R /Info ${info} 0 R /ID [${id} ${id}]`);
}

/** "2026-04-08" => "D:20260408000000Z" */
const pdfDate = (day: string): string => `(D:${day.replaceAll("-", "")}000000Z)`;
