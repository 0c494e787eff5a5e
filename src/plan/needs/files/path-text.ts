/** Whether a value is one path, or a pattern of paths: with a slash or an ending, no list, no URL, no version. A word alone may be anything. */
export const isPathText = (text: string): boolean =>
  text.length < 200 && /[/.]/.test(text) && /^[\w./@*+-]*[A-Za-z][\w./@*+-]*$/.test(text)
