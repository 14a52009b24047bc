/** Text from a file or a file's name, before it is printed: control and bidirectional characters never reach the terminal. */
export const safeText = (text: string): string => text.replace(/[^\P{Cc}\n\t]|\p{Bidi_Control}/gu, "\ufffd");
