/** Which PDF of a delivery is the picture of which other document: by their names. */
import type { SourceFile } from "../model/grid.ts";

/** A document of a delivery, and its PDF. */
interface Twins {
  readonly original: SourceFile;
  readonly pdf: SourceFile;
}

/** The head of a file, within which a PDF says what it is. */
const HEAD_BYTES = 1024;
const isPdf = ({ bytes }: SourceFile): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES)).includes("%PDF-");

/** "2026-T1/IS 101.docx" => "2026-t1/is 101" */
const stemOf = (path: string): string =>
  path
    .normalize("NFC")
    .replace(/\.[^./]*$/, "")
    .toLowerCase();

/**
 * Of one name and one folder ("IS101.docx", "IS101.pdf" or "IS101.docx.pdf"). A PDF that two documents may have printed is
 * nobody's: it is read as a document of its own, as one that is alone.
 */
export function findTwins(files: readonly SourceFile[]): readonly Twins[] {
  const [pdfs, others] = [files.filter(isPdf), files.filter((file) => !isPdf(file))];
  const originalOf = (pdf: SourceFile): SourceFile | undefined => {
    const stem = stemOf(pdf.path);
    const [first, ...more] = others.filter(
      ({ path }) => stemOf(path) === stem || path.normalize("NFC").toLowerCase() === stem,
    );
    return more.length === 0 ? first : undefined;
  };
  const found = pdfs.flatMap((pdf) => {
    const original = originalOf(pdf);
    return original ? [{ original, pdf }] : [];
  });
  const count = Map.groupBy(found, ({ original }) => original.path);
  return found.filter(({ original }) => count.get(original.path)?.length === 1);
}
