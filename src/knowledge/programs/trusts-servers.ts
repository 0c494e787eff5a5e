/**
 * Whether a program that is called asks a server whose certificate it must trust: git, curl and wget only recommend ca-certificates,
 * which slim images lack. `text` is the line that calls it; one that asks this machine alone, or by plain HTTP, does without.
 */
export function trustsServers(program: string, text: string): boolean {
  const isDownload = /^(git|curl|wget)$/.test(program)
  return isDownload && (text.includes('https://') || !/http:\/\/|localhost|127\.0\.0\.1/.test(text))
}
