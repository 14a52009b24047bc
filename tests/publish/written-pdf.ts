/** A PDF of these objects, by number, as Chromium writes one: the first is its catalogue, the fifteenth says who made it. */
export function writtenPdf(objects: Readonly<Record<number, string>>): Uint8Array {
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  let text = "%PDF-1.4\n";
  const entries = Array.from({ length: size }, (_, number) => {
    const object = (objects as Record<number, string | undefined>)[number];
    if (object === undefined) return "0000000000 65535 f \n";
    const offset = text.length;
    text += `${number} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${size}\n${entries.join("")}trailer\n<</Size ${size} /Root 1 0 R /Info 15 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
