/** A stored number as plain text, in French: no digit is lost to a narrow format. */

/** 0.30000000000000004 => "0,3"; 7.83e-3 => "0,00783" */
export function plainNumber(value: number): string {
  const digits = String(Number(value.toPrecision(15)));
  return (digits.includes("e") ? withoutExponent(value) : digits).replace(".", ",").replace(/^-0$/, "0");
}

/** Of numbers that are no count: 1e21, 1e-7. Made when met, for the first Intl format of a process lasts. */
const withoutExponent = (value: number): string =>
  new Intl.NumberFormat("en-US", { useGrouping: false, maximumSignificantDigits: 15 }).format(value);
