FROM node:18-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npx @11ty/eleventy
RUN npm install -g http-server@14
EXPOSE 8081
ENTRYPOINT ["http-server", "./_site"]
CMD ["-p", "8081"]
