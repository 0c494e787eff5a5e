FROM node:20
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci
COPY src ./src
RUN npx tsc
EXPOSE 3000
CMD ["node", "dist/index.js"]
