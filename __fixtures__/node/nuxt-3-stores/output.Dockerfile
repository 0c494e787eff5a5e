FROM node:20 AS builder
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npx nuxi build

FROM node:20-slim AS runtime
WORKDIR /app
COPY --from=builder --chown=node:node /app/data/notes ./data/notes
COPY --from=builder /app/.output ./.output
ENV HOST=0.0.0.0 PORT=3000
USER node
EXPOSE 3000
CMD ["node", ".output/server/index.mjs"]
