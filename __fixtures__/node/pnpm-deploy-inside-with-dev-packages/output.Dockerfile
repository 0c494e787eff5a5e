FROM node:20 AS builder
RUN npm install -g pnpm@9.12.0
WORKDIR /repo
COPY . .
RUN pnpm install && pnpm -r build && pnpm -F ./services/times --legacy deploy out && rm -rf out/src

FROM node:20-slim AS runtime
WORKDIR /repo
COPY --from=builder /repo/out ./out
ENV NODE_ENV=production
USER node
EXPOSE 3000
CMD ["node", "out/dist/main.js"]
