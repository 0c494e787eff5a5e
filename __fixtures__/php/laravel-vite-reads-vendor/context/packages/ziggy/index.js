export const route = (name) => (name === 'home' ? '/' : `/${name}`)
