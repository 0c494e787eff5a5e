exports.format = (prices) => Object.entries(prices).map(([name, price]) => `${name} ${price}`).join(', ')
