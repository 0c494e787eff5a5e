FROM node:20
ARG NPM_TOKEN
WORKDIR /app
COPY package*.json ./
RUN echo "//npm.acme.example/:_authToken=$NPM_TOKEN" > .npmrc && npm ci
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
