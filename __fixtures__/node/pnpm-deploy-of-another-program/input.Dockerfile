FROM node:20
RUN corepack enable
WORKDIR /repo
COPY . .
RUN pnpm install && pnpm -r build
RUN pnpm --filter @ferries/times deploy --prod /srv/times
EXPOSE 3000
CMD ["node", "services/times/dist/main.js"]
