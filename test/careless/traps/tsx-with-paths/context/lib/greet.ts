export const greet = () => 'salut'
