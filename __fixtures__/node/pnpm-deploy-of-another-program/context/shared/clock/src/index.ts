export const now = () => 'noon'
