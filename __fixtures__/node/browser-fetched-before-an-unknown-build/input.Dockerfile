FROM node:22
WORKDIR /app
COPY . .
RUN npm ci
RUN npx playwright install --with-deps chromium
RUN node tools/make.js
EXPOSE 3000
CMD ["node", "dist/index.js"]
