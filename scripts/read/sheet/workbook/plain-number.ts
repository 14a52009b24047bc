/** Stored numbers: as a file writes them, and as plain text in French, where no digit is lost to a narrow format. */

/** "12", "1.5E+3"; undefined: no number that a cell can hold. */
export function parseStored(text = ""): number | undefined {
  const written = text.trim();
  const value = /^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** 0.30000000000000004 => "0,3"; 7.83e-3 => "0,00783" */
export function plainNumber(value: number): string {
  const digits = String(Number(value.toPrecision(15)));
  return (digits.includes("e") ? withoutExponent(value) : digits).replace(".", ",").replace(/^-0$/, "0");
}

/** Of numbers that are no count: 1e21, 1e-7. Made when met, for the first Intl format of a process lasts. */
const withoutExponent = (value: number): string =>
  new Intl.NumberFormat("en-US", { useGrouping: false, maximumSignificantDigits: 15 }).format(value);
