import slugify from 'slugify'

export const load = ({ url }) => ({ slug: slugify(`garden ${url.pathname}`) })
