FROM node:20 AS builder
WORKDIR /app
RUN --mount=type=secret,id=github_token \
    git -c url."https://x-access-token:$(cat /run/secrets/github_token)@github.com/".insteadOf="https://github.com/" clone https://github.com/acme/theme.git /theme
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY src ./src
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/dist ./dist
USER node
CMD ["node", "dist/index.js"]
