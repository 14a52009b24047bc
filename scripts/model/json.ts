/** undefined for what is not JSON, such as a file cut short: each caller says what that means where it reads. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
