FROM node:18 AS builder
WORKDIR /app
COPY package.json ./
RUN npm i --omit=dev

FROM node:18-slim AS runtime
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
USER node
EXPOSE 3000
CMD ["npm", "start"]
