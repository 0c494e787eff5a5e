export const greeting = 'good night'
