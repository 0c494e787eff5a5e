FROM node:20-alpine
WORKDIR /docs
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run docs:build
EXPOSE 4173
CMD ["npm", "run", "docs:preview", "--", "--host"]
