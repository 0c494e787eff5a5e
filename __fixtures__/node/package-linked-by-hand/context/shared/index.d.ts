export function label(text: string): string
