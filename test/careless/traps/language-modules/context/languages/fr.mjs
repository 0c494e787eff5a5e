export const greeting = 'Bonjour'
