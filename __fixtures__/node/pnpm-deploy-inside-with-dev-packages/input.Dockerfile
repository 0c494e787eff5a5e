FROM node:20
RUN npm install -g pnpm@9.12.0
WORKDIR /repo
COPY . .
RUN pnpm install && pnpm -r build && pnpm -F ./services/times --legacy deploy out && rm -rf out/src
ENV NODE_ENV=production
EXPOSE 3000
CMD ["node", "out/dist/main.js"]
