/** Lengths and sizes, as .odt and .ods write them. OpenDocument 1.3 part 3, 18.3.18 and 20. */

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, pc: 12 };

/** "-0.5cm" => -14.2; undefined: it is no length */
export function pointsOf(length = ""): number | undefined {
  const [, number, unit = ""] = /^(-?\d*\.?\d+)([a-z]+)$/.exec(length.trim()) ?? [];
  const points = POINTS[unit];
  return number === undefined || points === undefined ? undefined : Number(number) * points;
}

/** "9pt", "58%" of `around` => points; what is written otherwise is taken as `around`. */
export const sizeOf = (size: string, around: number): number =>
  /^\d*\.?\d+%$/.test(size) ? (Number.parseFloat(size) * around) / 100 : (pointsOf(size) ?? around);
