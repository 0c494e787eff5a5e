FROM node:16 AS builder
WORKDIR /app
COPY . .
RUN npm install

FROM node:16-slim AS runtime
WORKDIR /app
COPY --from=builder /app ./
USER node
EXPOSE 3000
CMD ["node", "services/api/index.js"]
