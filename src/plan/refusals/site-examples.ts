import { type Example, inDockerfile, inFile } from './example.ts'
import type { siteRefusals } from './site-refusals.ts'

const node = ['FROM node:20', 'WORKDIR /app', 'COPY . .']

/** How the refusals of site-refusals.ts are got rid of. */
export const siteExamples: Readonly<Record<keyof typeof siteRefusals, Example | null>> = {
  'server-not-translated': inDockerfile(
    [
      ...node,
      'RUN npm ci && npm run build',
      'CMD ["npx", "serve", "--config", "../serve.json", "dist"]',
    ],
    [...node, 'RUN npm ci && npm run build', 'CMD ["npx", "serve", "-s", "dist"]'],
  ),
  'static-site': inDockerfile(
    [...node, 'RUN npm ci && npm run build', 'CMD node server.js & npx serve dist'],
    [...node, 'RUN npm ci && npm run build', 'CMD ["npx", "serve", "dist"]'],
  ),
  'added-build-not-shown': inDockerfile(
    [...node, 'RUN npm ci', 'CMD ["npm", "start"]'],
    [...node, 'RUN npm ci', 'RUN npm run build', 'CMD ["npx", "serve", "-s", "build"]'],
  ),
  'unknown-site-folder': inDockerfile(
    [...node, 'RUN npm ci && npm run build', 'CMD ["npx", "serve", "-s", "/"]'],
    [...node, 'RUN npm ci && npm run build', 'CMD ["npx", "serve", "-s", "dist"]'],
  ),
  'run-time-configuration': inDockerfile(
    [...node, 'RUN npm ci', 'CMD npm run build && npx serve -s dist'],
    [
      ...node,
      'RUN npm ci',
      'ARG VITE_API',
      'RUN npm run build',
      'CMD ["npx", "serve", "-s", "dist"]',
    ],
  ),
  'proxy-not-translated': inFile(
    'vite.config.js',
    ["'/api': { target: 'http://backend:5000', configure: (proxy) => proxy.on('error', log) },"],
    ["'/api': 'http://backend:5000',"],
  ),
  'health-check-needs-node': inDockerfile(
    [
      ...node,
      'RUN npm ci && npm run build',
      'HEALTHCHECK CMD node health.js',
      'CMD ["npx", "serve", "-s", "dist", "-l", "3000"]',
    ],
    [
      ...node,
      'RUN npm ci && npm run build',
      'HEALTHCHECK CMD curl -f http://127.0.0.1:3000/',
      'CMD ["npx", "serve", "-s", "dist", "-l", "3000"]',
    ],
  ),
}
