FROM node:14 AS builder
WORKDIR /usr/src/nuxt
ENV HOST 0.0.0.0
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN npm prune --production

FROM node:14-slim AS runtime
WORKDIR /usr/src/nuxt
ENV HOST 0.0.0.0
COPY --from=builder /usr/src/nuxt/package.json ./
COPY --from=builder /usr/src/nuxt/node_modules ./node_modules
COPY --from=builder /usr/src/nuxt/api ./api
COPY --from=builder /usr/src/nuxt/nuxt.config.js ./
COPY --from=builder /usr/src/nuxt/static ./static
COPY --from=builder /usr/src/nuxt/.nuxt ./.nuxt
USER node
EXPOSE 3000
CMD ["npm", "start"]
