FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN install -m 0755 scripts/report.sh /usr/local/bin/report
EXPOSE 3000
CMD ["npm", "start"]
