/** « Cordialement, » ends a letter: who signs stands under it. */
import { fold } from "./fold.ts";

const CLOSING =
  /^(?:(?:bien |tre )?cordialement|respectueusement|restant a votre disposition|bien a vou|(?:mes |nos |sinceres )?salutation|(?:veuillez|je vou prie d|nou vou prion d)[a-z ]* (?:agreer|croire|recevoir)|bonne (?:reception|journee))\b/;

export const closesLetter = (text: string): boolean => CLOSING.test(fold(text));
