/** Signs of no width and no look, which web pages and other programs leave in texts, and marks that keep a text running to the right. */

const UNSEEN = /[\u200b-\u200e\u2060\ufeff]/g;

/** "12\u200b" => "12" */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");
