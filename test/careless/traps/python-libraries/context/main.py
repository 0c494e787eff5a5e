import psycopg2

print("linked against", psycopg2.extensions.libpq_version() // 10000)
