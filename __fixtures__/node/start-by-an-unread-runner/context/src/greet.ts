export const greet = (year: string) => `hello ${year}`
