FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
RUN sed -i 's/\r$//' start.sh && chmod +x start.sh
CMD ["./start.sh"]
