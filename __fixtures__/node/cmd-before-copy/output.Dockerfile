FROM node:20 AS builder

WORKDIR /usr/src/app
COPY package.json .
RUN npm install --omit=dev

FROM node:20-slim AS runtime
WORKDIR /usr/src/app
COPY --from=builder /usr/src/app/node_modules ./node_modules

EXPOSE 8080
CMD [ "npm", "start" ]

COPY . .
USER node
