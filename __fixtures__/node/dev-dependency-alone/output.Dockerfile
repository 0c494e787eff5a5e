FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN yarn install

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY src ./src
USER node
EXPOSE 3000
CMD ["yarn", "start"]
