FROM node:20
RUN python3 -m venv /opt/report && /opt/report/bin/pip install report && ln -s /opt/report/bin/report /usr/local/bin/report
WORKDIR /app
COPY package.json ./
RUN npm install
COPY tsconfig.json ./
COPY src ./src
RUN npm run build
EXPOSE 3000
CMD ["npm", "start"]
