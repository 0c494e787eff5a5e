FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npx nuxi build
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
CMD ["npm", "start"]
