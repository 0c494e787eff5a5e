FROM node:20-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG API=https://ferries.example.com
# Where the timetable comes from
ENV VITE_API_URL=$API
EXPOSE 5173
CMD ["npm", "run", "dev", "--", "--host", "0.0.0.0"]
