FROM node:20
WORKDIR /app
COPY . .
RUN yarn install --frozen-lockfile
RUN npx patch-package
RUN yarn build
EXPOSE 3000
CMD ["node", "dist/index.js"]
