FROM node:20 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN echo "//npm.acme.example/:_authToken=\${NPM_TOKEN}" > .npmrc
RUN --mount=type=secret,id=npm_token NPM_TOKEN="$(cat /run/secrets/npm_token)" npm ci
RUN rm -f .npmrc
COPY tsconfig.json ./
COPY src ./src
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
