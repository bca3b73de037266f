// a module imports itself by import(): one namespace
console.log('body');
import(__filename).then((ns) => console.log('self', Object.keys(ns).join()));
exports.a = 1;
exports.b = 2;
