exports.kilograms = (grams) => grams / 1000
