import sitemap from '@astrojs/sitemap'

export default { site: 'https://shop.example', integrations: [sitemap()] }
