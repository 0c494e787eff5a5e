FROM node:20
RUN corepack enable
WORKDIR /repo
COPY . .
RUN pnpm install
RUN pnpm --filter @ferries/times... build
RUN pnpm --filter @ferries/times deploy --prod /srv/times
WORKDIR /srv/times
EXPOSE 3000
CMD ["node", "dist/main.js"]
