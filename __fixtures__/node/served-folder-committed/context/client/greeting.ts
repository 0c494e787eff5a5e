export const greeting: string = 'good morning'
