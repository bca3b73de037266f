module.exports = internal.errors;
