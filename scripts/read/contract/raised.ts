/** Note marks: digits above the line, or under it, stay told apart from the figure that they follow. */
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";

const written = (text: string, digits: string): string =>
  text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** "12" then raised "1" => "12¹", never 121. "er" stays "er". */
export const superscript = (text: string): string => written(text, RAISED);
/** "12" then lowered "1" => "12₁" */
export const subscript = (text: string): string => written(text, LOWERED);
