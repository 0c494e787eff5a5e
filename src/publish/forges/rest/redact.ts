/** The ways in which a secret can turn up in a text: as it is, in a URL, in base64. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
]

/**
 * Gives a function that takes secrets out of a text. Short ones (under 4 characters) are no tokens: to take them out would only
 * make messages unreadable.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.filter((secret) => secret.length >= 4).flatMap(formsOf))]
  // A longer form goes first: it may hold a shorter one.
  forms.sort((one, other) => other.length - one.length)
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, '***'), text)
}
