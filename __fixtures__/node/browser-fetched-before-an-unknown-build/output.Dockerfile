FROM node:22 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npx playwright install --with-deps chromium
RUN node tools/make.js
RUN npm prune --omit=dev

FROM node:22 AS runtime
WORKDIR /app
COPY --from=builder /app ./
RUN npx playwright install --with-deps chromium
EXPOSE 3000
CMD ["node", "dist/index.js"]
