import psycopg2

EXAMPLES = [("Harbour", 2), ("Garden", 4)]


def free_rooms(url):
    """The rooms that nobody has booked: name and beds. Examples where there is no database."""
    if not url:
        return EXAMPLES
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT name, beds FROM rooms WHERE booked_by IS NULL ORDER BY name")
        return cursor.fetchall()
