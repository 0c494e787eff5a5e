FROM node:22 AS builder
ENV PUPPETEER_CACHE_DIR=/opt/browsers
WORKDIR /app
COPY package*.json ./
RUN npm ci --ignore-scripts
RUN npx puppeteer browsers install chrome
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:22 AS runtime
ENV PUPPETEER_CACHE_DIR=/opt/browsers
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
RUN npx puppeteer browsers install chrome
COPY --from=builder /app/dist ./dist
EXPOSE 3000
CMD ["node", "dist/index.js"]
