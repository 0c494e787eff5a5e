FROM node:18 AS builder

WORKDIR /app

COPY package.json package-lock.json ./

RUN npm install --omit=dev

FROM node:18-slim AS runtime
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .

ENV PORT=8001
USER node

EXPOSE 8001

CMD [ "npm", "start" ]
