FROM node:20 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
COPY services/rain/package.json services/rain/
RUN npm ic
COPY . .
RUN npm run -w rain build
RUN npm prune --omit=dev

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/services ./services
USER node
EXPOSE 3000
CMD npm start -w rain
