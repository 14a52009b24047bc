/** « Cordialement, » ends a letter: who signs stands under it. */
import { fold } from "./fold.ts";

const CLOSING =
  /^(?:(?:bien |tre )?cordialement|respectueusement|bien a vou|(?:mes |nos |sinceres )?salutation|avec (?:mes|nos)|veuillez|je vou prie|bonne (?:reception|journee))\b/;

export const closesLetter = (text: string): boolean => CLOSING.test(fold(text));
