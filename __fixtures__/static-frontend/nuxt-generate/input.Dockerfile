FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npx nuxt generate
EXPOSE 3000
CMD ["npx", "serve", ".output/public"]
