/** No picture of points over 64 pixels in the PDF: charts are vectors, sharp at any size. */
import type { Proof } from "./proof.ts";

const LARGEST = 64;

export const rasters: Proof = function* ({ pdf }) {
  for (const { width, height } of pdf.images)
    if (width > LARGEST || height > LARGEST) yield `une image de ${width} × ${height} points est dans le PDF`;
};
