/** The first line of a page that is made from the code. */
export function notice(source: string): string {
  return `<!-- Made from ${source}; \`npm run docs\` writes it. -->\n`
}
