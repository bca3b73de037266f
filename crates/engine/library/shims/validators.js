module.exports = internal.validators;
