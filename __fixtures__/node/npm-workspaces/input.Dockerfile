FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build --workspaces --if-present
EXPOSE 3000
CMD ["node", "packages/api/dist/index.js"]
