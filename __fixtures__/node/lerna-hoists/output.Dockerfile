FROM node:14 AS builder
WORKDIR /app
COPY . .
RUN npm install

FROM node:14-slim AS runtime
WORKDIR /app
COPY --from=builder /app ./
USER node
EXPOSE 3000
CMD ["node", "services/api/index.js"]
