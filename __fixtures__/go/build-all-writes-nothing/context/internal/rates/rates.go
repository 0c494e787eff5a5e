package rates

// Euro is what one euro costs, in cents.
const Euro = 100
