/** Files that nobody put in a folder to be read: the file manager or an open document left them there. */

/** "Thumbs.db", ".DS_Store", "._IS101.xls", "~$IS101.xlsx" (Word, Excel), ".~lock.IS101.ods#" (LibreOffice) => true */
export const isSystemFile = (name: string): boolean =>
  /^(thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|~\$.*|\.~lock\..*#|\._.*|\.gitkeep)$/i.test(name);
