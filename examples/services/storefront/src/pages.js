const api = import.meta.env.VITE_API_URL ?? 'http://localhost:8080'

const pages = {
  '/': { title: 'Storefront', text: `Prices come from ${api}.` },
  '/about': { title: 'About', text: 'A small shop.' },
}

/** The page of a path; the start page where there is none. */
export const pageOf = (path) => pages[path] ?? pages['/']
