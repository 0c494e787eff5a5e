/** Clients that only recommend ca-certificates, which slim images lack. */
const clients =
  /^(git|curl|wget|aria2c|axel|svn|hg|lynx|w3m|links|youtube-dl|yt-dlp|http|https|aws|s3cmd|rclone)$/

/** What they run is seldom read, and asks whom it likes: https://docs.python.org/3/library/ssl.html#ssl.create_default_context */
const interpreters = /^(python[\d.]*|ruby)$/

/**
 * Whether a program that is called asks a server whose certificate it must trust. `text` is the line that calls it; a client that asks this
 * machine alone, or by plain HTTP, does without.
 */
export function trustsServers(program: string, text: string): boolean {
  if (interpreters.test(program)) return true
  return (
    clients.test(program) &&
    (text.includes('https://') || !/http:\/\/|localhost|127\.0\.0\.1/.test(text))
  )
}
