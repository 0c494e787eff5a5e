FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npx prisma generate
RUN npx bundle-everything
EXPOSE 3000
CMD ["node", "server/entry.http"]
